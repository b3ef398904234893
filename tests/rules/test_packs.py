"""Every rule of every pack matches its hits and leaves its misses."""

import pytest

from bersih.model.category import CATEGORIES
from bersih.rules.faults import faults, lines_with
from bersih.rules.form import marker_form
from bersih.rules.matcher import Matcher, matcher_for
from bersih.rules.pack import COUNT, Pack, Rule
from bersih.rules.shelf import own_packs
from bersih.rules.short_lines import has_at_most

PACKS = own_packs()
RULES = [(pack, rule) for pack in PACKS for rule in pack.rule]
OF_LINES = [(pack, rule) for pack, rule in RULES if rule.where not in {"line-end", "inline"}]
ALONE = [(pack, rule) for pack, rule in OF_LINES if not rule.also]


def name(value: object) -> str | None:
    if isinstance(value, Pack):
        return value.language
    return value.id if isinstance(value, Rule) else None


def test_the_languages_are_there() -> None:
    wanted = (
        "ar bg cs da de el en es fa fi fr he hi hu id it ja jv ko ms nb nl pl pt ro ru sk su sv th tl tr uk vi xx zh"
    )
    assert set(wanted.split()) <= {pack.language for pack in PACKS}


@pytest.mark.parametrize("pack", PACKS, ids=name)
def test_a_pack_has_no_faults(pack: Pack) -> None:
    assert list(faults(pack)) == []


@pytest.mark.parametrize(("pack", "rule"), OF_LINES, ids=name)
def test_a_hit_is_matched_in_documents_of_the_language(pack: Pack, rule: Rule) -> None:
    language = None if pack.language == "xx" else pack.language
    matcher = matcher_for(language, ())
    for hit in rule.hits:
        assert matcher.find(hit) is not None, hit


@pytest.mark.parametrize(("pack", "rule"), ALONE, ids=name)
def test_every_phrase_is_matched_in_the_shape_its_rule_needs(pack: Pack, rule: Rule) -> None:
    matcher = Matcher([(pack.language, rule)])
    for phrase in rule.any:
        for line in lines_with(rule, phrase):
            assert matcher.find(line) is not None or not has_at_most(line, rule.max_words), line


@pytest.mark.parametrize("rule", [rule for _, rule in RULES], ids=name)
def test_a_rule_is_complete(rule: Rule) -> None:
    assert rule.category in CATEGORIES
    assert len(rule.misses) >= len(rule.hits) >= 2
    assert rule.note.endswith(".")
    assert 0.4 <= rule.confidence < 1


@pytest.mark.parametrize("rule", [rule for _, rule in OF_LINES], ids=name)
def test_phrases_differ_in_their_matching_form(rule: Rule) -> None:
    forms = [marker_form(phrase.replace(COUNT, "0")) for phrase in rule.any]
    assert all(forms), "a phrase of nothing but trimmings would match them all"
    assert len(set(forms)) == len(forms)


@pytest.mark.parametrize("rule", [rule for _, rule in OF_LINES], ids=name)
def test_no_phrase_is_a_bare_number_or_letter(rule: Rule) -> None:
    for phrase in rule.any:
        assert any(character.isalpha() for character in phrase) or any(
            sign in phrase for sign in ("©", "ⓒ", "{n}", ":00")
        )
        assert marker_form(phrase.replace(COUNT, "0")) not in {"0", "a", "x"}
