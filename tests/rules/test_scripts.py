"""Scripts of advertisement services in running text."""

import re
import time

import pytest

from bersih.rules.scripts import ad_tech, examples, scripts

NAMES = re.compile("|".join(map(re.escape, ad_tech())))
HITS, MISSES = examples()


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in scripts(text, [name.start() for name in NAMES.finditer(text)])]


@pytest.mark.parametrize("script", HITS)
@pytest.mark.parametrize("frame", ["{}", "Harga naik 3%. {} Menurut Budi, harga turun.", "Naik.{}Menurut Budi, turun."])
def test_a_script_is_found_whole(script: str, frame: str) -> None:
    assert found(frame.replace("{}", script)) == [script]


@pytest.mark.parametrize("text", MISSES)
def test_what_is_no_script_stays(text: str) -> None:
    assert found(text) == []


def test_a_snippet_of_many_lines_is_one() -> None:
    script = (
        "!function(f,b,e,v,n,t,s)\n{if(f.fbq)return;n=f.fbq=function(){n.callMethod?\nn.callMethod(n):n.queue.push(1)};\n"
        "t=b.createElement(e);t.src=v}(window, document,'script',\n'https://example.org/a.js');\nfbq('init', '1');"
    )
    assert found(f"Kata dia.\n{script}\nWarga pulang.\n") == [script]


@pytest.mark.parametrize(
    "text",
    [
        "```js\ngtag('config', 'A');\n```\n",
        "<script>\ngtag('config', 'A');\n</script>\n",
        "Paste this:\n\ngtag('config', 'A');\n",
        "Paste this: gtag('config', 'A');\n",
        "The call gtag('config', 'A'); counts the page.\n",
        "    gtag('config', 'A');\n",
        "x = 1;\ngtag('config', 'A');\n",
    ],
)
def test_a_listing_stays(text: str) -> None:
    assert found(text) == []


def test_brackets_that_stay_open_are_none() -> None:
    assert found("Naik. (adsbygoogle = [( Menurut Budi, harga turun.") == []


@pytest.mark.parametrize(
    "piece", ["adsbygoogle = (", "gtag('a');", "fbq('", "Naik. fbq('init'); Ya. ", "```\ngtag('a');\n"]
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(text: str) -> float:
        best = 9.0
        for _ in range(2):
            start = time.process_time()
            found(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(piece * 8_000) < 10 * max(seconds(piece * 2_000), 0.005)
