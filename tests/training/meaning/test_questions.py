"""The questions that reading and searching are trained on: whole, different, of known acts, never by number."""

import json
import re
from pathlib import Path

import pytest

from qa.labelled import ACT_IDS
from qa.understanding.wants import WANTS as WANTED

FOLDER = Path(__file__).parents[3] / "data" / "questions"
ALL, CASES, WANTS = (sorted(FOLDER.glob(pattern)) for pattern in ("*.jsonl", "cases-*.jsonl", "wants-*.jsonl"))
FILES = sorted({*ALL} - {*CASES, *WANTS, FOLDER / "elsewhere.jsonl"})
STYLES = {"lay", "advocate", "student", "police", "journalist", "hinglish", "forum", "keywords", "exam"}


def test_there_are_seven_thousand_and_none_is_asked_twice() -> None:
    asked = [json.loads(line)["question"].strip().lower() for path in ALL for line in path.open(encoding="utf-8")]
    assert len(asked) >= 7000
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


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_question_that_describes_a_case_tells_which_unless_there_is_none(path: Path) -> None:
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        assert row["kind"] in {"facts", "held", "known", "with", "none"}
        assert bool(row["cases"] or row["names"]) == (row["kind"] != "none"), row["question"]


@pytest.mark.parametrize("path", WANTS, ids=lambda path: path.stem)
def test_a_question_tells_what_it_wants(path: Path) -> None:
    assert {json.loads(line)["wants"] for line in path.open(encoding="utf-8")} == set(WANTED)
