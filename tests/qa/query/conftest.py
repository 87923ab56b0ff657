"""The graph of landmarks with benches, courts and acts, on the embedded engine and on a server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.edges import Amends, CorrespondsTo, DecidedBy, HeardIn, PartOf, Replaces
from kg.nodes import Act, Case, Judge, Provision
from kg.server.server import Running
from kg.store import Batch, Store
from kg.stores.neo4j.connection import Connection
from kg.stores.push import push
from tests.support.kg_engines import connect, emptied
from tests.support.qa_graphs import IPC, landmarks

BNS = "bharatiya-nyaya-sanhita-2023"
SUPREME, BOMBAY = "supreme-court-of-india", "bombay-high-court"


def _more(graph: Store) -> Batch:
    """Roles beside authors', a case of a High Court that the graph knows by name alone, and a code that replaced."""
    provisions = graph.find(Provision)
    return Batch(
        nodes=[
            Case("lamp", title="State of Bombay v. Lamp Oil Co.", court="Bombay High Court"),
            Judge("h-r-khanna", name="H.R. Khanna"),
            Act(BNS, title="Bharatiya Nyaya Sanhita, 2023", year=2023, documents=("bns",)),
            Provision(f"{BNS}/section-103", act_id=BNS, kind="section", number="103", text="Whoever commits murder"),
        ],
        edges=[
            DecidedBy("adm", "h-r-khanna", role="dissenting"),
            DecidedBy("kesavananda", "h-r-khanna", role="concurring"),
            DecidedBy("maneka", "v-r-krishna-iyer", role="member"),
            *(HeardIn(case.id, SUPREME) for case in graph.find(Case)),
            *(PartOf(provision.id, provision.act_id) for provision in provisions),
            PartOf(f"{BNS}/section-103", BNS),
            CorrespondsTo(f"{BNS}/section-103", f"{IPC}/section-302"),
            Replaces(BNS, IPC, date="2024-07-01"),
            Amends(IPC, "constitution-of-india/article-21A"),
        ],
    )


@pytest.fixture(scope="session")
def benches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("benches")
    graph = landmarks(folder / "graph.db")
    graph.write(_more(graph))
    yield graph
    graph.close()


@pytest.fixture(scope="session")
def served(neo4j_server: Running, benches: Store) -> Iterator[Store]:
    """The same on a real server."""
    with pytest.MonkeyPatch.context() as patch:
        connect(neo4j_server, patch)
        graph = emptied(neo4j_server)
        push(benches, graph)
        yield graph
        graph.close()


@pytest.fixture(scope="session")
def connection(neo4j_server: Running, served: Store) -> Iterator[Connection]:
    """A connection to the server of `served`, for statements as users send them."""
    with pytest.MonkeyPatch.context() as patch:
        connect(neo4j_server, patch)
        opened = Connection(neo4j_server.uri)
        yield opened
        opened.close()
