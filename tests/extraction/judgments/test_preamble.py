"""What the head of a judgment says, whoever published it."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.judgments.preamble import Preamble, read_preamble

REPORTED = """Des Raj and Anr. Etc. v Union Of India
Supreme Court of India

13 February 1991
Writ Petition Nos. 117 and 118 of 1984. From the Judgment and Order dated 1.1.1984 of the High Court
The Judgment was delivered by : N. M. Kasliwal, J.
1.  The petitions are disposed of by one order.
"""
SCRAPED = """# M.C. Mehta v. Union of India (Oleum Gas Leak)
YEAR: 1987
SOURCE: https://example.org/doc/1/

[Cites
29
, Cited by
155
]
Supreme Court of India
M.C. Mehta And Anr vs Union Of India & Ors on 20 December, 1986
Equivalent citations: 1987 AIR 1086, 1987 SCR (1) 819
Author:
P.N. Bhagwati
Bench:
P.N. Bhagwati
,
Misra Rangnath
,
G.L. Oza
PETITIONER:
M.C. MEHTA AND ANR.
Vs.
RESPONDENT:
UNION OF INDIA & ORS.
DATE OF JUDGMENT20/12/1986
BENCH:
BHAGWATI, P.N. (CJ)
CITATION:
1987 SCC (1) 395
CITATOR INFO :
F	 1989 SC1642	 (24)
ACT:
HEADNOTE:
JUDGMENT:
1. This petition was heard.
2. It is allowed.
About
Disclaimer
Privacy Policy
"""
DIGEST = """# Kesavananda Bharati v. State of Kerala

Court: Supreme Court of India
Citations: AIR 1973 SC 1461; (1973) 4 SCC 225
Date: 24 April 1973
Case number: Writ Petition (Civil) No. 135 of 1970
Bench: S.M. Sikri, C.J., J.M. Shelat, J.
Bench strength: 13
Author: S.M. Sikri, C.J.; J.M. Shelat, J.
Also known as: Fundamental Rights case; Basic Structure case

## Facts

1. The petitioner was the head of a mutt.
"""
FRONT_MATTER = """---
title: "Shreya Singhal vs U.O.I"
date: "2015-03-24"
court: "Supreme Court of India"
citation: "AIR 2015 SUPREME COURT 1523"
---

# Shreya Singhal vs U.O.I

Author:
R.F. Nariman
Bench:
R.F. Nariman
,
J. Chelameswar
[pic]REPORTABLE
J U D G M E N T
R.F. NARIMAN, J.
1. The petitions are heard together.
"""
CAUSE_TITLE = """IN THE HIGH COURT OF DELHI AT NEW DELHI
W.P. (C) 6955 of 2007
Date of decision: 3rd May, 2009

NARENDER KUMAR JAIN            ..... Petitioner
                  versus
GOVT. OF NCT OF DELHI          ..... Respondent

JUDGMENT
1. The petitioner is a teacher.
"""


def read(text: str) -> Preamble:
    return read_preamble(text, "the-file")


def body(text: str) -> str:
    preamble = read(text)
    return text[preamble.start : preamble.end].strip()


def test_a_reporters_header() -> None:
    head = read(REPORTED)
    assert (head.title, head.petitioner, head.respondent) == ("Des Raj v. Union of India", "Des Raj", "Union of India")
    assert (head.court, head.date, head.year) == ("Supreme Court of India", "1991-02-13", 1991)
    assert head.case_number == "Writ Petition Nos. 117 and 118 of 1984"
    assert (head.authors, head.bench) == (("N.M. Kasliwal",), ("N.M. Kasliwal",))
    assert head.bench_size is None, "one judge delivered it, how many sat is not said"
    assert body(REPORTED).startswith("1.  The petitions")


def test_a_scraped_page() -> None:
    head = read(SCRAPED)
    assert (head.title, head.aliases) == ("M.C. Mehta v. Union of India", ("Oleum Gas Leak",))
    assert (head.court, head.date) == ("Supreme Court of India", "1986-12-20"), "not the year beside the label"
    assert [citation.text for citation in head.citations] == [
        "AIR 1987 SC 1086",
        "(1987) 1 SCR 819",
        "(1987) 1 SCC 395",
    ]
    assert head.bench == ("P.N. Bhagwati", "Ranganath Misra", "G.L. Oza")
    assert (head.bench_size, head.authors) == (3, ("P.N. Bhagwati",))
    assert body(SCRAPED) == "1. This petition was heard.\n2. It is allowed."


def test_a_digest() -> None:
    head = read(DIGEST)
    assert head.title == "Kesavananda Bharati v. State of Kerala"
    assert [citation.text for citation in head.citations] == ["AIR 1973 SC 1461", "(1973) 4 SCC 225"]
    assert (head.date, head.case_number) == ("1973-04-24", "Writ Petition (Civil) No. 135 of 1970")
    assert head.bench == head.authors == ("S.M. Sikri", "J.M. Shelat")
    assert head.bench_size == 13
    assert head.aliases == ("Fundamental Rights case", "Basic Structure case")
    assert body(DIGEST).startswith("## Facts")


def test_front_matter_and_a_list_that_runs_into_the_cause_title() -> None:
    head = read(FRONT_MATTER)
    assert (head.title, head.date) == ("Shreya Singhal v. Union of India", "2015-03-24")
    assert head.bench == ("R.F. Nariman", "J. Chelameswar")
    assert body(FRONT_MATTER).startswith("R.F. NARIMAN, J.")


def test_a_cause_title() -> None:
    head = read(CAUSE_TITLE)
    assert head.title == "Narender Kumar Jain v. Government of NCT of Delhi"
    assert (head.court, head.date) == ("Delhi High Court", "2009-05-03")
    assert body(CAUSE_TITLE) == "1. The petitioner is a teacher."


@pytest.mark.parametrize(
    ("text", "title", "start"),
    [
        ("", "the-file", ""),
        ("Words alone.", "the-file", "Words alone."),
        ("1. The appeal\n2. is dismissed.", "the-file", "1. The appeal"),
        ("A v B was cited. " + "Prose on one line. " * 50, "the-file", "A v B was cited."),
        ("A v B\n1. Dismissed.", "A v. B", "1. Dismissed."),
        (
            "A v B\nSupreme Court of India\n\n1 April 1998\nThe Order of the Court was as follows :\nHeard.",
            "A v. B",
            "Heard.",
        ),
        (
            "A v B\nStatus: Negative\nSupreme Court of India\n\n1 April 1998\nC.A. No. 1 of\n1967\nRoe, J.- Heard.",
            "A v. B",
            "Roe",
        ),
        (
            "A v B\nSupreme Court of India\n\n1 April 1998\nC.A. No. 1 of 1990\nJUDGMENT:\n1. Heard.",
            "A v. B",
            "1. Heard.",
        ),
    ],
)
def test_missing_lines_are_borne(text: str, title: str, start: str) -> None:
    head = read(text)
    assert head.title == title
    assert text[head.start :].lstrip().startswith(start)


LABELLED = "CORAM: A.R. JOSHI, J.\nDATE: 12TH JANUARY, 2012\n\n1. Heard.\n"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Ram Patil ... Appellant\nVersus\nState of Goa ... Respondent\n\n", "Ram Patil v. State of Goa"),
        ("Ram Patil v. State of Goa\n\n", "Ram Patil v. State of Goa"),
        ("PETITIONER: Ram Patil\n", "Ram Patil"),
        ("RESPONDENT: State of Goa\n", "State of Goa"),
        ("PETITIONER:\nRESPONDENT:\n", "the-file"),
        ("... Appellant\nVersus\n... Respondent\n\n", "the-file"),
        ("V. Rao v. State of Goa\n\n", "V. Rao v. State of Goa"),
        *((f"{bare}\n", "the-file") for bare in ("", "v", "# v.", "Title: versus", "# * * *", "# (1978)")),
    ],
)
def test_a_labelled_head_without_labels_of_the_parties(above: str, title: str) -> None:
    assert read(above + LABELLED).title == title


@pytest.mark.parametrize("head", ["Versus\n\n1. Heard.", "... Appellant\nv.\n... Respondent\n\n1. Heard.", "V\nVERSUS"])
def test_a_title_is_never_a_bare_versus(head: str) -> None:
    assert read(head).title == "the-file"


HEADS = [*SCRAPED.split("\n"), *REPORTED.split("\n"), *DIGEST.split("\n"), *LABELLED.split("\n"), "v.", "Versus", "# v"]


@given(st.text(max_size=400) | st.lists(st.sampled_from(HEADS)).map("\n".join))
def test_any_text_has_a_preamble(text: str) -> None:
    head = read(text)
    assert 0 <= head.start <= len(text)
    assert any(letter.isalpha() for letter in head.title)
    assert head.title.strip(". ").lower() not in ("v", "vs", "versus")
    assert head.date is None or "1860" <= head.date[:4] <= "2100"


@pytest.mark.parametrize(
    "text", ["x" * 2_000_000, "9" * 1_000_000, "(" * 100_000, "[" * 100_000, "A v " * 100_000, "\n" * 10**6]
)
def test_hostile_heads_take_little_time(text: str) -> None:
    began = time.perf_counter()
    read(text)
    assert time.perf_counter() - began < 5


def test_the_corpus_has_its_facts(shared_data: Path) -> None:
    files = sorted((shared_data / "judgments" / "aila2019").glob("C*.txt"))[::10]
    texts = {path.stem: path.read_bytes().decode("utf-8", errors="replace") for path in files}
    heads = {name: read_preamble(text, name) for name, text in texts.items()}
    assert all(head.title != name and head.date and head.court for name, head in heads.items())
    assert sum(bool(head.petitioner and head.respondent) for head in heads.values()) >= 0.99 * len(heads)
    delivered = [name for name, text in texts.items() if re.search(r"delivered by ?: ?[A-Z]", text[:2000])]
    assert sum(bool(heads[name].authors) for name in delivered) >= 0.98 * len(delivered)


@pytest.mark.parametrize(
    ("name", "title", "date", "bench"),
    [
        ("maneka_gandhi_v_union_of_india", "Maneka Gandhi v. Union of India", "1978-01-25", 7),
        ("mc_mehta_v_union_of_india_oleum_gas_leak", "M.C. Mehta v. Union of India", "1986-12-20", 5),
        ("shreya_singhal_vs_u_o_i", "Shreya Singhal v. Union of India", "2015-03-24", 2),
        ("vishaka_v_state_of_rajasthan", "Vishaka v. State of Rajasthan", "1997-08-13", 3),
    ],
)
def test_landmarks(shared_data: Path, name: str, title: str, date: str, bench: int) -> None:
    text = (shared_data / "judgments" / "landmarks" / f"{name}.md").read_bytes().decode()
    head = read_preamble(text, name)
    assert (head.title, head.date, head.bench_size) == (title, date, bench)
    assert head.citations
    assert "Cited by" not in text[head.start : head.end]


SCC_PAGE = """(2008) 3 Supreme Court Cases 795 : AIR 2008 SC 1580

In the Supreme Court of India
(BEFORE S.B. RAWAL AND HARJIT SINGH BHALLA, JJ.)

TARUN SINGH AND ANOTHER . . Appellants;
Versus
STATE OF UTTARANCHAL AND OTHERS . . Respondents.

Criminal Appeal No. 45 of 2008, decided on January 10, 2008

A. Penal Code, 1860 - S. 302 - Held, offence made out - Hari Ram v. State of Goa, (1999) 2 SCC 5, overruled

The Judgment of the Court was delivered by
S.B. RAWAL, J.— Leave granted.

2. In Hari Ram v. State of Goa, (1999) 2 SCC 5 it was held so.
"""
LIVELAW_PAGE = """2023 LiveLaw (SC) 45
IN THE SUPREME COURT OF INDIA
S.B. RAWAL; J., H.S. BHALLA; J.
CRIMINAL APPEAL NO. 45 OF 2023; January 10, 2023
Tarun Singh versus State of Uttarakhand

JUDGMENT
S.B. Rawal, J.
1. Leave granted.
"""


@pytest.mark.parametrize(
    ("page", "title", "date", "bench"),
    [
        (SCC_PAGE, "Tarun Singh v. State of Uttaranchal", "2008-01-10", ("S.B. Rawal", "Harjit Singh Bhalla")),
        (LIVELAW_PAGE, "Tarun Singh v. State of Uttarakhand", "2023-01-10", ("S.B. Rawal", "H.S. Bhalla")),
    ],
    ids=["scc", "livelaw"],
)
def test_pages_of_reports(page: str, title: str, date: str, bench: tuple[str, ...]) -> None:
    head = read(page)
    assert (head.title, head.date, head.bench) == (title, date, bench)
    assert head.authors == ("S.B. Rawal",)
    assert "Penal Code, 1860 - S. 302" not in body(page), "a headnote is not the court's"


def test_prose_without_a_head_goes_by_its_name() -> None:
    assert read("in ram v. state it was held that the rule is fair. this was followed.\n").title == "the-file"


@pytest.mark.parametrize(
    "line",
    [
        "A.B. KAROL, J.",
        "A.B. KAROL J.,",
        "A.B. KAROL, J",
        "A.B. KAROL, J. (Oral)",
        "A.B. KAROL, J.:",
        "A.B. Karol, J.—",
    ],
)
def test_the_judge_whose_name_opens_the_opinion(line: str) -> None:
    head = "IN THE SUPREME COURT OF INDIA\nRAM …APPELLANT\nVERSUS\nSHYAM …RESPONDENT\n\nJUDGMENT\n\n"
    assert read(f"{head}{line}\n\n1. Leave granted.\n").authors == ("A.B. Karol",)
