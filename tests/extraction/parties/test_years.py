"""Years of decision and of print, and whether those of two mentions can be of one case."""

import pytest

from extraction.parties.years import (
    Years,
    apart,
    decisions_printed_in,
    gap,
    may_be_parallel,
    sure_decision,
    too_early,
    years_fit,
    years_known,
    years_told,
)
from extraction.records import Citation


def _cited(text: str, year: int, decided: bool = False) -> Citation:
    return Citation("SCC", text, year, decision_year=decided)


PRINTED_1978 = _cited("(1978) 1 SCC 248", 1978)
NEUTRAL_1978 = _cited("1978 INSC 16", 1978, decided=True)


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (Years({1978}, ()), Years({1978}, {1980}), True),
        (Years({1978}, ()), Years({1977}, {1978}), False),
        (Years({1980}, ()), Years((), {1980}), True),
        (Years({1980}, ()), Years((), {1983}), True),
        (Years({1980}, ()), Years((), {1984}), False),
        (Years({1980}, ()), Years((), {1979}), False),
        (Years((), {1972}), Years((), {1973}), True),
        (Years((), {1972}), Years((), {1974}), False),
        (Years(), Years({1978}, ()), None),
        (Years({1978}, ()), Years(), None),
    ],
)
def test_fit(one: Years, other: Years, fit: bool | None) -> None:
    assert years_fit(one, other) is fit
    assert years_fit(other, one) is fit


@pytest.mark.parametrize(
    ("told", "decided", "between"),
    [
        (Years({1978}, {1980}), 1978, 0),
        (Years({1977}, ()), 1978, 1),
        (Years((), {1983}), 1980, 0),
        (Years((), {1984}), 1980, 4),
        (Years((), {1979}), 1980, 1),
        (Years(), 1980, None),
        (Years({1980}, ()), None, None),
    ],
)
def test_a_late_report_leaves_no_gap(told: Years, decided: int | None, between: int | None) -> None:
    assert gap(told, decided) == between


def test_what_a_mention_tells() -> None:
    assert years_told([PRINTED_1978, NEUTRAL_1978]) == Years({1978}, {1978})
    assert years_told([PRINTED_1978], stated=1978) == Years(set(), {1978})
    assert years_told([PRINTED_1978], stated=1977) == Years({1977}, {1978})
    assert years_told([]) == Years(set(), set())


@pytest.mark.parametrize(
    ("citations", "stated", "year"),
    [
        ([NEUTRAL_1978, PRINTED_1978], None, 1978),
        ([PRINTED_1978], None, None),
        ([PRINTED_1978], 1978, None),
        ([PRINTED_1978], 1977, 1977),
        ([_cited("1990 INSC 1", 1990, decided=True), PRINTED_1978], None, None),
    ],
)
def test_nothing_is_decided_after_its_print(citations: list[Citation], stated: int | None, year: int | None) -> None:
    assert sure_decision(citations, stated) == year


def test_the_years_a_report_may_print() -> None:
    assert decisions_printed_in(1983) == [1983, 1982, 1981, 1980]
    assert may_be_parallel([1972, 1973, 1973])
    assert not may_be_parallel([1972, 1978])
    assert may_be_parallel([])


def test_no_document_cites_what_is_decided_after_it() -> None:
    assert too_early(1960, 1973)
    assert not too_early(1973, 1973)
    assert not too_early(None, 1973)


def test_a_page_is_no_year_that_a_case_goes_by() -> None:
    assert years_known(1973, ["AIR 1973 SC 1461", "(1973) 4 SCC 225"]) == {1973}
    assert years_known(None, ["AIR 1986 SC 515", "(1985) 1 SCC 641"]) == {1985, 1986}
    assert apart({1985, 1986}, [1983]) == 2
    assert apart((), [1983]) is None
