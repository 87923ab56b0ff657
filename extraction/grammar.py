"""All that the grammar finds in one stretch of text, in a single reading: no statistics, no tokens, linear time."""

from dataclasses import dataclass, field, replace

from extraction.citations.cases import FoundCase, find_cases
from extraction.citations.citations import FoundCitation, find_citations
from extraction.provisions.act_mentions import ActMention, find_acts
from extraction.provisions.grammar import ProvisionGroup, find_groups
from extraction.text.sentences import sentence_starts
from extraction.treatment.treatment import Judged, judge


@dataclass(slots=True)
class Grammar:
    """What was found, in order, with offsets into the text; `judged` has the treatment of each of `cases`.

    `sentences` are where sentences start; after `add` also where stretches end.
    """

    sentences: list[int] = field(default_factory=list)
    citations: list[FoundCitation] = field(default_factory=list)
    cases: list[FoundCase] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    acts: list[ActMention] = field(default_factory=list)
    groups: list[ProvisionGroup] = field(default_factory=list)

    def add(self, other: "Grammar", offset: int, length: int) -> None:
        """Take in what was found in a stretch of `length` that stands at `offset`, after all that is here."""
        self.sentences += [start + offset for start in (*other.sentences, length)]
        self.citations += [replace(c, start=c.start + offset, end=c.end + offset) for c in other.citations]
        self.cases += [replace(c, start=c.start + offset, end=c.end + offset) for c in other.cases]
        self.judged += [replace(j, start=j.start + offset, end=j.end + offset) for j in other.judged]
        self.acts += [replace(a, start=a.start + offset, end=a.end + offset) for a in other.acts]
        self.groups += [_moved(group, offset) for group in other.groups]


def read_grammar(text: str) -> Grammar:
    """Sentences, citations, cases with their treatment, acts and provisions of `text`."""
    sentences = sentence_starts(text)
    citations = find_citations(text)
    cases = find_cases(text, citations)
    judged = judge(text, sentences, cases)
    return Grammar(sentences, citations, cases, judged, find_acts(text), find_groups(text))


def _moved(group: ProvisionGroup, offset: int) -> ProvisionGroup:
    numbers = tuple(replace(n, start=n.start + offset, end=n.end + offset) for n in group.numbers)
    return replace(group, start=group.start + offset, end=group.end + offset, numbers=numbers)
