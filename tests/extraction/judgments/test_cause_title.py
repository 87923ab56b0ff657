"""Who stands against whom in the cause titles of courts and tribunals, each laid out its own way."""

import pytest

from extraction.judgments.cause_title import read_matters

SUPREME = """2024 INSC 900
REPORTABLE
IN THE SUPREME COURT OF INDIA
CIVIL APPELLATE JURISDICTION
CIVIL APPEAL NO. ________ OF 2024
(Arising out of SLP (C) No. 12 of 2023)

TAMIL NADU TEXTILE
CORPORATION …APPELLANT(S)

VERSUS

RAJ KUMAR (DEAD) THROUGH LRS. & ORS. …RESPONDENT(S)

WITH
CIVIL APPEAL NO. 77 OF 2024
M/S. GUPTA BROTHERS …APPELLANT (S)
VERSUS
UNION OF INDIA …RESPONDENT (S)
"""
DELHI = """$~
* IN THE HIGH COURT OF DELHI AT NEW DELHI
% Judgment reserved on: 13.01.2025
Judgment pronounced on: 07.03.2025
+ W.P.(C) 17/2024 & CM APPL. 72863/2024 (INTERIM
RELIEF)
SHYAM POWER PVT LTD .....Petitioner
Through: Mr. A. Seth, Sr. Adv. with
Ms. B. Rao, Adv.

versus
PRINCIPAL COMMISSIONER
DELHI NORTH .....Respondent
Through: Ms. C. Kaur, SSC.
CORAM:
HON'BLE MR. JUSTICE A.B. DEV
"""
ANDHRA = """IN THE HIGH COURT OF ANDHRA PRADESH
AT AMARAVATI
THURSDAY, THE FIFTH DAY OF FEBRUARY
TWO THOUSAND AND TWENTY SIX
PRESENT
THE HONOURABLE DR. JUSTICE V. PRATAP
CRIMINAL PETITION NO: 29/2026
Between:
KADURU RAMAIAH, S/O LATE CHINNA RAO, HINDU, AGED ABOUT
35 YEARS, R/O. 1-36, COLONY
...PETITIONER/ACCUSED
AND
1. THE STATE OF ANDHRA PRADESH, REP BY ITS PUBLIC PROSECUTOR
2. THE STATION HOUSE OFFICER
...RESPONDENT/COMPLAINANT
"""
TRIBUNAL = """IN THE COURT OF MS. RUCHI SETHI
PRESIDING OFFICER, MACT-01
MACT No. : 244/2023
FIR No. : 581/2022

Ajay Bhatia
S/o Sh. Gajender Bhatia
R/o A-34/3, Main Road,
Gali No. 1, Delhi-110053.
.......Petitioner VERSUS
[1] Mangla Das S/o Sh. Ram Karan R/o B-281, Delhi.
[2] Santosh Tripathi
"""
ONE_LINE = """IN THE HIGH COURT OF DELHI AT NEW DELHI
+ W.P.(C) 1097/2026
DR G.P. SHARMA .....Petitioner
Through: Mr. Y. Sharma, Advocate. versus
UNION OF INDIA & ORS. .....Respondents
"""


@pytest.mark.parametrize(
    ("head", "matters"),
    [
        (
            SUPREME,
            [
                ("TAMIL NADU TEXTILE CORPORATION", "RAJ KUMAR (DEAD) THROUGH LRS. & ORS."),
                ("M/S. GUPTA BROTHERS", "UNION OF INDIA"),
            ],
        ),
        (DELHI, [("SHYAM POWER PVT LTD", "PRINCIPAL COMMISSIONER DELHI NORTH")]),
        (ANDHRA, [("KADURU RAMAIAH", "THE STATE OF ANDHRA PRADESH")]),
        (TRIBUNAL, [("Ajay Bhatia", "Mangla Das")]),
        (ONE_LINE, [("DR G.P. SHARMA", "UNION OF INDIA & ORS.")]),
    ],
    ids=["supreme", "delhi", "andhra", "tribunal", "one-line"],
)
def test_the_first_party_of_either_side_of_every_matter(head: str, matters: list[tuple[str, str]]) -> None:
    assert [(m.petitioner, m.respondent) for m in read_matters(head.split("\n"))] == matters


@pytest.mark.parametrize(
    "text",
    ["", "The appellant relies on Ram v. State.", "Counsel appeared for the Respondent.\nversus\n", "1. Versus"],
)
def test_prose_has_no_parties(text: str) -> None:
    assert read_matters(text.split("\n")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Leela Menon . . Appellant;", "State of Goa . . Respondent."),
        ("Leela Menon ... Operational Creditor", "State of Goa ... Corporate Debtor"),
        ("Leela Menon ...Decree Holder", "State of Goa ...Judgment Debtor"),
    ],
)
def test_leaders_and_roles_are_no_part_of_a_party(one: str, other: str) -> None:
    [matter] = read_matters(["IN THE HIGH COURT OF BOMBAY AT GOA", one, "Versus", other])
    assert (matter.petitioner, matter.respondent) == ("Leela Menon", "State of Goa")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Appellant : The Nadia Jute Mills", "Respondents : 1. Gopal Dhar\n2. State of Bihar"),
        ("Plaintiff   :  The Nadia Jute Mills", "Defendant No. 1 : Gopal Dhar\nDefendant No. 2 : Moti Dhar"),
        ("Petitioner/s: The Nadia Jute Mills,", "Opposite Party :- Gopal Dhar, S/o Hari Dhar"),
        ("1:THE NADIA JUTE MILLS\nS/O- NONE, R/O- NADIA", "1:GOPAL DHAR\n\n2:STATE OF BIHAR"),
    ],
)
def test_a_role_or_a_number_before_a_party_is_no_part_of_its_name(above: str, below: str) -> None:
    (matter,) = read_matters(f"IN THE COURT AT NADIA\n\n{above}\n\nVersus\n\n{below}\n\nJUDGMENT".split("\n"))
    found = (matter.petitioner.lower(), matter.respondent.lower())
    assert found == ("the nadia jute mills", "gopal dhar")
