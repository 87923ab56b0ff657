"""How precedents and similar cases are shown on a terminal."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from extraction.text.spacing import one_line
from kg.commands.tables import heading
from kg.nodes import Node
from qa.commands.screens import DISCLAIMER
from qa.research.precedents import Applicable, Ground, Precedent, Precedents
from qa.research.similar import Similar
from qa.text import wording

_QUOTED = 300  # characters: some four lines of a screen


def precedents(found: Precedents) -> Iterator[RenderableType]:
    """The cases, then the provisions, each with its reasons."""
    for own in found.own:
        yield Text(f"The text is taken from {_called(own)}, which is left out.", style="yellow")
    yield heading("Precedents")
    for number, case in enumerate(found.cases, 1):
        yield from _case(number, case)
    yield Text()
    yield heading("Provisions")
    for number, provision in enumerate(found.provisions, 1):
        yield from _provision(number, provision)
    yield Text()
    yield Text(DISCLAIMER, style="dim")


def similar(case: Node, found: Sequence[Similar]) -> Iterator[RenderableType]:
    """The cases most like a case, each with what they have in common."""
    if not found:
        yield Text(f"The graph has no text of {wording.label(case)}, or of no other case.")
        return
    yield heading(f"Cases like {wording.label(case)}")
    for number, one in enumerate(found, 1):
        yield Text(f"{number}. {one.title}{f', {one.citation}' if one.citation else ''}")
        views = ", ".join(f"{name} {value:.2f}" for name, value in one.views.items())
        yield _reason(f"likeness of {views}" + ("; one cites the other" if one.linked else ""))
        if one.cited:
            yield _reason(f"both cite {_list(one.cited)}")
        if one.shares:
            yield _reason(f"both apply {wording.join([n.title for n in one.shares])}")


def _case(number: int, case: Precedent) -> Iterator[RenderableType]:
    yield Text(f"{number}. {case.title}{f', {case.citation}' if case.citation else ''}")
    where = f"paragraph {case.paragraph}" if case.paragraph else "a passage"
    yield _reason(f"{where} is like it: “{_short(case.quote)}”")
    if case.cited_by:
        yield _reason(f"cited by similar cases: {_list(case.cited_by)}")
    if case.shares:
        yield _reason(f"applies, as similar cases do, {wording.join([n.title for n in case.shares])}")


def _provision(number: int, provision: Applicable) -> Iterator[RenderableType]:
    yield Text(f"{number}. {provision.title}{f': {provision.heading}' if provision.heading else ''}")
    if provision.applied_by:
        yield _reason(f"applied by similar cases: {_list(provision.applied_by)}")


def _reason(text: str) -> Text:
    return Text(f"    {text}", style="dim")


def _list(grounds: Sequence[Ground]) -> str:
    return "; ".join(map(_called, grounds))


def _called(ground: Ground) -> str:
    return f"{ground.title} ({ground.citation})" if ground.citation else ground.title


def _short(quote: str) -> str:
    line = one_line(quote)
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED].rsplit(' ', 1)[0]} …"
