"""What of a passage is quoted, and the search that quotes it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kg.edges import Cites, FromDocument
from kg.nodes import Case, Chunk, of_type
from kg.store import Batch, Store
from kg.stores.open import open_store
from qa.errors import QuestionError
from qa.retrieval.excerpt import ELLIPSIS, Excerpt, excerpt
from qa.retrieval.passage_ranking import subject_words
from qa.retrieval.search import search

PARAGRAPH = (
    "The passport was impounded on a Monday. No reasons were given to the holder, though she asked for them twice. "
    "A hearing was refused. The order cannot stand."
)


def cut(folder: Path, text: str, bounds: Sequence[tuple[int, int]], wanted: int) -> Excerpt:
    """The excerpt of one of several passages that are cut from a paragraph at these bounds."""
    chunks = [
        Chunk(f"a#{n}", text=text[start:end], ordinal=n, start=start, end=end, document="doc", paragraphs=("1",))
        for n, (start, end) in enumerate(bounds)
    ]
    store = open_store(str(folder / "g.db"), create=True)
    store.write(Batch(nodes=[Case("a", title="A v. B"), *chunks], edges=[FromDocument(c.id, "a") for c in chunks]))
    found = excerpt(store, chunks[wanted])
    store.close()
    return found


@pytest.mark.parametrize(
    ("bounds", "wanted", "first", "last"),
    [
        ([(0, len(PARAGRAPH))], 0, "The passport", "cannot stand."),
        ([(0, 70), (60, len(PARAGRAPH))], 0, "The passport", "twice."),
        ([(0, 70), (60, len(PARAGRAPH))], 1, "No reasons", "cannot stand."),
        ([(0, 39), (30, 120), (110, len(PARAGRAPH))], 1, "The passport", "refused."),
    ],
)
def test_sentences_are_made_whole_from_the_neighbours(
    tmp_path: Path, bounds: list[tuple[int, int]], wanted: int, first: str, last: str
) -> None:
    found = cut(tmp_path, PARAGRAPH, bounds, wanted)
    assert found.quote.startswith(first)
    assert found.quote.endswith(last)
    assert found.quote in PARAGRAPH
    assert ELLIPSIS not in found.shown


def test_a_passage_without_neighbours_shows_where_it_was_cut(tmp_path: Path) -> None:
    found = cut(tmp_path, "which the holder asked for in vain and never", [(0, 44)], 0)
    assert found.shown == f"{ELLIPSIS} which the holder asked for in vain and never {ELLIPSIS}"
    assert ELLIPSIS not in found.quote


def test_a_quotation_has_an_end(tmp_path: Path) -> None:
    text = "The holder was heard at length on that day too. " * 60
    found = cut(tmp_path, text, [(0, len(text))], 0)
    assert 800 < len(found.quote) <= 900
    assert found.quote.endswith("too.")


def test_lines_of_print_are_shown_as_one(tmp_path: Path) -> None:
    text = "The holder\nwas   heard."
    found = cut(tmp_path, text, [(0, len(text))], 0)
    assert (found.quote, found.shown) == (text, "The holder was heard.")


@pytest.mark.parametrize(
    ("topic", "subject"),
    [
        (["doctrine", "basic", "structure"], ["basic", "structure"]),
        (["test", "reasonable", "classification"], ["reasonable", "classification"]),
        (["law", "bail"], ["bail"]),
        (["meaning", "law"], ["meaning", "law"]),
        ([], []),
    ],
)
def test_words_of_asking_say_little_of_what_is_asked(topic: list[str], subject: list[str]) -> None:
    assert subject_words(topic) == subject


HEARING = "A passport may be impounded only after a hearing; it is settled law that the holder must first be heard. "
COUNSEL = "Learned counsel submitted that the passport was impounded without any hearing on the day of the order. "
ASIDE = "The passport was green, and was kept in a drawer of the office for the greater part of that whole year. "
FILL = "The rest of the paragraph concerns costs and the form of the order that the registry is to draw up. "


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three cases with a passage each, one of them overruled by another."""
    graph = open_store(str(tmp_path / "g.db"), create=True)
    for id, text in (("law", HEARING), ("told", COUNSEL), ("aside", ASIDE)):
        chunk = Chunk(f"{id}#0", text=text + FILL, document=f"doc_{id}", paragraphs=("4",), pages=("2",))
        case = Case(id, title=f"{id.title()} v. State of Goa", year=1980, documents=(f"doc_{id}",), has_text=True)
        graph.write(Batch(nodes=[case, chunk], edges=[FromDocument(chunk.id, id)]))
    graph.write(Batch(edges=[Cites("law", "aside", treatment="overruled", by="court", quote="It is overruled.")]))
    yield graph
    graph.close()


def test_a_search_gives_the_passage_with_its_case_and_place(store: Store) -> None:
    [found] = search(store, "impounded only after a hearing", top=1)
    assert (found.node, found.title, found.documents) == ("law", "Law v. State of Goa", ["doc_law"])
    assert (found.paragraph, found.page, found.warning) == ("4", "2", "")
    assert found.text == (HEARING + FILL).strip()


def test_a_search_warns_of_a_case_that_fell(store: Store) -> None:
    warned = {passage.node: passage.warning for passage in search(store, "passport")}
    assert warned == {"law": "", "told": "", "aside": "overruled by Law v. State of Goa (1980)"}


@pytest.mark.parametrize("text", ["", "   ", "?!", "…"])
def test_a_search_without_words_is_refused(store: Store, text: str) -> None:
    with pytest.raises(QuestionError, match="give some words"):
        search(store, text)


def test_a_search_that_finds_nothing_is_empty(store: Store) -> None:
    assert search(store, "submarine") == []
    assert of_type(Case, store.nodes(["law"]))
