"""The table of wordings of treatment: which of them a sentence with its cases masked matches."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

from extraction.records import Speaker, Treatment

_SETTING = re.compile(
    r"^\W*(?:(?:again|similarly|further|also|recently|thus|even|but|moreover|however|yet|and),? ){0,2}"
    r"in (?:the )?(?:\w+ )?(?:(?:case|decision|judgment|matter) (?:of|in) )?«x»"
    r"(?! (?:is|was|has|does|cannot|will|would)\b)"
)
_CUE = re.compile(
    r"rul|distinguish|doubt|dissent|disapprov|approv|affirm|revers|aside|quash|follow|appl|rel[yi]|view|light|incuri|law|held|laid|"
    r"agree|accept|fact|help|assist|avail|relevan|bearing|cover|govern|counsel|submi|contend|argu|urge|cited|behalf|support|"
    r"attention|refer|consider|bench|binding|settled|depart|observ|explain|stat|preferr|endors|adopt|principle|different|"
    r"wrong|second look|correct|quietus|rest|concern|position|like|question|profit|notic|quot|repeat|unlike|dealt|"
    r"authority"
)
_PARTY = re.compile(
    r"counsel|advocate|attorney|solicitor|amicus|\b(?:s?he|they|mr|mrs|ms|shri|sri|smt|dr|him)\b|appellant|respondent|petition|"
    r"revenue|assessee|state|complain|plaintiff|defendant|accused|union|conten|submi|argu|urg|relian|relied|refer|cited|"
    r"sides|parties|attention|support|behalf|attempt|endeavour|press|stand|grievance|plea|through|sought"
)
_KEPT = 256
"""Sentences whose reading is kept: with the cases of a list masked, each case of it stands in the same sentence."""
_ADVERBS = (
    r"(?:\w+ly |also |therefore |hereby |so |since |later |thus |itself |however,? |as |it |again |further |once |"
    r"only |very |by this court ){0,4}"
)


@dataclass(frozen=True, slots=True)
class _Rule:
    label: Treatment
    by: Speaker | None
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Voice:
    by: Speaker
    own_voice: bool | None
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Rules:
    labels: tuple[_Rule, ...]
    voices: tuple[_Voice, ...]
    pointing: re.Pattern[str]
    carried: frozenset[str]
    confidence: dict[str, dict[str, int]]


@cache
def _rules() -> _Rules:
    raw = tomllib.loads((files("extraction") / "data" / "treatment.toml").read_text(encoding="utf-8"))
    macros = {
        "{x}": "«[xz]»",
        "{subject}": "«x»",
        "{y}": "«y»",
        "{g}": r"[^«»;]{0,130}?",
        "{l}": r"[^«»;]{0,320}?",
        "{s}": r"[^«»;]{0,70}?",
        "{a}": _ADVERBS,
    } | {f"{{{name}}}": value for name, value in raw["macros"].items()}
    labels = tuple(
        _Rule(cast(Treatment, rule["label"]), cast("Speaker | None", rule.get("by")), _compiled(pattern, macros))
        for rule in raw["rule"]
        for pattern in rule["patterns"]
    )
    voices = tuple(
        _Voice(cast(Speaker, voice["by"]), voice.get("own_voice"), _compiled(pattern, macros))
        for voice in raw["speaker"]
        for pattern in voice["patterns"]
    )
    pointing = _compiled(raw["anaphora"]["pointing"], macros)
    return _Rules(labels, voices, pointing, frozenset(raw["anaphora"]["labels"]), raw["confidence"])


def _compiled(pattern: str, macros: dict[str, str]) -> re.Pattern[str]:
    for _ in range(3):
        for name, value in macros.items():
            pattern = pattern.replace(name, value)
    return re.compile(pattern)


@lru_cache(maxsize=_KEPT)
def label(sentence: str) -> tuple[Treatment, Speaker | None]:
    """How a sentence treats «x», and who does where the wording settles it."""
    if not _CUE.search(sentence):
        return "cited", None
    sentence = _set(sentence)
    for rule in _rules().labels:
        if rule.pattern.search(sentence):
            return rule.label, rule.by
    return "cited", None


def may_be_counsel(sentence: str) -> bool:
    """Whether a sentence has any word without which no wording makes it a party's."""
    return _PARTY.search(sentence) is not None


@lru_cache(maxsize=_KEPT)
def speaker(sentence: str, own_voice: bool) -> Speaker | None:
    """Who treats «x» in a sentence, as far as its wording says.

    `own_voice`: the court of the text says "we" or "I". In a report of a judgment, where nobody does, "the Court" is
    the court that decided; in a judgment it is mostly the court that decided another case.
    """
    sentence = _set(sentence)
    for voice in _rules().voices:
        if voice.own_voice in (None, own_voice) and voice.pattern.search(sentence):
            return voice.by
    return None


def _set(sentence: str) -> str:
    """The sentence with «z» for «x» where that is only the place: "In «z», the notification was set aside"."""
    setting = _SETTING.match(sentence)
    return f"{sentence[: setting.end() - 3]}«z»{sentence[setting.end() :]}" if setting else sentence


def pointed(sentence: str) -> re.Match[str] | None:
    """Where the head of a sentence points back to a case just named: "the said decision"."""
    return _rules().pointing.match(sentence)


def is_carried(treatment: Treatment) -> bool:
    """Whether a sentence that points back can say this of the case named before it."""
    return treatment in _rules().carried


def confidence(treatment: Treatment, by: Speaker) -> int:
    """How often such a finding is right, in per cent, as measured on labelled mentions."""
    return _rules().confidence[treatment][by]
