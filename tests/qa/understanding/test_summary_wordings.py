"""How people ask what a case was about, as a whole or in its parts; and what only looks like it."""

from pathlib import Path

import pytest

from kg.store import Store
from qa.understanding.understand import understand
from tests.support.qa_graphs import landmarks

# question | the parts asked for, "all" where none is named
ASKED = """
Please summarise Maneka Gandhi v. Union of India | all
could you summarize Golak Nath for me | all
Summary of ADM Jabalpur in simple words | all
I want the gist of the Puttaswamy case | all
What is Shreya Singhal all about? | all
Sunil Batra: a quick overview | all
Give a brief note on Vishaka | all
what happened in Kharak Singh | all
Describe Kesavananda Bharati | all
Tell me about the Gopalan case | all
Brief me on M.P. Sharma v. Satish Chandra | all
Golak Nath case analysis, short note | all
Maneka Gandhi | all
ADM Jabalpur ka saar batao | all
main takeaways of Shreya Singhal | all
What are the facts of Sunil Batra v. Delhi Administration? | facts
material facts in Vishaka | facts
Maneka Gandhi - background | facts
How did Golak Nath arise? | facts
Which question was before the court in ADM Jabalpur? | issue
legal issues involved in Puttaswamy | issue
What did the court hold in Shreya Singhal? | holding
Kesavananda Bharati ratio | holding
What was decided in Gopalan? | holding
The holding in Kharak Singh, please | holding
What proposition does Maneka Gandhi stand for? | holding
What does ADM Jabalpur lay down? | holding
Who won in Golak Nath? | order
Outcome of Vishaka v. State of Rajasthan | order
How was Sunil Batra decided? | order
What was argued in Kesavananda Bharati? | argument
the petitioner's contentions in Maneka Gandhi | argument
facts, issues, and holding of Puttaswamy | facts issue holding
Facts and result of the Vishaka case | facts order
"""

OTHERWISE = """
Which later cases overruled ADM Jabalpur?
Summarise the cases which cite Maneka Gandhi
Is Golak Nath still good law?
What did Maneka Gandhi hold on passports?
Who decided Shreya Singhal?
When was Kharak Singh decided?
On what facts was Kharak Singh distinguished?
Which provisions were in issue in Maneka Gandhi?
What does Puttaswamy say about article 21?
How does Puttaswamy rest on Maneka Gandhi?
Compare the holdings of Golak Nath and Kesavananda Bharati
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder: Path = tmp_path_factory.mktemp("graph")
    return landmarks(folder / "landmarks.db")


@pytest.mark.parametrize("line", ASKED.strip().splitlines())
def test_a_case_is_asked_about_for_itself(store: Store, line: str) -> None:
    question, _, parts = line.partition(" | ")
    understood = understand(store, question)
    assert (understood.intent, " ".join(understood.parts) or "all") == ("summary", parts)


@pytest.mark.parametrize("question", OTHERWISE.strip().splitlines())
def test_what_is_asked_of_a_case_besides_is_no_summary(store: Store, question: str) -> None:
    assert understand(store, question).intent != "summary"
