"""Each judge who writes is known, with what he wrote, and whether he agrees."""

from pathlib import Path

import pytest

from extraction.extracting import extract
from extraction.records import Judgment, SourceDocument

HEAD = """IN THE SUPREME COURT OF INDIA
CIVIL APPEAL NO. 77 OF 2012

Harbans Kaur ... Appellant
Versus
Municipal Board, Ajmer ... Respondent

JUDGMENT

"""
FIRST = """L.N. GHOSH, J.

1. The Board took the land in 1988 and paid nothing. Madho v. State of Goa, (1988) 1 SCC 44 does not help it.

2. The appeal is allowed.

"""


def signed(name: str) -> str:
    return f"....................J.\n[{name}]\n\nNew Delhi;\nMay 4, 2012.\n\n"


def read(text: str) -> Judgment:
    judgment = extract(SourceDocument("file", Path("file.txt"), text, "", "judgment"))
    assert isinstance(judgment, Judgment)
    return judgment


@pytest.mark.parametrize(
    ("second", "role"),
    [
        ("S. PILLAI, J.\n\n1. I agree.\n\n", "concurring"),
        ("S. PILLAI, J.\n\n1. I had the benefit of reading the draft, and I concur.\n\n", "concurring"),
        ("S. PILLAI, J. (Concurring)\n\n1. The facts need no telling again. The Board had no title.\n\n", "concurring"),
        ("S. PILLAI, J. :- I have had the privilege of reading the opinion of Ghosh, J. and agree.\n\n", "concurring"),
        ("Per contra by S. PILLAI, J.\n\n1. The Board's title was never in doubt on this record.\n\n", "dissenting"),
        ("S. PILLAI, J. (dissenting)\n\n1. The Board's title was never in doubt on this record.\n\n", "dissenting"),
        ("S. PILLAI, J., dissenting:\n\n1. The Board's title was never in doubt on this record.\n\n", "dissenting"),
        ("DISSENTING JUDGMENT BY S. PILLAI, J.\n\n1. The Board's title was never in doubt.\n\n", "dissenting"),
        ("S. PILLAI, J.—I regret that I find myself unable to agree with my learned brother.\n\n", "dissenting"),
        ("S. PILLAI, J.\n\n1. With respect, I cannot agree with my learned brother.\n\n", "dissenting"),
        ("S. PILLAI, J.\n\n1. The title of the Board is good.\n\n2. I would dismiss the appeal.\n\n", "dissenting"),
        ("S. PILLAI, J.\n\n1. Nor was possession ever taken.\n\n2. I would allow the appeal.\n\n", "concurring"),
    ],
)  # fmt: skip
def test_a_second_opinion_has_its_author_and_its_stand(second: str, role: str) -> None:
    judgment = read(HEAD + FIRST + signed("L.N. GHOSH") + second + signed("S. PILLAI"))
    assert [(o.judge, o.role) for o in judgment.opinions] == [("L.N. Ghosh", "author"), ("S. Pillai", role)]
    assert judgment.bench == ("L.N. Ghosh", "S. Pillai")


def test_an_opinion_after_the_order_is_read_whole() -> None:
    added = "S. PILLAI, J.\n\n1. I agree, and add that Ratna v. State of Goa, (1995) 3 SCC 462 was overlooked.\n\n"
    judgment = read(HEAD + FIRST + signed("L.N. GHOSH") + added + signed("S. PILLAI"))
    assert judgment.authors == ("L.N. Ghosh", "S. Pillai")
    assert [r.title for r in judgment.references] == ["Madho v. State of Goa", "Ratna v. State of Goa"]
    assert "Ratna" in " ".join(chunk.text for chunk in judgment.chunks)


def test_each_opinion_numbers_its_own_paragraphs() -> None:
    added = "S. PILLAI, J. (dissenting)\n\n1. I disagree.\n\n2. Ratna v. State of Goa, (1995) 3 SCC 462 binds us.\n\n"
    judgment = read(HEAD + FIRST + signed("L.N. GHOSH") + added + signed("S. PILLAI"))
    assert [m.paragraph for r in judgment.references for m in r.mentions] == ["1", "2"]


def test_the_court_does_not_say_what_a_dissent_says() -> None:
    view = "2. Madho v. State of Goa, (1988) 1 SCC 44 is overruled. I would dismiss the appeal."
    text = HEAD + FIRST + signed("L.N. GHOSH") + f"S. PILLAI, J.\n\n1. I dissent.\n\n{view}\n\n" + signed("S. PILLAI")
    said = {(m.treatment, m.by) for r in read(text).references for m in r.mentions}
    assert ("overruled", "dissent") in said
    assert ("overruled", "court") not in said


def test_three_judges_of_whom_one_speaks_for_another() -> None:
    text = (
        HEAD
        + "T. DAVE, J. (dissenting)\n\n1. The Board took the land lawfully.\n\n"
        + "L.N. GHOSH, J. (for himself and S. PILLAI, J.)\n\n1. Nothing was paid.\n\n2. The appeal is allowed.\n\n"
    )
    judgment = read(text)
    assert [(o.judge, o.role) for o in judgment.opinions] == [("T. Dave", "dissenting"), ("L.N. Ghosh", "author")]
    assert judgment.authors == ("L.N. Ghosh", "T. Dave")


def test_who_agrees_with_the_dissent_dissents() -> None:
    text = (
        HEAD + FIRST
        + "S. PILLAI, J.\n\n1. I regret my inability to agree with my learned brother.\n\n"
        + "T. DAVE, J.\n\n1. I agree with the judgment delivered by Pillai, J.\n\n"
    )  # fmt: skip
    assert [(o.judge, o.role) for o in read(text).opinions] == [
        ("L.N. Ghosh", "author"),
        ("S. Pillai", "dissenting"),
        ("T. Dave", "dissenting"),
    ]


def test_judges_who_differ_refer_the_case() -> None:
    last = (
        "In view of the difference of opinion, let the papers be placed before the Chief Justice for a larger bench.\n"
    )
    second = "S. PILLAI, J.\n\n1. I am unable to agree with the conclusion of my esteemed sister.\n\n"
    judgment = read(HEAD + FIRST + signed("L.N. GHOSH") + second + signed("S. PILLAI") + f"ORDER\n\n{last}")
    assert judgment.authors == ("L.N. Ghosh", "S. Pillai")


def test_an_agreement_over_a_signature_is_a_vote_and_nothing_written() -> None:
    judgment = read(HEAD + FIRST + signed("L.N. GHOSH") + "I agree.\n\n" + signed("S. PILLAI"))
    assert [(o.judge, o.role) for o in judgment.opinions] == [("L.N. Ghosh", "author"), ("S. Pillai", "concurring")]
    assert judgment.authors == ("L.N. Ghosh",)


@pytest.mark.parametrize(
    "added",
    [
        pytest.param(signed("S. PILLAI"), id="a second signature"),
        pytest.param("L.N. GHOSH, J.\n\nS. PILLAI, J.\n\nMay 4, 2012\n", id="signatures without rules"),
        pytest.param("4. As was said by\nS. PILLAI, J. in that case, title passes.\n", id="a line that a name begins"),
        pytest.param("4. He cites Pillai, J. (dissenting) in (1970) 1 SCC 1.\n", id="a dissent that is cited"),
    ],
)  # fmt: skip
def test_one_opinion_has_one_author(added: str) -> None:
    judgment = read(HEAD + FIRST + added)
    assert (judgment.authors, judgment.opinions) == (("L.N. Ghosh",), ())


def test_a_name_that_ends_in_the_letter_of_the_office_is_whole() -> None:
    assert read(HEAD + FIRST.replace("L.N. GHOSH, J.", "PANKAJ DALAL, J.")).authors == ("Pankaj Dalal",)


def test_who_signs_above_the_agreement_of_another_wrote() -> None:
    body = "1. The Board took the land in 1988 and paid nothing for it.\n\n2. The appeal is allowed.\n\n"
    judgment = read(HEAD + body + "(L.N. Ghosh, J.)\n\nI agree.\n\n(S. Pillai, J.)\n")
    assert [(o.judge, o.role) for o in judgment.opinions] == [("L.N. Ghosh", "author"), ("S. Pillai", "concurring")]
    assert judgment.authors == ("L.N. Ghosh",)


def test_a_vote_may_stand_behind_the_name() -> None:
    judgment = read(HEAD + FIRST + "S. PILLAI, J.:- I agree.\n")
    assert [(o.judge, o.role) for o in judgment.opinions] == [("L.N. Ghosh", "author"), ("S. Pillai", "concurring")]


def test_the_bench_is_of_all_who_sign_under_any_opinion() -> None:
    second = "T. DAVE, J.\n\n1. I have come to a different conclusion, for the Board had title.\n\n"
    text = HEAD + FIRST + signed("L.N. GHOSH") + signed("S. PILLAI") + HEAD + second + signed("T. DAVE")
    judgment = read(text)
    assert judgment.bench == ("L.N. Ghosh", "S. Pillai", "T. Dave")
    assert [(o.judge, o.role) for o in judgment.opinions] == [("L.N. Ghosh", "author"), ("T. Dave", "dissenting")]
