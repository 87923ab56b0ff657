"""The table of wordings alone: a sentence in lower case, the case in question as «x», another one as «y»."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.records import Speaker, Treatment
from extraction.treatment.rules import confidence, is_carried, label, may_be_counsel, pointed, speaker

OVERRULED = (
    "we overrule «x».",
    "«x» stands overruled.",
    "the decision in «x» is hereby overruled.",
    "we hold that «x» was wrongly decided and is overruled.",
)
DOUBTED = (
    "we doubt the correctness of «x».",
    "the correctness of «x» requires reconsideration by a larger bench.",
    "«x» is per incuriam.",
    "«x» is no longer good law.",
    "with great respect, we cannot subscribe to the view in «x».",
    "we are unable to agree with the observations in «x».",
)
DISTINGUISHED = (
    "«x» is distinguishable on facts.",
    "the ratio of «x» has no application here.",
    "«x» does not help the appellant.",
    "the reliance placed on «x» is misplaced.",
    "«x» was decided on its own facts.",
    "«x» is of no assistance to the respondents.",
)
FOLLOWED = (
    "we follow «x».",
    "following «x», we allow the appeal.",
    "we respectfully agree with «x».",
    "the law laid down in «x» is binding on us.",
    "the point is covered by «x».",
    "we find support for this view in «x».",
    "as held in «x», delay defeats equity.",
)
CITED = (
    "see «x».",
    "in «x» the notification was set aside.",
    "in «x», the detenu was served with grounds in english.",
    "the facts of «x» may be stated.",
    "it is not necessary to refer to «x».",
    "the headnote of «x» is printed at page 12.",
)
DENIED = (
    "we see no reason to doubt «x».",
    "the submission that «x» requires reconsideration is rejected.",
    "«x» does not require reconsideration.",
    "we are not persuaded that «x» is wrongly decided.",
)
SPOKEN: tuple[tuple[str, Speaker | None], ...] = (
    ("learned counsel for the appellant relied on «x».", "counsel"),
    ("it was contended that «x» governs the case.", "counsel"),
    ("shri sen, appearing for the state, cited «x».", "counsel"),
    ("reliance is placed on «x» by the petitioner.", "counsel"),
    ("our attention was drawn to «x».", "counsel"),
    ("the high court relied on «x».", "other"),
    ("the division bench distinguished «x».", "other"),
    ("«x» was followed in «y».", "other"),
    ("«x» has been overruled by a larger bench.", "other"),
    ("we follow «x».", "court"),
    ("«x» turns on its own facts.", None),
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        *((sentence, "overruled") for sentence in OVERRULED),
        *((sentence, "doubted") for sentence in DOUBTED),
        *((sentence, "distinguished") for sentence in DISTINGUISHED),
        *((sentence, "followed") for sentence in FOLLOWED),
        *((sentence, "cited") for sentence in CITED),
    ],
)
def test_a_wording_has_its_label(sentence: str, expected: Treatment) -> None:
    assert label(sentence)[0] == expected


@pytest.mark.parametrize("sentence", DENIED)
def test_what_is_denied_is_not_said(sentence: str) -> None:
    assert label(sentence)[0] not in ("overruled", "doubted", "distinguished")


@pytest.mark.parametrize("sentence", [*OVERRULED, *DOUBTED, *DISTINGUISHED])
def test_what_is_said_of_another_case_is_not_said_of_this_one(sentence: str) -> None:
    """The same words about «y», beside a bare «x»."""
    turned = sentence.replace("«y»", "«w»").replace("«x»", "«y»")
    assert label(f"see «x»; {turned}")[0] == "cited"


@pytest.mark.parametrize(("sentence", "expected"), SPOKEN)
def test_a_wording_has_its_speaker(sentence: str, expected: Speaker | None) -> None:
    assert speaker(sentence, own_voice=True) == expected


@pytest.mark.parametrize(
    ("sentence", "report", "judgment"),
    [
        ("the court overruled «x» by a majority.", "court", "other"),
        ("this court distinguished «x» on the ground of delay.", "court", "other"),
    ],
)
def test_the_court_is_the_court_reported_or_another_one(sentence: str, report: Speaker, judgment: Speaker) -> None:
    assert speaker(sentence, own_voice=False) == report
    assert speaker(sentence, own_voice=True) == judgment


@pytest.mark.parametrize(("sentence", "expected"), SPOKEN)
def test_no_party_speaks_without_a_word_for_one(sentence: str, expected: Speaker | None) -> None:
    """The quick look before the patterns passes over no sentence that they would give to counsel."""
    assert may_be_counsel(sentence) or expected != "counsel"


@pytest.mark.parametrize("sentence", ["«x» binds us.", "following «x», bail is granted."])
def test_a_sentence_without_a_party_is_not_counsels(sentence: str) -> None:
    assert not may_be_counsel(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "the said decision is distinguishable.",
        "that case turned on its own facts.",
        "with respect, we think that the aforesaid ruling is per incuriam.",
        "it has no application here.",
        "in our opinion, the ratio of that decision does not apply.",
        "these decisions are of no help.",
    ],
)
def test_a_sentence_that_points_back(sentence: str) -> None:
    assert pointed(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "the appeal is distinguishable.",
        "the facts are these.",
        "it is settled that bail is the rule.",
        "learned counsel cited no decision.",
    ],
)
def test_a_sentence_that_points_to_nothing(sentence: str) -> None:
    assert pointed(sentence) is None


def test_what_can_be_said_of_a_case_named_before() -> None:
    carried = {treatment for treatment in get_args(Treatment) if is_carried(treatment)}
    assert carried == {"distinguished", "doubted", "overruled", "followed"}


@pytest.mark.parametrize("treatment", get_args(Treatment))
@pytest.mark.parametrize("by", ["court", "counsel", "other"])
def test_every_finding_has_a_confidence_that_says_something(treatment: Treatment, by: Speaker) -> None:
    assert 50 < confidence(treatment, by) < 100


@given(st.text(alphabet="abc «»xyz.,;overuld", max_size=200))
def test_any_words_have_a_label(sentence: str) -> None:
    assert label(sentence)[0] in get_args(Treatment)
