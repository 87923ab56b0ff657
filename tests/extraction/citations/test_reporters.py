"""The reporters' table: every entry is written, put into a sentence, read, and comes out the same."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.citations.citations import canonical_text, find_citations
from extraction.citations.courts import Court, Series, courts
from extraction.citations.reporters import Form, Reporter, condensed, reporter_table
from extraction.records import Citation

TABLE = reporter_table()
FORMS: Mapping[str, Form] = {form.name: form for form in TABLE.forms}
BY_YEAR = FORMS["volumes of a year"]
PLAIN = [reporter for reporter in TABLE.reporters if not reporter.apart]
SENTENCES = st.sampled_from(
    [
        "The Court relied on A v. B, {}, and said so.",
        "It was held in A v. B ({}) that it fails.",
        "See {}.",
        "In A v. B [{}; followed], this was doubted.",
        "as in A v. B {} at p. 253, para 12",
        "{}",
    ]
)
LAYOUTS = ["({year}) {volume} {name} {page}", "[{year}] {volume} {name} {page}", "{year} ({volume}) {name} {page}"]
PAGES = st.integers(1, 9999)


def read(sentence: str, printed: str) -> Citation:
    (found,) = find_citations(sentence.format(printed))
    return found.citation


def years(reporter: Reporter) -> st.SearchStrategy[int]:
    first, last = reporter.years
    return st.integers(max(first, 1800), last or 2025)


@st.composite
def plain_citations(draw: st.DrawFn) -> tuple[Reporter, int, str]:
    """A reporter, a year of it, and the canonical text of a place in it."""
    reporter = draw(st.sampled_from(PLAIN))
    year = draw(years(reporter))
    parts: dict[str, str | int] = {"year": year, "page": draw(PAGES)}
    if draw(st.booleans()):
        parts["volume"] = draw(st.integers(1, 60))
    if draw(st.booleans()):
        parts["supp"] = "Supp"
    text = canonical_text(BY_YEAR, reporter, parts)
    assert text is not None
    return reporter, year, text


@given(plain_citations(), SENTENCES)
def test_any_reporter_comes_out_of_a_sentence_as_it_went_in(drawn: tuple[Reporter, int, str], sentence: str) -> None:
    reporter, year, text = drawn
    citation = read(sentence, text)
    assert (citation.text, citation.reporter, citation.court) == (text, reporter.name, reporter.court)
    assert citation.year == (year if text.startswith((f"{year} ", f"({year}) ")) else None)


@given(
    st.data(),
    st.sampled_from(PLAIN),
    st.integers(1, 60),
    PAGES,
    st.sampled_from(
        ["({year}) {volume} {name} {page}", "[{year}] {volume} {name} {page}", "{year} ({volume}) {name} {page}"]
    ),
)
def test_brackets_and_spellings_change_nothing(
    data: st.DataObject, reporter: Reporter, volume: int, page: int, layout: str
) -> None:
    year = data.draw(years(reporter))
    spellings = {
        read("in {}.", layout.format(year=year, volume=volume, name=spelling, page=page))
        for spelling in (reporter.name, *reporter.spellings)
    }
    (citation,) = spellings
    assert (citation.reporter, citation.year) == (reporter.name, year)
    assert read("in {}.", citation.text).text == citation.text


@pytest.mark.parametrize(
    "layout",
    ["{year} {name} 12", "({year}) {name} 12", "({year}) 3 {name} 12", "{year} Supp {name} 12", "{year} (3) {name} 12"],
)
def test_no_letter_of_a_reporter_is_taken_for_a_volume(layout: str) -> None:
    """Every spelling of every reporter ("1995 IRLR 12" is not the first volume of RLR)."""
    spelled = [(r, spelling) for r in PLAIN for spelling in (r.name, *r.spellings)]
    printed = {layout.format(year=max(r.years[0], 1950), name=spelling): r.name for r, spelling in spelled}
    assert {text: read("in {}.", text).reporter for text in printed} == printed


def test_every_reporter_whose_volumes_run_through_is_read_without_a_year() -> None:
    printed = {f"12 {s} 345": r.name for r in PLAIN if r.running for s in (r.name, *r.spellings)}
    assert {text: read("in {}.", text).reporter for text in printed} == printed


@given(st.data(), st.sampled_from([f for f in TABLE.forms if f.reporter and f.name != "Manupatra"]), SENTENCES)
def test_any_form_of_its_own_comes_out_of_a_sentence_as_it_went_in(
    data: st.DataObject, form: Form, sentence: str
) -> None:
    court = data.draw(st.sampled_from([c for c in courts() if c.indlaw]))
    reporter = TABLE.by_spelling.get(condensed(form.reporter or "")) or Reporter(form.reporter or "")
    parts: dict[str, str | int] = {
        "year": data.draw(years(reporter)),
        "volume": data.draw(st.integers(1, 60)),
        "page": data.draw(PAGES),
        "court": form.court or court.series[0].code,
        "code": court.indlaw[0],
        "series": "QB",
    }
    text = canonical_text(form, reporter, parts)
    assert text is not None
    citation = read(sentence, text)
    assert (citation.text, citation.decision_year) == (text, form.decided)


@given(st.sampled_from([(c, code) for c in courts() for code in c.neutral]), st.integers(2018, 2025), PAGES)
def test_any_neutral_citation_tells_its_court(drawn: tuple[Court, str], year: int, number: int) -> None:
    court, code = drawn
    for printed in (f"{year}:{code}:{number}", f"{year}:{code}:{number}-DB", f"{year}: {code} : {number}"):
        citation = read("A v. B, {}, so held.", printed)
        assert (citation.court, citation.year, citation.decision_year) == (court.name, year, True)


@given(st.sampled_from([series for court in courts() for series in court.series]), st.integers(1914, 2025), PAGES)
def test_any_court_of_the_all_india_reporter_is_read(court: Series, year: int, page: int) -> None:
    for spelling in (court.code, *court.spellings):
        assert read("in {}.", f"AIR {year} {spelling} {page}").text == f"AIR {year} {court.code} {page}"


def test_no_two_reporters_share_a_spelling() -> None:
    owners: dict[str, set[str]] = {}
    for reporter in TABLE.reporters:
        for spelling in (reporter.name, *reporter.spellings):
            owners.setdefault(condensed(spelling), set()).add(reporter.name)
    assert {spelling: names for spelling, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize(
    ("text", "year"),
    [("(1978) 1 SCC 248", 1978), ("(1935) 4 SCC 241", None), ("AIR 1852 SC 54", None), ("1939 FCR 159", 1939)],
)
def test_a_year_in_which_the_reporter_did_not_appear_is_not_believed(text: str, year: int | None) -> None:
    assert read("in {}.", text).year == year


def test_a_volume_beyond_the_last_is_no_citation() -> None:
    assert find_citations("under sections 80IA(8) and 80 IA 10 of the Act") == []
