"""What is wrong with a query, and where, is said in one line."""

import json

import pytest

from kg.store import Store
from qa.errors import QueryError
from qa.query.interchange import from_json
from qa.query.linking import linked
from qa.query.parsing import parse


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", "ends too early: after it comes cases, provisions, acts, judges or courts"),
        ("dogs that bark", "character 1: “dogs” stands where cases"),
        ("cases that", "ends too early: after it comes what the cases do"),
        ('cases that eat "a"', "character 12: “eat”"),
        ('cases that cite "a', "character 16: a quotation mark is not closed"),
        ("cases that cite a", "character 17: “a” stands where"),
        ('cases that are overruled "a"', "character 26: “a” stands where “by” should"),
        ('cases that cite "a" "b"', "character 21: “b” stands where the end, “and” or “or” should"),
        ('cases that (cite "a" and follow "b"', "after it comes “)”"),
        ("cases that have a bench of many", "character 28: “many” stands where a number"),
        ("cases that are of 1990 to 1980", "case: year from 1990 to 1980 runs backwards"),
        ("cases that are of 1978-13-01", "date cannot be '1978-13-01'; write 1978-01-25"),
        ('provisions that are referred to by "a"', "case or provision before the name"),
        ('author of judge "a"', "facts: a judge has no author"),
        ('text of case "a"', "facts: a case has no text; it has author, bench"),
        ("the 0 most cited of the cases", "case, top: at least one is wanted"),
        ("the most cited of the judges", "no judge “cited by” a case"),
        ('cases that overrule or overrule "a"', "names a treatment or a role twice"),
        ("judges that are now overruled", "a judge has no standing"),
    ],
)
def test_a_line(said: str, told: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse(said)
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


CITES = {"type": "related", "relation": "cites", "to": {"kind": "case"}}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ([], "the query: input should be an object"),
        ({"kind": "case"}, "the query: unable to extract tag using discriminator 'type'"),
        ({"type": "nodes", "kind": "cat"}, "kind: input should be 'case', 'provision'"),
        ({"type": "nodes", "kind": "case", "colour": 1}, "colour: unexpected keyword argument"),
        (
            {"type": "nodes", "kind": "case", "where": {"type": "and", "of": [CITES, {**CITES, "relation": "cite"}]}},
            "where.of[1].relation: input should be 'cites'",
        ),
        (
            {"type": "nodes", "kind": "judge", "where": CITES},
            "judge: no judge “cites” a case; it may be: decided",
        ),
        ({"type": "nodes", "kind": "case", "where": {"type": "and", "of": [CITES]}}, "case: “and” joins two"),
        ({"type": "path", "start": {"kind": "act"}, "end": {"kind": "case"}}, "path: it is of cases, not of acts"),
    ],
)
def test_json(data: object, told: str) -> None:
    with pytest.raises(QueryError) as raised:
        from_json(json.dumps(data))
    assert str(raised.value).startswith(told)


def test_text_that_is_no_json() -> None:
    with pytest.raises(QueryError, match=r"the query is no JSON: .* at line 1, column 2"):
        from_json("{")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ('cases that cite "Zebra v. Giraffe"', "the graph has no case “Zebra v. Giraffe”"),
        ('cases that are written by "Nobody"', "the graph has no judge “Nobody”"),
        ('cases that refer to "article 999 of the Constitution"', "the graph has no provision"),
        ('provisions that are part of "Lamp Oil Act"', "the graph has no act “Lamp Oil Act”"),
        ('cases that are heard in "Moon"', "the graph has no court “Moon”"),
    ],
)
def test_names_that_the_graph_does_not_have(benches: Store, said: str, told: str) -> None:
    with pytest.raises(QueryError) as raised:
        linked(benches, parse(said))
    assert str(raised.value).startswith(told)
