"""A court's list of its judgments: canonical titles and citations, in any order with documents, and out again."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.build.build import build, remove
from kg.build.registry import COLUMNS, import_registry, remove_registry
from kg.nodes import Case, Reference
from kg.store import Store, StoreError
from kg.stores.open import open_store
from tests.kg.build.test_build import built, graph
from tests.support.cli_runs import answered, lawgraph, one_line
from tests.support.judgments import CORPUS, judgment, write_corpus

CITING = judgment(
    "Lamp Oil Company v Union of India",
    "4 May 2009",
    "We follow Prithu v. State of H.P., (2008) 9 SCC 77, and Kamla Devi v. Union of India, (2003) 2 SCC 1.",
    "Bhola v. State of Bihar, (2001) 3 SCC 8 is of no help; see [2003] 1 S.C.R. 66.",
    number="12 of 2007",
)
LISTED = """
PRITHU | STATE OF HIMACHAL PRADESH | 18-02-2008 | 2008 INSC 165 | [2008] 2 S.C.R. 44
KAMLA DEVI | UNION OF INDIA & ORS. | 09-01-2003 | 2003 INSC 12 | [2003] 1 S.C.R. 66
LAMP OIL COMPANY | UNION OF INDIA | 04-05-2009 | 2009 INSC 201 | [2009] 4 S.C.R. 9
BHOLA | STATE OF BIHAR | 02-03-2001 | 2001 INSC 31 | [2001] 1 S.C.R. 5
BHOLA | STATE OF BIHAR | 11-08-2001 | 2001 INSC 99 | [2001] 3 S.C.R. 7
NOBODY | NOTHING | 01-01-1999 | 1999 INSC 5 | [1999] 1 S.C.R. 5
"""
ROWS = [
    "\t".join([f"{petitioner} versus {respondent}", petitioner, respondent, *rest])
    for petitioner, respondent, *rest in (line.split(" | ") for line in LISTED.split("\n") if line)
]
PRITHU = "prithu-v-state-of-himachal-pradesh-2008"
KAMLA = "kamla-devi-v-union-of-india-2003"


def written(path: Path, *rows: str) -> Path:
    path.write_text("\r\n".join(["\t".join(COLUMNS), *rows]) + "\r\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("registry") / "court.tsv", *ROWS)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    paths = write_corpus(tmp_path_factory.mktemp("corpus"))
    paths["lamp"] = paths["alpha"].with_name("lamp.txt")
    paths["lamp"].write_text(CITING, encoding="utf-8")
    return paths


def cases(store: Store) -> dict[str, Case]:
    return {node.id: node for node in store.find(Case)}


def test_cited_and_present_cases_are_completed(corpus: dict[str, Path], registry: Path, tmp_path: Path) -> None:
    store = built(tmp_path, [corpus["lamp"]])
    report = import_registry(store, registry)
    assert (report.judgments, report.bad, report.unchanged) == (len(ROWS), [], False)
    found = cases(store)
    assert found[PRITHU].title == "Prithu v. State of Himachal Pradesh"
    assert set(found[PRITHU].citations) == {"2008 INSC 165", "(2008) 2 SCR 44", "(2008) 9 SCC 77"}
    assert found[PRITHU].neutral_citation == "2008 INSC 165"
    assert (found[KAMLA].date, found[KAMLA].has_text) == ("2003-01-09", False)
    (lamp,) = (node for node in found.values() if node.has_text)
    assert "2009 INSC 201" in lamp.citations
    assert lamp.id == "lamp-oil-company-v-union-of-india-2009"


def test_a_bare_citation_is_found_in_the_list(corpus: dict[str, Path], registry: Path, tmp_path: Path) -> None:
    store = built(tmp_path, [corpus["lamp"]])
    import_registry(store, registry)
    entries = store.find(Reference, {"document": "lamp", "case": KAMLA})
    assert len(entries) == 2


def test_namesakes_of_a_year_are_left_open(corpus: dict[str, Path], registry: Path, tmp_path: Path) -> None:
    store = built(tmp_path, [corpus["lamp"]])
    import_registry(store, registry)
    (open_reference,) = store.find(Reference, {"outcome": "ambiguous"})
    assert len(open_reference.candidates) == 2


def test_what_nothing_cites_is_no_case(corpus: dict[str, Path], registry: Path, tmp_path: Path) -> None:
    store = built(tmp_path, [corpus["lamp"]])
    import_registry(store, registry)
    assert not any("nobody" in id for id in cases(store))
    assert store.find(Reference, {"case": "nobody-v-nothing-1999"})


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations([*CORPUS, "lamp", "court"]), gone=st.lists(st.sampled_from(["alpha", "lamp", "court"])))
def test_the_order_of_documents_and_lists_does_not_matter(
    order: list[str],
    gone: list[str],
    corpus: dict[str, Path],
    registry: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("order")
    store, straight = built(folder), built(folder, [corpus[name] for name in (*CORPUS, "lamp")])
    import_registry(straight, registry)

    def take_in(name: str) -> None:
        if name == "court":
            import_registry(store, registry)
        else:
            build(store, [corpus[name]])

    for name in order:
        take_in(name)
    for name in dict.fromkeys(gone):
        remove_registry(store, name) if name == "court" else remove(store, name)
    for name in dict.fromkeys(gone):
        take_in(name)
    assert graph(store, folder) == graph(straight, folder)


@pytest.mark.parametrize("at_once", [1, 2, 5])
def test_a_list_in_parts_is_the_list(
    at_once: int, corpus: dict[str, Path], registry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, parts = built(tmp_path, list(corpus.values())), built(tmp_path, list(corpus.values()))
    import_registry(whole, registry)
    monkeypatch.setattr("kg.build.change.ROWS_AT_ONCE", at_once)
    steps: list[int] = []

    def interrupt(done: int, total: int, name: str) -> None:
        steps.append(done)
        if len(steps) == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_registry(parts, registry, interrupt)
    assert not import_registry(parts, registry, interrupt).unchanged
    assert steps[-1] == len(ROWS) - at_once
    assert graph(parts, tmp_path) == graph(whole, tmp_path)


def test_a_new_version_takes_the_place_of_the_old_one(corpus: dict[str, Path], tmp_path: Path) -> None:
    old, new = (tmp_path / folder / "court.tsv" for folder in ("old", "new"))
    for path, rows in ((old, ROWS[:4]), (new, ROWS[2:])):
        path.parent.mkdir()
        written(path, *rows)
    store, fresh = built(tmp_path, list(corpus.values())), built(tmp_path, list(corpus.values()))
    import_registry(store, old)
    import_registry(store, new)
    import_registry(fresh, new)
    assert graph(store, tmp_path) == graph(fresh, tmp_path)


def test_taking_a_list_out_leaves_no_trace(corpus: dict[str, Path], registry: Path, tmp_path: Path) -> None:
    store = built(tmp_path, list(corpus.values()))
    before = graph(store, tmp_path)
    import_registry(store, registry)
    assert import_registry(store, registry).unchanged
    remove_registry(store, "court")
    assert graph(store, tmp_path) == before
    with pytest.raises(StoreError, match="no registry 'court'"):
        remove_registry(store, "court")


def test_bad_rows_are_told_and_the_rest_is_taken_in(tmp_path: Path) -> None:
    rows = [
        ROWS[0],
        "A versus B\tA\tB\t2001-02-03\t2001 INSC 1\t",
        "versus\t\t\t03-02-2001\t2001 INSC 2\t",
        "A versus B\tA\tB\t03-02-2001\tgibberish\t",
        "A versus B\tA\tB\t03-02-2001\t\t",
        "A\tB",
        "A\tA\tB\t03-02-2001\t2001 INSC 1\t[2001] 1 S.C.R. 1\tmore",
    ]
    path, store = written(tmp_path / "list.tsv", *rows), tmp_path / "graph.db"
    result = lawgraph("registry", "import", path, store=store)
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert [f"line {n}" in line for n, line in enumerate(lines, 3)] == [True] * 6
    assert "1 judgments taken in" in result.stdout
    assert answered("registry", "remove", "list", store=store) == {"removed": "list"}


def test_a_file_that_is_no_list_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "no.tsv").write_text("a\tb\n1\t2\n", encoding="utf-8")
    (tmp_path / "binary.tsv").write_bytes(b"\xff\xfe\x00")
    assert "lacks title" in one_line(lawgraph("registry", "import", tmp_path / "no.tsv", store=tmp_path / "g.db"))
    assert "UTF-8" in one_line(lawgraph("registry", "import", tmp_path / "binary.tsv", store=tmp_path / "g.db"))


def test_real_rows(shared_data: Path, tmp_path: Path) -> None:
    lines = (shared_data / "registry" / "sc_judgments_1990_2025.tsv").read_text(encoding="utf-8").splitlines()
    path = tmp_path / "some.tsv"
    path.write_text("\n".join([lines[0], *lines[1::100]]), encoding="utf-8")
    report = import_registry(open_store(str(tmp_path / "graph.db"), create=True), path)
    assert report.bad == []
    assert report.judgments == len(lines[1::100])
