"""Whether a provision was the law on a day, and in which words."""

from dataclasses import dataclass, replace

from kg.edges import Amends, CorrespondsTo, Replaces
from kg.nodes import Act, Provision, of_type
from kg.store import Store
from qa.citator.replacement import sentence_on
from qa.text import wording


@dataclass(frozen=True, slots=True)
class Standing:
    """A provision as of a day: in the words of that day where the graph has them, and what to say of it."""

    provision: Provision
    said: str


def standing_on(store: Store, node: Provision, day: str) -> Standing:
    """Whether a provision was in force on a day (ISO); where the graph does not know its dates, it says so."""
    since, until = _span(store, node)
    title, on = wording.title(node), wording.day(day)
    if until and day >= until:
        return Standing(node, _gone(store, node, f"{title} was no longer in force on {on}"))
    if since and day < since:
        return Standing(node, _coming(store, node, f"{title} was not yet in force on {on}", since))
    if not since and not until:
        return Standing(node, f"The graph does not know since when {title} is in force, nor whether it was on {on}.")
    return _in_words_of(store, node, day, f"{title} was in force on {on}")


def _span(store: Store, node: Provision) -> tuple[str, str]:
    """The day from which a provision's act is in force, and from which it or its act no longer is; empty if unknown."""
    act = next(iter(of_type(Act, store.nodes([node.act_id]))), Act(node.act_id))
    came = min((e.date for e in store.expand([node.act_id], [Replaces], "out")), default="")
    went = min((e.date for e in store.expand([node.act_id], [Replaces], "in")), default="")
    return act.in_force_from or came, node.in_force_to or act.in_force_to or went


def _gone(store: Store, node: Provision, said: str) -> str:
    after = sentence_on(store, node)
    return f"{said}; {after}." if after else f"{said}."


def _coming(store: Store, node: Provision, said: str, since: str) -> str:
    before = [wording.provision_title(e.target) for e in store.expand([node.id], [CorrespondsTo], "out")]
    old = f"; until then the law was {wording.join(before)}" if before else ""
    return f"{said}: it is since {wording.day(since)}{old}."


def _in_words_of(store: Store, node: Provision, day: str, said: str) -> Standing:
    """A provision in force, in the words of the day; or with what changed it since."""
    for first, last, text in _versions(node):
        if (first or "") <= day and (not last or day < last):
            return Standing(replace(node, text=text), f"{said}, in other words than now.")
    if node.in_force_from and day < node.in_force_from:
        known = wording.day(node.in_force_from)
        return Standing(node, f"{said}, in words that the graph has not: it has those in force since {known}.")
    amending = of_type(Act, store.nodes([e.source for e in store.expand([node.id], [Amends], "in")]))
    later = [wording.title(act) for act in amending if act.year and str(act.year) > day[:4]]
    if later and not node.in_force_from:
        return Standing(node, f"{said}; changed since by {wording.join(later)}, so its words may have been others.")
    return Standing(node, f"{said}.")


def _versions(node: Provision) -> list[tuple[str, str, str]]:
    """The earlier wordings of a provision: from which day, to which, and the words."""
    found = []
    for version in node.versions or ():
        days, _, text = version.partition(" ")
        first, _, last = days.partition("/")
        found.append((first, last, text))
    return found
