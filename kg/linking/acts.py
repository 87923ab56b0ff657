"""From what people type to the act that is meant."""

from rapidfuzz import fuzz, process

from extraction.provisions.acts import acts_named, name_key
from extraction.slugs import slug
from extraction.text.spacing import one_line
from kg.nodes import Act, of_type
from kg.store import Store

_NEAREST = 3  # titles offered where none is meant
_ALIKE = 60.0  # in per cent: below it a title has a word or two in common by chance


def acts_meant(store: Store, typed: str) -> list[Act]:
    """The acts that `typed` can mean, by id, title or any other name, with a year or without; those with text only."""
    name = one_line(typed)
    exact = of_type(Act, store.nodes(sorted({name, slug(name), *(act.id for act in acts_named(name))})))
    found = [act for act in exact if act.documents]
    return found or [act for act in _with_text(store) if name_key(name) in _keys(act)]


def nearest_acts(store: Store, typed: str) -> list[str]:
    """The titles that are most like what was typed."""
    titles = sorted(act.title for act in _with_text(store))
    found = process.extract(typed, titles, scorer=fuzz.token_set_ratio, limit=_NEAREST, score_cutoff=_ALIKE)
    return [title for title, *_ in found]


def _with_text(store: Store) -> list[Act]:
    return [act for act in store.find(Act) if act.documents]


def _keys(act: Act) -> set[str]:
    """The spellings of an act's names: its title also without the State after it, and without the year."""
    plain = name_key(act.title.partition(" [")[0])
    return {plain, plain.rstrip("0123456789"), *(name_key(name) for name in (act.title, *(act.aliases or ())))}
