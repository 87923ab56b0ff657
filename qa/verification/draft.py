"""A draft read sentence by sentence: which authorities each sentence names, and which words it leaves unexplained."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extraction.light_spacy import Doc
from extraction.parties.likeness import nothing_foreign
from extraction.parties.short_names import single_words
from extraction.parties.titles import beside_initial, split_title, surely_versus, versus_signs
from extraction.reading import provision_mentions, standing
from extraction.records import ProvisionMention
from kg.nodes import Case, Provision
from qa.text import wording
from qa.text.drafts import MARKER
from qa.text.language import GENERIC

WHOLE_SENTENCE = 8  # words: shorter quotations are phrases within a sentence
QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"|‘([^’]*)’(?!\w)|(?<!\w)'([^']{12,})'(?!\w)")
PARTY_WORD = r"(?:\(?[A-Z][\w.&'’/()-]*|of|the|and|for|in|on|@|&|d/o|s/o|ex|re)"
LEFT = re.compile(rf"(?:{PARTY_WORD},? )*[A-Z][\w.&'’/()-]*,?$")
RIGHT = re.compile(rf"[A-Z][\w.&'’/()-]*(?:,? {PARTY_WORD}(?=\W|$))*")
CONNECTED = re.compile(r"^(?:of|the|and|for|in|on)\b|\b(?:of|the|and|for|in|on)$", re.IGNORECASE)
CAPITALISED = re.compile(
    r"(?:[A-Z][\w&’'-]*\.?)(?:(?: (?:of|and|the|for))* [A-Z][\w&’'-]*\.?| ?(?<=\.)[A-Z][\w&’'-]*\.?)*"
)


@dataclass(frozen=True, slots=True)
class NamedAuthority:
    """A place in a sentence that names an authority; several `ids` where the name alone leaves it open."""

    start: int
    end: int
    text: str
    kind: str
    ids: frozenset[str]


def cited_sources(sentence: str) -> list[str]:
    """The source ids of the markers ("[1, 3]") in a sentence."""
    return [number for marker in MARKER.findall(sentence) for number in re.findall(r"\d+", marker)]


def standing_quotations(sentence: str) -> list[tuple[int, int, str]]:
    """The quotations that are sentences of their own; fragments belong to the sentence around them."""
    return [q for q in quotations(sentence) if len(q[2].split()) >= WHOLE_SENTENCE and not q[2].lstrip()[:1].islower()]


def quotations(sentence: str) -> list[tuple[int, int, str]]:
    """Quoted passages: start, end and what stands between the marks."""
    return [(m.start(), m.end(), next(g for g in m.groups() if g is not None)) for m in QUOTED.finditer(sentence)]


def full_names(sentence: str, cases: Mapping[str, Case]) -> list[NamedAuthority]:
    """Every "A v. B"; no `ids` where the evidence has no case of these parties."""
    found = []
    for versus in versus_signs(sentence):
        before, after = sentence[: versus.start()].rstrip(" -"), sentence[versus.end() :].lstrip()
        left, right = LEFT.search(before), RIGHT.match(after)
        if not left or not right or not (surely_versus(versus) or not beside_initial(versus)):
            continue
        petitioner, respondent = left[0], right[0]
        fits = {i: _fit(node, petitioner, respondent) for i, node in cases.items()}
        ids = frozenset(i for i, fit in fits.items() if fit)
        opens = len(sentence) - len(after)
        start, end = left.start(), opens + right.end()
        if ids:
            petitioner, respondent = next(fit for fit in fits.values() if fit)
            start, end = len(before) - len(petitioner), opens + len(respondent)
        found.append(NamedAuthority(start, end, sentence[start:end], "case", ids))
    return found


def _fit(node: Case, petitioner: str, respondent: str) -> tuple[str, str] | None:
    """The part of the two sides that are the parties of `node`: the left cut at its start, the right at its end."""
    for title in _names(node):
        own_left, own_right = split_title(title)
        if not own_right:
            continue
        lefts = [petitioner[m.start() :] for m in re.finditer(r"(?<!\S)(?=\S)", petitioner)]
        rights = [respondent[: m.end()] for m in re.finditer(r"\S(?!\S)", respondent)][::-1]
        left = next((p for p in lefts if not CONNECTED.match(p) and nothing_foreign(p, own_left)), None)
        right = next((p for p in rights if not CONNECTED.search(p) and nothing_foreign(p, own_right)), None)
        if left and right:
            return left, right
    return None


def short_names(sentence: str, cases: Mapping[str, Case]) -> list[NamedAuthority]:
    """Runs of capitalised words that are part of one case's title or aliases, a telling word among them."""
    index = _short_index(cases)
    found = []
    for run in CAPITALISED.finditer(sentence):
        tokens = list(re.finditer(r"[^\W_][\w&’'-]*", run[0]))
        for first, last in _spans(len(tokens)):
            said = [re.sub(r"['’]s?$", "", t[0]).lower() for t in tokens[first:last]]
            spelled = (set(said), {"".join(said)})
            ids = frozenset(
                i for i, (every, own) in index.items() if any(words <= every and own & words for words in spelled)
            )
            if ids:
                start, end = run.start() + tokens[first].start(), run.start() + tokens[last - 1].end()
                found.append(NamedAuthority(start, end, sentence[start:end], "case", ids))
                break
    return found


def _short_index(cases: Mapping[str, Case]) -> dict[str, tuple[set[str], set[str]]]:
    """For each case all the words it may be called by, and those that alone may stand for it."""
    index = {}
    for i, node in cases.items():
        parts = [part for name in _names(node) for part in split_title(name)]
        every = {w for part in parts for w in re.findall(r"[^\W_]+", part.lower())}
        own = {w for part in parts for w in single_words(part) if len(w) > 2} - GENERIC
        index[i] = (every | own | {"case"}, own)
    return index


def _spans(count: int) -> list[tuple[int, int]]:
    """All spans of `count` words, the longest first."""
    return sorted(((a, b) for a in range(count) for b in range(a + 1, count + 1)), key=lambda s: (s[0] - s[1], s[0]))


def _names(node: Case) -> list[str]:
    return [wording.title(node), *node.aliases]


def provisions(doc: Doc, sentence: str, known: Mapping[str, Provision]) -> list[NamedAuthority]:
    """Every provision named in a sentence, read as `doc`; no `ids` where the evidence has none such."""
    found = []
    for mention in provision_mentions(doc, sentence):
        ids = {mention.provision} & set(known) if mention.provision else _same_number(mention, known)
        found.append(NamedAuthority(mention.start, mention.end, mention.text, "provision", frozenset(ids)))
    return found


def _same_number(mention: ProvisionMention, known: Mapping[str, Provision]) -> set[str]:
    number = mention.number.lower()
    return {i for i, n in known.items() if n.id.rpartition("-")[2].lower() == number and mention.kind in n.id}


def citations(doc: Doc, sentence: str) -> list[tuple[int, int, str]]:
    """Reporter citations of a sentence, read as `doc`: start, end and canonical form."""
    cited = standing(doc._.citations, doc, sentence)
    return [(found.start, found.end, found.citation.text) for found in cited]


def lone_citations(
    sentence: str, named: Iterable[NamedAuthority], cited: Iterable[tuple[int, int, str]], cases: Mapping[str, Case]
) -> list[NamedAuthority]:
    """Citations that name a case by themselves, since no name stands before them; only those of the evidence."""
    ends = [n.end for n in named]
    found = []
    for start, end, citation in cited:
        ids = frozenset(i for i, n in cases.items() if citation in n.citations)
        if ids and not any(0 <= start - e <= 3 for e in ends):
            found.append(NamedAuthority(start, end, sentence[start:end], "case", ids))
            ends.append(end)
    return found


def strangers(sentence: str, vocabulary: str) -> list[str]:
    """Capitalised runs of words that the evidence's `vocabulary` (lower-case text) nowhere has."""
    found = []
    for run in CAPITALISED.finditer(sentence):
        kept: list[str] = re.findall(r"[^\W_][\w&’'-]*", run[0])
        while kept and kept[0].lower() in GENERIC:
            kept.pop(0)
        while kept and kept[-1].lower() in GENERIC:
            kept.pop()
        said = " ".join(re.sub(r"['’]s$", "", w) for w in kept).lower()
        opens = run.start() == len(sentence) - len(sentence.lstrip()) and len(kept) == 1 and said.endswith("ly")
        if said and not opens and f" {said} " not in vocabulary:
            found.append(" ".join(kept))
    return found
