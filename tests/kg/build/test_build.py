"""The graph is a function of the set of documents: order, runs, removals, changes and crashes leave no trace."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.build.build import build, remove
from kg.edges import Cites, CitesProvision, RefersTo
from kg.nodes import Case, Chunk, Document
from kg.schema import NODE_TYPES
from kg.store import Batch, Store, StoreError
from kg.stores.export import export
from kg.stores.open import open_store
from kg.stores.sqlite.store import SqliteStore
from tests.support.cli_runs import ROOT
from tests.support.judgments import CORPUS, judgment, write_corpus

NAMES = [*CORPUS, "ipc"]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return write_corpus(tmp_path_factory.mktemp("corpus"))


def graph(store: Store, folder: Path) -> bytes:
    """The exported graph, and every bookkeeping node that is not about where files lie."""
    target = folder / "graph.jsonl"
    export(store, target)
    ledger = [n.id for t in NODE_TYPES.values() if t.ledger for n in store.scan_nodes(t)]
    return target.read_bytes() + "\n".join(ledger).encode()


def built(folder: Path, *runs: list[Path], workers: int = 1) -> Store:
    store = open_store(str(folder / f"g{len(list(folder.iterdir()))}.db"), create=True)
    for paths in runs:
        build(store, paths, workers=workers)
    return store


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(NAMES), cut=st.integers(0, len(NAMES)))
def test_order_and_number_of_runs_do_not_matter(
    order: list[str], cut: int, corpus: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("order")
    paths = [corpus[name] for name in order]
    at_once = built(folder, [corpus[name] for name in NAMES])
    in_two = built(folder, paths[:cut], *[[path] for path in paths[cut:]])
    assert graph(at_once, folder) == graph(in_two, folder)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gone=st.lists(st.sampled_from(NAMES), unique=True, min_size=1))
def test_removing_is_the_inverse_of_adding(
    gone: list[str], corpus: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("removal")
    store = built(folder, list(corpus.values()))
    everything = graph(store, folder)
    for name in gone:
        remove(store, name)
    assert graph(store, folder) == graph(built(folder, [corpus[n] for n in NAMES if n not in gone]), folder)
    build(store, list(corpus.values()))
    assert graph(store, folder) == everything


def test_workers_do_not_matter(corpus: dict[str, Path], tmp_path: Path) -> None:
    paths = list(corpus.values())
    assert graph(built(tmp_path, paths), tmp_path) == graph(built(tmp_path, paths, workers=3), tmp_path)


def test_unchanged_documents_are_skipped(corpus: dict[str, Path], tmp_path: Path) -> None:
    store = built(tmp_path, list(corpus.values()))
    before, version = graph(store, tmp_path), store.version()
    report = build(store, list(corpus.values()))
    assert sorted(report.skipped) == sorted(NAMES)
    assert (report.added, report.changed, report.failed) == ([], [], [])
    assert store.version() == version
    assert graph(store, tmp_path) == before


def test_a_changed_document_replaces_exactly_what_it_contributed(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path / "corpus")
    store = built(tmp_path, list(paths.values()))
    paths["gamma"].write_text(judgment("Keshav Traders v Union of India", "2 May 1981", "We follow article 21."))
    report = build(store, list(paths.values()))
    assert report.changed == ["gamma"]
    assert graph(store, tmp_path) == graph(built(tmp_path, list(paths.values())), tmp_path)


def test_another_extraction_reads_again(
    corpus: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.build.reading.extractor_version", lambda: "before")
    store = built(tmp_path, [corpus["alpha"], corpus["beta"]])
    before = graph(store, tmp_path)
    monkeypatch.undo()
    report = build(store, [corpus["alpha"]])
    assert (report.changed, report.skipped) == (["alpha"], [])
    assert report.notes == ["2 documents were read by another version of lawgraph; those given here are read again"]
    assert build(store, [corpus["beta"], corpus["alpha"]]).skipped == ["alpha"]
    assert build(store, [corpus["alpha"]]).notes == []
    assert graph(store, tmp_path) == before


def test_other_chunks_are_another_reading(corpus: dict[str, Path], tmp_path: Path) -> None:
    store = built(tmp_path, list(corpus.values()))
    report = build(store, list(corpus.values()), chunk_size=200, chunk_overlap=20)
    assert sorted(report.changed) == sorted(NAMES)
    assert all(len(chunk.text) <= 200 for chunk in store.scan_nodes(Chunk))


def test_a_late_judgment_joins_what_was_cited(corpus: dict[str, Path], tmp_path: Path) -> None:
    store = built(tmp_path, [corpus["beta"]])
    [stub] = store.find(Case, {"citations": "AIR 1970 SC 411"})
    assert stub.has_text is False
    build(store, [corpus["alpha"]])
    [case] = store.find(Case, {"citations": "AIR 1970 SC 411"})
    assert case.documents == ("alpha",)
    assert case.date == "1970-03-04"
    [edge] = store.expand([case.id], [Cites], "in")
    assert (edge.source, edge.treatment) == ("mohini-textiles-v-state-of-gujarat-1975", "followed")


def test_spellings_and_parallel_citations_are_one_case(corpus: dict[str, Path], tmp_path: Path) -> None:
    store = built(tmp_path, list(corpus.values()))
    [case] = store.find(Case, {"documents": "delta"})
    assert case.citations == ("(1969) 1 SCC 77", "AIR 1969 SC 900")
    citing = {edge.source for edge in store.expand([case.id], [Cites], "in")}
    assert citing == {
        "mohini-textiles-v-state-of-gujarat-1975",
        "keshav-traders-v-union-of-india-1981",
        "lakhan-lal-v-state-of-bihar-1990",
    }


def test_a_bad_file_is_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path / "corpus")
    (tmp_path / "corpus" / "empty.txt").write_text("")
    store = open_store(str(tmp_path / "g.db"), create=True)
    report = build(store, [tmp_path / "corpus"])
    assert sorted(report.added) == sorted(NAMES)
    [line] = report.failed
    assert "empty.txt" in line
    assert "\n" not in line
    assert paths


def test_a_moved_file_is_unchanged(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path / "corpus")
    store = built(tmp_path, [paths["alpha"]])
    moved = paths["alpha"].rename(tmp_path / "alpha.txt")
    assert build(store, [moved]).skipped == ["alpha"]


def test_removing_an_unknown_document_names_the_nearest(corpus: dict[str, Path], tmp_path: Path) -> None:
    store = built(tmp_path, list(corpus.values()))
    with pytest.raises(StoreError, match="no document 'alfa' in the graph; near it: alpha"):
        remove(store, "alfa")


def test_killed_builds_resume_to_the_same_graph(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    paths = write_corpus(folder)
    for n in range(60):
        text = judgment(f"Party {n} v State of Gujarat", "1 June 1985", f"Follow AIR 1970 SC 411 and article {n + 1}.")
        (folder / f"case{n}.txt").write_text(text)
    undisturbed = graph(built(tmp_path, [folder]), tmp_path)
    store_path = tmp_path / "killed.db"
    program = textwrap.dedent("""
        import sys
        from pathlib import Path
        from kg.build.build import build
        from kg.stores.open import open_store
        if __name__ == "__main__":
            build(open_store(sys.argv[1], create=True), [Path(sys.argv[2])], workers=1,
                  progress=lambda done, total, name: print(done, flush=True))
    """)
    for stop in (1, 12, 40):
        with subprocess.Popen(
            [sys.executable, "-c", program, str(store_path), str(folder)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        ) as process:
            assert process.stdout is not None
            for line in process.stdout:
                if int(line) >= stop:
                    time.sleep(0.003 * stop % 0.02)
                    os.kill(process.pid, signal.SIGKILL)
                    break
    store = open_store(str(store_path))
    assert 40 <= len(list(store.scan_nodes(Document))) < 66
    report = build(store, [folder])
    assert len(report.skipped) >= 40
    assert graph(store, tmp_path) == undisturbed
    assert paths


def test_an_interrupt_keeps_what_is_finished(corpus: dict[str, Path], tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "g.db"), create=True)

    def interrupt(done: int, total: int, name: str) -> None:
        if done == 3:
            raise KeyboardInterrupt

    report = build(store, list(corpus.values()), progress=interrupt)
    assert report.interrupted
    assert len(report.added) == 3
    assert len(list(store.scan_nodes(Document))) == 3
    assert len(build(store, list(corpus.values())).added) == 3


def test_an_interrupt_as_a_document_is_written_keeps_and_reports_it(corpus: dict[str, Path], tmp_path: Path) -> None:
    class Interrupted(SqliteStore):
        """Ctrl-C is pressed as soon as a transaction has ended."""

        def write(self, batch: Batch) -> None:
            super().write(batch)
            os.kill(os.getpid(), signal.SIGINT)

    store = Interrupted(tmp_path / "g.db", create=True)
    report = build(store, list(corpus.values()))
    assert report.interrupted
    assert report.added == [node.name for node in store.find(Document)] == ["alpha"]
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)


def test_a_second_interrupt_ends_the_build_at_once(corpus: dict[str, Path], tmp_path: Path) -> None:
    class Impatient(SqliteStore):
        """Ctrl-C is pressed twice before anything is written."""

        def write(self, batch: Batch) -> None:
            os.kill(os.getpid(), signal.SIGINT)
            os.kill(os.getpid(), signal.SIGINT)
            super().write(batch)

    store = Impatient(tmp_path / "g.db", create=True)
    report = build(store, list(corpus.values()))
    assert (report.interrupted, report.added, store.find(Document)) == (True, [], [])


def test_a_bare_name_is_the_only_earlier_case_of_that_name_or_none(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path / "corpus")
    short = judgment("Gopal v State of Assam", "3 July 1990", "As held in Keshav Traders' case, article 14 rules.")
    early = judgment("Bhola v State of Assam", "3 July 1975", "As held in Keshav Traders' case, article 14 rules.")
    paths["short"], paths["early"] = tmp_path / "short.txt", tmp_path / "early.txt"
    paths["short"].write_text(short)
    paths["early"].write_text(early)
    store = built(tmp_path, [paths["short"], paths["early"]])
    assert [case.title for case in store.find(Case, {"has_text": False})] == []
    build(store, [paths["gamma"]])
    [edge] = store.expand(["gopal-v-state-of-assam-1990"], [Cites], "out")
    assert edge.target == "keshav-traders-v-union-of-india-1981"
    assert store.expand(["bhola-v-state-of-assam-1975"], [Cites], "out") == []
    assert graph(store, tmp_path) == graph(built(tmp_path, [paths["gamma"], paths["early"], paths["short"]]), tmp_path)


def test_a_short_name_that_points_back_is_an_open_case_until_a_judgment_answers_to_it(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path / "corpus")
    for name, year in (("short", 1990), ("early", 1975)):
        paths[name] = tmp_path / f"{name}.txt"
        cited = "As held in Keshav Traders (supra), article 14 rules."
        paths[name].write_text(judgment(f"{name.title()} Mills v State of Assam", f"3 July {year}", cited))
    store = built(tmp_path, [paths["short"], paths["early"]])
    assert [case.title for case in store.find(Case, {"has_text": False})] == ["Keshav Traders"]
    build(store, [paths["gamma"]])
    assert [
        edge.target
        for case in ("short-mills-v-state-of-assam-1990", "early-mills-v-state-of-assam-1975")
        for edge in store.expand([case], [Cites], "out")
    ] == ["keshav-traders-v-union-of-india-1981", "keshav-traders"]
    assert graph(store, tmp_path) == graph(built(tmp_path, [paths["gamma"], paths["early"], paths["short"]]), tmp_path)


def test_edges_quote_the_sentence_that_says_so(corpus: dict[str, Path], tmp_path: Path) -> None:
    store = built(tmp_path, list(corpus.values()))
    case = "keshav-traders-v-union-of-india-1981"
    applied = {e.target: e for e in store.expand([case], [CitesProvision], "out")}
    assert applied["indian-penal-code-1860/section-302"].quote == "Section 302 IPC has no bearing."
    cited = {e.target: e for e in store.expand([case], [Cites], "out")}
    overruled = cited["mohini-textiles-v-state-of-gujarat-1975"]
    assert overruled.treatment == "overruled"
    assert overruled.quote == "The decision in Mohini Textiles v. State of Gujarat (1975) 4 SCC 12 is overruled."
    [reference] = store.expand(["indian-penal-code-1860/section-302"], [RefersTo], "out")
    assert reference.target == "indian-penal-code-1860/section-300"
    assert reference.quote == "Murder, as section 300 has it, is punished with death."


def test_judgments_of_one_file_come_and_go_together(tmp_path: Path) -> None:
    file = tmp_path / "both.txt"
    one, two = CORPUS["alpha"], CORPUS["gamma"]
    file.write_text(f"{one}\n{two}", encoding="utf-8")
    paths = write_corpus(tmp_path / "corpus")
    store = built(tmp_path, [paths["beta"]])
    before = graph(store, tmp_path)
    report = build(store, [file])
    assert report.notes == ["both: the file has 2 judgments: both, both~2"]
    assert {case.title: case.documents for case in store.find(Case, {"has_text": True})} == {
        "Ratan Cotton Mills v. State of Gujarat": ("both",),
        "Mohini Textiles v. State of Gujarat": ("beta",),
        "Keshav Traders v. Union of India": ("both~2",),
    }
    assert build(store, [file]).skipped == ["both"]
    file.write_text(one, encoding="utf-8")
    build(store, [file])
    assert graph(store, tmp_path) == graph(built(tmp_path, [paths["beta"], file]), tmp_path)
    file.write_text(f"{one}\n{two}", encoding="utf-8")
    build(store, [file])
    remove(store, "both~2")
    assert graph(store, tmp_path) == before


def test_a_file_is_not_called_as_a_later_judgment_of_another(tmp_path: Path) -> None:
    file = tmp_path / "both~2.txt"
    file.write_text(CORPUS["alpha"], encoding="utf-8")
    [problem] = build(built(tmp_path), [file]).failed
    assert problem == f"{file}: a later judgment of a file is called so ('~2' at the end); rename it"
