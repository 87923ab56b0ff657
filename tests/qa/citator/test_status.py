"""The gravest thing that citations record of a case."""

import pytest

from extraction.records import Speaker, Treatment
from kg.edges import Cites
from qa.citator.standing import status

Given = tuple[Treatment, Speaker]


def cites(given: list[Given]) -> list[Cites]:
    return [Cites(f"c{n}", "a", treatment=treatment, by=by) for n, (treatment, by) in enumerate(given)]


@pytest.mark.parametrize(
    ("given", "word", "by"),
    [
        ([], "no treatment", []),
        ([("cited", "court")], "no treatment", []),
        ([("followed", "court"), ("cited", "court")], "followed", ["c0"]),
        ([("followed", "court"), ("distinguished", "court")], "distinguished", ["c1"]),
        ([("followed", "court"), ("affirmed", "court")], "affirmed", ["c1"]),
        ([("distinguished", "court"), ("doubted", "court")], "doubted", ["c1"]),
        ([("doubted", "court"), ("reversed", "court")], "reversed", ["c1"]),
        ([("reversed", "court"), ("overruled", "court")], "overruled", ["c1"]),
        ([("overruled", "court"), ("followed", "court"), ("overruled", "court")], "overruled", ["c0", "c2"]),
    ],
)
def test_the_gravest_of_the_courts_own_words(given: list[Given], word: str, by: list[str]) -> None:
    found = status(cites(given))
    assert (found.word, [edge.source for edge in found.edges]) == (word, by)


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ([("overruled", "other")], "overruled"),
        ([("reversed", "other")], "reversed"),
        ([("doubted", "other")], "no treatment"),
        ([("followed", "other")], "no treatment"),
        ([("followed", "counsel")], "no treatment"),
        ([("doubted", "counsel"), ("followed", "court")], "followed"),
    ],
)
def test_of_what_others_say_only_an_end_counts(given: list[Given], word: str) -> None:
    assert status(cites(given)).word == word
