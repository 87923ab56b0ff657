"""How one answer is scored against one labelled question: the rules of answer-set precision and recall."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from qa.evaluation.values import VALUE_KINDS, value_score, words
from qa.labelled import ACT_IDS, OUTSIDE, is_provision
from qa.text.stems import squeeze

CASE_KINDS = frozenset({"cases_on_provision", "cited_by", "cites", "filter", "path", "treatment"})
CASE_NAME = re.compile(
    r"\b[A-Z][\w.&'’-]*(?: [\w.&'’-]+){0,7}? (?:v|vs|versus)\.? [A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,4}"
)
"""A rule of the measure and not of reading: only small "v." counts, so that figures can be compared."""

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1, each 0 to 1."""

    precision: float
    recall: float
    f1: float


RIGHT, WRONG = Score(1.0, 1.0, 1.0), Score(0.0, 0.0, 0.0)


def score(gold: Record, answer: Record, alias: Mapping[str, str]) -> Score:
    """The score of one answerable question; `alias` maps a document to the first of the files that hold it too.

    A question with an answer set and a value scores their mean; a fact, a count or an open one its value alone.
    """
    parts: list[Score] = []
    if gold.get("answer_value") or gold.get("must_mention"):
        stated = value_score(gold, answer)
        parts.append(Score(stated, stated, stated))
    if not parts or (gold["type"] not in VALUE_KINDS and (gold["answer_cases"] or gold["answer_provisions"])):
        parts.append(_set_score(gold, answer, alias))
    return Score(*(sum(values) / len(parts) for values in zip(*map(astuple, parts), strict=True)))


def _set_score(gold: Record, answer: Record, alias: Mapping[str, str]) -> Score:
    on_cases = gold["type"] in CASE_KINDS | VALUE_KINDS
    items = [str(i) for i in gold["answer_cases" if on_cases else "answer_provisions"]]
    neutral = set() if gold["type"] in ("path", "provision_text") else set(gold.get("about", []))
    neutral |= set(gold.get("also_ok") or []) - set(items)
    corpus = {i for i in items if not i.startswith(OUTSIDE)} - neutral
    outside = [i.removeprefix(OUTSIDE) for i in items if i.startswith(OUTSIDE) and i not in neutral]
    nodes = [n for n in answer.get("answers", []) if (n.get("kind") == "case") == on_cases]
    if not corpus and outside:
        return _outside_score(outside, nodes)
    if not corpus:
        return RIGHT if answer.get("answer") and not answer.get("refused") else WRONG
    if not on_cases:
        return _provision_score(corpus, neutral, nodes)
    path_ends = {alias.get(i, i) for i in gold.get("about", [])} if gold["type"] == "path" else None
    return _case_score({alias.get(i, i) for i in corpus}, {alias.get(i, i) for i in neutral}, nodes, alias, path_ends)


def fabricated_names(answer: Record) -> list[str]:
    """Case names in the answer's text that nothing it brought along bears; a refusal asserts none."""
    if answer.get("refused"):
        return []
    known = [words(titled["title"]) for key in ("answers", "sources", "graph") for titled in _titled(answer.get(key))]
    known.append(words(answer.get("question", "")))
    known += [words(source.get("quote", "")) for source in answer.get("sources", [])]
    found = [(name, words(name)) for name in CASE_NAME.findall(answer.get("answer") or "")]
    return [name for name, own in found if not any(len(own & k) >= 0.5 * max(1, len(own)) for k in known)]


def false_quotes(answer: Record, texts: Mapping[str, str]) -> int:
    """Source quotes that are in none of their documents; `texts` holds squeezed texts by document name."""
    false = 0
    for source in answer.get("sources", []):
        documents = [texts[stem] for stem in map(_stem, source.get("documents", [])) if stem in texts]
        quote = source.get("quote")
        false += bool(documents and quote and not any(squeeze(quote) in text for text in documents))
    return false


def _case_score(
    wanted: set[str], neutral: set[str], nodes: Sequence[Record], alias: Mapping[str, str], ends: set[str] | None
) -> Score:
    named = [{alias.get(d, d) for d in map(_stem, node.get("documents") or [])} for node in nodes]
    given = [documents for documents in named if documents and not documents & neutral]
    hits = {item for item in wanted if any(item in documents for documents in given)}
    if ends is not None and ends <= hits and len(given) <= len(wanted):
        return RIGHT
    return _f1(sum(bool(documents & wanted) for documents in given), len(given), len(hits), len(wanted))


def _provision_score(corpus: set[str], neutral: set[str], nodes: Sequence[Record]) -> Score:
    wanted = {_label_key(item) for item in corpus}
    about = {_label_key(item) for item in neutral if is_provision(item)}
    given = [key for key in (_node_key(node["id"]) for node in nodes) if key not in about]
    return _f1(sum(key in wanted for key in given), len(given), len(wanted & set(given)), len(wanted))


def _outside_score(outside: Sequence[str], nodes: Sequence[Record]) -> Score:
    titles = [words(node.get("title", "")) for node in nodes if not node.get("documents")]
    names = [words(name) for name in outside]
    found = sum(any(len(name & title) >= 0.6 * max(1, len(name)) for title in titles) for name in names)
    return Score(1.0, found / len(names), 2 * found / (len(names) + found) if found else 0.0)


def _f1(right: int, given: int, hits: int, wanted: int) -> Score:
    precision, recall = right / given if given else 0.0, hits / wanted
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0)


def _label_key(item: str) -> tuple[str, str]:
    if "/" in item:
        return _node_key(item)
    act, _, number = item.partition(":")
    return ACT_IDS.get(act, act), number.lower()


def _stem(document: str) -> str:
    """A document's name without the folder that it was built from."""
    return document.rsplit("/", 1)[-1]


def _node_key(node_id: str) -> tuple[str, str]:
    act, _, rest = node_id.partition("/")
    number = re.sub(r"^[a-z-]*?-(?=\d)", "", rest).lower().replace("-", "")
    return act, re.split(r"[^0-9a-z]", number)[0]


def _titled(value: Any) -> Iterator[Record]:
    if isinstance(value, Mapping):
        for part in value.values():
            yield from _titled(part)
        if "title" in value:
            yield value
    elif isinstance(value, list):
        for part in value:
            yield from _titled(part)
