"""Every cleaner does to its cases what they say."""

from pathlib import Path

import pytest

from bersih.chain.lookup import own_names
from cases import Case, case_files, read_cases

ALL = [case for path in case_files() for case in read_cases(path)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.cleaner}: {case.title}")
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    if case.known_failure:
        request.applymarker(pytest.mark.xfail(reason=case.known_failure, strict=True))
    doc = case.run()
    assert doc.text == case.clean
    assert doc.rebuild() == case.text
    if case.kept is not None:
        assert [entry.removed.strip() for entry in doc.report().kept] == case.kept
    found = {label.key: label.value for label in doc.labels}
    assert found == {**found, **case.labels}


def test_every_cleaner_has_cases() -> None:
    assert {path.stem for path in case_files()} == set(own_names())


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_untouched_cases_stand_first_and_are_at_least_as_many(path: Path) -> None:
    untouched = [case.untouched for case in read_cases(path)]
    assert untouched == sorted(untouched, reverse=True)
    assert untouched.count(True) >= untouched.count(False) or path.stem == "language.identify"
    assert len({case.title for case in read_cases(path)}) == len(untouched)
