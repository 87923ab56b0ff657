"""Which authorities a draft names: nodes of the graph, or nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from extraction.reading import provision_mentions, read
from kg.linking.named_cases import cases_named
from kg.nodes import Case, Provision
from qa.evidence import Evidence
from qa.text.drafts import MARKER, sentences
from qa.verification.draft import full_names, provisions

LONGEST = 1500  # characters of a sentence that are read: a model may repeat itself without end


@dataclass(slots=True)
class Authorities:
    """`ids` of the graph in the order named; `unknown` names that are no node of it."""

    ids: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def authorities(draft: str, evidence: Evidence) -> Authorities:
    """Cases and provisions that `draft` names: those of the evidence first, others by the graph at large."""
    found = Authorities()
    for sentence in sentences(draft):
        text = MARKER.sub(" ", sentence)[:LONGEST]
        _cases(text, evidence, found)
        _provisions(text, evidence, found)
    found.ids = list(dict.fromkeys(found.ids))
    found.unknown = list(dict.fromkeys(found.unknown))
    return found


def _cases(text: str, evidence: Evidence, found: Authorities) -> None:
    cases = {i: n for i, n in evidence.nodes.items() if isinstance(n, Case)}
    for name in full_names(text, cases):
        if name.ids:
            found.ids.append(_dated(name.ids, text[name.end : name.end + 8], cases))
            continue
        known = [case.lookup.found.id for case in cases_named(evidence.store, name.text) if case.lookup.found]
        if known:
            found.ids += known
        else:
            found.unknown.append(name.text)


def _dated(ids: frozenset[str], after: str, cases: Mapping[str, Case]) -> str:
    """Of several cases with one name that of the year behind it, else the first."""
    year = re.match(r"\s*\((\d{4})\)", after)
    fitting = [i for i in sorted(ids) if year and cases[i].year == int(year[1])]
    return (fitting or sorted(ids))[0]


def _provisions(text: str, evidence: Evidence, found: Authorities) -> None:
    """A provision whose act is open counts only where the evidence settles it."""
    known = {i: n for i, n in evidence.nodes.items() if isinstance(n, Provision)}
    for name in provisions(read(text), text, known):
        if name.ids:
            found.ids += sorted(name.ids)
            continue
        for mention in provision_mentions(read(name.text)):
            if mention.provision and evidence.store.nodes([mention.provision]):
                found.ids.append(mention.provision)
            elif mention.provision:
                found.unknown.append(name.text)
