"""What every naming is found to be, decided together, whatever the order."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.identity.decisions import decisions_of
from kg.identity.naming import Decision, Naming, soft_keys
from tests.support.namings import naming, own

MANEKA = own("C1", "Maneka Gandhi v. Union of India", "1978-01-25", "AIR 1978 SC 597", court="Supreme Court of India")
BATRA_1978 = own("C2", "Sunil Batra v. Delhi Administration", "1978-08-30")
BATRA_1980 = own("C3", "Sunil Batra v. Delhi Administration", "1980-12-20")
MANY = [
    MANEKA,
    BATRA_1978,
    BATRA_1980,
    naming("d@0", "Smt. Maneka Gandhi v. U.O.I.", "AIR 1978 SC 597"),
    naming("d@1", "", "(1978) 1 SCC 248 : AIR 1978 SC 597"),
    naming("e@0", "Menaka Gandhi v. Union of India", "(1978) 1 SCC 248"),
    naming("e@1", "Sunil Batra v. Delhi Administration", "(1978) 4 SCC 494"),
    naming("e@2", "Sunil Batra v. Delhi Administration", "(1980) 3 SCC 488"),
    naming("f@0", "Sunil Batra v. Delhi Administration", cited_in=1990),
    naming("f@1", "Maneka Gandhi", cited_in=1990),
    naming("f@2", "Kharak Singh v. State of Uttar Pradesh", "AIR 1963 SC 1295"),
    naming("g@0", "Kharak Singh v. State of U.P.", "(1964) 1 SCR 332 : AIR 1963 SC 1295"),
    naming("g@1", "Olga Tellis", cited_in=1990),
]


def decided(*namings: Naming) -> dict[str, Decision]:
    return decisions_of(namings)


def test_a_judgment_is_its_own_case_under_a_readable_id() -> None:
    assert decided(MANEKA)["C1@own"] == Decision("maneka-gandhi-v-union-of-india-1978", "own", "")


@pytest.mark.parametrize(
    ("title", "citations", "reason"),
    [
        ("Maneka Gandhi v. Union of India", ["AIR 1978 SC 597"], "a citation in common"),
        ("Smt. Maneka Gandhi v. U.O.I.", ["AIR 1978 SC 597"], "a citation in common"),
        ("", ["AIR 1978 SC 597"], "a citation in common"),
        ("Maneka Gandhi v. Union of India", ["(1978) 1 SCC 248"], "the same parties and year"),
        ("Menaka Gandhi v. Union of India", ["(1978) 1 SCC 248"], "the same parties and year"),
        ("Maneka Gandhi v. Union of India", [], "the same parties"),
        ("Maneka Gandhi", [], "the only earlier case of that name"),
    ],
)
def test_a_naming_is_resolved_to_the_judgment_with_its_reason(title: str, citations: list[str], reason: str) -> None:
    found = decided(MANEKA, naming("d@0", title, *citations, cited_in=1990))["d@0"]
    assert (found.case, found.outcome, found.reason) == ("maneka-gandhi-v-union-of-india-1978", "resolved", reason)


@pytest.mark.parametrize(
    ("title", "citations"),
    [
        ("Maneka Gandhi v. Union of India", ["(1990) 1 SCC 248"]),
        ("Indira Gandhi v. Raj Narain", ["AIR 1975 SC 2299"]),
        ("Maneka Gandhi v. Union of India", ["AIR 1978 SC 1675"]),
        ("Maneka Gandhi v. State of Haryana", ["(1983) 1 SCC 5"]),
    ],
)
def test_another_case_is_not_resolved_to_it(title: str, citations: list[str]) -> None:
    found = decided(MANEKA, naming("d@0", title, *citations, cited_in=1995))["d@0"]
    assert found.outcome == "unresolved"
    assert found.case != "maneka-gandhi-v-union-of-india-1978"
    assert found.case


def test_a_case_without_text_is_one_under_all_its_names() -> None:
    found = decided(
        naming("a@0", "Kharak Singh v. State of Uttar Pradesh", "AIR 1963 SC 1295"),
        naming("b@0", "Kharak Singh v. State of U.P.", "(1964) 1 SCR 332 : AIR 1963 SC 1295"),
        naming("c@0", "", "(1964) 1 SCR 332"),
        naming("d@0", "Kharak Singh v. State of Uttar Pradesh", "AIR 1963 SC 1295"),
    )
    assert {d.case for d in found.values()} == {"kharak-singh-v-state-of-uttar-pradesh-1963"}
    assert {d.outcome for d in found.values()} == {"unresolved"}


def test_what_could_be_two_judgments_is_left_open_with_both() -> None:
    first = own("C1", "State of Bihar v. Ram Singh", "1970-03-04")
    second = own("C2", "State of Bihar v. Ram Singh", "1970-09-09")
    found = decided(first, second, naming("d@0", "State of Bihar v. Ram Singh", "AIR 1970 SC 77"))
    assert found["d@0"].outcome == "ambiguous"
    assert set(found["d@0"].candidates) == {found["C1@own"].case, found["C2@own"].case}
    assert found["d@0"].case not in found["d@0"].candidates


def test_a_bare_name_that_nothing_answers_to_is_no_case() -> None:
    assert decided(naming("d@0", "Olga Tellis", cited_in=1990))["d@0"] == Decision("", "unresolved", "")


def test_a_bare_name_that_points_to_a_decision_is_one_case_in_all_documents() -> None:
    named = [replace(naming(f"{name}@0", "Olga Tellis", cited_in=1990), pointed=True) for name in "de"]
    assert {decision.case for decision in decided(*named).values()} == {"olga-tellis"}


def test_of_the_documents_with_a_bare_name_only_those_after_the_judgment_can_mean_it() -> None:
    named = [replace(naming(f"{year}@0", "Maneka Gandhi", cited_in=year), pointed=True) for year in (1970, 1990)]
    found = decided(MANEKA, *named)
    assert [found[one.id].outcome for one in named] == ["unresolved", "resolved"]


def test_a_later_judgment_is_not_what_an_earlier_document_cites() -> None:
    found = decided(MANEKA, naming("d@0", "Maneka Gandhi", cited_in=1970))
    assert found["d@0"].outcome != "resolved"


def test_two_files_of_one_judgment_are_one_case() -> None:
    again = replace(MANEKA, id="C9@own", document="C9", title="Maneka Gandhi v. U.O.I.", respondent="U.O.I.")
    found = decided(MANEKA, again)
    assert found["C1@own"].case == found["C9@own"].case
    assert {d.outcome for d in found.values()} == {"own"}
    assert any(d.reason for d in found.values())


def test_a_courts_list_gives_a_case_without_text_its_judgment() -> None:
    row = replace(naming("list@1@row", "Olga Tellis v. Bombay Municipal Corporation", year=1985), registered=True)
    row = replace(row, date="1985-07-10")
    found = decided(row, naming("d@0", "Olga Tellis v. Bombay Municipal Corpn.", "(1985) 3 SCC 545", cited_in=1990))
    assert found["list@1@row"].outcome == "registered"
    assert found["d@0"].case == found["list@1@row"].case


def test_judgments_elsewhere_are_found_by_their_soft_keys() -> None:
    asked: set[str] = set()

    def elsewhere(keys: set[str]) -> Iterable[tuple[Naming, str]]:
        asked.update(keys)
        return [(MANEKA, "the-case")] if keys & set(soft_keys(MANEKA)) else []

    cited = naming("d@0", "Menaka Gandhi v. Union of India", "(1978) 1 SCC 248", cited_in=1990)
    found = decisions_of([cited], elsewhere)
    assert asked
    assert found["d@0"].case == "the-case"
    assert set(found) == {"d@0"}


@settings(deadline=None, max_examples=60)
@given(st.permutations(MANY))
def test_the_order_in_which_documents_come_does_not_matter(order: list[Naming]) -> None:
    assert decided(*order) == decided(*MANY)


@settings(deadline=None, max_examples=60)
@given(st.sets(st.sampled_from([n.id for n in MANY if not n.own])))
def test_what_others_cite_never_moves_a_judgment(left_out: set[str]) -> None:
    found = decided(*(n for n in MANY if n.id not in left_out))
    assert {found[n.id].case for n in (MANEKA, BATRA_1978, BATRA_1980)} == {
        "maneka-gandhi-v-union-of-india-1978",
        "sunil-batra-v-delhi-administration-1978",
        "sunil-batra-v-delhi-administration-1980",
    }


@settings(deadline=None, max_examples=40)
@given(st.permutations(range(8)))
def test_a_documents_name_does_not_matter(names: list[int]) -> None:
    """Documents under other names: the same cases under the same ids."""
    documents = sorted({n.document for n in MANY})
    renamed = dict(zip(documents, (f"x{name}" for name in names), strict=False))
    moved = [
        replace(n, document=renamed[n.document], id=n.id.replace(n.document, renamed[n.document], 1)) for n in MANY
    ]
    found, before = decided(*moved), decided(*MANY)
    assert [found[m.id].case for m in moved] == [before[n.id].case for n in MANY]
