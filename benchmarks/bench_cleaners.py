"""Time every cleaner and every preset beside `ftfy.fix_text`, and print a table in Markdown.

    python benchmarks/bench_cleaners.py [--rounds 5] [--only normalize encoding.controls] [--kind clean]

MB/s are bytes of UTF-8 over CPU seconds of one core, the median of the rounds. They depend on the machine;
read the ratio to ftfy, which ran on the same documents, in turns, in the same process.
"""

import argparse
import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import ftfy

from bersih.chain.chain import Chain
from bersih.chain.config import load_chain, preset_names
from bersih.chain.lookup import find_cleaner, own_names
from bersih.model.document import Document
from bersih.model.edit import Label
from documents import KINDS, SIZES, documents, page

# The peer, and what all is a ratio to.
PEER = "ftfy.fix_text"
_PRESET = "preset "


class Job(NamedTuple):
    """Something to time: what runs, and over which texts."""

    name: str
    run: Callable[[str], object]
    texts: Sequence[str]


def jobs(only: Iterable[str], texts: Sequence[str], pages: Sequence[str]) -> list[Job]:
    """Return a job for each cleaner and preset whose name begins with one of *only*; for all if it is empty.

    What is made for HTML runs over *pages*, all else over *texts*.
    """
    only = tuple(only) or ("",)
    found: list[Job] = []
    for name in own_names():
        chain = Chain([find_cleaner(name)], guard=1.0, name=name)
        found.append(Job(name, _run(chain), pages if name.startswith("html.") else texts))
    found += [
        Job(f"{_PRESET}{name}", load_chain(name).run, pages if name == "html" else texts) for name in preset_names()
    ]
    return [job for job in found if job.name.startswith(only) or job.name.removeprefix(_PRESET).startswith(only)]


def _run(chain: Chain) -> Callable[[str], object]:
    """Return what runs *chain* over a text that is labelled Indonesian, so that no cleaner stands idle."""
    labels = (Label("language", "id"),)
    if chain.name == "language.identify":
        return chain.run
    return lambda text: chain.run(Document.of(text, labels=labels))


def measure(found: Sequence[Job], rounds: int) -> dict[str, tuple[float, float]]:
    """Return, for each job, (MB/s, times as fast as ftfy over the same texts): medians of *rounds* taken in turns."""
    peers = {id(job.texts): Job(PEER, ftfy.fix_text, job.texts) for job in found}
    for job in (*peers.values(), *found):
        _seconds(job._replace(texts=job.texts[:1]))  # what is loaded on first use is loaded
    took: dict[str, list[float]] = {job.name: [] for job in found}
    ratios: dict[str, list[float]] = {job.name: [] for job in found}
    for _ in range(rounds):
        theirs = {key: _seconds(peer) for key, peer in peers.items()}
        for job in found:
            ours = _seconds(job)
            took[job.name].append(ours)
            ratios[job.name].append(theirs[id(job.texts)] / ours)
    return {
        job.name: (_megabytes(job.texts) / statistics.median(took[job.name]), statistics.median(ratios[job.name]))
        for job in found
    }


def _seconds(job: Job) -> float:
    """Return the CPU seconds *job* takes; never 0."""
    gc.collect()
    start = time.process_time()
    for text in job.texts:
        job.run(text)
    return max(time.process_time() - start, 1e-9)


def _megabytes(texts: Iterable[str]) -> float:
    return sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / 1e6


def table(results: dict[str, tuple[float, float]]) -> str:
    """Return *results* as a table in Markdown."""
    rows = [f"| {name} | {speed:.2f} | {ratio:.3f} |" for name, (speed, ratio) in results.items()]
    return "\n".join(["| what | MB/s | times ftfy |", "|---|---:|---:|", *rows])


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is timed (5)")
    parser.add_argument("--only", nargs="*", default=[], help="names of cleaners or presets, or what they begin with")
    parser.add_argument("--kind", choices=KINDS, help="only the documents of one kind (all)")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="code points of the largest documents (18000)")
    args = parser.parse_args(argv)
    sizes = tuple(size for size in SIZES if size <= args.largest) or SIZES[:1]
    texts = [each.text for each in documents(rounds=1, sizes=sizes) if args.kind in (None, each.kind)]
    pages = [page(paragraphs=max(2, sizes[-1] // 300))]
    found = jobs(args.only, texts, pages)
    if not found:
        parser.error(f"no cleaner or preset begins with {' or '.join(args.only)}; there are {', '.join(own_names())}.")
    print(f"{len(texts)} texts, {_megabytes(texts):.1f} MB; {args.rounds} rounds; Python {sys.version.split()[0]}\n")
    print(table(measure(found, args.rounds)))


if __name__ == "__main__":
    main()
