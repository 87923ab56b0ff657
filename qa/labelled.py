"""Labelled questions, as measuring and training read them.

Items of the labels are file stems for cases, `act:number` for provisions, and `ext:name` for an authority outside the
corpus.
"""

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
}
OUTSIDE = "ext:"


def read_questions(path: Path) -> list[dict[str, Any]]:
    """The labelled questions of a JSON-lines file. Raises LabelError naming the line that is wrong."""
    seen: set[str] = set()

    def wrong(question: dict[str, Any]) -> str:
        if question["id"] in seen:
            return f"the id {question['id']} is there twice"
        seen.add(question["id"])
        return _unknown_act(question)

    return read_items(path, NEEDED, wrong)


def _unknown_act(question: Mapping[str, Any]) -> str:
    labels = [*question["answer_provisions"], *(item for item in question.get("about", ()) if ":" in item)]
    unknown = [i for i in labels if not i.startswith(OUTSIDE) and i.partition(":")[0] not in ACT_IDS]
    return f"{unknown[0]} is of no known act; give act:number, with one of {', '.join(ACT_IDS)}" if unknown else ""
