"""Splits by subject: what a question is about is on one side only."""

import hashlib
from collections.abc import Sequence

from training.examples.example import Example

Groups = dict[str, list[Example]]


def split(examples: Sequence[Example], share: float, seed: int) -> tuple[list[Example], list[Example]]:
    """Training and held-out examples. Examples that share a subject, directly or through others, stay together.

    Whole groups go to the held-out side, in an order drawn by `seed`, while they fit in `share` of the examples.
    """
    groups = grouped(examples)
    order = sorted(groups, key=lambda name: hashlib.sha256(f"{seed}:{name}".encode()).hexdigest())
    room = round(share * len(examples))
    out: set[str] = set()
    for name in order:
        if 0 < len(groups[name]) <= room:
            room -= len(groups[name])
            out.add(name)
    training = [e for name in groups if name not in out for e in groups[name]]
    return training, [e for name in order if name in out for e in groups[name]]


def grouped(examples: Sequence[Example]) -> Groups:
    """Examples by connected subjects; one without a subject is a group of its own."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    keys = [e.subjects or [f"example:{place}"] for place, e in enumerate(examples)]
    for subjects in keys:
        for other in subjects[1:]:
            parent[root(other)] = root(subjects[0])
    groups: Groups = {}
    for example, subjects in zip(examples, keys, strict=True):
        groups.setdefault(root(subjects[0]), []).append(example)
    return groups
