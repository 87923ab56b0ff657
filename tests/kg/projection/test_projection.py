"""What a case and an act contribute to the graph."""

import hashlib
import json
from pathlib import Path
from typing import TypeVar

import pytest

from extraction.extracting import extract
from extraction.records import DocumentFormat, Judgment, SourceDocument, Statute
from kg.edges import (
    Cites,
    CitesProvision,
    DecidedBy,
    Describes,
    Edge,
    FromDocument,
    HeardIn,
    Mentions,
    NextChunk,
    PartOf,
    RefersTo,
)
from kg.nodes import Act, Court, Judge, Provision, of_type
from kg.projection.act import project_act
from kg.projection.descriptions import description_nodes
from kg.projection.judgment import project_case
from kg.projection.projection import Projection
from kg.projection.stubs import act_stub, provision_stub
from tests.support.judgments import judgment

E = TypeVar("E", bound=Edge)
IPC = "indian-penal-code-1860"
A = "Ram Lal v. State of Bihar, AIR 1960 SC 27"
B = "Mohan Das v. State of Assam, AIR 1970 SC 41"


def source(name: str, text: str, format: DocumentFormat) -> SourceDocument:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return SourceDocument(name=name, path=Path(name), text=text, digest=digest, format=format)


def projected(*paragraphs: str) -> Projection:
    """A case, "own", from one judgment; the cases that it cites are "first", "second" ... in order."""
    text = judgment("Ratan Mills v State of Gujarat", "4 March 1990", *paragraphs)
    said = extract(source("doc", text, "judgment"))
    assert isinstance(said, Judgment)
    names = ("first", "second", "third")
    return project_case("own", [(said, {f"doc@{n}": names[n] for n in range(len(said.references))})])


def edges(result: Projection, type: type[E]) -> list[E]:
    return [edge for edge in result.edges.values() if isinstance(edge, type)]


def test_a_citation_is_one_edge_however_often_it_is_made() -> None:
    (cites,) = edges(projected(f"See {A}.", f"We follow {A}.", f"In {A}, the facts differed."), Cites)
    assert (cites.source, cites.target, cites.count) == ("own", "first", 3)
    assert cites.paragraphs == ("1", "2", "3")


def test_the_courts_own_strongest_word_is_the_treatment_with_its_sentence() -> None:
    (cites,) = edges(projected(f"See {A}.", f"We follow {A}.", f"Counsel relied on {A}."), Cites)
    assert (cites.treatment, cites.by, cites.quote_paragraph) == ("followed", "court", "2")
    assert cites.quote == f"We follow {A}."


def test_an_overruling_outweighs_that_the_case_was_followed() -> None:
    (cites,) = edges(projected(f"We followed {A}.", f"{A} is overruled."), Cites)
    assert cites.treatment == "overruled"


def test_what_counsel_says_is_kept_as_counsels() -> None:
    (cites,) = edges(projected(f"Learned counsel for the appellant relied on {A}."), Cites)
    assert (cites.treatment, cites.by) == ("cited", "counsel")


def test_a_case_does_not_cite_itself() -> None:
    text = judgment("Ratan Mills v State of Gujarat", "4 March 1990", f"We follow {A}.", f"See {B}.")
    said = extract(source("doc", text, "judgment"))
    assert isinstance(said, Judgment)
    result = project_case("own", [(said, {"doc@0": "own", "doc@1": ""})])
    assert edges(result, Cites) == []


def test_provisions_are_stubs_with_their_acts_and_counted() -> None:
    result = projected(
        "Section 302 of the Indian Penal Code applies.", "Under section 302 IPC and section 34 IPC he is guilty."
    )
    applied = {edge.target: edge.count for edge in edges(result, CitesProvision)}
    assert applied == {f"{IPC}/section-302": 2, f"{IPC}/section-34": 1}
    assert {stub.id for stub in of_type(Provision, result.stubs.values())} == set(applied)
    assert {(edge.source, edge.target) for edge in edges(result, PartOf)} == {(id, IPC) for id in applied}
    (act,) = of_type(Act, result.stubs.values())
    assert act.title == "Indian Penal Code, 1860"


def test_the_bench_and_the_court_hang_on_the_case() -> None:
    result = projected("The appeal fails.")
    assert [(e.source, e.target, e.role) for e in edges(result, DecidedBy)] == [("own", "judge/p-n-bhagwati", "author")]
    assert [node.name for node in of_type(Judge, result.stubs.values())] == ["P.N. Bhagwati"]
    (heard,) = edges(result, HeardIn)
    (court,) = of_type(Court, result.stubs.values())
    assert (heard.target, court.name) == (court.id, "Supreme Court of India")


def test_passages_hang_on_the_case_in_their_order_and_mention_what_they_name() -> None:
    result = projected(f"We follow {A}.", "Section 302 of the Indian Penal Code applies.")
    assert {(edge.source, edge.target) for edge in edges(result, FromDocument)} == {("doc#0", "own"), ("doc#1", "own")}
    assert [(edge.source, edge.target) for edge in edges(result, NextChunk)] == [("doc#0", "doc#1")]
    assert {(edge.source, edge.target) for edge in edges(result, Mentions)} == {
        ("doc#0", "first"),
        ("doc#1", f"{IPC}/section-302"),
    }


def statute(name: str, *rows: dict[str, object]) -> Statute:
    text = json.dumps([{"section": 1, "title": "Title", "description": "This is the Indian Penal Code, 1860."}, *rows])
    said = extract(source(name, text, "act-json"))
    assert isinstance(said, Statute)
    return said


def test_an_act_and_its_provisions() -> None:
    said = statute("ipc", {"section": 302, "title": "Murder", "description": "Murder, as in section 300, is punished."})
    result = project_act(said.act.id, [said], {})
    (act,) = of_type(Act, result.nodes)
    assert (act.id, act.documents) == (IPC, ("ipc",))
    assert {node.number: node.heading for node in of_type(Provision, result.nodes)} == {"1": "Title", "302": "Murder"}
    (refers,) = edges(result, RefersTo)
    assert (refers.source, refers.target) == (f"{IPC}/section-302", f"{IPC}/section-300")
    assert f"{IPC}/section-300" in result.stubs


def test_of_two_files_of_an_act_the_longer_text_stands_and_both_are_named() -> None:
    short = statute("ipc", {"section": 302, "title": "Murder", "description": "Murder is punished."})
    long = statute(
        "indian_penal_code", {"section": 302, "title": "Murder", "description": "Murder is punished with death."}
    )
    for files in ([short, long], [long, short]):
        found = {node.number: node for node in of_type(Provision, project_act(IPC, files, {}).nodes)}
        assert found["302"].text == "Murder is punished with death."
        assert found["302"].documents == ("indian_penal_code", "ipc")


@pytest.mark.parametrize(
    ("id", "title", "year"),
    [
        (IPC, "Indian Penal Code, 1860", 1860),
        ("ferries-act-1951", "Ferries Act, 1951", 1951),
        ("constitution-of-india", "Constitution of India", None),
    ],
)
def test_an_act_that_is_only_named(id: str, title: str, year: int | None) -> None:
    stub = act_stub(id)
    assert (stub.id, stub.title) == (id, title)
    assert year is None or stub.year == year
    assert stub.documents == ()


def test_a_provision_that_is_only_named_knows_its_act() -> None:
    stub = provision_stub(f"{IPC}/section-302", "section", "302")
    assert (stub.act_id, stub.kind, stub.number, stub.text) == (IPC, "section", "302", None)


def test_a_description_hangs_on_the_case_described_and_on_the_one_that_gives_it() -> None:
    rule = "which held that a ferry licence may be revoked only for good cause shown at a hearing"
    text = judgment("Ratan Mills v State of Gujarat", "4 March 1990", f"We follow {A}, {rule}.", f"See {B}, {rule}.")
    said = extract(source("doc", text, "judgment"))
    assert isinstance(said, Judgment)
    result = project_case("own", [(said, {"doc@0": "first", "doc@1": "own"})])
    assert [(e.source, e.target) for e in edges(result, Describes)] == [("doc@0.0", "first")]
    assert {e.target for e in edges(result, FromDocument) if "@" in e.source} == {"own"}
    assert [(n.id, n.paragraph) for n in description_nodes(said, None)] == [("doc@0.0", "1"), ("doc@1.0", "2")]
