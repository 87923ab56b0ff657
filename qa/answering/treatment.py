"""How a case was treated, or treated others, and whether it is still good law."""

from collections.abc import Sequence

from extraction.parties.titles import split_title
from extraction.records import TREATMENTS
from extraction.text.spacing import one_line
from kg.edges import Cites
from kg.nodes import Case, Chunk
from qa import prose
from qa.answering.citing import citations, named_beside, passages_on
from qa.citator.reported_overrulings import Report, may_suffer, reported
from qa.citator.standing import GRAVE, WEIGHTY, say_contrary, status
from qa.evidence import Evidence
from qa.query.cues import CUES
from qa.query.question import Question
from qa.text import wording
from qa.text.stems import stems
from qa.text.treatment_words import OVERRULING, says


def good_law(question: Question, evidence: Evidence, top: int) -> None:
    """Whether the case in doubt still stands."""
    say_standing(evidence, _in_doubt(question), top)


def say_standing(evidence: Evidence, subject: Case, top: int) -> None:
    """Whether later cases overruled, reversed or doubted a case; the edges that say so, or that none does."""
    edges = citations(evidence, subject, "in")
    found = status(edges)
    if found.word in GRAVE:
        verdict = "of doubtful authority" if found.word == "doubted" else "no longer good law"
        said = f"{wording.label(subject)} is {verdict}, so far as the graph shows."
        evidence.say(said, [evidence.cite_edge(found.edges[0])])
        prose.treated(evidence, subject, found.edges, found.word, True, top)
        say_contrary(evidence, subject, found, edges, top)
        evidence.answer_with([e.source for e in found.edges] + _authors_of(evidence, found.edges))
        return
    if reports := reported(evidence, subject, edges):
        _tell(evidence, subject, reports, "was overruled")
        evidence.answer_with(other for report in reports for other in report.others)
        return
    evidence.say(f"{wording.label(subject)}: nothing in the graph shows it overruled, reversed or doubted.")
    telling = [e for e in edges if e in found.edges] or edges
    if telling:
        prose.citing_cases(evidence, subject, edges, top)
        evidence.answer_with(e.source for e in telling)


def _in_doubt(question: Question) -> Case:
    """The case whose standing is asked: the last one named before the words that ask, else the first."""
    cue = CUES["good_law"].search(question.masked)
    before = question.cases[: question.masked[: cue.start()].count("§")] if cue else []
    return next((case.node for case in reversed(before) if case.node), question.subject())


def treatment(question: Question, evidence: Evidence, top: int) -> None:
    """The cases that treated the named one as asked ("in"), or that it so treated ("out")."""
    subject = question.subject()
    edges = citations(evidence, subject, question.side)
    wanted = question.treatments or WEIGHTY
    found = [e for e in edges if e.effective in wanted] or said_so(edges, question)
    if not found and set(question.treatments) & {"overruled", "doubted"}:
        if question.side == "in" and (reports := reported(evidence, subject, edges)):
            _tell(evidence, subject, reports, "was overruled")
            evidence.answer_with(other for report in reports for other in report.others)
            return
        if question.side == "out" and not question.assumed:
            found = _made_in_passages(evidence, subject, edges)
    if not found:
        _untreated(question, evidence, subject, edges, top)
        return
    for kind in sorted({e.effective for e in found}, key=TREATMENTS.index):
        alike = [e for e in found if e.effective == kind]
        verb = "cited" if kind == "cited" else kind
        prose.treated(evidence, subject, alike, verb, question.side == "in", top)
    ends = [e.source if question.side == "in" else e.target for e in found]
    evidence.answer_with(ends + (_authors_of(evidence, found) if question.side == "in" else []))
    if question.side == "out" and CUES["afterwards"].search(question.masked):
        _afterwards(evidence, subject)


def _afterwards(evidence: Evidence, subject: Case) -> None:
    """What later cases say that the named one did."""
    reports = reported(evidence, subject, citations(evidence, subject, "in"), did_it=True)
    if reports:
        _tell(evidence, subject, reports, "overruled earlier decisions")


def said_so(edges: Sequence[Cites], question: Question) -> list[Cites]:
    """Where overruling or doubt is asked for: citations whose own sentence speaks of it."""
    if not set(question.treatments) & {"overruled", "doubted"}:
        return []
    quotes = [(edge, edge.quote) for edge in edges]
    if question.side == "out":
        return [edge for edge, quote in quotes if OVERRULING.search(quote)]
    return [edge for edge, quote in quotes if may_suffer(question.subject(), quote)]


def _made_in_passages(evidence: Evidence, subject: Case, edges: Sequence[Cites]) -> list[Cites]:
    """Citations that the subject makes in passages which speak of overruling."""
    around = passages_on(evidence, subject, [e.target for e in edges])
    return [e for e in edges if OVERRULING.search(around[e.target])]


def _tell(evidence: Evidence, subject: Case, reports: Sequence[Report], what: str) -> None:
    """Say which later cases report an overruling, in their own words, and answer with them and the cases they name."""
    cases = prose.listing(evidence, [r.edge.source for r in reports], len(reports))
    sources = [evidence.cite_passage(evidence.nodes[r.edge.source], r.passage) for r in reports]
    evidence.say(f"{wording.label(subject)} {what}, by the words of: {cases}.", sources)
    for report, source in zip(reports[: prose.QUOTED_AT_MOST], sources, strict=False):
        quote = one_line(report.passage.text)
        evidence.say(f"{wording.title(evidence.nodes[report.edge.source])}: “{quote}”", [source])
    evidence.answer_with(r.edge.source for r in reports)


def _untreated(question: Question, evidence: Evidence, subject: Case, edges: Sequence[Cites], top: int) -> None:
    kinds = " or ".join(question.treatments) or "treated"
    if question.side == "in":
        absent = f"{wording.label(subject)}: nothing in the graph shows that it was {kinds}"
    else:
        absent = f"{wording.label(subject)}: nothing in the graph shows that it {kinds} an earlier case"
    if question.assumed or (question.asked == "case" and set(question.treatments) & {"overruled", "reversed"}):
        evidence.refusal = f"{absent}, which the question takes for granted."
        return
    evidence.say(f"{absent}.")
    if edges:
        (prose.citing_cases if question.side == "in" else prose.cited_cases)(evidence, subject, edges, top)
        evidence.answer_with(e.source if question.side == "in" else e.target for e in edges)


def _authors_of(evidence: Evidence, edges: Sequence[Cites]) -> list[str]:
    """The cases that did what the citing cases merely record: named in the same passages, in the word of it."""
    recorded = [edge for edge in edges if not edge.is_own]
    return [other.target for edge in recorded for other in named_beside(evidence, edge, {edge.effective})]


def between(question: Question, evidence: Evidence, top: int) -> None:
    """What the one named case did with the other; passages where the graph has no edge."""
    first, second = question.named_cases()[:2]
    both = {first.id, second.id}
    evidence.take([first, second])
    edges = [e for e in evidence.store.expand([first.id, second.id], [Cites], "out") if {e.source, e.target} == both]
    evidence.link(edges)
    if question.assumed and question.treatments and not _borne_out(question, evidence, edges):
        asked = f"{wording.label(first)} and {wording.label(second)}"
        found = f" {_shown(evidence, edges[0])}" if edges else ""
        evidence.refusal = f"{asked}: the graph does not show either {question.treatments[0]} by the other.{found}"
        return
    for edge in edges:
        prose.treatment_sentence(evidence, edge)
        prose.quote_sentences(evidence, [edge])
        told = question.treatments if question.asked == "case" else {edge.effective}
        recorded = question.asked == "case" or not edge.is_own
        others = named_beside(evidence, edge, told) if recorded else []
        if not others:
            evidence.answer_with([edge.source, edge.target])
        else:
            for other in others:
                prose.treatment_sentence(evidence, other)
            evidence.answer_with(other.target for other in others)
    if not edges:
        _mentioned(evidence, first, second, top)


def _borne_out(question: Question, evidence: Evidence, edges: Sequence[Cites]) -> bool:
    """Whether an edge is of a treatment asked about, or the passages about it use the word."""
    for edge in edges:
        around = passages_on(evidence, evidence.nodes[edge.source], [edge.target])[edge.target]
        if edge.effective in question.treatments or says(around, question.treatments):
            return True
    return False


def _shown(evidence: Evidence, edge: Cites) -> str:
    citing, cited = evidence.nodes[edge.source], evidence.nodes[edge.target]
    return f"In {wording.dated(citing)}, {wording.dated(cited)} was {edge.effective}."


def _mentioned(evidence: Evidence, first: Case, second: Case, top: int) -> None:
    """Passages of the one judgment that speak of the other by name, where no citation was read."""
    for citing, cited in ((first, second), (second, first)):
        party = split_title(wording.title(cited))[0]
        hits = evidence.by_words(party, top, Chunk, [citing.id])
        named = [h.node for h in hits if stems(party) <= stems(h.node.text)]
        for chunk in named[: prose.QUOTED_AT_MOST]:
            source = evidence.cite_passage(citing, chunk)
            quote = one_line(chunk.text)
            evidence.say(f"{wording.dated(citing)} speaks of {wording.title(cited)}: “{quote}”", [source])
        if named:
            evidence.answer_with([citing.id, cited.id])
            return
    evidence.say(f"{wording.label(first)} and {wording.label(second)}: the graph shows no citation between them.")
