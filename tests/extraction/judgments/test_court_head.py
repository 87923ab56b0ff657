"""The head of a judgment as the court itself prints it."""

import pytest

from extraction.judgments.court_head import read_court_head

HEAD = """IN THE HIGH COURT OF DELHI AT NEW DELHI
W.P.(C) 1234/2009
MOHINI DEVI ..... Petitioner
Through: Mr. A. Rao, Advocate
versus
UNION OF INDIA & ORS. ..... Respondents
Through: Ms. B. Sen, Advocate
CORAM:
HON'BLE MR. JUSTICE A.K. SIKRI
HON'BLE MR. JUSTICE RAJIV SHAKDHER
Date of decision: 4th March, 2010
JUDGMENT
1. The petitioner was dismissed from service.
2. The petition is allowed.
"""
TWO = """IN THE SUPREME COURT OF INDIA
CIVIL APPEAL NO. 12 OF 2024

RATAN MILLS ...APPELLANT(S)

VERSUS

STATE OF GUJARAT & ORS. ...RESPONDENT(S)

WITH
CIVIL APPEAL NO. 77 OF 2024
M/S. GUPTA BROTHERS ...APPELLANT(S)
VERSUS
UNION OF INDIA ...RESPONDENT(S)

JUDGMENT
1. Leave granted.
"""


def test_all_that_a_head_says() -> None:
    head = read_court_head(HEAD)
    assert head
    assert head.parties == ("Mohini Devi", "Union of India")
    assert (head.court, head.case_number) == ("Delhi High Court", "W.P.(C) 1234/2009")
    assert head.bench == ("A.K. Sikri", "Rajiv Shakdher")
    assert head.date == "2010-03-04"
    assert HEAD[head.end :].lstrip().startswith("1. The petitioner")


def test_matters_heard_together_with_the_first() -> None:
    head = read_court_head(TWO)
    assert head
    assert head.parties == ("Ratan Mills", "State of Gujarat")
    assert head.connected == ("Gupta Brothers v. Union of India",)
    assert head.case_number == "CIVIL APPEAL NO. 12 OF 2024"


def test_one_matter_has_nothing_connected() -> None:
    head = read_court_head(HEAD)
    assert head
    assert head.connected == ()


@pytest.mark.parametrize(
    "word", ["JUDGMENT", "ORDER", "O R D E R", "J U D G M E N T", "ORAL JUDGMENT", "JUDGMENT (Oral)"]
)
def test_the_word_over_the_opinion_belongs_to_no_party_and_no_judge(word: str) -> None:
    head = read_court_head(HEAD.replace("\nJUDGMENT\n", f"\n{word}\n"))
    assert head
    assert head.bench == ("A.K. Sikri", "Rajiv Shakdher")
    assert HEAD[: head.end].rstrip().endswith("4th March, 2010") or "1. The petitioner" not in HEAD[: head.end]


@pytest.mark.parametrize(
    ("line", "court"),
    [
        ("IN THE HIGH COURT OF JUDICATURE AT BOMBAY", "Bombay High Court"),
        ("IN THE SUPREME COURT OF INDIA", "Supreme Court of India"),
        ("IN THE HIGH COURT OF KERALA AT ERNAKULAM", "Kerala High Court"),
    ],
)
def test_the_court_in_its_usual_name(line: str, court: str) -> None:
    head = read_court_head(HEAD.replace("IN THE HIGH COURT OF DELHI AT NEW DELHI", line))
    assert head
    assert head.court == court


@pytest.mark.parametrize("text", ["", "1. The petitioner was dismissed.", HEAD.replace("versus", "and")])
def test_no_parties_no_head(text: str) -> None:
    assert read_court_head(text) is None
