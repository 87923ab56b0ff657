"""Excerpts of acts: which provision each is, whatever else the graph has and in whatever order it came."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from extraction.statutes.marginal_notes import noted
from kg.build.build import build, remove
from kg.edges import Edge, FromDocument
from kg.nodes import Node, Provision, of_type
from kg.schema import EDGE_TYPES, NODE_TYPES
from kg.store import Store
from kg.stores.open import open_store

MURDER = "Title: Punishment for murder\nDesc: Whoever commits murder shall be punished with death, or imprisonment."
ARMS = "Title: Punishable for using arms, etc.-\nDesc: Whoever uses any arms in contravention shall be punished."
UNKNOWN = "Title: Keeping of lamps\nDesc: No person shall keep a lamp burning after midnight in any bazaar."
CONTEMPT = (
    "Title: Procedure where Court considers that case should not be dealt with under section 480\n"
    "Desc: If the Court in any case considers that a person accused of any of the offences referred to in section 480 "
    "should be imprisoned otherwise than in default of payment of fine, it shall forward the case to a Magistrate."
)
CODE = (
    '[{"section": 302, "title": "Punishment for murder", "text": "Whoever commits murder shall be punished with death, '
    'or imprisonment for life, and shall also be liable to fine. This is the Indian Penal Code, 1860."},'
    '{"section": 1, "title": "Title", "text": "This Act shall be called the Indian Penal Code, 1860."}]'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {"S2": MURDER, "S36": ARMS, "S77": UNKNOWN, "S33": CONTEMPT}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "ipc.json").write_text(CODE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(str(tmp_path_factory.mktemp("graph") / "g.db"), create=True)
    yield opened
    opened.close()


def everything(store: Store) -> list[Node | Edge]:
    nodes: list[Node | Edge] = [n for type in NODE_TYPES.values() for n in store.scan_nodes(type)]
    return nodes + [e for type in EDGE_TYPES.values() for e in store.scan_edges(type)]


def homes(store: Store) -> dict[str, str]:
    """The provision of each excerpt."""
    found = {}
    for node in store.scan_nodes(Provision):
        for name in node.documents:
            found[name] = node.id
    return found


def test_each_excerpt_is_the_provision_that_it_is(folder: Path, store: Store) -> None:
    report = build(store, [folder])
    assert not report.failed
    found = homes(store)
    assert found["S2"] == "indian-penal-code-1860/section-302"
    assert found["S36"] == "arms-act-1959/section-27"
    assert found["S33"] == "code-of-criminal-procedure-1898/section-482"
    assert found["S77"].startswith("provisions-of-unknown-acts/section-keeping-of-lamps-")
    (murder,) = of_type(Provision, store.nodes([found["S2"]]))
    assert murder.documents == ("S2", "ipc")
    assert "liable to fine" in (murder.text or "")
    owners = {edge.target for edge in store.scan_edges(FromDocument) if edge.source.startswith("S2/")}
    assert owners == {found["S2"]}


def test_the_order_in_which_documents_come_changes_nothing(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    graphs = []
    for seed in range(3):
        paths = sorted(folder.iterdir())
        random.Random(seed).shuffle(paths)
        store = open_store(str(tmp_path_factory.mktemp("order") / "g.db"), create=True)
        for path in paths:
            build(store, [path])
        graphs.append(everything(store))
        store.close()
    assert graphs[0] == graphs[1] == graphs[2]


def test_taking_the_act_out_leaves_the_excerpt_by_itself_and_back_again(folder: Path, store: Store) -> None:
    build(store, [folder])
    before = everything(store)
    remove(store, "ipc")
    assert homes(store)["S2"].startswith("provisions-of-unknown-acts/section-punishment-for-murder-")
    build(store, [folder / "ipc.json"])
    assert everything(store) == before


def test_an_excerpt_taken_out_leaves_no_trace(folder: Path, store: Store) -> None:
    build(store, [folder / "ipc.json"])
    before = everything(store)
    build(store, [folder])
    for name in ("S2", "S36", "S77", "S33"):
        remove(store, name)
    assert everything(store) == before


def test_building_again_changes_nothing(folder: Path, store: Store) -> None:
    build(store, [folder])
    before, version = everything(store), store.version()
    assert build(store, [folder]).skipped
    assert (everything(store), store.version()) == (before, version)


@pytest.mark.parametrize(
    ("heading", "text", "act", "number"),
    [
        ("Definitions", 'In this Act, "industrial dispute" means any dispute', "industrial-disputes-act-1947", "2"),
        ("Definitions", "In this Act, and in all Central Acts and regulations", "general-clauses-act-1897", "3"),
        ("Dowry death", "Where the death of a woman", "indian-penal-code-1860", "304B"),
        ("Reference to Court", "Any person interested", "land-acquisition-act-1894", "18"),
    ],
)
def test_a_note_that_several_acts_have_is_told_by_the_text(heading: str, text: str, act: str, number: str) -> None:
    found = noted(heading, text)
    assert found
    assert (found.act.id, found.number) == (act, number)


def test_a_note_of_no_act_is_of_none() -> None:
    assert noted("Keeping of lamps", "No person shall keep a lamp burning.") is None


# Read by hand: what each of these provisions of the AILA track is.
READ = """
S1 constitution-of-india/article-226; S4 constitution-of-india/article-136; S6 indian-penal-code-1860/section-34
S13 indian-penal-code-1860/section-307; S23 code-of-criminal-procedure-1973/section-482
S27 prevention-of-corruption-act-1988/section-5; S29 code-of-criminal-procedure-1973/section-313
S33 code-of-criminal-procedure-1898/section-482; S35 arms-act-1959/section-25; S36 arms-act-1959/section-27
S38 code-of-civil-procedure-1908/section-100; S43 indian-penal-code-1860/section-300
S48 indian-penal-code-1860/section-304B; S77 constitution-of-india/article-286
S95 prevention-of-corruption-act-1988/section-7
S104 code-of-criminal-procedure-1973/section-173; S127 indian-penal-code-1860/section-5
S134 prevention-of-food-adulteration-act-1954/section-16; S142 code-of-civil-procedure-1882/section-11
S143 hindu-marriage-act-1955/section-13; S149 code-of-criminal-procedure-1973/section-439
S150 maintenance-of-internal-security-act-1971/section-3; S151 code-of-civil-procedure-1908/section-9
S161 code-of-criminal-procedure-1898/section-342; S163 national-security-act-1980/section-3
S178 constitution-of-india/article-129; S187 constitution-of-india/article-191
"""


def test_the_tracks_provisions_are_what_they_were_read_to_be(
    shared_data: Path, constitution: Path, store: Store
) -> None:
    wanted = dict(pair.split() for line in READ.strip().splitlines() for pair in line.split("; "))
    excerpts = [shared_data / "statutes" / "aila2019" / f"{name}.txt" for name in wanted]
    build(store, [shared_data / "statutes" / "acts", constitution, *excerpts])
    found = homes(store)
    assert {name: found[name] for name in wanted} == wanted
