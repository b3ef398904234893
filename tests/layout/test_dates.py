"""Lines that are nothing but a date."""

import pytest

from bersih.layout.dates import is_date


@pytest.mark.parametrize(
    "line",
    [
        "12/05/2024",
        "2024-05-12 14:30",
        "Sunday, May 12, 2024",
        "Minggu, 12 Mei 2024 | 14:30 WIB",
        "12 мая 2024 года, 14:30",
        "2024年5月12日 14:30",
        "12. Mai 2024, 14.30 Uhr",
        "Κυριακή, 12 Μαΐου 2024, 12:57",
        "Niedziela 2024-05-12",
        "14:30",
    ],
)
def test_a_date(line: str) -> None:
    assert is_date(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2024",
        "Olympics 2024",
        "The harvest of 2024",
        "Rp 12.000",
        "12.50 €",
        "Chapter 12: The year 2024 and all that came after it",
        "The meeting was on 12 May 2024.",
        "1999 was the year. Then came 2000.",
        "10 20 30",
    ],
)
def test_no_date(line: str) -> None:
    assert not is_date(line)
