"""Treatment: what a sentence says of each case it names, and who says it."""

import json
from pathlib import Path

import pytest

from extraction.documents import load
from extraction.extract import extract
from extraction.pipeline import read_mentions
from extraction.records import CaseMention, Judgment, Paragraph

A = "Ram Lal v. State of Bihar, AIR 1960 SC 27"
B = "Mohan Das v. State of Assam, AIR 1970 SC 41"


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
        # doubted
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
    folder = Path(__file__).resolve().parent.parent / "data" / "landmarks"
    judgment = extract(load(folder / "1973_kesavananda_bharati.md", "kesavananda"))
    assert isinstance(judgment, Judgment)
    treated = {r.title: (m.treatment, m.by) for r in judgment.references for m in r.mentions}
    assert treated["I.C. Golak Nath v. State of Punjab"] == ("overruled", "court")


def test_labelled_treatments(shared_data: Path) -> None:
    rows = [json.loads(line) for line in (shared_data / "labels/treatment.jsonl").read_text().splitlines()][:50]
    right = speakers = 0
    for row in rows:
        file = shared_data / "judgments/aila2019" / f"{row['doc']}.txt"
        text = file.read_bytes().decode("utf-8", errors="replace")
        low = text.rfind("\n", 0, max(0, row["start"] - 4000)) + 1
        near = [Paragraph(None, low, min(len(text), row["end"] + 4000))]
        references = read_mentions(text, near, text.splitlines()[0]).references
        hits = [m for r in references for m in r.mentions if m.start < row["end"] and m.end > row["start"]]
        right += bool(hits) and hits[0].treatment == row["label"]
        speakers += bool(hits) and hits[0].by == row["by"]
    assert right / len(rows) >= 0.65
    assert speakers / len(rows) >= 0.7
