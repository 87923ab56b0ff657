"""Cases looked up by the number under which they were filed, as courts print it and as people type it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.linking.case_numbers import filed_numbers
from kg.linking.lookup import resolve
from kg.linking.named_cases import cases_named
from kg.nodes import Case
from kg.store import Batch, Store
from kg.stores.open import open_store
from tests.support.cli_runs import answered, lawgraph

SUPREME, DELHI, KERALA = "Supreme Court of India", "Delhi High Court", "Kerala High Court"
FILED = [
    ("sona", "Sona v. Rupa", "CIVIL APPEAL NOS. 100-102 OF 2019", SUPREME),
    ("moti", "Moti v. State", "CRIMINAL APPEAL NO. OF 2024 (Arising out of SLP (Crl.) No.5719/2023)", SUPREME),
    ("hari", "Hari v. State", "Crl.A. No. 45 of 2024", SUPREME),
    ("gopal", "Gopal v. Union of India", "W.P.(C) 1234/2023 & CM APPL. 9896/2023 (Stay)", DELHI),
    ("meera", "Meera v. State of Kerala", "Writ Petition (Civil) No. 1234 of 2023", KERALA),
    ("asha", "Asha v. Board", "Writ Petitions Nos. 279-283, 293 & 306 of 1972", SUPREME),
    ("ravi", "Ravi v. Bank", "C.A. No. 14970-71 OF 2017", SUPREME),
    ("tara", "Tara v. Bank", "COMPANY APPEAL NO. 101 OF 2019", SUPREME),
    ("bela", "Bela v. Tax Officer", "ITA 785/2019", DELHI),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "g.db"), create=True)
    nodes = [Case(id, title=title, case_number=n, court=court, has_text=True) for id, title, n, court in FILED]
    opened.write(Batch(nodes=list(nodes)))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Civil Appeal No. 100 of 2019", "sona"),
        ("CIVIL APPEAL NOS. 100-102 OF 2019", "sona"),
        ("civil appeal 101/2019", "sona"),
        ("Special Leave Petition (Criminal) No. 5719 of 2023", "moti"),
        ("SLP(Crl) 5719/2023", "moti"),
        ("slp (crl.) no. 5719 of 2023", "moti"),
        ("CRIMINAL APPEAL NO. 45 OF 2024", "hari"),
        ("Crl. A. 45/2024", "hari"),
        ("Cr.A. No.45 of 2024", "hari"),
        ("CM APPL. 9896/2023", "gopal"),
        ("WP(C)/1234/2023, Delhi High Court", "gopal"),
        ("W.P. (C) No. 1234 of 2023 (Kerala)", None),
        ("Writ Petition No. 281 of 1972", "asha"),
        ("W.P. No. 306 of 1972", "asha"),
        ("Civil Appeal No. 14971 of 2017", "ravi"),
        ("Income Tax Appeal No. 785 of 2019", "bela"),
    ],
)
def test_a_number_leads_to_its_case(typed: str, found: str | None, store: Store) -> None:
    lookup = resolve(store, typed)
    assert (lookup.found.id if lookup.found else None) == found


@pytest.mark.parametrize(
    ("typed", "candidates"),
    [
        ("W.P.(C) 1234/2023", ["gopal", "meera"]),
        ("C.A. 101 of 2019", ["sona", "tara"]),
    ],
)
def test_what_could_be_several_is_listed(typed: str, candidates: list[str], store: Store) -> None:
    lookup = resolve(store, typed)
    assert lookup.found is None
    assert sorted(candidate.node.id for candidate in lookup.candidates) == candidates


@pytest.mark.parametrize(
    "typed",
    [
        "Civil Appeal No. 103 of 2019",
        "Civil Appeal No. 100 of 2018",
        "Criminal Appeal No. 101 of 2019",
        "Civil Appeal No. 45 of 2024",
        "W.P.(Crl.) 1234/2023",
        "Writ Petition No. 290 of 1972",
    ],
)
def test_another_number_year_or_kind_is_not_the_case(typed: str, store: Store) -> None:
    assert resolve(store, typed).candidates == ()


@pytest.mark.parametrize(
    "text",
    ["Act 45 of 1860", "section 45 of 2024", "FIR No. 5/2019", "on 5/2019", "AIR 5/2001", "was 45/2024", "5/6/2019"],
)
def test_other_numbers_are_none_of_a_case(text: str) -> None:
    assert filed_numbers(text) == []


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What did the court hold in Civil Appeal No. 101 of 2019?", ["sona"]),
        ("Was Crl. A. 45/2024 followed in SLP(Crl) No. 5719 of 2023?", ["hari", "moti"]),
        ("Is Sona v. Rupa (Civil Appeal No. 101 of 2019) good law?", ["sona"]),
        ("Is W.Ps. Nos. 279 of 1972 and 293 of 1972 good law?", ["asha", "asha"]),
        ("Which cases cite Civil Appeal No. 900 of 2019?", [None]),
    ],
)
def test_a_question_may_name_a_case_by_its_number(question: str, found: list[str | None], store: Store) -> None:
    named = cases_named(store, question)
    assert [case.lookup.found.id if case.lookup.found else None for case in named] == found


def test_show_and_ask_by_number(tmp_path: Path) -> None:
    text = (
        "Sona Mills v Rupa Traders\nSupreme Court of India\n\n5 May 2019\nCivil Appeal Nos. 100-102 of 2019\n"
        "The Judgment was delivered by : P. N. Bhagwati, J.\n1. The levy under article 265 fails.\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    place = tmp_path / "built.db"
    assert lawgraph("build", tmp_path / "a.txt", "--no-embed", "--workers", 1, store=place).exit_code == 0
    assert answered("show", "Civil Appeal No. 101 of 2019", store=place)["title"] == "Sona Mills v. Rupa Traders"
    answer = answered("ask", "Is Civil Appeal No. 102 of 2019 still good law?", store=place)
    assert [node["title"] for node in answer["graph"]["nodes"]] == ["Sona Mills v. Rupa Traders"]
    assert answered("ask", "Is Civil Appeal No. 103 of 2019 still good law?", store=place)["refused"]
