"""Questions that are read as queries: what is asked of a case's record, how many, the most, the first, but not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.edges import PartOf
from kg.nodes import Judge, Provision
from kg.store import Batch, Store
from qa.query.words import line
from qa.understanding.understand import understand
from tests.support.qa_graphs import CONSTITUTION, IPC, landmarks


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("composed")
    store = landmarks(folder / "graph.db")
    parts = [PartOf(provision.id, provision.act_id) for provision in store.find(Provision)]
    store.write(Batch(nodes=[Judge("h-r-khanna", name="H.R. Khanna")], edges=list(parts)))
    yield store
    store.close()


A21, A14 = f'"{CONSTITUTION}/article-21"', f'"{CONSTITUTION}/article-14"'


@pytest.mark.parametrize(
    ("question", "query"),
    [
        # what is recorded of a case
        ("Who wrote the judgment in Golak Nath?", 'author of case "golak"'),
        ("Who authored Kharak Singh v. State of Uttar Pradesh?", 'author of case "kharak"'),
        ("Which judges sat in Sunil Batra v. Delhi Administration?", 'bench of case "batra"'),
        ("How many judges decided Golak Nath?", 'bench size of case "golak"'),
        ("What was the bench strength in ADM Jabalpur?", 'bench size of case "adm"'),
        ("When was Kesavananda Bharati decided?", 'date of case "kesavananda"'),
        ("In which year was Shreya Singhal decided?", 'date of case "shreya"'),
        ("Which court decided Prem Chand v. Union of India?", 'court of case "prem"'),
        ("What is the citation of Shreya Singhal?", 'citations of case "shreya"'),
        ("Give the SCC citation for Kesavananda Bharati", 'citations of case "kesavananda"'),
        ("Who wrote ADM Jabalpur and when was it decided?", 'author and date of case "adm"'),
        ("Which bench decided Vishaka v. State of Rajasthan?", 'bench of case "vishaka"'),
        # how many
        ("How many cases cite Golak Nath?", 'how many cases that cite "golak"'),
        ("How many times has Kharak Singh been distinguished?", 'how many cases that distinguish "kharak"'),
        ("How many cases did Puttaswamy overrule?", 'how many cases that are overruled by "puttaswamy"'),
        ("How many judgments refer to article 21?", f"how many cases that refer to {A21}"),
        ("How many judgments did Justice Krishna Iyer write?", 'how many cases that are written by "v-r-krishna-iyer"'),
        # the most, the first, the last
        ("Which is the most cited case?", "the most cited of the cases"),
        ("What are the three most cited cases of the 1970s?", "the 3 most cited of the cases that are of 1970 to 1979"),
        ("Which three cases are cited most?", "the 3 most cited of the cases"),
        ("Name the first two cases citing Maneka Gandhi", 'the 2 first of the cases that cite "maneka"'),
        ("Which judge wrote the most judgments?", "the most (write any case) of the judges"),
        (
            "Which article of the Constitution is cited most?",
            f'the most (are referred to by any case) of the provisions that are part of "{CONSTITUTION}"',
        ),
        ("Which was the first case to cite Gopalan?", 'the first of the cases that cite "gopalan"'),
        ("Which is the latest case that cites Gopalan?", 'the last of the cases that cite "gopalan"'),
        ("the earliest decision on article 21", f"the first of the cases that refer to {A21}"),
        # but not, both, either
        ("Which cases cite Gopalan but not Maneka Gandhi?", 'cases that cite "gopalan" and do not cite "maneka"'),
        (
            "Which cases followed Maneka Gandhi but did not cite Gopalan?",
            'cases that follow "maneka" and do not cite "gopalan"',
        ),
        ("Cases on article 21 but not article 14", f"cases that refer to {A21} and do not refer to {A14}"),
        (
            "Cases which refer to article 21 without citing Gopalan",
            f'cases that refer to {A21} and do not cite "gopalan"',
        ),
        ("Which cases refer to both article 14 and article 21?", f"cases that refer to {A14} and refer to {A21}"),
        (
            "Which cases distinguished Kharak Singh but did not follow Gopalan?",
            'cases that distinguish "kharak" and do not follow "gopalan"',
        ),
        (
            "Cases under section 302 IPC but not section 84 IPC",
            f'cases that refer to "{IPC}/section-302" and do not refer to "{IPC}/section-84"',
        ),
        ("Cases that cite Gopalan other than Maneka Gandhi", 'cases that cite "gopalan" and are not "maneka"'),
        # what became of them
        (
            "Which cases followed Maneka Gandhi and were later overruled?",
            'cases that follow "maneka" and are overruled by any case',
        ),
        (
            "Cases citing Gopalan which have not been overruled",
            'cases that cite "gopalan" and are not overruled by any case',
        ),
        (
            "Which cases that Puttaswamy cites were later overruled?",
            'cases that are cited by "puttaswamy" and are overruled by any case',
        ),
        ("Which cases cite Gopalan and are still good law?", 'cases that cite "gopalan" and are now good law'),
        (
            "Cases overruled by a bench that Justice D.Y. Chandrachud sat on",
            'cases that are overruled by (cases that are decided by "d-y-chandrachud")',
        ),
        # who, how many of them, when
        (
            "Which cases by a bench of more than five judges cite Gopalan?",
            'cases that cite "gopalan" and have a bench of 6 or more',
        ),
        (
            "Which judgments of Justice Krishna Iyer after 1979 cite Maneka Gandhi?",
            'cases that cite "maneka" and are decided by "v-r-krishna-iyer" and are of 1980 or later',
        ),
        (
            "judgments by Bhagwati J. on liberty",
            'cases that are decided by "p-n-bhagwati" and are about "liberty"',
        ),
    ],
)
def test_questions_as_queries(graph: Store, question: str, query: str) -> None:
    found = understand(graph, question)
    assert found.query is not None
    assert (line(found.query), found.unread) == (query, ())


@pytest.mark.parametrize(
    "question",
    [
        "When was Golak Nath overruled?",
        "Which later cases overruled ADM Jabalpur?",
        "Is Golak Nath still good law?",
        "What does article 21 say?",
        "What did Maneka Gandhi hold about article 21?",
        "Has Gopalan been overruled?",
        "Who won in Golak Nath?",
        "Puttaswamy: which of the decisions it considered were overruled?",
        "How does Puttaswamy rest on Maneka Gandhi?",
    ],
)
def test_questions_of_other_kinds_are_left_to_them(graph: Store, question: str) -> None:
    assert understand(graph, question).query is None


@pytest.mark.parametrize(
    ("question", "unread"),
    [
        ("How many cases cited Gopalan before the Emergency?", ("before the Emergency",)),
        ("Which judgments of Justice Krishna Iyer that mention zebras cite Maneka Gandhi?", ("zebras",)),
    ],
)
def test_what_was_not_understood_is_kept(graph: Store, question: str, unread: tuple[str, ...]) -> None:
    assert understand(graph, question).unread == unread
