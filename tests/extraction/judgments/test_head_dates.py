"""Which of a head's dates is that of the judgment."""

import pytest

from extraction.judgments.head_dates import last_date, pronounced_on


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("% Judgment reserved on: 13.01.2025\nJudgment pronounced on:07.03.2025", "2025-03-07"),
        ("Reserved on 1st May, 2020\nDate of decision: 2nd June, 2020", "2020-06-02"),
        ("CORAM: A.B. DEV, J.\nDATED : 12TH JANUARY, 2012", "2012-01-12"),
        ("% 05.02.2026", "2026-02-05"),
        ("Criminal Appeal No. 45 of 2008, decided on January 10, 2008", "2008-01-10"),
        ("Criminal Appeal No. 45 of 2008, D/- 10-1-2008.", "2008-01-10"),
        ("CRIMINAL APPEAL NO. 45 OF 2023; January 10, 2023", "2023-01-10"),
        ("Date of hearing: 03.05.2011      Date of judgment: 20.05.2011", "2011-05-20"),
        ("DATE OF RESERVING THE ORDER : 2nd MAY, 2011\nDATE OF PRONOUNCING THE ORDER : 9th MAY, 2011", "2011-05-09"),
        ("Heard on : 02.05.2011, 03.05.2011\nJudgment on : 09.05.2011", "2011-05-09"),
        ("MONDAY, THE 9TH DAY OF MAY 2011 / 19TH VAISAKHA, 1933", "2011-05-09"),
        ("1961. May 9.", "1961-05-09"),
        ("1941\nMarch 3, 4; Nov. 12.\nAppeal from the judgment dated the 2nd May, 1939", "1941-11-12"),
        ("Date of hearing and delivery of judgment : 9th May, 2011", "2011-05-09"),
        ("Date of hearing & decision : 09.05.2011", "2011-05-09"),
        ("Order No. 4               Dated: 9th May, 2011", "2011-05-09"),
        ("against the order dated 05.01.2009 passed by the High Court", None),
        ("Date of filing of Petition : 22.03.2023", None),
        ("", None),
    ],
)
def test_the_day_of_judgment(head: str, date: str | None) -> None:
    assert pronounced_on(head.split("\n")) == date


@pytest.mark.parametrize(
    "line", ["The award is passed on this the 3rd day of May, 2018.", "Dated this 3rd day of May, 2018", "03.05.2018"]
)
def test_the_day_told_at_the_end(line: str) -> None:
    assert last_date(f"1. The suit is settled.\n{line}\nSd/-\nMember") == "2018-05-03"
