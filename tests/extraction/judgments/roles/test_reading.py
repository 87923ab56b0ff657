"""The part of each passage of a judgment: as its words and its place tell, but for what a dissenting judge writes."""

from pathlib import Path

from extraction import Judgment, extract, load
from extraction.judgments.roles.reading import roles_of

CANAL = [
    "facts: 1. The respondent was appointed a canal inspector by an order dated March 4, 1961. On June 9, 1964 he was "
    "served with a charge sheet, and by an order of the Chief Engineer he was dismissed from service.",
    "facts: 2. The respondent filed a writ petition. The High Court allowed the petition and quashed the order. The "
    "State preferred this appeal by special leave.",
    "argument: 3. Mr. Lokur, learned counsel for the appellant, submitted that the inquiry was held according to the "
    "rules. He further contended that no prejudice was shown.",
    "argument: 4. Learned counsel for the respondent, on the other hand, submitted that the witnesses were never "
    "offered for cross-examination, and relied on the report itself.",
    "issue: 5. The question that arises for our consideration is whether the inquiry officer could rely on statements "
    "of persons whom the respondent had no opportunity to cross-examine.",
    "reasoning: 6. Article 311(2) of the Constitution provides that no person shall be dismissed except after an "
    "inquiry in which he has been given a reasonable opportunity. In Kapur v. Union of India, (1958) SCR 1080, this "
    "Court observed that the opportunity includes the right to question witnesses.",
    "reasoning: 7. The principle is well settled. The rule in Kapur's case (supra) was followed in State v. Rathore, "
    "AIR 1961 SC 751, where it was said that the opportunity must be a real one.",
    "holding: 8. We are, therefore, of the opinion that the inquiry was vitiated, and we hold that the High Court was "
    "right in its view that the respondent was denied a reasonable opportunity.",
    "order: 9. In the result, the appeal fails and is dismissed. There will be no order as to costs.",
]
TEXTS = [said.partition(": ")[2] for said in CANAL]


def test_each_passage_has_its_part() -> None:
    assert [f"{role}: {text}" for role, text in zip(roles_of(TEXTS), TEXTS, strict=True)] == CANAL


def test_a_judgment_without_passages_has_no_roles() -> None:
    assert roles_of([]) == []


SPLIT = """Lalit Weavers v Union of India
Supreme Court of India

4 March 1979
C.A. No. 12 of 1970

Bench: A. N. Sen, R. S. Pathak

A. N. SEN, J.: {lead}

R. S. PATHAK, J. (dissenting): I regret that I am unable to agree with my brother Sen. In my opinion the appeal must
be allowed, and I hold that the levy has no authority of law. The appeal is allowed and the notification is quashed.
"""


def test_what_a_dissenting_judge_writes_is_neither_holding_nor_order(tmp_path: Path) -> None:
    path = tmp_path / "split.txt"
    path.write_text(SPLIT.format(lead="\n\n".join(TEXTS)))
    read = extract(load(path, "split"))
    assert isinstance(read, Judgment)
    told = [(chunk.role, "brother Sen" in chunk.text) for chunk in read.chunks]
    assert ("dissent", True) in told
    assert {role for role, dissent in told if not dissent} >= {"facts", "holding"}


HEADED = """# Lalit Weavers v. Union of India

Court: Supreme Court of India
Date: 4 March 1979

## 1. Brief facts

1. The looms stood idle.

## II. Submissions of the appellant

2. The looms were needed.

## Conclusion

3. The looms go back.

## Epilogue

4. In the result, the appeal is dismissed with no order as to costs.
"""


def test_a_heading_that_names_a_part_tells_it(tmp_path: Path) -> None:
    path = tmp_path / "headed.md"
    path.write_text(HEADED)
    read = extract(load(path, "headed"))
    assert isinstance(read, Judgment)
    assert [chunk.role for chunk in read.chunks] == ["facts", "argument", "holding", "order"]
