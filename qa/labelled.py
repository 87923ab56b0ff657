"""Labelled questions, as measuring and training read them.

Items of the labels are file stems for cases, `act:number` or an id of the graph for provisions, and `ext:name` for an
authority outside the corpus.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extraction.labels import read_items

NEEDED = {
    "id": str,
    "type": str,
    "question": str,
    "answerable": bool,
    "answer_cases": list,
    "answer_provisions": list,
}
ACT_IDS = {
    "art": "constitution-of-india",
    "ipc": "indian-penal-code-1860",
    "crpc": "code-of-criminal-procedure-1973",
    "cpc": "code-of-civil-procedure-1908",
    "iea": "indian-evidence-act-1872",
    "nia": "negotiable-instruments-act-1881",
    "mva": "motor-vehicles-act-1988",
    "hma": "hindu-marriage-act-1955",
    "ida": "indian-divorce-act-1869",
    "ica": "indian-contract-act-1872",
    "ita": "information-technology-act-2000",
    "bns": "bharatiya-nyaya-sanhita-2023",
    "bnss": "bharatiya-nagarik-suraksha-sanhita-2023",
    "bsa": "bharatiya-sakshya-adhiniyam-2023",
}
OUTSIDE = "ext:"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+/\S+")
_LISTS = ("answer_cases", "answer_provisions", "about", "also_ok")


def read_questions(path: Path) -> list[dict[str, Any]]:
    """The labelled questions of a JSON-lines file. Raises LabelError naming the line that is wrong."""
    seen: set[str] = set()

    def wrong(question: dict[str, Any]) -> str:
        if question["id"] in seen:
            return f"the id {question['id']} is there twice"
        seen.add(question["id"])
        return _wrong_list(question) or _unknown_act(question)

    return read_items(path, NEEDED, wrong)


def is_provision(item: str) -> bool:
    """Whether an item names a provision: "ipc:302", or an id of the graph, "indian-penal-code-1860/section-302"."""
    act, _, number = item.partition(":")
    return bool(_ID.fullmatch(item) or (number and (act in ACT_IDS or act in ACT_IDS.values())))


def _wrong_list(question: Mapping[str, Any]) -> str:
    for key in _LISTS:
        items = question.get(key) or []
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            return f"{key} is to be a list of texts"
    return ""


def _unknown_act(question: Mapping[str, Any]) -> str:
    beside = [item for key in ("about", "also_ok") for item in question.get(key) or () if ":" in item]
    named = [i for i in [*question["answer_provisions"], *beside] if not i.startswith(OUTSIDE)]
    unknown = next((i for i in named if not is_provision(i)), "")
    known = f"act:number, with one of {', '.join(ACT_IDS)}, or an id of the graph"
    return f"{unknown} is of no known act; give {known} (indian-penal-code-1860/section-302)" if unknown else ""
