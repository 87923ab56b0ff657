"""A question that points back at the one before it, made to stand by itself: what it points at is put in by name.

Nothing but nodes of the graph is carried over: the authorities that the question before named and those that answered
it. What could point at several of them is asked back.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from extraction.text.numerals import ordinal
from kg.nodes import Case, Node, Provision
from kg.store import Store
from qa.query.question import NO_CONTEXT, CaseName, Context, Question
from qa.text import wording
from qa.understanding.substitution import instead

TABLE: dict[str, Any] = tomllib.loads(files("qa").joinpath("data/followups.toml").read_text(encoding="utf-8"))
ORDINAL, SEVERAL, THEY, SINGLE, EXPLETIVE, INSTEAD = (
    re.compile(TABLE[name], re.IGNORECASE) for name in ("ordinal", "several", "they", "single", "expletive", "instead")
)
TOPICAL = frozenset({"good_law", "case", "facts", "cites", "provision_of_case", "provision_text", "refers_to"})
LAST = -1  # the place of "the last one"
PROVISIONS = frozenset({"article", "section", "provision", "rule"})


@dataclass(frozen=True, slots=True)
class Before:
    """The last question that was answered, what it named, and the authorities that answered it, in order."""

    question: Question
    named: Sequence[Node]
    answers: Sequence[Node]

    def spoken_of(self) -> list[Node]:
        """What "it" may stand for: what the question named, and the answer where there is but one.

        Questions about what they name are followed by questions about the same.
        """
        topical = self.question.intent in TOPICAL and len(self.named) == 1
        only = self.answers if len(self.answers) == 1 and not topical else ()
        return list({node.id: node for node in [*self.named, *only]}.values())


@dataclass(frozen=True, slots=True)
class Standing:
    """A question that needs no other; with a `refusal` where what it points at is not clear.

    `open` is then the place in its text that one of the `choices` would fill.
    """

    text: str
    context: Context = NO_CONTEXT
    refusal: str | None = None
    open: tuple[int, int] | None = None
    choices: Sequence[Node] = ()


def stand_alone(store: Store, text: str, question: Question, before: Before | None) -> Standing:
    """`text`, understood by itself as `question`, with what it points at put in."""
    if found := ORDINAL.search(text):
        return _numbered(text, found, before)
    own = bool(question.named_ids())
    if (found := SEVERAL.search(text)) or (not own and (found := THEY.search(text))):
        return _several(text, found[0], before)
    if before and (rest := INSTEAD.match(text)) and (put := instead(store, rest["rest"], before.question)):
        return Standing(put.text, put.context, put.refusal)
    found = SINGLE.search(text)
    if found and not (found["word"] and (own or EXPLETIVE.search(text))):
        return _single(text, found, before)
    return Standing(text)


def chosen(text: str, question: Question, choices: Sequence[Node]) -> Node | None:
    """The one of the choices that a reply picks, by its number or its name and nothing else."""
    if re.fullmatch(r"[12345]\W*", text):
        return choices[int(text[0]) - 1] if int(text[0]) <= len(choices) else None
    if found := ORDINAL.fullmatch(text.strip(" .?!")):
        number = _number(found)
        return choices[number if number < 0 else number - 1] if number <= len(choices) else None
    meant = [node for node in choices if node.id in question.named_ids()]
    return meant[0] if len(meant) == 1 and not question.topic else None


def filled(text: str, place: tuple[int, int], node: Node) -> Standing:
    """The question with a node's name at the place."""
    start, end = place
    possessive = "'s" if text[start:end].lower() == "its" else ""
    name = wording.label(node)
    whole = f"{text[:start]}{name}{possessive}{text[end:]}"
    if not isinstance(node, Case):
        return Standing(whole)
    return Standing(whole, Context([CaseName(start, start + len(name), name, node)]))


def _numbered(text: str, found: re.Match[str], before: Before | None) -> Standing:
    number = _number(found)
    answers = before.answers if before else ()
    if not 0 < (len(answers) if number < 0 else number) <= len(answers):
        had = f"the last answer names {wording.plural(len(answers), 'authority', 'authorities')}"
        return Standing(text, refusal=f"“{found[0].strip()}”: {had}.")
    node = answers[number if number < 0 else number - 1]
    return filled(text, found.span(), node)


def _number(found: re.Match[str]) -> int:
    """The place in a list, from 1; -1 for the last."""
    place = ordinal(found["word"] or found["digit"] or found["number"])
    return LAST if place is None else place


def _several(text: str, said: str, before: Before | None) -> Standing:
    cases = [node for node in before.answers if isinstance(node, Case)] if before else []
    if not cases:
        return Standing(text, refusal=f"“{said}”: no answer before this one names cases that it could mean.")
    return Standing(text, Context(among=cases))


def _single(text: str, found: re.Match[str], before: Before | None) -> Standing:
    kind = (found["kind"] or "").lower()
    choices = before.spoken_of() if before else []
    if kind:
        choices = [node for node in choices if (isinstance(node, Provision)) == (kind in PROVISIONS)]
    if len(choices) == 1:
        return filled(text, found.span(), choices[0])
    if not choices:
        return Standing(text, refusal=f"“{found[0]}”: nothing asked before this names what it could mean.")
    offered = " or ".join(wording.label(node) for node in choices)
    return Standing(text, refusal=f"“{found[0]}” may be {offered}. Say which.", open=found.span(), choices=choices)
