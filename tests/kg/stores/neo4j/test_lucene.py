"""Queries of Lucene are made of quoted phrases, and asked only where the index surely holds the value."""

import pytest

from kg.stores.neo4j.lucene import any_of, holding


def test_phrases_are_quoted() -> None:
    assert any_of(["title", "aliases"], ['a "b', "c\\"]) == 'title:("a \\"b" "c\\\\") aliases:("a \\"b" "c\\\\")'


@pytest.mark.parametrize("value", ["AIR 1978 SC 597", "mva", "1978_maneka", "the act"])
def test_a_value_with_a_word_is_sought_in_the_index(value: str) -> None:
    assert holding("citations", [value]) == f'citations:("{value}")'


@pytest.mark.parametrize("values", [[], [""], ["?!"], ["the"], ["No, not these"], ["mva", "--"], ["1"] * 501])
def test_other_values_are_not(values: list[str]) -> None:
    assert holding("citations", values) is None
