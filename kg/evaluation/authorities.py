"""The authorities of a judgment against its label: the cases it cites, whole, how it treats them, its provisions."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from kg.edges import Cites, CitesProvision
from kg.evaluation.likeness import citation_key, labelled_provision, provision_key, same_title
from kg.nodes import Case, of_type
from kg.store import Store

Label = Mapping[str, Any]


class Authorities:
    """How many authorities are found, how many of those whole and rightly treated, and how many are none."""

    needed: ClassVar[Mapping[str, type]] = {"doc": str, "cases": list}

    @staticmethod
    def wrong(label: Label) -> str:
        """What is wrong with a label that has what is needed, "" if nothing is."""
        named = all(isinstance(case, dict) and isinstance(case.get("name"), str) for case in label["cases"])
        return "" if named else "each of its cases needs a name (text)"

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self.cases: Counter[str] = Counter()
        self.provisions: Counter[str] = Counter()

    def compare(self, label: Label, store: Store, case: Case | None) -> dict[str, Any]:
        """Count one label; its prediction in the label's form, with what is missed and what is no authority."""
        edges = {edge.target: edge for edge in store.expand([case.id] if case else [], [Cites])}
        cited = of_type(Case, store.nodes(sorted(edges)))
        left, missed = list(cited), []
        for wanted in label["cases"]:
            found = _found(wanted, left)
            if found is None:
                missed.append(wanted["name"])
                continue
            left.remove(found)
            self.cases["found"] += 1
            self.cases["whole"] += _is_whole(wanted, found)
            self.cases["treated"] += edges[found.id].treatment in _treatments(wanted)
        self.cases.update(missed=len(missed), extra=len(left))
        return {
            "doc": label["doc"],
            "cases": [_told(node, edges[node.id]) for node in cited],
            "missed": missed,
            "extra": [node.title for node in left],
            **self._compare_provisions(label, store, case),
        }

    def _compare_provisions(self, label: Label, store: Store, case: Case | None) -> dict[str, Any]:
        edges = store.expand([case.id] if case else [], [CitesProvision])
        wanted = {labelled_provision(text): text for text in label.get("provisions", ())}
        got = {provision_key(edge.target): _label(edge.target) for edge in edges}
        missed, extra = wanted.keys() - got.keys(), got.keys() - wanted.keys()
        self.provisions.update(found=len(wanted) - len(missed), missed=len(missed), extra=len(extra))
        return {
            "provisions": sorted(got.values()),
            "missed_provisions": sorted(wanted[key] for key in missed),
            "extra_provisions": sorted(got[key] for key in extra),
        }

    def as_json(self) -> dict[str, Any]:
        """Precision, recall and F1 of cases and provisions, and the shares whole and rightly treated."""
        found, missed = self.cases["found"], self.cases["missed"]
        return {
            "authorities": _measured(self.cases),
            "whole": round(self.cases["whole"] / max(found + missed, 1), 3),
            "treatment": round(self.cases["treated"] / max(found, 1), 3),
            "provisions": _measured(self.provisions),
        }


def _found(wanted: Label, cited: Iterable[Case]) -> Case | None:
    """The cited case that a label means: by a shared citation, else by name."""
    keys = _keys(wanted.get("citations", ()))
    nodes = list(cited)
    shared = (node for node in nodes if keys & _keys(node.citations))
    named = (node for node in nodes if any(same_title(wanted["name"], t) for t in (node.title, *node.aliases)))
    return next(shared, None) or next(named, None)


def _is_whole(wanted: Label, node: Case) -> bool:
    """Whether a case bears its name and every citation that the document prints."""
    return same_title(wanted["name"], node.title) and _keys(wanted.get("citations", ())) <= _keys(node.citations)


def _treatments(wanted: Label) -> set[str]:
    return {wanted.get("treatment", ""), *(wanted.get("treatment_alt") or ())}


def _keys(citations: Iterable[str]) -> set[str]:
    return {citation_key(citation) for citation in citations}


def _told(node: Case, edge: Cites) -> dict[str, Any]:
    return {"name": node.title, "citations": list(node.citations), "treatment": edge.treatment, "by": edge.by}


def _label(provision: str) -> str:
    """A provision as labels have it, from its id in the graph."""
    act, _, number = provision.partition("/")
    return f"{act.replace('-', ' ')}:{number.partition('-')[2]}"


def _measured(counted: Counter[str]) -> dict[str, float]:
    right, missed, extra = counted["found"], counted["missed"], counted["extra"]
    return {
        "p": round(right / max(right + extra, 1), 3),
        "r": round(right / max(right + missed, 1), 3),
        "f": round(2 * right / max(2 * right + missed + extra, 1), 3),
    }
