"""The one pipeline: its steps, what each leaves in a Doc, and that no text is read twice."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.annotations import source
from extraction.extracting import extract
from extraction.pipeline import COMPONENTS, NAMES, TOKENIZER, nlp
from extraction.reading import provision_mentions, read, read_all
from extraction.records import SourceDocument
from tests.support.cli_runs import ROOT
from tests.support.installed import run_installed
from tests.support.readings import readings

TEXT = (
    "1. The view in Ram Lal v. State of Bihar, AIR 1960 SC 27, was overruled.\n"
    "2. Sections 302 and 304B of the Indian Penal Code apply; see (1978) 1 SCC 248.\n"
)
GROUPS = ("citations", "cases", "treatments", "acts", "provisions")


def test_the_pipeline_is_assembled_once_in_the_order_of_its_list() -> None:
    assert nlp() is nlp()
    assert tuple(nlp().pipe_names) == COMPONENTS


def test_every_step_is_an_entry_point_for_spacy() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    points = project["entry-points"]
    assert tuple(points["spacy_factories"]) == COMPONENTS
    assert tuple(points["spacy_tokenizers"]) == (TOKENIZER,)


def test_each_step_says_what_it_needs_and_the_order_gives_it() -> None:
    analysis = nlp().analyze_pipes()
    assert analysis
    needs = [need for problems in analysis["problems"].values() for need in problems]
    assert needs == []


@pytest.mark.parametrize("group", GROUPS)
def test_every_record_has_its_span(group: str) -> None:
    doc = nlp()(TEXT)
    records = getattr(doc._, group)
    assert records
    for span, record in zip(doc.spans[group], records, strict=True):
        assert span.text == TEXT[record.start : record.end]
        assert getattr(span._, group.removesuffix("s")) == record


def test_a_case_has_its_treatment_with_it() -> None:
    doc = nlp()(TEXT)
    assert [case._.treatment.treatment for case in doc.spans["cases"]] == ["overruled", "cited"]


@given(st.text(max_size=300))
def test_spans_cover_their_records_in_any_text(text: str) -> None:
    doc = read(text)
    assert source(doc) == doc.text == text
    for group in ("citations", "cases", "acts", "provisions"):
        for span, record in zip(doc.spans[group], getattr(doc._, group), strict=True):
            assert span.start_char <= record.start < record.end <= span.end_char


@pytest.mark.parametrize("tokenizer", [True, False], ids=["own tokenizer", "spaCy's"])
def test_the_steps_find_the_same_in_any_pipeline(tokenizer: bool) -> None:
    config = f'{{"nlp": {{"tokenizer": {{"@tokenizers": "{TOKENIZER}"}}}}}}' if tokenizer else "{}"
    steps = [name for name in COMPONENTS if name != NAMES]
    printed = run_installed(
        f"import spacy\nown = spacy.blank('en', config={config})\nfor step in {steps}:\n    own.add_pipe(step)\n"
        f"doc = own({TEXT!r})\nprint([getattr(doc._, g) for g in {GROUPS}])"
    )
    doc = nlp()(TEXT, disable=[NAMES])
    assert printed.strip() == str([getattr(doc._, group) for group in GROUPS])


def test_another_package_adds_a_step(tmp_path: Path) -> None:
    step = "from spacy.language import Language\n@Language.component('mine')\ndef mine(doc):\n    return doc\n"
    (tmp_path / "mine.py").write_text(step)
    printed = run_installed(
        f"import sys; sys.path.append({str(tmp_path)!r})\n"
        "from extraction.pipeline import nlp\nprint(nlp().pipe_names[-1])",
        {"lawgraph_components": {"mine": "mine:mine"}},
    )
    assert printed == "mine\n"


def test_what_is_read_at_once_is_what_is_read_alone() -> None:
    texts = [TEXT, "", "Section 5 of the Limitation Act.", TEXT * 3]
    for text, doc in zip(texts, read_all(texts), strict=True):
        assert source(doc) == text
        assert provision_mentions(doc) == provision_mentions(read(text))


def test_a_judgment_is_read_once() -> None:
    with readings() as texts:
        extract(SourceDocument("any", Path("any.txt"), TEXT * 30, "0", "judgment"))
    assert texts == {TEXT * 30: 1}


def test_a_short_text_is_read_once_however_often_it_is_asked_for() -> None:
    with readings() as texts:
        assert read("A text of section 12 that no other test reads.") is read(
            "A text of section 12 that no other test reads."
        )
    assert texts.total() == 1
