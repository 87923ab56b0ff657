"""How cases, provisions, days and numbers are said in answers."""

import pytest

from kg.nodes import Case, Judge, Node, Provision
from kg.store import Between
from qa.text import wording


def case(title: str, *citations: str, year: int | None = None) -> Node:
    return Case("c", title=title, citations=citations, year=year)


@pytest.mark.parametrize(
    ("node", "label"),
    [
        (
            case("Maneka Gandhi v. Union of India", "AIR 1978 SC 597"),
            "Maneka Gandhi v. Union of India (AIR 1978 SC 597)",
        ),
        (
            case("Maneka Gandhi v. Union of India", "(1978) 1 SCC 248"),
            "Maneka Gandhi v. Union of India, (1978) 1 SCC 248",
        ),
        (case("Maneka Gandhi v. Union of India", year=1978), "Maneka Gandhi v. Union of India (1978)"),
        (case("Maneka Gandhi v. Union of India"), "Maneka Gandhi v. Union of India"),
        (case("(1997) 9 SCC 258", "(1997) 9 SCC 258"), "(1997) 9 SCC 258"),
        (Provision("constitution-of-india/article-21"), "Article 21 of the Constitution of India"),
        (Judge("judge/p-n-bhagwati", name="P.N. Bhagwati"), "P.N. Bhagwati"),
    ],
)
def test_a_node_as_it_is_first_named(node: Node, label: str) -> None:
    assert wording.label(node) == label


@pytest.mark.parametrize(
    ("id", "title"),
    [
        ("constitution-of-india/article-21", "Article 21 of the Constitution of India"),
        ("constitution-of-india/article-21a", "Article 21A of the Constitution of India"),
        ("indian-penal-code-1860/section-302", "Section 302 of the Indian Penal Code, 1860"),
        ("code-of-civil-procedure-1908/order-39-rule-2a", "Order 39 Rule 2A of the Code of Civil Procedure, 1908"),
        ("negotiable-instruments-act-1881/section-138", "Section 138 of the Negotiable Instruments Act, 1881"),
    ],
)
def test_a_provision_is_said_from_its_id(id: str, title: str) -> None:
    assert wording.provision_title(id) == title


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A, 1978", "B", "C"], "A, 1978; B and C"),
    ],
)
def test_a_list_in_words(names: list[str], said: str) -> None:
    assert wording.join(names) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "no cases"), (1, "one case"), (3, "three cases"), (10, "ten cases"), (11, "11 cases"), (140, "140 cases")],
)
def test_a_count_in_words(count: int, said: str) -> None:
    assert wording.plural(count, "case") == said


def test_a_plural_of_its_own() -> None:
    assert wording.plural(2, "authority", "authorities") == "two authorities"
    assert wording.plural(1, "authority", "authorities") == "one authority"


@pytest.mark.parametrize(
    ("iso", "said"),
    [("1978-01-25", "25 January 1978"), ("1950-12-01", "1 December 1950"), ("1978", "1978"), ("", "")],
)
def test_a_day_in_words(iso: str, said: str) -> None:
    assert wording.day(iso) == said


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (Between(1978, 1978), "1978"),
        (Between(1978, 1980), "1978 to 1980"),
        (Between(1978, None), "1978 or later"),
        (Between(None, 1980), "1980 or before"),
    ],
)
def test_a_span_of_years_in_words(years: Between, said: str) -> None:
    assert wording.years_said(years) == said
