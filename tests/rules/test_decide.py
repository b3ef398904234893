"""Which lines go, where the lines around them have a say."""

import pytest

from bersih.model.lines import Lines
from bersih.model.removal import Verdict
from bersih.rules.decide import decide
from bersih.rules.matcher import matcher_for

PROSE = "The river rose two metres in the night, and by the morning the lower road to the mill was under water."
MORE = "People from the upper village came with boats and took the children to the school, which stands on a hill."
LAST = "Nobody was hurt, but the bridge below the mill will have to be built again before the winter comes."


def verdicts(text: str, language: str = "en", *, layout: bool = True) -> dict[int, Verdict]:
    lines = Lines(text)
    find = matcher_for(language, ()).find
    matches = {index: match for index, line in enumerate(lines) if line and (match := find(line))}
    decision = decide(lines, matches, layout=layout)
    return decision.verdicts | decision.tastes


def gone(text: str, language: str = "en", floor: float = 0.8) -> list[str]:
    lines = Lines(text)
    return [lines[index] for index, verdict in sorted(verdicts(text, language).items()) if verdict.confidence >= floor]


def article(*lines: str) -> str:
    return "\n".join(["The Night of the Flood", PROSE, MORE, *lines])


def test_an_article_alone_has_no_verdicts() -> None:
    assert gone(article()) == []
    assert gone(f"{PROSE}\nWhat the water left\n{MORE}\n{LAST}") == []


def test_a_word_of_an_interface_right_before_the_text_may_be_a_subheading() -> None:
    assert gone(f"{PROSE}\nComments\n{MORE}") == []


def test_in_a_row_of_such_words_it_is_an_interface() -> None:
    assert gone(article("Share", "Print", "Comments")) == ["Share", "Print", "Comments"]


def test_in_a_list_that_a_colon_introduces_it_is_none() -> None:
    assert gone(f"{PROSE}\nThe ribbon has these tabs:\nHome\nShare\nPrint\n{MORE}\n{LAST}") == []


def test_a_row_with_bullets_is_an_interface_too_unless_a_colon_introduces_it() -> None:
    assert gone(article("- Home", "- Comments", "- Contact us")) == ["- Home", "- Comments", "- Contact us"]
    assert gone(f"{PROSE}\nThe ribbon has these tabs:\n- Home\n- Share\n- Print\n{MORE}\n{LAST}") == []
    assert gone(f"{PROSE}\n- Home\n- The mill\n- Comments\n{MORE}\n{LAST}") == []


def test_a_label_takes_its_headline_along() -> None:
    text = f"{PROSE}\nBaca juga:\nSungai di Hulu Meluap Lagi Pekan Ini\n{MORE}"
    assert gone(text, "id") == ["Baca juga:", "Sungai di Hulu Meluap Lagi Pekan Ini"]


@pytest.mark.parametrize(
    "after",
    [
        "Sebab Banjir",
        "Sungai di hulu meluap lagi karena hujan yang lebat.",
        "Sungai di Hulu Meluap Lagi Pekan Ini\ndan tidak surut",
    ],
)
def test_but_no_subheading_and_no_sentence(after: str) -> None:
    assert gone(f"{PROSE}\nBaca juga:\n{after}\n{MORE}", "id") == ["Baca juga:"]


def test_below_the_text_a_label_heads_a_list() -> None:
    links = ["How the mill was saved", "A bridge for the lower road", "Boats wanted"]
    assert gone(article("Related articles", *links)) == ["Related articles", *links]


def test_what_stands_below_initials_is_the_list_of_topics() -> None:
    found = verdicts(article("(abc/def)", "floods", "lower road"))
    assert {verdict.category for verdict in found.values()} == {"boilerplate.signature", "boilerplate.tags"}
    assert gone(article("(abc/def)", "floods", "lower road")) == ["(abc/def)", "floods", "lower road"]


def test_names_above_the_text_are_a_byline_and_below_it_a_signature() -> None:
    above = verdicts(f"Banjir Malam\nPenulis: Sari Dewi\n{PROSE}\n{MORE}", "id")
    below = verdicts(f"Banjir Malam\n{PROSE}\n{MORE}\nPenulis: Sari Dewi", "id")
    assert {verdict.category for verdict in above.values()} == {"boilerplate.byline"}
    assert {verdict.category for verdict in below.values()} == {"boilerplate.signature"}


def test_what_is_a_matter_of_taste_has_a_category_of_its_own() -> None:
    text = f"The Night of the Flood\n12/05/2024\n{PROSE}\n{MORE}\n{PROSE}\n3 comments\nI was there too"
    found = verdicts(text)
    assert found[1].category == "boilerplate.date"
    assert found[4].category == "boilerplate.duplicate"
    assert found[6].category == "boilerplate.comment-text"


def test_a_notice_that_repeats_is_known_by_its_rule_and_as_repeated() -> None:
    notice = "This advertisement has not loaded yet, but your article continues below."
    lines = Lines(article(notice, LAST, notice, PROSE.upper(), notice, LAST.upper()))
    find = matcher_for("en", ()).find
    decision = decide(lines, {index: found for index, line in enumerate(lines) if (found := find(line))}, layout=True)
    assert {index for index, found in decision.verdicts.items() if found.rule == "en:ad.not-loaded"} == {3, 5, 7}
    assert set(decision.tastes) == {5, 7}


def test_without_layout_nothing_goes_for_its_looks() -> None:
    text = "\n".join(["Home | News | Sport | Weather", "Login", *article().split("\n")])
    assert all(not verdict.rule.startswith("layout.card") for verdict in verdicts(text, layout=False).values())


def test_every_verdict_has_a_reason() -> None:
    for verdict in verdicts(
        article("Share", "Print", "Related articles", "One more story", "(abc/def)", "floods")
    ).values():
        assert verdict.reason.endswith(".")
        assert 0 < verdict.confidence <= 1
