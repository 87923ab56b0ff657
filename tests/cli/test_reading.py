"""Commands that read a graph: what they print for people, and what for programs."""

import json
from pathlib import Path

import pytest

from tests.support.cli_runs import answered, documents, lawgraph, one_line

KEYS = {
    "ask": "question answer answers claims sources graph refused reason generator timings near",
    "show-case": "id title citations court date year case_number judges bench_size documents has_text provisions "
    "cites cited_by good_law as_of summary",
    "show-provision": "id title act kind number heading text documents offences refers_to referred_to_by amended_by "
    "cited_by leading_cases replaces replaced_by under_old as_of in_force",
    "path": "from to steps",
    "search": "text passages",
    "stats": "nodes edges",
    "unresolved": "absent ambiguous",
    "doctor": "python tiers model store engine reachable problem graph",
    "eval": "f1 precision recall by_type refused fabricated false_quotes latency_ms",
}

AUTHORITY = "id kind title citations documents warning year treatment paragraph"

JSON_COMMANDS = [
    ("ask", ["ask", "Is Golak Nath still good law?"]),
    ("show-case", ["show", "maneka gandhi case"]),
    ("show-provision", ["show", "art 21"]),
    ("path", ["path", "Anuradha Bhasin", "Maneka Gandhi"]),
    ("search", ["search", "procedure established by law"]),
    ("stats", ["stats"]),
    ("unresolved", ["unresolved"]),
    ("doctor", ["doctor"]),
]


@pytest.mark.parametrize(("keys", "command"), JSON_COMMANDS, ids=[name for name, _ in JSON_COMMANDS])
def test_json_is_one_object_with_the_documented_keys(demo_graph: Path, keys: str, command: list[str]) -> None:
    assert set(answered(*command, store=demo_graph)) == set(KEYS[keys].split())


def test_an_answer_carries_its_authorities_and_sources(demo_graph: Path) -> None:
    answer = answered("ask", "Which later cases overruled ADM Jabalpur?", store=demo_graph)
    authority, source = answer["answers"][0], answer["sources"][0]
    assert set(authority) == set(AUTHORITY.split())
    assert set(source) == {
        "id",
        "kind",
        "node",
        "title",
        "citation",
        "documents",
        "paragraph",
        "page",
        "quote",
        "warning",
    }
    assert authority["documents"] == ["2017_puttaswamy_privacy"]
    assert source["id"] in answer["claims"][0]["sources"]


def test_the_disclaimer_is_said_once_and_never_in_json(demo_graph: Path) -> None:
    question = "Is Golak Nath still good law?"
    assert lawgraph("ask", question, store=demo_graph).stdout.count("not legal advice") == 1
    assert "legal advice" not in lawgraph("ask", question, "--json", store=demo_graph).stdout


def test_explain_shows_what_was_understood_and_read(demo_graph: Path) -> None:
    told = lawgraph("ask", "Is Golak Nath still good law?", "--explain", store=demo_graph).stdout
    assert "intent: good_law" in told
    assert "“Golak Nath” -> i-c-golak-nath-v-state-of-punjab-1967" in told
    data = answered("ask", "Is Golak Nath still good law?", "--explain", store=demo_graph)
    assert data["explanation"]["intent"] == "good_law"


def test_top_limits_what_is_spelled_out_but_not_the_answer_set(demo_graph: Path) -> None:
    question = "Which cases cite Maneka Gandhi?"
    few, many = (answered("ask", question, "--top", top, store=demo_graph) for top in (1, 50))
    assert few["answers"] == many["answers"]
    assert len(few["answer"]) < len(many["answer"])


@pytest.mark.parametrize("command", [c for _, c in JSON_COMMANDS], ids=[name for name, _ in JSON_COMMANDS])
def test_reading_changes_nothing_in_the_graph(demo_graph: Path, tmp_path: Path, command: list[str]) -> None:
    copy = tmp_path / "graph.db"
    copy.write_bytes(demo_graph.read_bytes())
    lawgraph(*command, store=copy)
    assert copy.read_bytes() == demo_graph.read_bytes()


def test_commands_that_change_or_copy_a_graph_print_one_json_object_too(tmp_path: Path) -> None:
    store, act = tmp_path / "graph.db", documents(tmp_path / "texts") / "lamp_oil_act_1921.json"
    assert answered("build", act, "--no-embed", store=store)["added"] == ["lamp_oil_act_1921"]
    assert answered("export", tmp_path / "graph.jsonl", store=store) == {"file": str(tmp_path / "graph.jsonl")}
    assert answered("remove", "lamp_oil_act_1921", store=store) == {"removed": "lamp_oil_act_1921"}


TYPED = [
    ("Maneka Gandhi", "maneka-gandhi-v-union-of-india-1978"),
    ("maneka gandhi case", "maneka-gandhi-v-union-of-india-1978"),
    ("AIR 1978 SC 597", "maneka-gandhi-v-union-of-india-1978"),
    ("1978_maneka_gandhi", "maneka-gandhi-v-union-of-india-1978"),
    ("art 21", "constitution-of-india/article-21"),
    ("Article 21A of the Constitution", "constitution-of-india/article-21A"),
]


@pytest.mark.parametrize(("typed", "node"), TYPED)
def test_names_are_taken_as_users_type_them(demo_graph: Path, typed: str, node: str) -> None:
    assert answered("show", typed, store=demo_graph)["id"] == node


def test_a_case_card_shows_status_and_the_sentence_that_says_so(demo_graph: Path) -> None:
    card = lawgraph("show", "Golak Nath", store=demo_graph).stdout
    for said in (
        "AIR 1967 SC 1643",
        "bench of 11",
        "overruled by Kesavananda Bharati",
        "Cited by",
        "“The Court overruled",
    ):
        assert said in card


def test_a_provision_card_shows_text_and_leading_cases(demo_graph: Path) -> None:
    card = lawgraph("show", "art 21", store=demo_graph).stdout
    for said in ("procedure established by law", "Constitution of India", "Leading cases", "Maneka Gandhi"):
        assert said in " ".join(card.split())


@pytest.mark.parametrize("command", [["show", "Gandhi"], ["path", "Gandhi", "A.K. Gopalan"]])
def test_several_candidates_are_listed_and_none_is_guessed(demo_graph: Path, command: list[str]) -> None:
    result = lawgraph(*command, store=demo_graph)
    assert result.exit_code == 1
    assert "could be any of" in one_line(result)
    assert "maneka-gandhi-v-union-of-india-1978" in result.stdout
    assert "indira-nehru-gandhi-v-raj-narain-1975" in result.stdout


def test_candidates_as_json(demo_graph: Path) -> None:
    result = lawgraph("show", "Gandhi", "--json", store=demo_graph)
    data = json.loads(result.stdout)
    assert result.exit_code == 1
    assert data["found"] is None
    assert {"id", "title"} == set(data["candidates"][0])


def test_a_misspelled_name_is_answered_with_the_nearest(demo_graph: Path) -> None:
    result = lawgraph("show", "Minerva Mils versus Unoin", store=demo_graph)
    assert result.exit_code == 1
    assert "the nearest: Minerva Mills Ltd. v. Union of India" in one_line(result)


def test_a_path_is_shown_step_by_step(demo_graph: Path) -> None:
    steps = answered("path", "Anuradha Bhasin", "Satwant Singh Sawhney", store=demo_graph)["steps"]
    assert [step["source"] for step in steps[1:]] == [step["target"] for step in steps[:-1]]
    assert all(step["quote"] for step in steps)
    told = lawgraph("path", "Anuradha Bhasin", "Satwant Singh Sawhney", store=demo_graph).stdout
    assert told.startswith("Three steps:")


def test_a_path_leads_from_a_case_to_a_provision(demo_graph: Path) -> None:
    steps = answered("path", "art 21", "Maneka Gandhi", store=demo_graph)["steps"]
    assert [(s["source"], s["target"]) for s in steps] == [
        ("maneka-gandhi-v-union-of-india-1978", "constitution-of-india/article-21")
    ]


def test_where_no_path_leads_that_is_the_answer(demo_graph: Path) -> None:
    result = lawgraph("path", "art 1", "art 395", store=demo_graph)
    assert result.exit_code == 0
    assert result.stdout.startswith("No chain of citations joins")


def test_search_finds_the_passage_with_the_words(demo_graph: Path) -> None:
    found = answered("search", "sole repository of the right to life", "--top", 3, store=demo_graph)["passages"]
    assert len(found) == 3
    assert found[0]["node"] == "additional-district-magistrate-jabalpur-v-shivkant-shukla-1976"
    assert found[0]["paragraph"] == "5"


def test_search_takes_query_syntax_as_plain_words(demo_graph: Path) -> None:
    for text in ('"; DROP TABLE nodes; --', "privacy AND (", "NEAR(a b)", "col:privacy*"):
        assert lawgraph("search", text, store=demo_graph).exit_code == 0


def test_stats_count_what_the_export_holds(demo_graph: Path, tmp_path: Path) -> None:
    target = tmp_path / "graph.jsonl"
    answered("export", target, store=demo_graph)
    lines = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    numbers = answered("stats", store=demo_graph)
    assert sum(numbers["nodes"].values()) == sum("node" in line for line in lines)
    assert sum(numbers["edges"].values()) == sum("edge" in line for line in lines)


def test_unresolved_leads_with_the_most_cited_absent_case(demo_graph: Path) -> None:
    absent = answered("unresolved", store=demo_graph)["absent"]
    assert [case["cited_by"] for case in absent] == sorted((case["cited_by"] for case in absent), reverse=True)
    assert absent[0]["title"] in " ".join(lawgraph("unresolved", store=demo_graph).stdout.split())
    assert not answered("show", absent[0]["id"], store=demo_graph)["has_text"]


def test_doctor_says_what_is_missing(demo_graph: Path, tmp_path: Path) -> None:
    assert answered("doctor", store=demo_graph)["engine"] == "sqlite"
    result = lawgraph("doctor", store=tmp_path / "none.db")
    assert result.exit_code == 1
    assert "lawgraph build PATH" in " ".join(result.stdout.split())


def test_the_graph_can_be_named_before_after_or_in_the_environment(
    demo_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stated = answered("stats", store=demo_graph)
    before = lawgraph("--store", demo_graph, "stats", "--json")
    monkeypatch.setenv("LAWGRAPH_STORE", str(demo_graph))
    assert json.loads(before.stdout) == json.loads(lawgraph("stats", "--json").stdout) == stated


def test_eval_qa_scores_and_keeps_predictions(demo_graph: Path, tmp_path: Path) -> None:
    questions = [
        ("a", "treatment", "Which later cases overruled ADM Jabalpur?", True, ["2017_puttaswamy_privacy"]),
        ("b", "treatment", "Why did Maneka Gandhi overrule Kesavananda Bharati?", False, []),
    ]
    keys = ("id", "type", "question", "answerable", "answer_cases")
    labels = [dict(zip(keys, question, strict=True)) | {"answer_provisions": []} for question in questions]
    file, predictions = tmp_path / "qa.jsonl", tmp_path / "answers.jsonl"
    file.write_text("\n".join(map(json.dumps, labels)), encoding="utf-8")
    measured = answered("eval", "qa", file, "--predictions", predictions, store=demo_graph)
    assert set(measured) == set(KEYS["eval"].split())
    assert (measured["f1"], measured["refused"]) == (1.0, {"unanswerable": 1.0, "answerable": 0.0})
    assert [json.loads(line)["id"] for line in predictions.read_text(encoding="utf-8").splitlines()] == ["a", "b"]
    assert "answer-set F1" in lawgraph("eval", "qa", file, store=demo_graph).stdout
