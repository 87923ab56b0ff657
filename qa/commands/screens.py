"""How answers and citator cards are shown on a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from extraction.text.spacing import CELL, one_line
from kg.commands.tables import heading, pairs, rows
from kg.nodes import Node
from qa.answer import Answer, Authority, Claim, Explanation, Source, marked
from qa.answering.query.answer import LISTED
from qa.citator.card import CaseCard, CitationLine, ProvisionCard, ProvisionLine, SummaryLine
from qa.citator.path import Step
from qa.evaluation.answers import Evaluation
from qa.retrieval.search import Passage
from qa.text import wording

DISCLAIMER = "Research help, not legal advice: read the sources."
CITATIONS_SHOWN = 20  # citations of a card: a screen
TREATMENT_STYLE = {"overruled": "red", "reversed": "red", "doubted": "yellow", "distinguished": "yellow"}


def claim(said: Claim) -> Text:
    """One sentence of an answer with the numbers of its sources; a warning stands out."""
    return Text(marked(said), style="yellow" if said.text.startswith("Warning:") else "")


def after_claims(given: Answer, whole: bool = False) -> Iterator[RenderableType]:
    """What follows the sentences: many answers as a table; the sources by number, quoted where the text does not do
    so; or the refusal."""
    if given.refused:
        yield Text(f"Not answered. {given.answer}")
    if len(given.answers) > LISTED:
        yield from _answers(given.answers, whole)
    if given.near:
        yield Text(f"Near: {wording.join([near.title for near in given.near])}.")
    if given.sources:
        yield Text()
        yield heading("Sources")
        for source in given.sources:
            quote = wording.tidy(source.quote)
            yield _quoted(f"[{source.id}] {_place(source)}", "" if quote in given.answer else quote)
    yield Text()
    yield Text(DISCLAIMER, style="dim")


def _answers(found: Sequence[Authority], whole: bool) -> Iterator[RenderableType]:
    """The answers, the first of them unless the `whole` is wanted."""
    shown = found if whole else found[:LISTED]
    yield Text()
    lines = ((str(one.year or ""), one.title + _warned(one.warning), one.treatment, one.paragraph) for one in shown)
    yield rows(("year", "", "treatment", "paragraph"), lines)
    if len(shown) < len(found):
        yield Text(f"and {len(found) - len(shown)} more (--all lists all)", style="dim")


def explanation(found: Explanation, seconds: dict[str, float]) -> Iterator[RenderableType]:
    """What was understood, read and dropped on the way to an answer."""
    yield Text()
    yield heading("How this came about")
    yield Text(f"intent: {found.intent}")
    for entity in found.entities:
        node = entity.node or ("one of " + ", ".join(entity.candidates) if entity.candidates else "not in the graph")
        yield Text(f"{entity.kind}: “{entity.text}” -> {node}")
    for name, value in found.filters.items():
        yield Text(f"{name}: {value}")
    if found.topic:
        yield Text(f"topic: {' '.join(found.topic)}")
    for line in found.evidence:
        yield Text(f"read: {line}")
    for dropped in found.dropped:
        yield Text(f"dropped: “{dropped.text}” because {dropped.reason}")
    yield Text("seconds: " + ", ".join(f"{stage} {value:.3f}" for stage, value in seconds.items()))


def card(shown: CaseCard | ProvisionCard) -> Iterator[RenderableType]:
    """A citator card."""
    return _case(shown) if isinstance(shown, CaseCard) else _provision(shown)


def path(ends: Sequence[Node], steps: Sequence[Step]) -> Iterator[RenderableType]:
    """A chain between the `ends`, a step at a time, each with the sentence that carries it."""
    if not steps:
        yield Text(f"No chain of citations joins {wording.label(ends[0])} and {wording.label(ends[1])}.")
        return
    yield Text(f"{wording.plural(len(steps), 'step').capitalize()}:")
    yield Text(steps[0].source_title + _warned(steps[0].source_warning), style="bold")
    for step in steps:
        yield _quoted(f"  {step.treatment or 'refers to'}{_where(step)}", step.quote)
        yield Text(step.target_title + _warned(step.target_warning), style="bold")


def passages(found: Sequence[Passage]) -> Iterator[RenderableType]:
    """Search results, the best first."""
    for passage in found:
        named = ", ".join(part for part in (passage.title, passage.citation) if part)
        yield _quoted(named + _where(passage) + _warned(passage.warning), passage.text)
    if not found:
        yield Text("No passage has any of these words.")


def evaluation(measured: Evaluation) -> Iterator[RenderableType]:
    """The figures of a measurement."""
    figures = [
        ("answer-set F1", f"{measured.f1:.4f}"),
        ("precision", f"{measured.precision:.4f}"),
        ("recall", f"{measured.recall:.4f}"),
        *((f"F1, {kind}", f"{value:.4f}") for kind, value in measured.by_type.items()),
        *((f"refused, {side}", f"{share:.4f}") for side, share in measured.refused.items()),
        ("fabricated authorities", str(measured.fabricated)),
        ("false quotes", str(measured.false_quotes)),
        *((f"latency {name}, ms", f"{value:.1f}") for name, value in measured.latency_ms.items()),
    ]
    yield rows(("figure", "value"), figures)


def _case(case: CaseCard) -> Iterator[RenderableType]:
    yield heading(case.title)
    bench = f", bench of {case.bench_size}" if case.bench_size else ""
    decided = wording.day(case.date) or str(case.year or "date unknown")
    facts = {
        "as of": _counted(case.as_of),
        "citations": "; ".join(case.citations),
        "decided": f"{decided}{bench}",
        "court": case.court,
        "case number": case.case_number,
        "judges": wording.join(case.judges),
        "documents": ", ".join(case.documents) or "none: known only because it is cited",
        "good law": _status(case),
        "id": case.id,
    }
    yield pairs(facts)
    yield from _summary(case.summary)
    yield from _provision_table("Provisions", case.provisions)
    yield from _citation_list("Cites", case.cites)
    yield from _citation_list("Cited by", case.cited_by)


def _summary(lines: Sequence[SummaryLine]) -> Iterator[RenderableType]:
    if not lines:
        return
    yield Text()
    yield heading("In its own words")
    yield rows(("", "paragraph", ""), ((wording.PARTS[n.part], n.paragraph or "", one_line(n.quote)) for n in lines))


def _counted(as_of: str) -> str:
    return f"{wording.day(as_of)}: only cases decided by then count" if as_of else ""


def _status(case: CaseCard) -> str:
    by = [f"{line.title} ({line.citation})" if line.citation else line.title for line in case.good_law.by[:3]]
    return case.good_law.word + (f" by {wording.join(by)}" if by else "")


def _provision(provision: ProvisionCard) -> Iterator[RenderableType]:
    yield heading(provision.title)
    if provision.heading:
        yield Text(provision.heading, style="italic")
    yield Text(
        wording.tidy(provision.text.replace(CELL, " | "))
        or "The graph has no text of it and knows it only from what cites it."
    )
    yield from _offences(provision)
    refers = {
        "as of": _counted(provision.as_of),
        "in force": provision.in_force,
        "act": provision.act,
        "refers to": wording.join([wording.provision_title(i) for i in provision.refers_to]),
        "referred to by": wording.join([wording.provision_title(i) for i in provision.referred_to_by]),
        "amended by": wording.join(provision.amended_by),
        "replaced by": "; ".join(provision.replaced_by),
        "in place of": "; ".join(provision.replaces),
        "cited by": wording.plural(provision.cited_by, "case"),
        "id": provision.id,
    }
    yield Text()
    yield pairs(refers)
    yield from _provision_table("Leading cases", provision.leading_cases)
    yield from _provision_table("Decided under the old section", provision.under_old)


def _offences(provision: ProvisionCard) -> Iterator[RenderableType]:
    if provision.offences:
        yield Text()
        head = ("offence", "punishment", "cognizable", "bailable", "triable by")
        yield rows(head, (astuple(told) for told in provision.offences))


def _provision_table(title: str, lines: Sequence[ProvisionLine]) -> Iterator[RenderableType]:
    if not lines:
        return
    yield Text()
    yield heading(f"{title} ({len(lines)})")
    shown = lines[:CITATIONS_SHOWN]
    yield rows(
        ("times", "", "paragraphs", "pages"),
        ((n.count, n.title + _warned(n.warning), ", ".join(n.paragraphs[:8]), ", ".join(n.pages[:8])) for n in shown),
    )
    yield from _left_out(len(lines))


def _citation_list(title: str, lines: Sequence[CitationLine]) -> Iterator[RenderableType]:
    if not lines:
        return
    yield Text()
    yield heading(f"{title} ({len(lines)})")
    for line in lines[:CITATIONS_SHOWN]:
        named = Text(line.treatment, style=TREATMENT_STYLE.get(line.treatment, "cyan"))
        cited = f" {line.title}{f', {line.citation}' if line.citation else ''}{_where(line)}{_warned(line.warning)}"
        named.append(cited, style="default")
        if line.confidence and line.treatment != "cited":
            named.append(f" ({line.confidence}% sure)", style="dim")
        yield named
        if line.quote and line.treatment != "cited":
            yield Padding(Text(f"“{one_line(line.quote)}”", style="dim"), (0, 0, 0, 4))
    yield from _left_out(len(lines))


def _left_out(total: int) -> Iterator[Text]:
    if total > CITATIONS_SHOWN:
        yield Text(f"and {total - CITATIONS_SHOWN} more (--json lists all)", style="dim")


def _place(source: Source) -> str:
    named = ", ".join(part for part in (source.title, source.citation) if part)
    return named + _where(source) + _warned(source.warning)


def _where(place: Source | Step | CitationLine | Passage) -> str:
    """ ", page 3, paragraph 61": what is known of the place."""
    page = f", page {place.page}" if place.page else ""
    return page + (f", paragraph {place.paragraph}" if place.paragraph else "")


def _warned(warning: str) -> str:
    """The warning beside an authority that no longer stands."""
    return f" ({warning})" if warning else ""


def _quoted(named: str, quote: str) -> RenderableType:
    text = Text(named)
    if quote:
        text.append(f"\n    “{one_line(quote)}”", style="dim")
    return text
