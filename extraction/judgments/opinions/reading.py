"""The opinions of a judgment: who wrote each, where it stands, and whether it concurs with the first or dissents."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extraction.judgments.judges import full_name, judge_name
from extraction.judgments.opinions.closing import is_rule, signed_name, signs
from extraction.judgments.opinions.openings import openings, stands_alone
from extraction.records import CaseMention, CaseReference, Opinion, Role
from extraction.text.dates import find_date
from extraction.text.spacing import one_line

_COLLEAGUE = r"(?:brothers?|sisters?|colleagues?|chief justice|C\.?J\.?I?|J\.|brethren|majority|Justice)"
_NOT = r"(?:unable|cannot|can ?not|do not|not able)\b.{0,30}\b(?:agree|concur|subscribe|persuade myself)"
_PERSONAL = re.compile(
    rf"\bmy (?:\w+ ){{0,3}}{_COLLEAGUE}|\bI (?:\w+ )?(?:agree|concur|dissent|differ|regret)\b|\bunable to agree\b"
    r"|\b(?:privilege|advantage|benefit|pleasure) of (?:reading|perusing|going through|having read)\b|\bthe draft\b",
    re.IGNORECASE,
)
_DISSENTS = re.compile(
    rf"\bI (?:\w+ ){{0,3}}(?:dissent|disagree|differ)\b|\bregret\b.{{0,60}}\b(?:unable|inability|cannot|can ?not)\b"
    rf"|\b{_NOT}\b.{{0,120}}?\b{_COLLEAGUE}|\b{_COLLEAGUE}.{{0,200}}?\b{_NOT}\b"
    r"|\bI have (?:\w+ )?(?:come to|reached|taken) (?:a|the) (?:different|contrary|opposite) (?:view|conclusion)"
    r"|\b(?:a different|another|contrary) (?:view|conclusion|opinion) (?:from|to|than) (?:that|the one|my)\b"
    r"|\bmy dissent\b",
    re.IGNORECASE | re.DOTALL,
)
_CONCURS = re.compile(
    r"\bI (?:\w+ ){0,3}(?:agree|concur)\b|\bin (?:\w+ ){0,2}agreement with\b|\badd (?:a|some|my)\b|\bconcurring\b"
    r"|\bsupplement",
    re.IGNORECASE,
)
_AGREES_WITH = re.compile(r"\bI (?:\w+ ){0,3}(?:agree|concur) (?P<whom>(?:with|in)\b[^\n]{3,160})")
_LEADS = re.compile(r"\bfor (?:the (?:court|majority)|himself|herself|himself|themselves)|\bmajority", re.IGNORECASE)
_DISSENTING = re.compile(r"dissent|minority|contra\b", re.IGNORECASE)
_CONCURRING = re.compile(r"concur|supplement|agree", re.IGNORECASE)
_DELIVERED = re.compile(
    r"^[ \t]*The following judge?ments? (?:was|were) delivered\b[^\n]*$", re.IGNORECASE | re.MULTILINE
)
"""Below a headnote, which lists the opinions too."""
_VOTE = re.compile(r"(?:\d{1,3}\.\s*)?I (?:\w+ )?(?:agree|concur)\b.{0,60}", re.IGNORECASE)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_OUTCOME = re.compile(
    r"\b(?:appeals?|petitions?|suit|revision|application)\b[^.\n]{0,80}?\b(?P<done>dismissed|allowed)\b"
    r"|\b(?:dismiss|allow)\b(?= (?:the|this|these) (?:appeal|petition|writ|suit))",
    re.IGNORECASE,
)
_HEAD = 1_500  # characters in which an opinion says whether it agrees
_TAIL = 1_500  # characters in which it says what becomes of the case
_BENCH = 2  # judges: a head that lists fewer tells only who wrote first, or nobody
_WRITTEN = 60  # characters: an opinion of less ("I agree.") is a vote
_SIGNED = 4  # lines above an opinion or a vote in which the one before is signed
_PROSE = 25  # characters of the line below an opening: a date, a place or another signature is shorter
_ENDS = tuple(".:;?!)]”\"'’-*_—")
_SHORT = 60  # characters: a line so short above an opening is a heading, a place or a signature


@dataclass(frozen=True, slots=True)
class _Voice:
    """A judge who speaks from `start`; `style` is what his opening line says of it besides."""

    judge: str
    start: int
    style: str


def read_opinions(
    text: str, start: int, end: int, authors: Sequence[str], bench: Sequence[str], year: int | None
) -> tuple[Opinion, ...]:
    """The opinions in text[start:end], in order; none where the court speaks with one voice.

    `authors` wrote what stands before the first line that opens an opinion.
    """
    styles = {v.judge: v.style for v in _voices(text, 0, end, bench, year) if v.style.strip()}
    delivered = _DELIVERED.search(text, start, end)
    start = delivered.end() if delivered else start
    voices = [replace(v, style=styles.get(v.judge, "")) for v in _voices(text, start, end, bench, year)]
    authors = authors or _signed_first(text, start, voices[0].start if voices else end, bench, year)
    if authors and (not voices or len(text[start : voices[0].start].strip()) > _WRITTEN):
        voices.insert(0, _Voice(authors[0], start, ""))
    voices = voices[:1] + [voice for before, voice in pairwise(voices) if voice.judge != before.judge]
    written = [text[low:high].rstrip() for low, high in pairwise([*(voice.start for voice in voices), end])]
    roles = [_said_role(voice.style, one_line(words[:_HEAD])) for voice, words in zip(voices, written, strict=True)]
    lead = _lead(voices, roles)
    opinions = [
        Opinion(voice.judge, role or _by_outcome(words, written[lead]), voice.start, voice.start + len(words))
        for voice, role, words in zip(voices, roles, written, strict=True)
    ]
    opinions[lead : lead + 1] = [replace(opinion, role="author") for opinion in opinions[lead : lead + 1]]
    opinions = [_as_joined(opinion, text, opinions) for opinion in opinions]
    opinions += _votes(text, start, end, {o.judge for o in opinions}, bench, year)
    return tuple(opinions) if len(opinions) > 1 else ()


def writers(opinions: Sequence[Opinion]) -> tuple[str, ...]:
    """Who wrote the opinions, the lead first; a bare "I agree" is nothing written."""
    written = [o for o in opinions if o.end - o.start > _WRITTEN]
    return tuple(dict.fromkeys(o.judge for o in sorted(written, key=lambda o: o.role != "author")))


def told_apart(references: Sequence[CaseReference], opinions: Sequence[Opinion]) -> tuple[CaseReference, ...]:
    """The references, where a dissenting judge speaks by his word and not the court's."""
    dissents = [(o.start, o.end) for o in opinions if o.role == "dissenting"]

    def told(mention: CaseMention) -> CaseMention:
        own = mention.by == "court" and mention.treatment != "cited"
        return replace(mention, by="dissent") if own and any(a <= mention.start < b for a, b in dissents) else mention

    return (
        tuple(replace(r, mentions=tuple(map(told, r.mentions))) for r in references) if dissents else tuple(references)
    )


def _lead(voices: Sequence[_Voice], roles: Sequence[Role | None]) -> int:
    """Whose opinion is the court's: one for others too, else the first that neither concurs nor dissents."""
    joined = (i for i, voice in enumerate(voices) if _LEADS.search(voice.style) and roles[i] != "dissenting")
    return next(joined, next((i for i, role in enumerate(roles) if role is None), 0))


def _said_role(style: str, words: str) -> Role | None:
    """What an opinion says that it is; None where it says nothing."""
    for dissents, concurs, said in ((_DISSENTING, _CONCURRING, style), (_DISSENTS, _CONCURS, words)):
        if dissents.search(said):
            return "dissenting"
        if concurs.search(said):
            return "concurring"
    return None


def _as_joined(opinion: Opinion, text: str, opinions: Sequence[Opinion]) -> Opinion:
    """An opinion that agrees with one dissenting judge alone dissents as he does."""
    agrees = _AGREES_WITH.search(text, opinion.start, min(opinion.end, opinion.start + _HEAD))
    if opinion.role != "concurring" or not agrees:
        return opinion
    named = [o for o in opinions if o.judge.split()[-1].lower() in agrees["whom"].lower()]
    return replace(opinion, role="dissenting") if named and all(o.role == "dissenting" for o in named) else opinion


def _by_outcome(words: str, lead: str) -> Role:
    """Whether an opinion ends as the lead one does."""
    one, other = _outcome(words), _outcome(lead)
    return "dissenting" if one and other and one != other else "concurring"


def _outcome(words: str) -> str:
    found = [m.group().lower() for m in _OUTCOME.finditer(words[-_TAIL:])]
    return "dismiss" if found and "dismiss" in found[-1] else "allow" if found else ""


def _voices(text: str, start: int, end: int, bench: Sequence[str], year: int | None) -> Iterator[_Voice]:
    """The lines at which a judge of the bench begins to speak, or one who speaks of his colleagues."""
    for opening in openings(text, start, end):
        if not _is_parted(text, start, opening) or not _text_follows(text, opening, end):
            continue
        name = judge_name(opening["judge"], year)
        judge = full_name(name, bench) if name else None
        words = text[opening.end("judge") : opening.end("judge") + _HEAD]
        great, personal = opening["judge"].isupper(), bool(_PERSONAL.search(words))
        alone = stands_alone(opening) or (great and personal)
        unlisted = great and len(bench) < _BENCH and not opening["rest"]
        if judge and alone and (judge in bench or personal or unlisted or _DISSENTING.search(opening["style"])):
            given = opening["rest"] if opening["rest"][:1].islower() else ""
            yield _Voice(judge, opening.start(), f"{opening['before']} {opening['style']} {given}")


def _is_parted(text: str, start: int, opening: re.Match[str]) -> bool:
    """Whether a line begins something new: the one above ends a paragraph, and is no rule over a signature."""
    above = text[start : opening.start()].rstrip().rpartition("\n")[2].strip()
    return not is_rule(above) and (len(above) < _SHORT or above.endswith(_ENDS))


def _text_follows(text: str, opening: re.Match[str], end: int) -> bool:
    """Whether an opinion follows an opening line, and not a date, a place or another signature."""
    rest = opening["rest"].strip()
    if _VOTE.fullmatch(rest) or (len(rest.strip(" .")) > _PROSE and not rest[0].islower()):
        return True
    below = _LINE.search(text, opening.end(), end)
    line = below.group().strip() if below else ""
    return bool(_VOTE.fullmatch(line) or re.match(r"1\s*[.)]?\s", line)) or (
        len(line) > _PROSE and find_date(line[:_SHORT]) is None and not signs([line], 0)
    )


def _signed_first(text: str, start: int, end: int, bench: Sequence[str], year: int | None) -> tuple[str, ...]:
    """The judge who signed above the first opinion or vote of another: he wrote what stands there."""
    lines = [m.group().strip() for m in _LINE.finditer(text, start, end)]
    vote = next((at for at, line in enumerate(lines) if _VOTE.fullmatch(line)), len(lines))
    names = (signed_name(lines, at) for at in range(max(0, vote - _SIGNED), vote))
    judges = (judge_name(name, year) for name in names if name)
    found = tuple(full_name(judge, bench) for judge in judges if judge)
    return found[:1] if len(found) == 1 else ()


def _votes(
    text: str, start: int, end: int, heard: Collection[str], bench: Sequence[str], year: int | None
) -> Iterator[Opinion]:
    """The judges who say no more than "I agree" over their signature."""
    lines = [(m.start(), m.group().strip()) for m in _LINE.finditer(text, start)]
    texts = [line for _, line in lines]
    for at, (place, line) in enumerate(lines):
        if not _VOTE.fullmatch(line):
            continue
        signed = next((n for i in range(at + 1, min(at + 4, len(texts))) if (n := signed_name(texts, i))), None)
        name = judge_name(signed, year) if signed else None
        judge = full_name(name, bench) if name else None
        if judge and judge not in heard:
            yield Opinion(judge, "concurring", place, place + len(line))
