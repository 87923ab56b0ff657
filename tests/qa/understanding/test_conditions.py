"""Years, benches, judges and courts that a question asks for besides what it names."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.nodes import Court, Judge, Node
from kg.store import Batch, Between, Store
from kg.stores.open import open_store
from qa.understanding.conditions import authors, bench_size, courts, years, years_span

JUDGES = ("P.N. Bhagwati", "N.H. Bhagwati", "V.R. Krishna Iyer", "Y.V. Chandrachud", "D.Y. Chandrachud", "S.B. Sinha")
COURTS = ("Supreme Court of India", "Bombay High Court", "Delhi High Court")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("judges")
    graph = open_store(str(folder / "graph.db"), create=True)
    nodes: list[Node] = [Judge(f"judge/{name}", name=name) for name in JUDGES]
    nodes += [Court(f"court/{name}", name=name) for name in COURTS]
    graph.write(Batch(nodes=nodes))
    yield graph
    graph.close()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cases between 1980 and 2000", Between(1980, 2000)),
        ("cases from 1980 to 2000", Between(1980, 2000)),
        ("cases of 1980-2000", Between(1980, 2000)),
        ("cases 1980 – 2000", Between(1980, 2000)),
        ("cases after 1980", Between(1981, None)),
        ("post-1980 cases", Between(1981, None)),
        ("cases since 1980", Between(1980, None)),
        ("cases from 1980 onwards", Between(1980, None)),
        ("cases before 1980", Between(None, 1979)),
        ("cases prior to 1980", Between(None, 1979)),
        ("cases until 1980", Between(None, 1980)),
        ("cases up to 1980", Between(None, 1980)),
        ("cases of the 1980s", Between(1980, 1989)),
        ("1980 judgments", Between(1980, 1980)),
        ("judgments of 1980", Between(1980, 1980)),
    ],
)
def test_a_span_of_years(text: str, expected: Between) -> None:
    assert years(text) == expected
    place = years_span(text)
    assert place
    assert "1980" in text[slice(*place)]


@pytest.mark.parametrize(
    "text",
    ["which cases cite it?", "(1980) 1 SCC 81", "Act 45 of 18600", "section 1980A", "filed as 12/1980", "in 1700"],
)
def test_what_sets_no_years(text: str) -> None:
    assert years(text) is None
    assert years_span(text) is None


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("a nine-judge bench", 9),
        ("nine judge bench decisions", 9),
        ("a bench of 5 judges", 5),
        ("by five judges", 5),
        ("a 7-judge bench", 7),
        ("a thirteen judges bench", 13),
        ("the judges of the bench", None),
        ("nine cases of judges", None),
        ("the larger bench", None),
    ],
)
def test_the_size_of_a_bench(text: str, size: int | None) -> None:
    assert bench_size(text) == size


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("cases by S.B. Sinha on arbitration", ["S.B. Sinha"]),
        ("cases by Justice S. B. Sinha", ["S. B. Sinha"]),
        ("cases by S.B. Kapoor", []),
        ("cases by the State", []),
    ],
)
def test_a_judge_named_as_an_author_is_no_party(store: Store, text: str, names: list[str]) -> None:
    assert [text[start:end].strip() for start, end in authors(store, text)] == names


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("cases of the Bombay High Court", {"Bombay High Court"}),
        ("cases of the High Court of Bombay", {"Bombay High Court"}),
        ("cases of the delhi high court on bail", {"Delhi High Court"}),
        ("cases of the Supreme Court", set()),
        ("cases on bail", set()),
    ],
)
def test_the_courts_that_a_question_names(store: Store, text: str, named: set[str]) -> None:
    """The Supreme Court is no condition: its judgments are what a graph is mostly made of."""
    assert {court.name for court in courts(store, text)} == named
