"""The questions that the search for provisions is trained on: whole, different, of known acts, never by number."""

import json
import re
from pathlib import Path

import pytest

from qa.labelled import ACT_IDS

FOLDER = Path(__file__).parents[3] / "data" / "questions"
FILES = sorted(set(FOLDER.glob("*.jsonl")) - {FOLDER / "passages.jsonl", FOLDER / "elsewhere.jsonl"})
STYLES = {"lay", "advocate", "student", "police", "journalist", "hinglish", "forum", "keywords", "exam"}


def test_there_are_five_thousand_and_none_is_asked_twice() -> None:
    asked = [json.loads(line)["question"].strip().lower() for path in FILES for line in path.open(encoding="utf-8")]
    assert len(asked) >= 5000
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_question_names_provisions_of_known_acts_and_not_by_their_numbers(path: Path) -> None:
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        assert row["style"] in STYLES
        assert row["provisions"]
        for provision in row["provisions"] + row["near"]:
            act, _, number = provision.partition(":")
            assert act in ACT_IDS, (row["question"], provision)
            assert re.fullmatch(r"\d+[A-Z]{0,3}", number), (row["question"], provision)
        own = "|".join(re.escape(p.partition(":")[2]) for p in row["provisions"])
        assert not re.search(rf"\b(?:sections?|articles?|s\.|u/s|art\.)\s*(?:{own})\b", row["question"], re.IGNORECASE)
