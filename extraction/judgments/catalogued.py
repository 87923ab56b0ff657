"""A judgment's head as its court's catalogue has it, which is trusted over what was read from the page."""

from dataclasses import replace

from extraction.judgments.preamble import Preamble
from extraction.parties.titles import case_title
from extraction.records import CatalogueEntry


def catalogued(preamble: Preamble, entry: CatalogueEntry) -> Preamble:
    """The head with all that the entry says; what it leaves out stays as read. Its CNR is one more name of the case."""
    own = {c.key for c in entry.citations}
    bench = entry.judges or preamble.bench
    if entry.petitioner:
        title = case_title(entry.petitioner, entry.respondent)
        preamble = replace(preamble, title=title, petitioner=entry.petitioner, respondent=entry.respondent)
    return replace(
        preamble,
        citations=(*entry.citations, *(c for c in preamble.citations if c.key not in own)),
        court=entry.court or preamble.court,
        date=entry.date or preamble.date,
        case_number=entry.case_number or preamble.case_number,
        bench=bench,
        bench_size=len(bench) or preamble.bench_size,
        authors=entry.authors or preamble.authors,
        aliases=(*preamble.aliases, *([entry.cnr] if entry.cnr else [])),
    )
