"""A query is the same after it was put into words, or into JSON, and read again."""

import json

from hypothesis import given
from hypothesis import strategies as st

from qa.query.interchange import as_json, from_json
from qa.query.parsing import parse
from qa.query.record import Query
from qa.query.words import line
from tests.support.queries import KINDS, Drawing

ODD = ['the "Lamp" case', "a (b) or c", "C. & Sons, v. State", "“curled”", "back\\slash", "how many", "21"]
NAMES = {kind: [*ODD, f"{kind}-1"] for kind in KINDS}
ANY = Drawing(NAMES, ['lamp oil and "wicks"', "not (a) or b"]).queries()


@given(ANY)
def test_words_are_read_back(query: Query) -> None:
    assert parse(line(query)) == query


@given(ANY, st.sampled_from(["  ", "\n", "\t"]))
def test_words_are_read_back_however_they_are_spaced(query: Query, space: str) -> None:
    said = line(query)
    assert parse(f"{space}{said}{space}") == query


@given(ANY)
def test_json_is_read_back(query: Query) -> None:
    assert from_json(json.dumps(as_json(query))) == query
