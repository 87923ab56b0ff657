"""Names, copies and places of files: one content is one document, and the graph is that of the files there are."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.build.build import build, remove
from kg.edges import Cites
from kg.nodes import Act, Case, Chunk, Document
from kg.schema import NODE_TYPES
from kg.store import Store
from kg.stores.export import export
from kg.stores.open import open_store
from tests.support.cli_runs import lawgraph
from tests.support.judgments import CORPUS, judgment, write_corpus
from tests.support.kg_engines import empty_store
from tests.support.word_embedder import WordEmbedder

MILLS, RATAN = "mohini-textiles-v-state-of-gujarat-1975", "ratan-cotton-mills-v-state-of-gujarat-1970"
OTHER = judgment("Sona v Rupa", "2 May 1991", "Nothing is cited under article 14.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a judgment and two copies of it in folders of their own."""
    place = tmp_path / "texts"
    for name in ("beta", "2019/again", "2020/beta"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / f"{name}.txt").write_text(CORPUS["beta"])
    return place


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "g.db"), create=True)
    yield opened
    opened.close()


def graph(store: Store, folder: Path) -> tuple[bytes, list[tuple[str, str]]]:
    """The exported graph, and the files with what each is a copy of."""
    target = folder / "graph.jsonl"
    export(store, target)
    ledger = {n.id for t in NODE_TYPES.values() if t.ledger for n in store.scan_nodes(t)}
    return target.read_bytes() + repr(sorted(ledger)).encode(), [(d.name, d.copy_of) for d in store.find(Document)]


def fresh(folder: Path, *texts: Path) -> tuple[bytes, list[tuple[str, str]]]:
    """The graph of texts as they now are."""
    place = folder / "fresh.db"
    for left in folder.glob("fresh.db*"):
        left.unlink()
    store = open_store(str(place), create=True)
    build(store, texts)
    try:
        return graph(store, folder)
    finally:
        store.close()


def test_copies_are_one_document_with_all_names(folder: Path, store: Store, tmp_path: Path) -> None:
    report = build(store, [folder])
    assert (report.added, report.copies) == (["2019/again"], ["2020/beta", "beta"])
    (case,) = store.find(Case, {"has_text": True})
    assert case.documents == ("2019/again", "2020/beta", "beta")
    assert [edge.count for edge in store.expand([MILLS], [Cites])] == [1, 1]
    assert {chunk.document for chunk in store.scan_nodes(Chunk)} == {"2019/again"}
    assert sorted(build(store, [folder]).skipped) == sorted(case.documents)
    (tmp_path / "one").mkdir()
    shutil.copy(folder / "beta.txt", tmp_path / "one")
    assert len(store.find(Chunk)) == len(built_of(tmp_path / "one", tmp_path).find(Chunk))


def built_of(texts: Path, folder: Path) -> Store:
    store = open_store(str(folder / f"of-{texts.name}.db"), create=True)
    build(store, [texts])
    return store


@pytest.mark.parametrize("order", [("beta", "2019/again", "2020/beta"), ("2020/beta", "beta", "2019/again")])
def test_the_order_of_copies_does_not_matter(
    order: tuple[str, ...], folder: Path, store: Store, tmp_path: Path
) -> None:
    texts = {name: (folder / f"{name}.txt").read_text() for name in order}
    whole = fresh(tmp_path, folder)
    shutil.rmtree(folder)
    for name in order:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.txt").write_text(texts[name])
        build(store, [folder])
    assert graph(store, tmp_path) == whole


@pytest.mark.parametrize("gone", ["beta", "2019/again"])
def test_removing_one_name_leaves_the_document_under_the_others(
    gone: str, folder: Path, store: Store, tmp_path: Path
) -> None:
    build(store, [folder], embedder=WordEmbedder())
    remove(store, gone)
    (folder / f"{gone}.txt").unlink()
    assert graph(store, tmp_path) == fresh(tmp_path, folder)
    remove(store, "2020/beta")
    remove(store, "beta" if gone != "beta" else "2019/again")
    assert (store.find(Case), store.find(Document)) == ([], [])


def test_a_corrected_file_is_replaced_whatever_folder_it_was_built_from(
    folder: Path, store: Store, tmp_path: Path
) -> None:
    build(store, [folder])
    corrected = folder / "2020" / "beta.txt"
    corrected.write_text(CORPUS["gamma"])
    assert build(store, [corrected]).changed == ["2020/beta"]
    assert {case.title.split()[0] for case in store.find(Case, {"has_text": True})} == {"Mohini", "Keshav"}
    assert graph(store, tmp_path) == fresh(tmp_path, folder)
    assert build(store, [folder / "2020"]).skipped == ["2020/beta"]


def test_a_copy_that_becomes_the_other_and_back(folder: Path, store: Store, tmp_path: Path) -> None:
    """Built one by one, the file that stands for the others too is corrected, then put right again."""
    build(store, [folder])
    first = folder / "2019" / "again.txt"
    first.write_text(OTHER)
    build(store, [first])
    assert graph(store, tmp_path) == fresh(tmp_path, folder)
    first.write_text(CORPUS["beta"])
    build(store, [first])
    assert graph(store, tmp_path) == fresh(tmp_path, folder)


def test_files_of_one_name_in_different_folders_are_two_documents(store: Store, tmp_path: Path) -> None:
    for place, text in (("high", CORPUS["alpha"]), ("supreme", OTHER)):
        (tmp_path / place).mkdir()
        (tmp_path / place / "7.txt").write_text(text)
    report = build(store, [tmp_path / "high", tmp_path / "supreme"])
    assert (report.added, report.failed) == (["high/7", "supreme/7"], [])
    assert build(store, [tmp_path / "supreme"]).skipped == ["supreme/7"]
    assert build(store, [tmp_path / "high" / "7.txt"]).skipped == ["high/7"]


def test_a_file_of_a_name_that_another_has_is_told_apart_by_its_folder(store: Store, tmp_path: Path) -> None:
    for place, text in (("high", CORPUS["alpha"]), ("supreme", OTHER)):
        (tmp_path / place).mkdir()
        (tmp_path / place / "7.txt").write_text(text)
        build(store, [tmp_path / place])
    assert [document.name for document in store.find(Document)] == ["7", "supreme/7"]
    assert build(store, [tmp_path / "high", tmp_path / "supreme"]).skipped == ["7", "supreme/7"]


def test_what_is_gone_is_told_and_pruned(folder: Path, store: Store, tmp_path: Path) -> None:
    elsewhere = write_corpus(tmp_path / "elsewhere")
    build(store, [folder, elsewhere["alpha"]])
    elsewhere["alpha"].unlink()
    (folder / "2019" / "again.txt").rename(folder / "2019" / "named.txt")
    (folder / "beta.txt").unlink()
    report = build(store, [folder])
    told = [f"{name} is gone from {folder}: --prune takes it out" for name in ("2019/again", "beta")]
    assert (report.notes, report.copies, report.pruned) == (told, ["2019/named"], [])
    report = build(store, [folder], prune=True)
    assert (report.pruned, report.notes) == (["2019/again", "beta"], [])
    assert [document.name for document in store.find(Document)] == ["2019/named", "2020/beta", "alpha"]
    assert build(store, [folder / "2019", folder], prune=True).pruned == []


def test_pruning_an_empty_folder_and_one_that_is_not_there(folder: Path, store: Store, tmp_path: Path) -> None:
    build(store, [folder])
    store.close()
    moved = folder.rename(tmp_path / "moved")
    assert lawgraph("build", folder, "--prune", "--no-embed", store=tmp_path / "g.db").exit_code == 1
    moved.rename(folder)
    for file in [*folder.rglob("*.txt")]:
        file.unlink()
    result = lawgraph("build", folder, "--prune", "--no-embed", "--workers", 1, store=tmp_path / "g.db")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "pruned" in result.stdout
    assert open_store(str(tmp_path / "g.db")).find(Document) == []


def test_a_moved_folder_keeps_its_names_and_its_places_are_kept_up(folder: Path, store: Store, tmp_path: Path) -> None:
    build(store, [folder])
    moved = folder.rename(tmp_path / "moved")
    report = build(store, [moved], prune=True)
    assert (len(report.skipped), report.pruned) == (3, [])
    assert all(document.origin.startswith(str(moved)) for document in store.find(Document))


def test_an_act_under_two_names_names_both(store: Store, tmp_path: Path) -> None:
    act = write_corpus(tmp_path / "texts")["ipc"]
    shutil.copy(act, tmp_path / "texts" / "indian_penal_code.json")
    build(store, [act, tmp_path / "texts" / "indian_penal_code.json"])
    assert [a.documents for a in store.find(Act) if a.documents] == [("indian_penal_code", "ipc")]


CONTENTS = [CORPUS["alpha"], CORPUS["beta"], OTHER]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from("abc"), st.sampled_from(range(3))),
        st.tuples(st.just("delete"), st.sampled_from("abc"), st.just(0)),
        st.tuples(st.just("build"), st.sampled_from("abc"), st.just(0)),
        st.tuples(st.just("build all"), st.just(""), st.sampled_from([0, 1])),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_happened_the_graph_is_that_of_the_files_there_are(
    steps: list[tuple[str, str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("history")
    texts = place / "texts"
    texts.mkdir()
    store = open_store(str(place / "g.db"), create=True)
    for what, name, number in steps:
        file = texts / f"{name}.txt"
        if what == "write":
            file.write_text(CONTENTS[number])
        elif what == "delete":
            file.unlink(missing_ok=True)
        elif what == "build" and file.exists():
            build(store, [file])
        elif what == "build all":
            build(store, [texts], prune=bool(number))
    build(store, [texts], prune=True)
    assert graph(store, place) == fresh(place, texts)
    store.close()


def test_both_engines_keep_copies_alike(
    folder: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server = empty_store("neo4j", request, monkeypatch, tmp_path)
    build(server, [folder])
    assert graph(server, tmp_path) == fresh(tmp_path, folder)
    (folder / "2019" / "again.txt").write_text(OTHER)
    (folder / "beta.txt").unlink()
    build(server, [folder], prune=True)
    assert graph(server, tmp_path) == fresh(tmp_path, folder)
    server.close()
