"""Dates that heads print, and whether the case can have been decided on them."""

import pytest

from extraction.citations.citations import find_citations
from extraction.judgments.decision_date import day_of_decision
from extraction.records import CaseReference


def reference(*citations: str) -> CaseReference:
    found = tuple(f.citation for text in citations for f in find_citations(text))
    return CaseReference("A v. B", "A", "B", found, None, None, ())


@pytest.mark.parametrize(
    ("date", "case_number", "cited", "believed"),
    [
        ("1954-12-13", "Petition No. 271 of 1955", [], False),
        ("1964-08-20", "Civil Appeal No. 743 of 1963", [], True),
        ("1964-08-20", "Civil Appeals Nos. 743/1963 and 2 of 1965", [], True),
        ("1987-08-14", "W.P. 7900 of 1982", ["1990 Supp SCC 688", "(1990) 2 SCC 715"], False),
        ("1987-08-14", "W.P. 7900 of 1982", ["1990 Supp SCC 688", "(1980) 2 SCC 715"], True),
        ("1987-08-14", "W.P. 7900 of 1982", ["2004 Indlaw DEL 741", "2009 Indlaw ALL 3"], True),
        ("1987-08-14", None, [], True),
    ],
)
def test_a_date_before_the_filing_or_before_what_is_cited(
    date: str, case_number: str | None, cited: list[str], believed: bool
) -> None:
    assert day_of_decision(date, case_number, [reference(c) for c in cited]) == (date if believed else None)


def test_no_date_stays_none() -> None:
    assert day_of_decision(None, "Petition No. 271 of 1955", []) is None
