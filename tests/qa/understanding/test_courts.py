"""A question's court is every case of that court, however the documents and the question print it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build.build import build
from kg.nodes import Court
from kg.store import Store
from kg.stores.open import open_store
from qa.ask import ask

PRINTED = [
    "Delhi High Court",
    "High Court of Delhi at New Delhi",
    "IN THE HIGH COURT OF DELHI",
    "HIGH COURT OF DELHI: NEW DELHI",
    "Delhi HC",
]
PARTIES = ["Anand Verma", "Bina Das", "Chetan Gowda", "Dolly Fernandes", "Eshwar Pillai", "Farida Khan"]
ELSEWHERE = "High Court of Judicature at Bombay, Nagpur Bench"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("courts")
    for number, (party, court) in enumerate(zip(PARTIES, [*PRINTED, ELSEWHERE], strict=True), 1):
        head = f"# {party} v. State\n\nCourt: {court}\nDate: {number} May 2020\nBench: A. Rao, J.\n\n"
        (folder / f"d{number}.md").write_text(f"{head}1. The petition of {party} under Article 226 is dismissed.\n")
    graph = open_store(str(folder / "g.db"), create=True)
    build(graph, [folder], workers=1)
    yield graph
    graph.close()


def test_one_node_a_court(store: Store) -> None:
    assert sorted(court.name for court in store.find(Court)) == [
        "Bombay High Court",
        "Delhi High Court",
    ]


@pytest.mark.parametrize("court", ["Delhi High Court", "High Court of Delhi", "delhi hc"])
def test_every_case_of_the_court_is_found(store: Store, court: str) -> None:
    answer = ask(store, f"Which cases of the {court} cite Article 226?")
    documents = {document for node in answer.answers for document in node.documents}
    assert documents == {f"d{number}" for number in range(1, len(PRINTED) + 1)}
