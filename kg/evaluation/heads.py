"""The head of a judgment against its label: parties, court, date, bench, author, neutral citation."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, ClassVar

from kg.edges import DecidedBy
from kg.evaluation.likeness import citation_key, same_court, same_judge, same_title
from kg.nodes import Case, Judge, of_type
from kg.store import Store

FIELDS = ("found", "title", "court", "date", "judges", "author", "neutral")


class Heads:
    """How many heads say what their labels say, field by field; a field that a label leaves empty is not counted."""

    needed: ClassVar[Mapping[str, type]] = {"doc": str, "title": str, "court": str}

    @staticmethod
    def wrong(label: Mapping[str, Any]) -> str:
        """What is wrong with a label that has what is needed, "" if nothing is."""
        lists = all(isinstance(label.get(field, []), list) for field in ("judges", "author"))
        return "" if lists else "judges and author are to be lists of names"

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self.right: Counter[str] = Counter()
        self.labelled: Counter[str] = Counter()

    def compare(self, label: Mapping[str, Any], store: Store, case: Case | None) -> dict[str, Any]:
        """Count one label; its prediction in the label's form, with the fields that are `wrong`."""
        own = case or Case("")
        judges = _judges(store, own)
        verdicts = {"found": case is not None} | _verdicts(label, own, judges)
        self.labelled.update(list(verdicts))
        self.right.update(field for field, right in verdicts.items() if right)
        return {
            "doc": label["doc"],
            "title": own.title,
            "court": own.court,
            "date": own.date,
            "judges": judges,
            "author": list(own.authors),
            "neutral_citation": own.neutral_citation,
            "wrong": [field for field, right in verdicts.items() if not right],
        }

    def as_json(self) -> dict[str, Any]:
        """The share of each field that is right."""
        return {"heads": {f: round(self.right[f] / max(self.labelled[f], 1), 3) for f in FIELDS}}


def _judges(store: Store, case: Case) -> list[str]:
    bench = [edge.target for edge in store.expand([case.id], [DecidedBy])]
    return [judge.name for judge in of_type(Judge, store.nodes(bench))]


def _verdicts(label: Mapping[str, Any], case: Case, judges: list[str]) -> dict[str, bool]:
    """Whether each field that the label has is right."""
    verdicts = {"title": same_title(label["title"], case.title), "court": same_court(label["court"], case.court)}
    if label.get("date"):
        verdicts["date"] = label["date"] == case.date
    if label.get("judges"):
        sat = all(any(same_judge(judge, name) for name in judges) for judge in label["judges"])
        verdicts["judges"] = sat and len(judges) == len(label["judges"])
    if label.get("author"):
        verdicts["author"] = any(same_judge(label["author"][0], name) for name in case.authors)
    if label.get("neutral_citation"):
        verdicts["neutral"] = citation_key(label["neutral_citation"]) == citation_key(case.neutral_citation)
    return verdicts
