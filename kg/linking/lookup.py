"""From what a user types to the node that is meant: by id, document, citation, provision, act or case name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic

from extraction.citations.citations import FoundCitation
from extraction.parties.titles import split_title
from extraction.parties.years import BESIDE, apart
from extraction.provisions.acts import acts_named
from extraction.reading import read
from extraction.records import ProvisionMention
from extraction.slugs import slug
from extraction.text.dates import find_date
from extraction.text.spacing import one_line
from extraction.typed import parse_provision
from kg.linking.case_numbers import by_number, filed_numbers
from kg.linking.name_index import name_index
from kg.linking.name_match import (
    CLEAR,
    IN_FULL,
    Candidate,
    N_co,
    TypedName,
    all_common,
    matching_cases,
    ranked,
    years_of,
)
from kg.nodes import Act, Case, N, Node, Provision
from kg.store import Store

_MOST = 10  # cases shown to choose from: about a screen
_NEAREST = 3  # shown where nothing is clear
_LEVEL = 0.02  # scores this near each other are rivals where the name is in full
_LEVEL_IN_PART = 0.1  # a part of a name says less, so rivals are those farther behind too
_FILLER = re.compile(
    r"^(?:the|in|re|see|case\s+of|decision\s+in|judge?ment\s+in)\s+"
    r"|(?:['’]s)?\s+(?:case|judge?ment|decision|ruling|verdict|matter|supra|\(supra\))$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[\s,]*[(\[]?\b((?:18|19|20)\d\d)\b[)\]]?(?=\W*$)")
_NUMBER = re.compile(r"\d{1,4}(?:\s?-?\s?[A-Za-z]{1,2})?")
_SUFFIX = re.compile(r"\.(?:txt|md|json)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lookup(Generic[N_co]):
    """What a name leads to.

    `found` is the one node that is clearly meant. `candidates` are all that answer to the name, the best
    first: with `found` it leads them; without, none is clearly better. `nearest` are offered when nothing answers.
    """

    found: N_co | None = None
    candidates: tuple[Candidate[N_co], ...] = ()
    nearest: tuple[Candidate[N_co], ...] = ()


def resolve(store: Store, text: str, types: Sequence[type[Node]] = (Case, Provision, Act)) -> Lookup[Node]:
    """The node of one of `types` that `text` means: "AIR 1978 SC 597", "art 21", "302 IPC", "maneka gandhi case"."""
    typed = one_line(text)
    if not typed:
        return Lookup()
    exact = [node for node in _by_identifier(store, typed) if isinstance(node, tuple(types))]
    if exact:
        return listed(exact, "identifier or document")
    if Case in types and (numbered := by_number(store, typed, filed_numbers(typed))):
        return listed(numbered, "case number")
    cited = read(typed)._.citations if Case in types else []
    if cited and (found := by_citation(store, cited)):
        return listed(found, "citation")
    if Provision in types and not cited and (mentions := _provisions(typed)):
        return _provision(store, mentions)
    if Act in types and (acts := store.nodes([act.id for act in acts_named(typed)])):
        return listed(acts, "name of the act")
    if Case not in types:
        return Lookup()
    name = _without(typed, cited)
    return by_name(store, typed_name(name)) if name else Lookup()


def listed(nodes: Sequence[N], reason: str) -> Lookup[N]:
    """All nodes as candidates of equal standing; found if there is but one."""
    candidates = ranked([Candidate(node, 1.0, reason) for node in nodes])[:_MOST]
    return Lookup(nodes[0] if len(nodes) == 1 else None, tuple(candidates))


def by_citation(store: Store, cited: Iterable[FoundCitation]) -> list[Case]:
    """The cases that have one of the citations."""
    return store.find(Case, {"citations": sorted({found.citation.text for found in cited})})


def by_name(store: Store, name: TypedName) -> Lookup[Case]:
    """The case that goes by `name`; a case with text is preferred to stubs whose names and years agree with it."""
    candidates = matching_cases(name_index(store), name)
    least = IN_FULL if all_common(f"{name.petitioner} {name.respondent}") else CLEAR
    clear = [candidate for candidate in candidates if candidate.score >= least]
    if not clear:
        return Lookup(nearest=tuple(candidates[:_NEAREST]))
    level = _LEVEL if clear[0].score >= IN_FULL else _LEVEL_IN_PART
    rivals = [candidate for candidate in clear if candidate.score > clear[0].score - level]
    return Lookup(_foremost(rivals), tuple(clear[:_MOST]))


def _foremost(rivals: Sequence[Candidate[Case]]) -> Case | None:
    """The only one; or the only one with text, where all others could be the same case."""
    if len(rivals) == 1:
        return rivals[0].node
    with_text = [rival.node for rival in rivals if rival.node.has_text]
    if len(with_text) != 1:
        return None
    stubs = [rival.node for rival in rivals if rival.node is not with_text[0]]
    return None if any(_years_conflict(stub, with_text[0]) for stub in stubs) else with_text[0]


def _years_conflict(one: Case, other: Case) -> bool:
    between = apart(years_of(one), years_of(other))
    return between is not None and between > BESIDE


def typed_name(text: str) -> TypedName:
    """The parties, year and date in what somebody typed for a case ("BS Joshi v State of Haryana 2003")."""
    date = find_date(text)
    year = _YEAR.search(text)
    name = text[: year.start()] if year and year.start() else text
    name = name.strip(" ,.;:?!\"'()[]")
    while (shorter := _FILLER.sub("", name).strip(" ,")) != name and shorter:
        name = shorter
    petitioner, respondent = split_title(name)
    return TypedName(petitioner, respondent, int(year[1]) if year else int(date[:4]) if date else None, date)


def _by_identifier(store: Store, typed: str) -> list[Node]:
    found = store.nodes([typed]) or store.nodes([typed.lower()]) or store.nodes([slug(typed)])
    if found:
        return found
    name = _SUFFIX.sub("", typed)
    names = sorted({name, name.lower(), name.upper()})
    types: tuple[type[Node], ...] = (Case, Act, Provision)
    return next((found for type in types if (found := store.find(type, {"documents": names}, limit=_MOST))), [])


def _provisions(typed: str) -> list[ProvisionMention]:
    """The provisions that `typed` is about; a bare number counts as one whose act is left open."""
    if split_title(typed)[1]:
        return []
    if _NUMBER.fullmatch(typed):
        number = re.sub(r"[\s-]", "", typed).upper()
        return [ProvisionMention(0, len(typed), typed, None, "section", number, None, None)]
    return parse_provision(typed)


def _provision(store: Store, mentions: Sequence[ProvisionMention]) -> Lookup[Node]:
    known = store.nodes([mention.provision for mention in mentions if mention.provision])
    open_numbers = sorted({mention.number for mention in mentions if not mention.provision})
    known += store.find(Provision, {"number": open_numbers}) if open_numbers else []
    if known:
        return listed(known, "number of the provision")
    digits = sorted({re.sub(r"[A-Z]+$", "", mention.number) for mention in mentions})
    acts = {mention.provision.split("/")[0] for mention in mentions if mention.provision}
    beside = store.find(Provision, {"number": digits} | ({"act_id": sorted(acts)} if acts else {}), limit=_NEAREST)
    return Lookup(nearest=tuple(Candidate(node, 0.5, "same number without letter") for node in beside))


def _without(typed: str, cited: Sequence[FoundCitation]) -> str:
    """What is typed before, between and after the citations."""
    for found in reversed(cited):
        typed = f"{typed[: found.start]} {typed[found.end :]}"
    return one_line(typed).strip(" ,;:()[]")
