"""What the ledger keeps of a small graph: who said what, what it was decided to be, and what stayed open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extraction.records import Judgment, Statute
from kg.build.build import build, remove
from kg.ledger.entries import entries, entries_of_cases, entries_of_documents, extraction_of, scan_entries, sharing
from kg.ledger.merges import merge_report
from kg.ledger.unresolved import unresolved
from kg.nodes import Case, Chunk, of_type
from kg.store import Store
from kg.stores.open import open_store
from tests.support.judgments import judgment, write_corpus

MILLS = "ratan-cotton-mills-v-state-of-gujarat-1970"
MOHINI = "mohini-textiles-v-state-of-gujarat-1975"
SUNDAR = "sundar-dass-v-union-of-india"
"""Its number is of a later year than its date, which is not believed."""
KESHAV = "keshav-traders-v-union-of-india-1981"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("ledger")
    graph = open_store(str(folder / "graph.db"), create=True)
    build(graph, list(write_corpus(folder / "texts").values()))
    yield graph
    graph.close()


def test_a_documents_own_case_comes_first_and_then_what_it_cites_in_order(store: Store) -> None:
    found = entries_of_documents(store, ["beta"])
    assert [entry.naming.id for entry in found] == ["beta@own", "beta@0", "beta@1"]
    assert [entry.decision.case for entry in found] == [MOHINI, MILLS, SUNDAR]
    assert [entry.decision.outcome for entry in found] == ["own", "resolved", "resolved"]


def test_several_documents_at_once_and_none(store: Store) -> None:
    together = [entry.naming.id for entry in entries_of_documents(store, ["gamma", "alpha", "alpha"])]
    assert together == [e.naming.id for name in ("alpha", "gamma") for e in entries_of_documents(store, [name])]
    assert entries_of_documents(store, []) == []
    assert entries_of_documents(store, ["nowhere"]) == []


def test_all_namings_of_a_case_whoever_gives_them(store: Store) -> None:
    found = entries_of_cases(store, [SUNDAR])
    assert {entry.naming.document for entry in found} == {"beta", "gamma", "delta", "epsilon"}
    assert {entry.naming.title for entry in found if entry.naming.own} == {"Sundar Dass v. Union of India"}
    assert entries_of_cases(store, ["no-such-case"]) == entries_of_cases(store, []) == []


def test_every_entry_is_found_by_its_id_and_keeps_its_naming(store: Store) -> None:
    everything = list(scan_entries(store))
    assert {e.naming.id for e in everything} == {e.naming.id for e in entries(store, [e.naming.id for e in everything])}
    assert sum(entry.naming.own for entry in everything) == 5
    assert all(entry.decision.case for entry in everything)


def test_namings_meet_under_their_keys(store: Store) -> None:
    assert {id.partition("@")[0] for id in sharing(store, ["cite:air-1969-sc-900"])} == {"gamma", "epsilon"}
    assert {id.partition("@")[0] for id in sharing(store, ["cite:air-1970-sc-411"])} == {"beta", "gamma"}
    assert sharing(store, ["cite:air-1999-sc-1"]) == set()
    assert sharing(store, []) == set()


def test_what_a_document_said_is_kept_without_the_texts_that_its_chunks_hold(store: Store) -> None:
    said = extraction_of(store, "alpha")
    assert isinstance(said, Judgment)
    assert said.title == "Ratan Cotton Mills v. State of Gujarat"
    assert said.chunks
    assert all(chunk.text == "" for chunk in said.chunks)
    held = of_type(Chunk, store.nodes([f"alpha#{chunk.ordinal}" for chunk in said.chunks]))
    assert [(chunk.start, chunk.end) for chunk in held] == [(chunk.start, chunk.end) for chunk in said.chunks]
    assert all(len(chunk.text) == chunk.end - chunk.start for chunk in held)


def test_an_act_is_a_document_too(store: Store) -> None:
    said = extraction_of(store, "ipc")
    assert isinstance(said, Statute)
    assert [provision.number for provision in said.provisions] == ["1", "300", "302"]
    assert extraction_of(store, "nowhere") is None


def test_every_merge_has_a_reason_that_can_be_read(store: Store) -> None:
    report = merge_report(store)
    merged = {merge.case: merge for merge in report.merges}
    assert set(merged) == {MILLS, MOHINI, SUNDAR, KESHAV}
    assert report.splits == []
    for merge in report.merges:
        assert merge.namings[0].by == "text"
        assert all(joined.reason for joined in merge.namings if joined.by == "citation")
    assert {joined.title for joined in merged[SUNDAR].namings} >= {
        "Sundar Dass v. Union of India",
        "Sundar Das v. Union of India",
    }


def test_the_merges_of_one_case_are_those_of_all(store: Store) -> None:
    every = {merge.case: merge for merge in merge_report(store).merges}
    assert merge_report(store, MILLS).merges == [every[MILLS]]
    assert merge_report(store, "no-such-case").merges == []


def test_nothing_is_unresolved_where_every_text_is_there(store: Store) -> None:
    assert unresolved(store).absent == []
    assert unresolved(store).ambiguous == []


def test_a_case_whose_text_is_taken_out_is_absent_and_still_cited(tmp_path: Path) -> None:
    graph = open_store(str(tmp_path / "graph.db"), create=True)
    build(graph, list(write_corpus(tmp_path / "texts").values()))
    remove(graph, "alpha")
    (absent,) = unresolved(graph).absent
    assert (absent.title, absent.cited_by) == ("Ratan Cotton Mills v. State of Gujarat", 2)
    assert "AIR 1970 SC 411" in absent.citations
    (node,) = of_type(Case, graph.nodes([absent.id]))
    assert not node.has_text
    assert extraction_of(graph, "alpha") is None
    graph.close()


def test_the_most_cited_absent_case_comes_first(tmp_path: Path) -> None:
    texts = {
        "a": judgment("Aruna v State of Goa", "4 March 1990", "See Ram Lal v. State of Bihar, AIR 1960 SC 27."),
        "b": judgment(
            "Bimala v State of Goa",
            "4 May 1991",
            "See Ram Lal v. State of Bihar, AIR 1960 SC 27, and Mohan Das v. State of Assam, AIR 1970 SC 41.",
        ),
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    graph = open_store(str(tmp_path / "graph.db"), create=True)
    build(graph, [tmp_path / f"{name}.txt" for name in texts])
    assert [(case.title, case.cited_by) for case in unresolved(graph).absent] == [
        ("Ram Lal v. State of Bihar", 2),
        ("Mohan Das v. State of Assam", 1),
    ]
    graph.close()


def test_a_reference_to_one_of_two_judgments_lists_both(tmp_path: Path) -> None:
    texts = {
        "one": judgment("State of Bihar v Ram Singh", "4 March 1970", "The appeal fails.", number="1 of 1969"),
        "two": judgment("State of Bihar v Ram Singh", "9 September 1970", "The appeal is allowed.", number="7 of 1969"),
        "later": judgment("Aruna v State of Goa", "4 March 1990", "See State of Bihar v. Ram Singh, AIR 1970 SC 77."),
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    graph = open_store(str(tmp_path / "graph.db"), create=True)
    build(graph, [tmp_path / f"{name}.txt" for name in texts])
    (reference,) = unresolved(graph).ambiguous
    own = {e.decision.case for e in scan_entries(graph) if e.naming.own and e.naming.document != "later"}
    assert (reference.document, reference.title) == ("later", "State of Bihar v. Ram Singh")
    assert set(reference.candidates) == own
    assert reference.citations == ["AIR 1970 SC 77"]
    graph.close()


def test_an_entry_keeps_citations_and_the_year_of_who_cites(store: Store) -> None:
    (entry,) = entries(store, ["epsilon@0"])
    assert {citation.text for citation in entry.naming.citations} == {"(1969) 1 SCC 77", "AIR 1969 SC 900"}
    assert entry.naming.cited_in == 1990
