"""Who did what to whom, read from a sentence whose authorities are known: Alpha, Beta and Gamma."""

import re

import pytest

from qa.text.masking import blank
from qa.verification.draft import NamedAuthority
from qa.verification.relations import UNKNOWN, Relation, relations, unlinked

OPEN = ""
SOMEBODY = "?"


def stated(sentence: str, antecedent: str = "") -> list[Relation]:
    found = [(m.start(), m.end(), m[0]) for m in re.finditer(r"Alpha|Beta|Gamma", sentence)]
    named = [NamedAuthority(start, end, text, "case", frozenset({text.lower()})) for start, end, text in found]
    masked = blank(sentence, [(start, end) for start, end, _ in found])
    return relations(sentence, masked, named, frozenset({antecedent}) if antecedent else frozenset())


def ends(relation: Relation) -> tuple[str, str, list[str]]:
    """The subject, the kind and the objects."""
    return "".join(sorted(relation.subject)), relation.name, ["".join(sorted(ids)) for ids in relation.objects]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Alpha overruled Beta.", ("alpha", "overruled", ["beta"])),
        ("Beta was overruled by Alpha.", ("alpha", "overruled", ["beta"])),
        ("Beta was expressly overruled by Alpha.", ("alpha", "overruled", ["beta"])),
        ("Beta was overruled in Alpha.", ("alpha", "overruled", ["beta"])),
        ("In Alpha, Beta was overruled.", ("alpha", "overruled", ["beta"])),
        ("In Alpha, the Court overruled Beta.", ("alpha", "overruled", ["beta"])),
        ("Overruling Beta, Alpha held the levy void.", ("alpha", "overruled", ["beta"])),
        ("The overruling of Beta by Alpha came late.", ("alpha", "overruled", ["beta"])),
        ("Alpha overruled Beta and Gamma.", ("alpha", "overruled", ["beta", "gamma"])),
        ("Beta and Gamma were overruled by Alpha.", ("alpha", "overruled", ["beta", "gamma"])),
        ("Beta was overruled.", (OPEN, "overruled", ["beta"])),
        ("Beta was overruled by three later cases.", (OPEN, "overruled", ["beta"])),
        ("Beta is no longer good law.", (OPEN, "overruled", ["beta"])),
        ("Beta was overruled by Parliament.", (SOMEBODY, "overruled", ["beta"])),
        ("The Delhi High Court overruled Beta.", (SOMEBODY, "overruled", ["beta"])),
        ("Alpha declined to follow Beta.", ("alpha", "departed from", ["beta"])),
        ("Alpha relied on Beta.", ("alpha", "followed", ["beta"])),
        ("Alpha refers to Beta.", ("alpha", "cited", ["beta"])),
        ("After Gamma, Alpha overruled Beta.", ("alpha", "overruled", ["beta"])),
        ("Unlike Gamma, Beta was overruled by Alpha.", ("alpha", "overruled", ["beta"])),
    ],
)
def test_a_relation_has_its_ends_whatever_the_voice(sentence: str, expected: tuple[str, str, list[str]]) -> None:
    assert [ends(relation) for relation in stated(sentence)] == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Alpha followed Beta and overruled Gamma.",
            [("alpha", "followed", ["beta"]), ("alpha", "overruled", ["gamma"])],
        ),
        (
            "Alpha followed Beta, which had distinguished Gamma.",
            [("alpha", "followed", ["beta"]), ("beta", "distinguished", ["gamma"])],
        ),
        (
            "Alpha did not overrule Beta but distinguished it.",
            [("alpha", "overruled", ["beta"]), ("alpha", "distinguished", ["beta"])],
        ),
    ],
)
def test_several_relations_of_one_sentence(sentence: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert [ends(relation) for relation in stated(sentence)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Alpha did not overrule Beta.",
        "Alpha never overruled Beta.",
        "Beta was not overruled by Alpha.",
        "Beta has not been overruled.",
        "Alpha refused to overrule Beta.",
        "Alpha overruled neither Beta nor Gamma.",
        "Alpha didn’t overrule Beta.",
        "Alpha stopped short of overruling Beta.",
    ],
)
def test_what_is_denied(sentence: str) -> None:
    assert [relation.negated for relation in stated(sentence)] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Alpha might have overruled Beta.",
        "Whether Alpha overruled Beta is open.",
        "If Alpha overruled Beta, the levy falls.",
        "Alpha allegedly overruled Beta.",
        "Beta would be overruled by Alpha.",
    ],
)
def test_what_is_left_open(sentence: str) -> None:
    assert [relation.hedged for relation in stated(sentence)] == [True]


@pytest.mark.parametrize("sentence", ["Alpha overruled Beta.", "Beta was overruled by Alpha.", "Alpha follows Beta."])
def test_what_is_plainly_said(sentence: str) -> None:
    assert [(relation.negated, relation.hedged) for relation in stated(sentence)] == [(False, False)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It overruled Beta.", ("gamma", "overruled", ["beta"])),
        ("It was overruled by Alpha.", ("alpha", "overruled", ["gamma"])),
        ("The Court overruled Beta.", ("gamma", "overruled", ["beta"])),
    ],
)
def test_a_pronoun_stands_for_the_case_before(sentence: str, expected: tuple[str, str, list[str]]) -> None:
    assert [ends(relation) for relation in stated(sentence, antecedent="gamma")] == [expected]


@pytest.mark.parametrize("sentence", ["Alpha concerned a passport.", "Alpha and Beta are decisions of 1978.", "", "§"])
def test_where_nothing_is_related(sentence: str) -> None:
    assert stated(sentence) == []


@pytest.mark.parametrize(
    ("masked", "word"),
    [
        ("Ramaswamy overruled the earlier view.", "overruled"),
        ("The earlier view was overruled.", "overruled"),
        ("The rule was followed in Ramaswamy.", "followed"),
        ("The rule was followed for years.", None),
        ("Life and liberty are protected.", None),
    ],
)
def test_a_verb_that_joins_no_two_authorities(masked: str, word: str | None) -> None:
    assert unlinked(masked, []) == word


def test_a_verb_whose_relation_was_read_is_linked() -> None:
    relation = Relation("overruled", frozenset({"overruled"}), UNKNOWN, (frozenset({"beta"}),), False, False)
    assert unlinked("Ramaswamy overruled §§§§.", [relation]) is None
