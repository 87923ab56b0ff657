"""Several judgments in one file are read apart; what one judgment repeats, quotes or annexes stays in it."""

from pathlib import Path

import pytest

from extraction.extracting import extract_all
from extraction.records import Judgment, SourceDocument


def court(number: int, petitioner: str, respondent: str, *, day: int = 3, court: str = "SUPREME COURT OF INDIA") -> str:
    """A judgment with the head and the signature of a court's own print."""
    return f"""IN THE {court}
CIVIL APPEAL NO. {number} OF 2017

{petitioner} ... Appellant
Versus
{respondent} ... Respondent

JUDGMENT

K. ANAND, J.

1. The appellant claims the land by adverse possession, which both courts below have refused.

2. Possession was permissive. We follow Case{number} Rao v. State of Goa, (2001) {number} SCC 5.

3. The appeal is dismissed.

....................J.
[K. ANAND]

New Delhi;
March {day}, 2017.

"""


def reported(title: str, year: int) -> str:
    return f"""{title}
Supreme Court of India

4 May {year}
Civil Appeal No. 7 of {year}
The Judgment was delivered by : K. ANAND, J.
1. Leave granted, and the record was read with the help of counsel on both sides of the appeal.
2. The appeal fails and is dismissed.
"""


def printed_in_air(page: int, petitioner: str, respondent: str) -> str:
    return f"""AIR 1968 BOMBAY {page} (V. 55 C. {page})

K. ANAND AND P. ROY, JJ.

{petitioner} v. {respondent} and others.

First Appeal No. {page} of 1964, D/- 4-5-1967.

ORDER :— The only point is whether the suit was filed in time, and the answer is that it was not.

2. The appeal is dismissed.

Appeal dismissed.
------------------------------------------------------------------------
"""


def labelled(title: str, citation: str) -> str:
    return f"""# {title}

Court: Supreme Court of India
Citations: {citation}
Date: 4 May 2011
Bench: K. Anand, J., P. Roy, J.

1. The order of detention was served late, and no reason is given for it in the counter affidavit.

2. The writ petition is allowed.

"""


def print_of_a_law_site(title: str, day: int) -> str:
    return f"""Delhi High Court
{title} on {day} May, 2019
Author: K. Anand
Bench: K. Anand
1. The plaint discloses no cause of action, and the suit was filed after eleven years.
2. The suit is dismissed with costs.
"""


ONE, TWO = court(11, "Meera Kapur", "State of Bihar"), court(12, "Tarun Bose", "Union of India", day=9)
RECORD = """ITEM NO.14 COURT NO.5 SECTION XIV
SUPREME COURT OF INDIA
RECORD OF PROCEEDINGS
Civil Appeal No. 11/2017
M. KAPUR Appellant(s)
VERSUS
THE STATE OF BIHAR & ORS. Respondent(s)
Date : 03-03-2017 This appeal was called on for judgment today.
The appeal is dismissed in terms of the signed judgment.
(S. DEVI) COURT MASTER (A. KUMAR) ASSISTANT REGISTRAR
"""


def read(text: str) -> tuple[Judgment, ...]:
    found = extract_all(SourceDocument("file", Path("file.txt"), text, "", "judgment"))
    return tuple(judgment for judgment in found if isinstance(judgment, Judgment))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (ONE + TWO, ["Meera Kapur v. State of Bihar", "Tarun Bose v. Union of India"]),
        (
            ONE + TWO + court(13, "Leela Menon", "State of Kerala"),
            ["Meera Kapur v. State of Bihar", "Tarun Bose v. Union of India", "Leela Menon v. State of Kerala"],
        ),
        (
            reported("Meera Kapur v State of Bihar", 1988) + "\n" + reported("Tarun Bose v Union of India", 1991),
            ["Meera Kapur v. State of Bihar", "Tarun Bose v. Union of India"],
        ),
        (
            labelled("Meera Kapur v. State of Bihar", "(2011) 4 SCC 8")
            + labelled("Tarun Bose v. Union of India", "(2011) 5 SCC 9"),
            ["Meera Kapur v. State of Bihar", "Tarun Bose v. Union of India"],
        ),
        (
            printed_in_air(12, "Meera Kapur", "Tarun Bose") + printed_in_air(14, "Leela Menon", "Nila Roy"),
            ["Meera Kapur v. Tarun Bose", "Leela Menon v. Nila Roy"],
        ),
        (
            print_of_a_law_site("Meera Kapur vs State Of Bihar", 3) + print_of_a_law_site("Tarun Bose vs Nila Roy", 8),
            ["Meera Kapur v. State of Bihar", "Tarun Bose v. Nila Roy"],
        ),
        (ONE + RECORD + TWO, ["Meera Kapur v. State of Bihar", "Tarun Bose v. Union of India"]),
        (
            ONE + RECORD + "REPORTABLE\n" + TWO + RECORD,
            ["Meera Kapur v. State of Bihar", "Tarun Bose v. Union of India"],
        ),
    ],
)
def test_each_judgment_of_a_file_is_read_for_itself(text: str, titles: list[str]) -> None:
    assert [judgment.title for judgment in read(text)] == titles


def test_each_has_its_own_head_paragraphs_and_authorities() -> None:
    one, two = read(ONE + TWO)
    assert (one.name, two.name) == ("file", "file~2")
    assert (one.date, two.date) == ("2017-03-03", "2017-03-09")
    assert (one.case_number, two.case_number) == ("CIVIL APPEAL NO. 11 OF 2017", "CIVIL APPEAL NO. 12 OF 2017")
    assert [r.title for r in one.references] == ["Case11 Rao v. State of Goa"]
    assert [(r.title, r.mentions[0].paragraph) for r in two.references] == [("Case12 Rao v. State of Goa", "2")]


def test_a_report_of_its_own_has_the_citation_over_it() -> None:
    one, two = read(printed_in_air(12, "Meera Kapur", "Tarun Bose") + printed_in_air(14, "Leela Menon", "Nila Roy"))
    assert [citation.text for citation in (*one.citations, *two.citations)] == ["AIR 1968 Bom 12", "AIR 1968 Bom 14"]


def test_pages_are_those_of_the_file() -> None:
    pages = ((0, 1), (len(ONE), 2), (len(ONE) + TWO.index("2. Possession"), 3))
    found = extract_all(SourceDocument("file", Path("file.pdf"), ONE + TWO, "", "judgment", (), pages))
    places = [[mention.page for r in j.references for mention in r.mentions] for j in found if isinstance(j, Judgment)]
    assert places == [["1"], ["3"]]


SECOND_OPINION = """P. ROY, J.

1. I agree with my learned brother and add a few words of my own on the nature of the possession.

....................J.
[P. ROY]
New Delhi;
March 3, 2017.
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ONE + SECOND_OPINION, id="two opinions"),
        pytest.param(ONE + ONE.replace("K. ANAND", "P. ROY").replace("Meera", "MEERA"), id="the head again"),
        pytest.param(ONE + RECORD, id="record of proceedings"),
        pytest.param(
            ONE + "ANNEXURE A\n" + court(88, "Hari Lal", "Meera Kapur", court="HIGH COURT OF JUDICATURE AT PATNA"),
            id="annexed order of another court",
        ),
        pytest.param(
            ONE + court(88, "State of Bihar", "Meera Kapur", court="HIGH COURT OF JUDICATURE AT PATNA"),
            id="order of the court below",
        ),
        pytest.param(
            "IN THE SUPREME COURT OF INDIA\n" + "\nWITH\n".join(
                f"CIVIL APPEAL NO. {n} OF 2017\n{who} ... Appellant\nVersus\nState of Bihar ... Respondent"
                for n, who in enumerate(["Meera Kapur", "Tarun Bose", "Leela Menon"], 11)
            ) + "\n\nJUDGMENT\n\n1. These appeals raise one question.\n\n2. The appeals are dismissed.\n",
            id="a batch of appeals",
        ),
        pytest.param(
            ONE.replace("3. The appeal", "3. The order reads thus:\n\n“" + TWO + "”\n\n4. That was wrong. The appeal"),
            id="a judgment quoted whole",
        ),
        pytest.param(
            ONE.replace(
                "3. The appeal",
                f"3. Two orders were made.\n\n{TWO}{court(13, 'Leela Roy', 'State of Goa')}\n4. Both fall. The appeal",
            ),
            id="judgments quoted whole, one after another",
        ),
    ],
)  # fmt: skip
def test_one_judgment_is_one_document(text: str) -> None:
    [judgment] = read(text)
    assert judgment.petitioner == "Meera Kapur"
