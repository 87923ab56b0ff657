"""What queries find in the graph of landmarks, on both engines and by their Cypher."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kg.cache import per_version
from kg.store import Store
from kg.stores.neo4j.connection import Connection
from qa.query.cypher import cypher
from qa.query.evaluate import about, evaluate
from qa.query.linking import linked
from qa.query.parsing import parse
from qa.query.record import Nodes
from qa.query.relations import TYPES
from tests.support.queries import KINDS, Drawing

C = "constitution-of-india"
FOUND = [
    # whom it cites and how; counsel's word is a mere citation
    ('cases that cite "maneka"', "batra prem francis vathee shreya puttaswamy"),
    ('cases that follow "maneka"', "batra francis puttaswamy"),
    ('cases that mention "maneka"', "prem vathee shreya"),
    ('cases that follow or mention "maneka"', "batra prem francis vathee shreya puttaswamy"),
    ('cases that cite "maneka" or "gopalan"', "golak cooper maneka batra prem francis vathee shreya puttaswamy"),
    ('cases that cite "maneka" and cite "gopalan"', "puttaswamy"),
    ('cases that cite "gopalan" and do not cite "maneka"', "golak cooper maneka"),
    ('cases that are cited by "shreya"', "maneka vathee"),
    ('cases that are overruled by "puttaswamy"', "sharma kharak adm"),
    ('cases that are overruled by any case and are not overruled by "puttaswamy"', "gopalan golak"),
    ("cases that overrule any case", "cooper kesavananda puttaswamy"),
    # one within another
    ('cases that are overruled by (cases that are written by "d-y-chandrachud")', "sharma kharak adm"),
    ('cases that follow (cases that follow "cooper")', "batra francis puttaswamy"),
    ("cases that follow any case and are overruled by any case", ""),
    ('cases that cite (cases that are now overruled) and are of 1978 or later', "maneka puttaswamy"),
    ("cases that cite (the most cited of the cases)", "batra prem francis vathee shreya puttaswamy"),
    # who sat
    ('cases that are decided by "V.R. Krishna Iyer"', "maneka batra prem"),
    ('cases that are written by "V.R. Krishna Iyer"', "batra prem"),
    ('cases that are dissented in by "h-r-khanna"', "adm"),
    ('cases that are concurred in or dissented in by "Khanna"', "kesavananda adm"),
    ('cases that are decided by "h-r-khanna" and are not dissented in by "h-r-khanna"', "kesavananda"),
    ('judges that sit in "maneka"', "p-n-bhagwati v-r-krishna-iyer"),
    ('judges that wrote "Maneka Gandhi"', "p-n-bhagwati"),
    ("judges that dissent in any case", "h-r-khanna"),
    ("the most (write any case) of the judges", "p-n-bhagwati"),
    # when, where, by how many
    ("cases that are of 1967", "golak"),
    ("cases that are of 1976 to 1978", "adm maneka batra"),
    ("cases that are of 1954 or earlier", "gopalan sharma"),
    ("cases that are before 1954", "gopalan"),
    ("cases that are after 1997", "shreya puttaswamy"),
    ("cases that are of 1978-01-25", "maneka"),
    ("cases that are of 1978-01-26 to 1980-12-31", "batra prem"),
    ("cases that are since 2015-03-24", "shreya puttaswamy"),
    ("cases that have a bench of 11", "golak cooper"),
    ("cases that have a bench of nine or more", "golak cooper kesavananda puttaswamy"),
    ("cases that have a bench of 2 to 3 and are of 1981 or later", "francis vathee vishaka shreya"),
    ('cases that are heard in "Supreme Court of India" and are of 1950', "gopalan"),
    ('courts that hear "gopalan"', "supreme-court-of-india"),
    ("cases that do not have a text", "lamp"),
    ("cases that are not of 1950 or later", "lamp"),
    # what stands
    ("cases that are now overruled", "gopalan sharma kharak golak adm"),
    ("cases that are good law and are of 1970 to 1978", "cooper kesavananda maneka batra"),
    ("cases that are now followed", "cooper maneka"),
    ("cases that are now untreated and are of 1950 to 1980", "kesavananda batra prem"),
    # provisions and acts
    (f'cases that refer to "{C}/article-21"', "maneka francis vathee puttaswamy"),
    ('cases that refer to "article 21 of the Constitution" and do not refer to "article 14 of the Constitution"',
     "francis vathee puttaswamy"),
    (f'cases that refer to "{C}/article-21" and refer to (provisions that are part of "ipc")', "vathee"),
    (f'provisions that are numbered 14 to 21 and are part of "{C}"', f"{C}/article-14 {C}/article-19 {C}/article-21"),
    (f'provisions that are numbered 21 or higher and are part of "{C}" and are referred to by any case',
     f"{C}/article-21"),
    ('provisions that are referred to by case "vathee"', f"{C}/article-21 indian-penal-code-1860/section-302"),
    (f'provisions that are referred to by provision "{C}/article-132"', f"{C}/article-134A"),
    ("provisions that are replaced by any provision", "indian-penal-code-1860/section-302"),
    ('acts that replace "indian-penal-code-1860"', "bharatiya-nyaya-sanhita-2023"),
    (f'acts that amend "{C}/article-21A"', "indian-penal-code-1860"),
    # the most, the first, the last
    ("the most cited of the cases", "maneka"),
    ("the 2 most cited of the cases", "maneka gopalan"),
    ("the most overruled of the cases that are of 1960 or later", "adm"),
    ("the least cited case that is of 1978", "batra"),
    ('the first of the cases that cite "maneka"', "batra"),
    ('the 2 last of the cases that cite "maneka"', "puttaswamy shreya"),
    ("the largest of the cases", "kesavananda"),
    ("the smallest of the cases that are of 1950 to 1979", "adm"),
    # both, either, not, in brackets
    ('cases that (follow "maneka" or follow "cooper") and are of 1978', "maneka batra"),
    ('cases that cite "maneka" and not (are of 1978 or refer to any provision)', "prem"),
    ('case "gopalan" or "maneka"', "gopalan maneka"),
    ('cases that are "gopalan" or cite "shreya"', "gopalan"),
    ('cases that are about "sexual harassment"', "vishaka"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "ids"), FOUND, ids=[said for said, _ in FOUND])
def test_what_a_query_finds(benches: Store, said: str, ids: str) -> None:
    query = linked(benches, parse(said))
    assert isinstance(query, Nodes)
    assert [node.id for node in evaluate(benches, query).nodes] == ids.split()


def test_the_same_on_a_server_and_by_cypher(benches: Store, served: Store, connection: Connection) -> None:
    for said, ids in FOUND:
        query = linked(benches, parse(said))
        assert isinstance(query, Nodes)
        assert [node.id for node in evaluate(served, query).nodes] == ids.split(), said
        assert by_cypher(served, connection, query) == ids.split(), said


@per_version
def of_the_graph(graph: Store) -> st.SearchStrategy[Nodes]:
    """Sets of nodes, told by what the graph has."""
    drawing = Drawing({kind: [node.id for node in graph.find(TYPES[kind])] for kind in KINDS}, ["liberty", "privacy"])
    return st.one_of([drawing.nodes(kind, 2) for kind in KINDS])


@settings(max_examples=100, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.data())
def test_random_queries_find_the_same_everywhere(
    benches: Store, served: Store, connection: Connection, data: st.DataObject
) -> None:
    query = data.draw(of_the_graph(benches))
    found = [node.id for node in evaluate(benches, query).nodes]
    assert [node.id for node in evaluate(served, query).nodes] == found
    assert by_cypher(served, connection, query) == found


def by_cypher(graph: Store, connection: Connection, query: Nodes) -> list[str]:
    """What the query's own statement returns, values going in as parameters alone."""
    statement = cypher(query, lambda words: about(graph, words))
    return [id for (id,) in connection.rows(statement.text, **statement.parameters)]


def test_the_edges_that_say_so_come_along(benches: Store) -> None:
    query = parse('cases that follow "maneka" and refer to (provisions that are part of "constitution-of-india")')
    assert isinstance(query, Nodes)
    found = evaluate(benches, query)
    assert {edge.key for edge in found.edges} == {
        ("CITES", "francis", "maneka"),
        ("CITES", "puttaswamy", "maneka"),
        ("CITES_PROVISION", "francis", f"{C}/article-21"),
        ("CITES_PROVISION", "puttaswamy", f"{C}/article-21"),
        ("PART_OF", f"{C}/article-21", C),
    }


def test_a_ranking_says_how_many(benches: Store) -> None:
    query = parse("the 2 most cited of the cases")
    assert isinstance(query, Nodes)
    assert evaluate(benches, query).counts == {"maneka": 6, "gopalan": 4}
