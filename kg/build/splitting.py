"""Undoing a merge for good, and undoing that: a split is kept in the ledger and heeded whenever cases are decided."""

from collections.abc import Iterable, Sequence

from extraction.citations.citations import find_citations
from extraction.slugs import slug
from kg.build.change import put_split, take_out_split
from kg.identity.splits import Split, marks
from kg.ledger.entries import Entry, entries_of_cases, splits_of
from kg.nodes import Case
from kg.store import Store, StoreError

_SHOWN = 12  # names that fit into one line of an error


def split(store: Store, case: Case, apart: Sequence[str]) -> Split:
    """Set apart from a case what some documents name as it, or what bears some citations, and say what was kept.

    Each of `apart` is a document's name or a citation of the case. Raises StoreError where the case has neither, and
    where nothing of it would be left.
    """
    members = entries_of_cases(store, [case.id])
    documents, citations = _selected(case, members, apart)
    chosen = {
        e.naming.id
        for e in members
        if e.naming.document in documents or any(c.key in citations for c in e.naming.citations)
    }
    if len(chosen) == len(members):
        raise StoreError(f"nothing of {case.id} would be left; name fewer documents or citations")
    made = Split(
        id=f"split/{case.id}/{'/'.join(sorted({slug(name) for name in apart}))}",
        case=case.title,
        apart=tuple(sorted(set(apart))),
        documents=tuple(sorted(documents)),
        citations=tuple(sorted(citations)),
        kept=_marks(e for e in members if e.naming.id not in chosen),
        gone=_marks(e for e in members if e.naming.id in chosen),
    )
    put_split(store, made)
    return made


def unsplit(store: Store, id: str) -> Split:
    """Undo a split. Raises StoreError for an id that is none."""
    in_force = splits_of(store)
    wanted = id if id.startswith("split/") else f"split/{id}"
    for made in in_force:
        if made.id == wanted:
            take_out_split(store, made)
            return made
    known = f"there is {', '.join(s.id for s in in_force[:_SHOWN])}" if in_force else "nothing was split"
    raise StoreError(f"there is no split {id!r}; {known}")


def _selected(case: Case, members: Sequence[Entry], apart: Sequence[str]) -> tuple[set[str], set[str]]:
    named = {e.naming.document for e in members}
    cited = {c.key: c.text for e in members for c in e.naming.citations}
    documents, citations = set(), set()
    for given in apart:
        keys = {found.citation.key for found in find_citations(given)}
        if given in named:
            documents.add(given)
        elif keys and keys <= cited.keys():
            citations |= keys
        else:
            raise StoreError(
                f"{case.id} has no document and no citation {given!r}; it is named in {_some(named)}, "
                f"with {_some(cited.values()) or 'no citation'}"
            )
    return documents, citations


def _some(names: Iterable[str]) -> str:
    listed = sorted(set(names))
    more = f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
    return ", ".join(listed[:_SHOWN]) + more


def _marks(members: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(sorted({key for e in members for key in marks(e.naming)}))
