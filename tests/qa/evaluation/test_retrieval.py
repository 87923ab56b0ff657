"""`lawgraph eval retrieval`: trec_eval's measures, checked against their definitions on the rankings that it keeps."""

import json
import random
import shutil
from pathlib import Path

import pytest

from qa.evaluation.retrieval import paired_p
from tests.qa.research.test_precedents import DETAINED, PASSPORT
from tests.support.cli_runs import LANDMARKS, answered, lawgraph, one_line

SPEECH = (
    "The journal was kept out of the State by an order of the Government for the maintenance of public order, and the "
    "petitioner says that its freedom of speech and of circulation was taken from it."
)
QUERIES = {"Q1": PASSPORT, "Q2": DETAINED, "Q3": SPEECH}
RELEVANT = {"Q1": ["1978_maneka_gandhi"], "Q2": ["1976_adm_jabalpur"], "Q3": ["1950_romesh_thappar", "1950_ak_gopalan"]}


def files(folder: Path, relevant: dict[str, list[str]] = RELEVANT) -> list[object]:
    """Queries and judgments in TREC's forms, as options."""
    queries, qrels = folder / "queries.txt", folder / "qrels.txt"
    queries.write_text("".join(f"{id}||{text}\n" for id, text in QUERIES.items()), encoding="utf-8")
    lines = [f"{query} Q0 {document} 1\n" for query, found in relevant.items() for document in found]
    qrels.write_text("".join(lines), encoding="utf-8")
    return ["--queries", queries, "--qrels", qrels]


def average_precision(ranking: list[str], relevant: list[str]) -> float:
    places = sorted(ranking.index(document) + 1 for document in relevant)
    return sum(found / place for found, place in enumerate(places, 1)) / len(relevant)


def test_the_measures_are_those_of_the_rankings(demo_graph: Path, tmp_path: Path) -> None:
    kept = tmp_path / "rankings.jsonl"
    options = [*files(tmp_path), "--pool", LANDMARKS, "--predictions", kept]
    figures = answered("eval", "retrieval", *options, store=demo_graph)
    rankings = {line["id"]: line["ranking"] for line in map(json.loads, kept.read_text().splitlines())}
    assert all(len(set(ranking)) == figures["candidates"] for ranking in rankings.values()), "all of the pool is ranked"
    precisions = [average_precision(rankings[query], RELEVANT[query]) for query in QUERIES]
    first = [1 / min(rankings[query].index(d) + 1 for d in RELEVANT[query]) for query in QUERIES]
    in_ten = [len({*rankings[query][:10]} & {*RELEVANT[query]}) / 10 for query in QUERIES]
    assert figures["map"] == pytest.approx(sum(precisions) / 3, abs=1e-4)
    assert figures["recip_rank"] == pytest.approx(sum(first) / 3, abs=1e-4)
    assert figures["p_at_10"] == pytest.approx(sum(in_ten) / 3, abs=1e-4)
    assert figures["map"] > 0.5, "the facts are those of the landmarks"
    assert figures["missing"] == []


def test_the_names_of_the_candidates_decide_nothing(demo_graph: Path, tmp_path: Path) -> None:
    draw = random.Random(7)
    found = []
    for turn in range(2):
        folder = tmp_path / str(turn)
        (folder / "pool").mkdir(parents=True)
        names = {path.stem: f"{draw.getrandbits(40):x}" for path in sorted(LANDMARKS.glob("*.md"))}
        for path in LANDMARKS.glob("*.md"):
            shutil.copy(path, folder / "pool" / f"{names[path.stem]}.md")
        graph = folder / "graph.db"
        assert lawgraph("build", folder / "pool", "--no-embed", store=graph).exit_code == 0
        relevant = {query: [names[document] for document in documents] for query, documents in RELEVANT.items()}
        options = [*files(folder, relevant), "--pool", folder / "pool"]
        found.append(answered("eval", "retrieval", *options, store=graph))
    assert found[0] == found[1]


def test_candidates_that_the_graph_lacks_come_last_and_are_named(demo_graph: Path, tmp_path: Path) -> None:
    pool, kept = tmp_path / "pool", tmp_path / "rankings.jsonl"
    shutil.copytree(LANDMARKS, pool)
    (pool / "absent.txt").write_text(f"Anand v. Bhatia\nSupreme Court of India\n{PASSPORT}", encoding="utf-8")
    options = ["eval", "retrieval", *files(tmp_path), "--pool", pool, "--predictions", kept]
    shown = lawgraph(*options, store=demo_graph)
    assert shown.exit_code == 0
    assert "1 of the candidates are not in the graph and come last: absent" in shown.stderr
    assert [json.loads(line)["ranking"][-1] for line in kept.read_text().splitlines()] == ["absent"] * 3


@pytest.mark.parametrize("group", ["graph", "words"])
def test_a_group_of_signals_can_be_left_out(demo_graph: Path, tmp_path: Path, group: str) -> None:
    options = ["eval", "retrieval", *files(tmp_path), "--pool", LANDMARKS, "--predictions"]
    lawgraph(*options, tmp_path / "all.jsonl", store=demo_graph)
    lawgraph(*options, tmp_path / "less.jsonl", "--without", group, store=demo_graph)
    assert (tmp_path / "all.jsonl").read_text() != (tmp_path / "less.jsonl").read_text()


@pytest.mark.parametrize(
    ("option", "text", "said"),
    [
        ("--queries", "Q1 without the mark", "line 1: it needs an id and a text"),
        ("--qrels", "Q1 0 some_case", "line 1: it needs query, 0, document and grade"),
        ("--queries", "", "there is nothing in it"),
    ],
)
def test_a_file_that_is_wrong_is_named_in_one_line(
    demo_graph: Path, tmp_path: Path, option: str, text: str, said: str
) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text(text, encoding="utf-8")
    given = files(tmp_path)
    given[given.index(option) + 1] = wrong
    told = one_line(lawgraph("eval", "retrieval", *given, "--pool", LANDMARKS, store=demo_graph))
    assert said in told
    assert "wrong.txt" in told


def test_a_pool_that_the_graph_has_nothing_of_is_refused(demo_graph: Path, tmp_path: Path) -> None:
    (tmp_path / "pool").mkdir()
    (tmp_path / "pool" / "absent.txt").write_text(PASSPORT, encoding="utf-8")
    told = one_line(lawgraph("eval", "retrieval", *files(tmp_path), "--pool", tmp_path / "pool", store=demo_graph))
    assert "lawgraph build" in told


def test_the_paired_test_counts_how_signs_could_have_fallen() -> None:
    ours = {f"Q{n}": 0.5 for n in range(5)}
    assert paired_p(ours, dict.fromkeys(ours, 0.1)) == pytest.approx(2 / 2**5)
    assert paired_p(ours, ours) == 1.0
    assert paired_p({"A": 0.4, "B": 0.1}, {"A": 0.1, "B": 0.4}) == 1.0
