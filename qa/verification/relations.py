"""The relations between authorities that a sentence states, read from its verbs, voices and word order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.text.language import GENERIC, LANGUAGE
from qa.verification.draft import CAPITALISED, NamedAuthority

REACH = 45  # characters before a verb in which "not" or "was" bears on it
WORDS = LANGUAGE["words"]
DENIALS = "|".join([w for w in WORDS["negation"] if w != "n't"] + WORDS["refusal"])
NEGATION = re.compile(rf"\b(?:{DENIALS})\b|n['’]t\b", re.IGNORECASE)
HEDGE = re.compile(rf"\b(?:{'|'.join(WORDS['hedge'])})\b", re.IGNORECASE)
STRANGER = re.compile(rf"\b(?:{'|'.join(WORDS['stranger'])})s?\b", re.IGNORECASE)
AGENT = re.compile(r"\s*\bby\b([^.;:]{0,60})")
UNKNOWN = frozenset({"?"})
PASSIVE = re.compile(rf"\b(?:{'|'.join(WORDS['auxiliary'])})\b(?:\s+\w+){{0,3}}\s*$", re.IGNORECASE)
JOINED = re.compile(
    rf"(?:^|[\s,;])(?:{'|'.join(re.escape(w) for w in WORDS['conjunction'])})(?=[\s,]|$)", re.IGNORECASE
)
RELATIVE = re.compile(r"\b(?:which|that|who)\b", re.IGNORECASE)
PLACED = re.compile(r"\b(?:by|in)\s+(?:the\s+(?:case|decision|judgment)\s+(?:of|in)\s+)?$", re.IGNORECASE)
APART = re.compile(r"\b(?:after|before|since|despite|unlike|like|than|until|besides)\s+$", re.IGNORECASE)
BESIDE = re.compile(rf"{APART.pattern}|\b(?:of|to|from|and|with)\s+$", re.IGNORECASE)
PRONOUN = re.compile(r"\b(?:" + "|".join(WORDS["pronoun"]) + r")\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Relation:
    """One stated relation. An empty `subject` is one that the sentence leaves open ("later cases").

    `treatments` are those that bear it out; empty: any citation does. A `subject` that is no case is `UNKNOWN`;
    `hedged`: the sentence leaves open whether it happened.
    """

    name: str
    treatments: frozenset[str]
    subject: frozenset[str]
    objects: tuple[frozenset[str], ...]
    negated: bool
    hedged: bool


@dataclass(frozen=True, slots=True)
class _Cue:
    name: str
    treatments: frozenset[str]
    voice: str
    start: int
    end: int


def _patterns() -> list[tuple[str, frozenset[str], str, re.Pattern[str]]]:
    found = []
    for relation in LANGUAGE["relation"]:
        for voice in ("predicate", "passive", "active"):
            forms = "|".join(relation.get(voice, ()))
            if forms:
                pattern = re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)
                found.append((relation["name"], frozenset(relation["treatments"]), voice, pattern))
    return found


PATTERNS = _patterns()


def cues(masked: str) -> list[_Cue]:
    """The verbs of relation in a sentence whose names are blanked, by position, the longest at each."""
    found = []
    for name, treatments, voice, pattern in PATTERNS:
        for match in pattern.finditer(masked):
            before, after = masked[: match.start()], masked[match.end() :]
            passive = bool(PASSIVE.search(before)) or bool(re.match(r"\s+(?:expressly\s+)?by\b", after))
            if voice == "active" and re.match(r"\s+of\b", after) and match[0].endswith("ing"):
                found.append(_Cue(name, treatments, "noun", match.start(), match.end()))
            elif voice == "predicate" or passive == (voice == "passive"):
                found.append(_Cue(name, treatments, voice, match.start(), match.end()))
    kept: list[_Cue] = []
    for cue in sorted(found, key=lambda c: (c.start, -c.end)):
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return kept


def relations(
    sentence: str, masked: str, named: Sequence[NamedAuthority], antecedent: frozenset[str]
) -> list[Relation]:
    """All relations of a sentence. `antecedent` is what "it" and "the Court" stand for at its start."""
    places = _with_pronouns(masked, named, antecedent)
    found: list[Relation] = []
    verbs = cues(masked)
    for position, cue in enumerate(verbs):
        following = verbs[position + 1].start if position + 1 < len(verbs) else len(sentence)
        before = [n for n in places if n.end <= cue.start]
        after = [n for n in places if cue.end <= n.start < following or (n.start >= cue.end and cue is verbs[-1])]
        floor = verbs[position - 1].end if position else 0
        lead = masked[max(floor, cue.start - REACH) : cue.start]
        denied = NEGATION.search(lead) or (after and NEGATION.search(masked[cue.end : after[0].start]))
        if cue.voice == "noun":
            subject, objects = _noun(masked, after)
        elif cue.voice == "active":
            subject, objects = _active(masked, cue, before, after, found[-1] if found else None)
        else:
            subject, objects = _passive(masked, cue, before, after)
        if objects:
            negated = bool(denied) and cue.voice != "predicate"
            found.append(Relation(cue.name, cue.treatments, subject, objects, negated, bool(HEDGE.search(lead))))
    return found


def unlinked(masked: str, found: Sequence[Relation]) -> str | None:
    """A verb of treatment beside a capitalised name that is no authority of the evidence, where no relation was read.

    Such a name comes from the words of a document alone, which may say of cases what it likes.
    """
    verbs = [cue for cue in cues(masked) if cue.treatments]
    names = [w for run in CAPITALISED.findall(masked) for w in re.findall(r"[^\W\d_]{2,}", run)]
    foreign = [w for w in names[0 if masked[:1].islower() else 1 :] if w.lower() not in GENERIC]
    if verbs and not found and (foreign or verbs[0].name == "overruled"):
        return masked[verbs[0].start : verbs[0].end]
    return None


def _with_pronouns(masked: str, named: Sequence[NamedAuthority], antecedent: frozenset[str]) -> list[NamedAuthority]:
    """The named places with the pronouns among them.

    "it" after a verb of relation stands for the last place named before that verb's subject, every other pronoun
    for the first place named in the sentence, else for the antecedent.
    """
    places = list(named)
    objects = {cue.end for cue in cues(masked)}
    for match in PRONOUN.finditer(masked):
        earlier = [n.ids for n in named if n.end <= match.start()]
        if any(0 <= match.start() - end <= 1 for end in objects):
            meant = earlier[-2] if len(earlier) > 1 else antecedent
            if JOINED.search(masked[: match.start()][-30:]) and earlier:
                meant = earlier[-1]
        else:
            meant = earlier[0] if earlier else antecedent
        if match[0].lower() == "it" or (meant and not earlier):
            places.append(NamedAuthority(match.start(), match.end(), match[0], "pronoun", meant))
    return sorted(places, key=lambda n: n.start)


Ends = tuple[frozenset[str], tuple[frozenset[str], ...]]


def _active(
    masked: str, cue: _Cue, before: list[NamedAuthority], after: list[NamedAuthority], previous: Relation | None
) -> Ends:
    """Subject and objects of "A overruled B", "A followed B and overruled C", "relying on B, A held"."""
    objects = tuple(n.ids for n in after)
    if not before:
        placed = [n for n in after if PLACED.search(masked[: n.start])]
        opening = not masked[: cue.start].strip() and masked[cue.start : cue.end].split()[0].endswith("ing")
        subject = placed[-1:] or (after[-1:] if opening and len(after) > 1 else [])
        return _ids(subject) or _open(masked[: cue.start]), tuple(n.ids for n in after if n not in subject)
    nearest = before[-1]
    gap = masked[nearest.end : cue.start]
    if previous and nearest.ids in previous.objects and JOINED.search(gap) and not RELATIVE.search(gap):
        return previous.subject, objects
    chief = [n for n in before if not BESIDE.search(masked[: n.start])]
    if RELATIVE.search(gap):
        return nearest.ids, objects
    return chief[-1].ids if chief else _open(masked[: cue.start]), objects


def _passive(masked: str, cue: _Cue, before: list[NamedAuthority], after: list[NamedAuthority]) -> Ends:
    """Subject and objects of "B was overruled by A", "in A, B and C were overruled"."""
    agents = [n for n in (*after, *before) if PLACED.search(masked[: n.start])]
    told = [n for n in before if n not in agents and not APART.search(masked[: n.start])]
    sufferers = told or [n for n in after if not before and n not in agents]
    nearest = [n for n in sufferers if _listed(masked, n, sufferers[-1])]
    by = AGENT.match(masked, cue.end)
    return _ids(agents[:1]) or (_open(by[1]) if by else frozenset()), tuple(n.ids for n in nearest)


def _open(phrase: str) -> frozenset[str]:
    """A subject that names no case: left open ("three later cases"), unless it is somebody else altogether."""
    names = [w for w in re.findall(r"\b[A-Z][\w'’-]+", phrase) if w.lower() not in GENERIC]
    return UNKNOWN if names or STRANGER.search(phrase) else frozenset()


def _noun(masked: str, after: list[NamedAuthority]) -> Ends:
    """Subject and objects of "the overruling of B by A"."""
    agents = [n for n in after if PLACED.search(masked[: n.start])]
    return _ids(agents[:1]), tuple(n.ids for n in after if n not in agents)


def _ids(places: Sequence[NamedAuthority]) -> frozenset[str]:
    return places[0].ids if places else frozenset()


def _listed(masked: str, one: NamedAuthority, last: NamedAuthority) -> bool:
    """Whether only list punctuation stands between two names ("A, B and C")."""
    return one is last or not re.sub(r"\b(?:and|or|both)\b|[\s,;()\d.]", "", masked[one.end : last.start])
