"""One judgment as a court's catalogue lists it, from the columns of the open archives or the portal's own card."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import PurePosixPath

from extraction.catalogue.card import read_card
from extraction.citations.citations import find_citations
from extraction.citations.courts import court_labelled
from extraction.judgments.judges import judge_names
from extraction.parties.titles import case_title, read_title
from extraction.records import CatalogueEntry, Citation

_NUMBERED = re.compile(r"(?P<number>[A-Za-z][\w.()/ &-]*?/\s*\d+\s*/\s*\d{4})\s+of\s+(?P<title>.+)", re.DOTALL)
"""A High Court's title: "WP/1234/2020 of A Vs B"."""
_NEUTRAL = re.compile(r"(\d{4})\s*INSC\s*(\d+)")
_LANGUAGE = re.compile(r"_EN$")
_FORMS = ("%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y")


def stem_of(name: str) -> str:
    """What a file's name and its entry in the catalogue share."""
    return _LANGUAGE.sub("", PurePosixPath(name).stem)


def read_entry(fields: Mapping[str, object], name: str) -> tuple[str, CatalogueEntry] | None:
    """The stem of the judgment's file and its entry; None where the fields name no file. `name` is the record's own."""
    told = {key: " ".join(str(value).split()) for key, value in fields.items() if _is_said(value)}
    if "raw_html" in told:
        told = {**read_card(str(fields["raw_html"])), **told}
    key = stem_of(told.get("path") or told.get("pdf_link") or name)
    return (key, _entry(told)) if key and ("title" in told or "cnr" in told) else None


def _is_said(value: object) -> bool:
    return isinstance(value, str | int | date) and bool(str(value).strip()) and str(value) not in ("nan", "NaT", "None")


def _entry(told: Mapping[str, str]) -> CatalogueEntry:
    numbered = _NUMBERED.fullmatch(told.get("title", ""))
    title = numbered["title"] if numbered else told.get("title", "")
    first, second = told.get("petitioner", ""), told.get("respondent", "")
    petitioner, respondent = read_title(case_title(first, second) if first and second else title)
    day = _day(told.get("decision_date", ""))
    year = int(day[:4]) if day else None
    neutral = _NEUTRAL.search(f"{told.get('nc_display', '')} {told.get('case_id', '')}")
    own = f"{neutral[1]} INSC {neutral[2]}" if neutral else ""
    id = told.get("case_id", "")
    number = told.get("case_number") or ("" if _NEUTRAL.search(id) else id)
    return CatalogueEntry(
        petitioner=petitioner,
        respondent=respondent,
        court=court_labelled(told["court"]) if "court" in told else None,
        date=day,
        judges=judge_names(told.get("judge", ""), year),
        authors=judge_names(told.get("author_judge", ""), year),
        citations=(*_citations(own), *_citations(told.get("citation", ""))),
        case_number=(numbered["number"] if numbered else number) or None,
        cnr=told.get("cnr") or None,
    )


def _citations(text: str) -> tuple[Citation, ...]:
    return tuple(found.citation for found in find_citations(text))


def _day(text: str) -> str | None:
    for form in _FORMS:
        try:
            return datetime.strptime(text[:10], form).date().isoformat()
        except ValueError:
            continue
    return None
