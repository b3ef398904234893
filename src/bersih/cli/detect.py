"""``bersih detect``: which language a text is in, and which of its parts are in another."""

import json
from collections.abc import Iterator

import click

from bersih.cleaners.language.identify import Identify
from bersih.cli.options import OK, UNREADABLE, encoding_option, exit_codes, language_codes
from bersih.detectors.detect import detector_names
from bersih.errors import UnreadableError, did_you_mean
from bersih.io.files import STDIN, read_bytes
from bersih.model.document import Document
from bersih.model.edit import Label
from bersih.model.span import Span
from bersih.run.files import read


@click.command(epilog=exit_codes())
@click.argument("files", nargs=-1, metavar="[FILE]…")
@click.option(
    "--detector",
    default="auto",
    show_default=True,
    metavar="NAME",
    help="auto, py3langid, langdetect, cld2, function-words, script, or a plug-in.",
)
@click.option(
    "--among",
    multiple=True,
    metavar="CODE",
    callback=language_codes,
    help="A language that it may be (BCP 47), if you know; repeatable. Any that the detector knows if not given.",
)
@click.option("--strict", is_flag=True, help="Say und (undetermined) below a score of 0.7 instead of 0.3.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object for each file, one a line.")
@encoding_option
def command(
    files: tuple[str, ...], *, detector: str, among: tuple[str, ...], strict: bool, as_json: bool, encoding: str | None
) -> int:
    """Print the language of FILEs, or of standard input, as a BCP 47 code with a score from 0 to 1.

    \b
      bersih detect corpus/*.txt
      bersih detect --json corpus/*.txt | jq -r 'select(.language == "id") | .file'
      bersih detect --among id --among ms --among en page.txt
      echo "Selamat pagi, apa kabar?" | bersih detect

    Where paragraphs are in several languages, the file has that of most of it, and the lines of each part follow. A
    text too short or too unclear to tell is und.
    """
    if detector not in detector_names():
        msg = f"there is no detector {detector!r}. {did_you_mean(detector, detector_names())}"
        raise click.BadParameter(msg, param_hint="--detector")
    identify = Identify(detector=detector, languages=among, strict=strict, min_letters=1)
    code = OK
    for path in files or (STDIN,):
        name = "-" if path == STDIN else path
        try:
            text = read(read_bytes(path), name=name, encoding=encoding).text
        except UnreadableError as error:
            click.echo(f"bersih: {error}", err=True)
            code = UNREADABLE
            continue
        labels = tuple(identify(Document.of(text)))
        for line in [_as_json(name, text, labels)] if as_json else _as_text(name, text, labels):
            click.echo(line)
    return code


def _as_json(name: str, text: str, labels: tuple[Label, ...]) -> str:
    whole, parts = _languages(labels)
    found = {
        "file": name,
        "language": whole.value,
        "score": whole.score,
        "detector": next(label.value for label in labels if label.key == "detector"),
        "segments": [
            {
                "language": label.value,
                "score": label.score,
                "share": round((span.end - span.start) / len(text), 3),
                "start": span.start,
                "end": span.end,
            }
            for label, span in parts
        ],
    }
    return json.dumps(found, ensure_ascii=False)


def _as_text(name: str, text: str, labels: tuple[Label, ...]) -> Iterator[str]:
    whole, parts = _languages(labels)
    yield f"{name}: {whole.value} {whole.score:.2f}"
    for label, span in parts:
        first = text.count("\n", 0, span.start) + 1
        last = first + text[span.start : span.end].rstrip("\n").count("\n")
        share = (span.end - span.start) / len(text)
        yield f"{name}:{first}-{last}: {label.value} {label.score:.2f}, {share:.0%} of the text"


def _languages(labels: tuple[Label, ...]) -> tuple[Label, list[tuple[Label, Span]]]:
    """Return the label of the whole text, and those of its parts with their spans."""
    found = [label for label in labels if label.key == "language"]
    return next(label for label in found if label.span is None), [(each, each.span) for each in found if each.span]
