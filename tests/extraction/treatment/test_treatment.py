"""Treatment: what a sentence says of each case it names, and who says it."""

import pytest

from extraction.documents.files import load
from extraction.extracting import extract
from extraction.records import CaseMention, Judgment, Paragraph
from tests.support.cli_runs import LANDMARKS
from tests.support.reading import read_mentions

A = "Ram Lal v. State of Bihar, AIR 1960 SC 27"
B = "Mohan Das v. State of Assam, AIR 1970 SC 41"
C = "Sohan Nath v. State of Punjab, (1980) 2 SCC 11 : AIR 1980 SC 100"


def _mentions(text: str) -> list[CaseMention]:
    references = read_mentions(text, [Paragraph("1", 0, len(text))], "P. Own v. State of Nowhere").references
    return sorted((m for r in references for m in r.mentions), key=lambda m: m.start)


@pytest.mark.parametrize(
    ("text", "label", "by"),
    [
        # overruled
        (f"The Court overruled {A}, to the extent that it held otherwise.", "overruled", "court"),
        (f"9. The Court also overruled {A}, on the same point.", "overruled", "court"),
        (f"We do not approve the ratio of {A} and overrule the same.", "overruled", "court"),
        (f"{A} was also overruled.", "overruled", "court"),
        (f"{A} shall be deemed to have been over-ruled.", "overruled", "court"),
        (f"{A}, was expressly overruled in the opinion of Rao, J. for four judges.", "overruled", "court"),
        (f"{A}, was overruled by Rao, J.", "overruled", "court"),
        # doubted
        (f"The Court did not agree with the observation in {A}.", "doubted", "court"),
        (f"The Court held {A}, to be bad to that extent.", "doubted", "court"),
        (f"The Court doubted the correctness of {A}.", "doubted", "court"),
        (f"The Court declined to follow {A}.", "doubted", "court"),
        (f"The view in {A} is no longer good law.", "doubted", "court"),
        (f"The decision in {A} is per incuriam.", "doubted", "court"),
        (f"With respect, we are unable to agree with the view taken in {A}.", "doubted", "court"),
        (f"{A} was wrongly decided and requires to be overruled.", "doubted", "court"),
        (f"We dissent from {A}.", "doubted", "court"),
        # distinguished
        (f"The Court distinguished {A}, as a case on different facts.", "distinguished", "court"),
        (f"{A} turned on its own facts.", "distinguished", "court"),
        (f"The decision in {A} is clearly distinguishable.", "distinguished", "court"),
        (f"{A} is of no help to the appellant.", "distinguished", "court"),
        (f"Reliance on {A} is misplaced.", "distinguished", "court"),
        (f"{A} has no application to the present case.", "distinguished", "court"),
        # followed
        (f"The Court followed {A}.", "followed", "court"),
        (f"We respectfully agree with the view taken in {A}.", "followed", "court"),
        (f"As held in {A}, the onus is on the State.", "followed", "court"),
        (f"In view of the decision in {A}, the appeal fails.", "followed", "court"),
        (f"The matter is squarely covered by {A}.", "followed", "court"),
        (f"Applying the principles laid down in {A}, we dismiss the appeal.", "followed", "court"),
        (f"The Court relied on {A}, for that proposition.", "followed", "court"),
        (f"We see no reason to depart from the view in {A}.", "followed", "court"),
        (f"We are not impressed by the submission that {A} is distinguishable.", "followed", "court"),
        # vertical
        (
            "The Court affirmed the decision of the Bombay High Court in Ram v. State, AIR 1951 Bom 470.",
            "affirmed",
            "court",
        ),
        (
            "The Court reversed the judgment of the Delhi High Court in Naz v. Union of India, AIR 1951 Bom 470.",
            "reversed",
            "court",
        ),
        (f"The Court affirmed its ruling in {A}.", "followed", "court"),
        # cited
        (f"See {A}.", "cited", "court"),
        (f"The Court referred to {A}, as part of the history.", "cited", "court"),
        (f"The validity of the Act was upheld in {A}.", "cited", "court"),
        (f"In {A}, the facts were these.", "cited", "court"),
        (f"The Court in {A} overruled the objection of the respondent.", "cited", "court"),
        # counsel
        (f"Learned counsel for the appellant relied on {A}.", "cited", "counsel"),
        (f"Reliance was placed on {A} by the respondents.", "cited", "counsel"),
        (f"Mr. Rao submitted that {A} was per incuriam.", "doubted", "counsel"),
        (f"Counsel tried to distinguish {A} on facts.", "distinguished", "counsel"),
        (f"It was contended that the case is covered by {A}.", "cited", "counsel"),
        (f"It was contended that {A} would be of no assistance and is distinguishable.", "distinguished", "counsel"),
        # other
        (f"The High Court distinguished {A}.", "distinguished", "other"),
        (f"{A} has been overruled.", "overruled", "other"),
    ],
)
def test_one_case_in_a_sentence(text: str, label: str, by: str) -> None:
    mention = _mentions(text)[0]
    assert (mention.treatment, mention.by) == (label, by)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (f"{A} was overruled in {B}.", ("overruled", "other"), ("cited", "court")),
        (f"In {B}, this Court overruled {A}.", ("cited", "court"), ("overruled", "other")),
        (f"In {B}, this Court distinguished {A}.", ("cited", "court"), ("distinguished", "other")),
        (f"{A} was distinguished in {B}.", ("distinguished", "other"), ("cited", "court")),
        (f"The Court overruled {A}, and {B}.", ("overruled", "court"), ("overruled", "court")),
        (f"In {A}, {B} was overruled.", ("cited", "court"), ("overruled", "other")),
        (f"We are aware that {A} was distinguished in {B}.", ("distinguished", "other"), ("cited", "court")),
        (f"{A} was distinguished by Rao, J. in {B}.", ("distinguished", "other"), ("cited", "court")),
        (f"{A} distinguishes {B} on that ground.", ("cited", "court"), ("distinguished", "other")),
        (
            f"{A} was sought to be distinguished on the strength of {B}.",
            ("distinguished", "counsel"),
            ("cited", "court"),
        ),
        (f"The Court applied {A} here, and relied on {B}.", ("followed", "court"), ("followed", "court")),
        (f"The Court held that {A} misread {B}, and disapproved it.", ("doubted", "court"), ("cited", "court")),
        (f"The Court followed {A}, and distinguished {B}.", ("followed", "court"), ("distinguished", "court")),
        (
            f"Counsel relied on {A}. The said decision is distinguishable. See {B}.",
            ("distinguished", "court"),
            ("cited", "court"),
        ),
    ],
)
def test_two_cases_with_treatments_of_their_own(text: str, first: tuple[str, str], second: tuple[str, str]) -> None:
    found = _mentions(text)
    assert [(m.treatment, m.by) for m in found] == [first, second]


@pytest.mark.parametrize(
    ("text", "treatments"),
    [
        (f"The decisions to the contrary in {A}, {B} and {C} must be overruled.", ["overruled"] * 3),
        (f"We overrule {A}, {B} and {C}.", ["overruled"] * 3),
        (f"{A}; {B}; and {C} are distinguishable.", ["distinguished"] * 3),
        (f"The view in {A}, W.P. No. 7 of 1986 dated 2.2.1987, {B} and {C} is no longer good law.", ["doubted"] * 3),
        (f"Counsel cited {A} and {B}. These decisions are distinguishable.", ["distinguished"] * 2),
        (f"Counsel cited {A} and {B}. The said decision is distinguishable.", ["cited", "distinguished"]),
        (f"We follow {A}. {B} and {C} were cited.", ["followed", "cited", "cited"]),
    ],
)
def test_the_cases_of_a_list_share_what_is_said_of_it(text: str, treatments: list[str]) -> None:
    assert [m.treatment for m in _mentions(text)] == treatments


@pytest.mark.parametrize(
    ("following", "label", "by"),
    [
        ("The said decision is distinguishable.", "distinguished", "court"),
        ("This judgment is no longer good law.", "doubted", "court"),
        ("The aforesaid ruling stands overruled.", "overruled", "court"),
        ("We respectfully agree with that decision.", "followed", "court"),
        ("We overrule the said judgment.", "overruled", "court"),
        (f"The said decision was overruled in {B}.", "overruled", "other"),
        ("In this case, the facts are different.", "cited", "counsel"),
        ("He submitted that the said decision is binding.", "cited", "counsel"),
    ],
)
def test_what_the_next_sentence_says_of_the_case(following: str, label: str, by: str) -> None:
    mention = _mentions(f"Learned counsel cited {A}. {following}")[0]
    assert (mention.treatment, mention.by) == (label, by)


@pytest.mark.parametrize(
    ("full", "sentence", "name", "label"),
    [
        (
            "V.K. Sharma v. Union of India, (1990) 1 SCC 1",
            f"V.K. Sharma was expressly overruled in {B}.",
            "V.K. Sharma",
            "overruled",
        ),
        ("A.K. Gopalan v. State of Madras, AIR 1950 SC 27", "Gopalan was wrongly decided.", "Gopalan", "doubted"),
        (
            "E.P. Royappa v. State of Tamil Nadu, (1974) 4 SCC 3",
            "We dismiss it, following Royappa.",
            "Royappa",
            "followed",
        ),
        (
            "E.P. Royappa v. State of Tamil Nadu, (1974) 4 SCC 3",
            "The matter is covered by Royappa.",
            "Royappa",
            "followed",
        ),
        ("E.P. Royappa v. State of Tamil Nadu, (1974) 4 SCC 3", "We dissent from Royappa.", "Royappa", "doubted"),
    ],
)
def test_a_bare_name_that_is_said_to_be_decided(full: str, sentence: str, name: str, label: str) -> None:
    found = _mentions(f"Counsel cited {full}, on this point.\n\n{sentence}")
    assert [(m.text, m.form, m.treatment) for m in found[1:2]] == [(name, "short", label)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The prosecution relied on Royappa, PW 3.",
        "Royappa was distinguished from the other accused.",
        "Royappa was approved by the committee.",
        "The matter is covered by Regulation 33.",
        "It was so held in the opinion of Lord Royappa.",
    ],
)
def test_a_bare_name_of_a_person_is_no_case(sentence: str) -> None:
    found = _mentions(f"Counsel cited E.P. Royappa v. State of Tamil Nadu, (1974) 4 SCC 3.\n\n{sentence}")
    assert len(found) == 1


def test_a_full_stop_inside_a_citation_ends_no_sentence() -> None:
    first, _ = _mentions(
        "The Court followed Ram v. State, AIR 1960 SC 27, and Balaji v. State of Mysore, [1963] Supp. 1 SCR 439."
    )
    assert first.quote.endswith("[1963] Supp. 1 SCR 439.")


def test_a_quoted_judgment_speaks_for_itself() -> None:
    (mention,) = _mentions(f'It was observed: "We follow {A}, and dismiss the appeal."')
    assert (mention.treatment, mention.by) == ("followed", "other")


def test_the_same_case_from_counsel_and_from_the_court() -> None:
    text = f"Learned counsel sought to distinguish {A}. We follow Ram Lal's case (supra)."
    assert [(m.treatment, m.by) for m in _mentions(text)] == [("distinguished", "counsel"), ("followed", "court")]


def test_the_quote_is_the_sentence_verbatim() -> None:
    text = f"1. The appeal fails. The Court followed {A}, on that point. Costs follow."
    (mention,) = _mentions(text)
    assert mention.quote == f"The Court followed {A}, on that point."


def test_a_long_sentence_is_quoted_around_the_mention() -> None:
    text = f"{'word ' * 300}the Court followed {A} {'and more ' * 300}."
    (mention,) = _mentions(text)
    assert len(mention.quote) <= 600
    assert mention.text in mention.quote
    assert mention.quote in text


def test_the_projects_own_digests_come_out_right() -> None:
    folder = LANDMARKS
    judgment = extract(load(folder / "1973_kesavananda_bharati.md", "kesavananda"))
    assert isinstance(judgment, Judgment)
    treated = {r.title: (m.treatment, m.by) for r in judgment.references for m in r.mentions}
    assert treated["I.C. Golak Nath v. State of Punjab"] == ("overruled", "court")
