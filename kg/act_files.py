"""One act of the graph as a file of its own, in the mark-up of legislation."""

import re
from pathlib import Path

from extraction.records import ActRecord, ProvisionKind, ProvisionMention, ProvisionRecord, Statute
from extraction.statutes.akoma_ntoso.writing import written
from kg.edges import RefersTo
from kg.ledger.entries import extraction_of
from kg.linking.acts import acts_meant, nearest_acts
from kg.nodes import Act, Provision, of_type
from kg.store import Store, StoreError
from kg.stores.export import whole_file

_LISTED = 5  # acts named where several are meant
_KINDS: tuple[ProvisionKind, ...] = ("article", "section", "rule", "regulation", "order-rule", "schedule")


def the_act(store: Store, typed: str) -> Act:
    """The one act with text that is called so; raises StoreError where none or several are."""
    acts = acts_meant(store, typed)
    if len(acts) == 1:
        return acts[0]
    if acts:
        listed = "; ".join(f"{act.title} ({act.id})" for act in acts[:_LISTED])
        raise StoreError(f"“{typed}” could be any of {len(acts)} acts: {listed}; give the id of one")
    nearest = "; ".join(nearest_acts(store, typed))
    raise StoreError(
        f"the graph has no text of an act called “{typed}”"
        + (f"; the nearest: {nearest}" if nearest else "; build its file first")
    )


def export_act(store: Store, act: Act, path: Path) -> int:
    """Write an act as Akoma Ntoso 3.0 to `path`, whole or not at all; how many provisions it has.

    Raises StoreError where the suffix is another or the file cannot be written.
    """
    if path.suffix.lower() != ".xml":
        raise StoreError(f"{path}: an act in Akoma Ntoso is XML; give a name that ends in .xml")
    found = [p for p in store.find(Provision, {"act_id": act.id}) if p.documents]
    links = store.expand([p.id for p in found], [RefersTo], "out")
    mentions = _mentions(store, act, found, {(edge.source, edge.target) for edge in links})
    others = of_type(Act, store.nodes(sorted({edge.target.partition("/")[0] for edge in links})))
    provisions = [_provision(p, mentions.get(p.id, ())) for p in sorted(found, key=_place)]
    text = written(_act(act), provisions, {other.id: _act(other) for other in others})
    with whole_file(path) as file:
        file.write(text.encode())
    return len(provisions)


def _mentions(
    store: Store, act: Act, provisions: list[Provision], links: set[tuple[str, str]]
) -> dict[str, tuple[ProvisionMention, ...]]:
    """Where each provision's text refers to what the graph has it refer to, as its document was read."""
    texts = {p.id: p.text or "" for p in provisions}
    found: dict[str, tuple[ProvisionMention, ...]] = {}
    for name in act.documents:
        read = extraction_of(store, name)
        for provision in read.provisions if isinstance(read, Statute) else ():
            if texts.get(provision.id) == provision.text:
                kept = (m for m in provision.mentions if m.provision and (provision.id, m.provision) in links)
                found.setdefault(provision.id, tuple(kept))
    return found


def _act(act: Act) -> ActRecord:
    return ActRecord(
        act.id,
        act.title,
        act.short_title or act.title,
        act.number,
        act.year,
        act.aliases or (),
        act.state,
        act.assented,
        act.in_force_from,
        act.in_force_to,
    )


def _provision(node: Provision, mentions: tuple[ProvisionMention, ...]) -> ProvisionRecord:
    return ProvisionRecord(
        node.id,
        next(kind for kind in _KINDS if kind == node.kind),
        node.number,
        node.heading or "",
        node.text or "",
        mentions,
        (),
        bool(node.repealed),
        node.chapter or "",
        node.in_force_from,
        node.in_force_to,
        node.versions or (),
    )


def _place(provision: Provision) -> tuple[int, list[tuple[int, str]]]:
    """Sorts provisions as they are counted: 2, 2A, 10; schedules last, a preamble first."""
    parts = re.findall(r"(\d+)([A-Z]*)", provision.number)
    return _KINDS.index(provision.kind), [(int(figures), letters) for figures, letters in parts]
