"""Treatment in a judgment that speaks for itself ("we"): who speaks, what is denied, what a later sentence says."""

import pytest

from extraction.records import CaseMention, Paragraph
from tests.support.reading import read_mentions

A = "Ram Lal v. State of Bihar, AIR 1960 SC 27"
B = "Mohan Das v. State of Assam, AIR 1970 SC 41"
OWN_VOICE = "We have heard the parties.\n"


def _mentions(text: str) -> list[CaseMention]:
    references = read_mentions(text, [Paragraph("1", 0, len(text))], "P. Own v. State of Nowhere").references
    return sorted((m for r in references for m in r.mentions), key=lambda m: m.start)


@pytest.mark.parametrize(
    ("sentence", "label", "by"),
    [
        # an earlier court's treatment, told by this one
        (f"This Court overruled {A}.", "overruled", "other"),
        (f"The Court then distinguished {A}.", "distinguished", "other"),
        (f"{A}, was overruled by a larger Bench.", "overruled", "other"),
        (f"This decision has overruled {A}.", "overruled", "other"),
        (f"This Court quoted with approval the observations in {A}.", "followed", "other"),
        (f"The learned Chief Justice reaffirmed the view in {A}.", "followed", "other"),
        (f"Distinguishing {A}, the law was stated in these terms.", "distinguished", "other"),
        (f"The High Court relied upon {A}.", "followed", "other"),
        (f"The Full Bench disapproved {A}.", "doubted", "other"),
        (f"It has rightly distinguished the ratio of {A}.", "distinguished", "other"),
        # this court's own
        (f"We overrule {A}.", "overruled", "court"),
        (f"We respectfully hold that {A}, is wrongly decided.", "doubted", "court"),
        (f"The view taken in {A}, is not correct.", "doubted", "court"),
        (f"{A}, has no application to the facts of this case.", "distinguished", "court"),
        (f"The facts of {A}, were not identical.", "distinguished", "court"),
        (f"Those terms are quite different from those in the case of {A}.", "distinguished", "court"),
        (f"The reliance placed by the appellant on {A}, is wholly erroneous.", "distinguished", "court"),
        (f"The controversy has been given a quietus by this Court in {A}.", "followed", "court"),
        (f"It is no longer res integra in view of {A}.", "followed", "court"),
        (f"In this context, we may refer with profit to {A}.", "followed", "court"),
        (f"We find support in our view from {A}.", "followed", "court"),
        (f"The present case is not different from {A}.", "followed", "court"),
        # denied, rejected, supposed
        (f"{A}, does not require reconsideration.", "followed", "court"),
        (f"We are not impressed by the argument that {A}, requires reconsideration.", "followed", "court"),
        (f"There is nothing to suggest that this Court overruled {A}.", "cited", "court"),
        (f"It is doubtful whether {A}, has been overruled.", "cited", "court"),
        (f"The device of prospective overruling was resorted to even in {A}.", "cited", "court"),
        (f"We overruled that Bench as being contrary to the law laid down in {A}.", "followed", "court"),
        (f"There can be no quarrel with the proposition laid down in {A}.", "cited", "court"),
        # the place, not the thing treated
        (f"In {A}, a notification was set aside.", "cited", "court"),
        (f"In {A}, the correctness of a census was doubted by the witnesses.", "cited", "court"),
        (f"As noticed above, in {A}, this Court observed the rule.", "cited", "court"),
        # a party's
        (f"Mr. Rao submitted that {A}, has been overruled.", "overruled", "counsel"),
        (f"It was contended that {A}, requires reconsideration.", "doubted", "counsel"),
        (f"Relying on {A}, learned counsel submitted that the appeal should fail.", "cited", "counsel"),
        (f"Both sides rely on {A}.", "cited", "counsel"),
        (f"Counsel took us through {A}.", "cited", "counsel"),
        (f"Reliance in this behalf has been placed on {A}.", "cited", "counsel"),
        (f"Counsel relied upon {A}, but that case is of little assistance.", "distinguished", "court"),
    ],
)
def test_who_says_what(sentence: str, label: str, by: str) -> None:
    mention = _mentions(OWN_VOICE + sentence)[0]
    assert (mention.treatment, mention.by) == (label, by)


@pytest.mark.parametrize(
    ("following", "label"),
    [
        ("In that case the goods had perished. The said decision has no application here.", "distinguished"),
        ("The facts there were old. In our opinion the said decision does not assist the State.", "distinguished"),
        ("It is of no assistance to the appellant.", "distinguished"),
        ("There the facts were quite different.", "distinguished"),
        (f"We now turn to {B}. The said decision has no application here.", "cited"),
    ],
)
def test_a_later_sentence_counts_until_another_case_is_named(following: str, label: str) -> None:
    mention = _mentions(f"{OWN_VOICE}Learned counsel relied on {A}. {following}")[0]
    assert mention.treatment == label


def test_a_doubt_is_overtaken_by_the_overruling_that_follows() -> None:
    (mention,) = _mentions(f"{OWN_VOICE}{A}, does not lay down good law. It is overruled accordingly.")
    assert (mention.treatment, mention.by) == ("overruled", "court")


def test_an_enumerated_list_goes_on_with_what_counsel_cited() -> None:
    text = f"{OWN_VOICE}Learned counsel relied upon the following decisions:\n(i) {A}\n(ii) {B}\n"
    assert [(m.treatment, m.by) for m in _mentions(text)] == [("cited", "counsel")] * 2


def test_a_quotation_over_several_lines_is_another_courts_voice() -> None:
    text = f'{OWN_VOICE}It was observed:\n"The point is old.\nWe overrule {A}."\nWe agree.'
    assert [(m.treatment, m.by) for m in _mentions(text)] == [("overruled", "other")]


def test_a_mark_that_is_never_closed_quotes_nothing() -> None:
    (mention,) = _mentions(f'{OWN_VOICE}He said "stop and went home.\nWe overrule {A}.')
    assert mention.by == "court"


def test_confidence_is_a_measured_share() -> None:
    sure, unsure = _mentions(f"{OWN_VOICE}{A}, is clearly distinguishable. We dissent from {B}.")
    assert 50 < unsure.confidence < sure.confidence <= 100
