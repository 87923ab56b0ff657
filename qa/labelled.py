"""Labelled questions, as measuring and training read them."""

from pathlib import Path
from typing import Any

from extraction.labels import LabelError, read_items

NEEDED = {
    "id": str,
    "type": str,
    "question": str,
    "answerable": bool,
    "answer_cases": list,
    "answer_provisions": list,
}


def read_questions(path: Path) -> list[dict[str, Any]]:
    """The labelled questions of a JSON-lines file. Raises `LabelError` naming the line that is wrong."""
    questions = read_items(path, NEEDED)
    seen: set[str] = set()
    for question in questions:
        if question["id"] in seen:
            raise LabelError(f"{path}: the id {question['id']} is there twice")
        seen.add(question["id"])
    return questions
