"""Acts in Akoma Ntoso are read as their mark-up has them; XML of other kinds and hostile XML are refused."""

import re
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from extraction import Statute, extract, load
from extraction.documents.files import DocumentError
from extraction.statutes.akoma_ntoso.reading import read_act
from tests.support.akoma_ntoso import akoma_ntoso


def statute(folder: Path, xml: str, name: str = "wells.xml", encoding: str = "utf-8") -> Statute:
    path = folder / name
    path.write_text(xml, encoding=encoding)
    read = extract(load(path, path.stem))
    assert isinstance(read, Statute)
    return read


@pytest.mark.parametrize("version", ["2.0", "3.0"])
def test_an_act_with_its_sections_and_schedule(tmp_path: Path, version: str) -> None:
    read = statute(tmp_path, akoma_ntoso(version=version))
    assert (read.act.id, read.act.title) == ("village-wells-act-1961", "Village Wells Act, 1961")
    assert (read.act.year, read.act.number) == (1961, "9 of 1961")
    assert [(p.kind, p.number, p.heading, p.text) for p in read.provisions] == [
        ("section", "1", "Short title", "This Act may be called the Village Wells Act, 1961."),
        (
            "section",
            "2",
            "Duty to keep a well",
            "(1) Every village keeps a well under section 3.\n(2) A well has—\n(a) a rope; and\n(b) a bucket:\n"
            "Provided that a hand pump needs neither.\nExplanation.—A spring is no well.\n"
            "Illustration.—A digs a pit. It is no well.",
        ),
        (
            "section",
            "2A",
            "Penalty",
            "Whoever fouls a well commits an offence under section 277 of the Indian Penal Code, 1860.",
        ),
        ("section", "3", "Rates", "Rope 2 rupees"),
        ("schedule", "1", "FIRST SCHEDULE", "Depth: ten metres."),
    ]
    named = [m.provision for p in read.provisions for m in p.mentions]
    assert named == ["village-wells-act-1961/section-3", "indian-penal-code-1860/section-277"]


@pytest.mark.parametrize("name", ["wells.xml", "wells.txt"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_it_is_known_by_its_content(tmp_path: Path, name: str, encoding: str) -> None:
    assert statute(tmp_path, akoma_ntoso(), name, encoding).act.id == "village-wells-act-1961"


@pytest.mark.parametrize(
    ("title", "address", "id", "number"),
    [
        ("The Indian Penal Code, 1860", "/in-union/act/1860/45", "indian-penal-code-1860", "45 of 1860"),
        ("Income Tax Act", "/in-union/act/1961/43", "income-tax-act-1961", "43 of 1961"),
        ("The Village Wells Act", "/in-union/act/1961/9", "village-wells-act-1961", "9 of 1961"),
        ("The Village Wells Act, 19611", "/in-union/act/1961/9", "village-wells-act-1961", "9 of 1961"),
        ("The Village Wells Act, 1961.", "/in/act/1900/1", "village-wells-act-1961", None),
        ("The Village Wells Act, 1961", "/akn/in/act/1961-05-03/9", "village-wells-act-1961", "9 of 1961"),
        ("The Kerala Wells Act, 1960", "/in-kl/act/1961/07", "kerala-wells-act-1960", "7 of 1961"),
        ("Village Wells Act, 1961", "/in-kar/act/1961/9", "village-wells-act-1961-karnataka", "9 of 1961"),
        ("Village Wells Act, 1961", "/akn/in-ka/act/1961/9", "village-wells-act-1961-karnataka", "9 of 1961"),
        ("Village Wells Act, 1961", "/in-bih/act/1961/9", "village-wells-act-1961-bihar", "9 of 1961"),
        ("Punjab Wells Act, 1961", "/in-har/act/1961/9", "punjab-wells-act-1961-haryana", "9 of 1961"),
    ],
)
def test_which_act_it_is(title: str, address: str, id: str, number: str | None) -> None:
    act = read_act(akoma_ntoso(title=title, address=address), "wells").act
    assert (act.id, act.number) == (id, number)


@pytest.mark.parametrize(
    ("heading", "content", "row"),
    [
        ("Penalty.—", "Whoever fouls it.", ("Penalty", "Whoever fouls it.")),
        ("Penalty.- Whoever fouls it.", "", ("Penalty", "Whoever fouls it.")),
        ("Penalty. Whoever fouls it.", "", ("Penalty", "Whoever fouls it.")),
        ("Penalty.- Whoever fouls:", "(a) a well", ("Penalty", "Whoever fouls:\n(a) a well")),
        ("Wells. Duties", "Dig.", ("Wells. Duties", "Dig.")),
        ("Omitted.", "", ("Omitted", "")),
        ("Subs. by Act 3 of 1970", "", ("Subs. by Act 3 of 1970", "")),
    ],
)
def test_a_heading_in_which_the_text_stands(heading: str, content: str, row: tuple[str, str]) -> None:
    body = f"<section><num>1.</num><heading>{heading}</heading><content><p>{content}</p></content></section>"
    (found,) = read_act(akoma_ntoso(body, after=""), "wells").rows
    assert (found.heading, found.text) == row


FIRST = "<section><num>1.</num><heading>Wells</heading><content><p>A well is dug.</p></content></section>"


@pytest.mark.parametrize(
    ("more", "rows"),
    [
        ("<section><num>1938.</num><heading/><content><p>(1 of 1938).</p></content></section>", ["1", "1938.\n(1 of"]),
        (
            "<chapter><paragraph><content><p>Words of no section.</p></content></paragraph></chapter>",
            ["1", "no section"],
        ),
        ("<chapter><num>II</num><paragraph><content><p>PENALTIES</p></content></paragraph></chapter>", ["1"]),
        ("<section><num>1.</num><heading>Pits</heading><content><p>So too.</p></content></section>", ["1", "Pits\nSo"]),
        (
            "<section><num>2.</num><content><p>Read:</p><quotedStructure><section><num>9.</num><content><p>Fee.</p>"
            "</content></section></quotedStructure></content></section>",
            ["1", "2", "Read:\n9. Fee."],
        ),
        (
            "<section><num>2.</num><content><p>A<authorialNote><p>Subs. by Act 3 of 1970.</p></authorialNote> rope"
            "<del> of hemp</del>.</p></content></section>",
            ["1", "2", "A rope."],
        ),
    ],
)
def test_mark_up_that_is_out_of_order(more: str, rows: list[str]) -> None:
    found = read_act(akoma_ntoso(FIRST + more, after=""), "wells").rows
    numbers = [row for row in rows if row.isalnum()]
    assert [row.number for row in found] == ([*numbers, "1"] if "Pits" in more else numbers)
    assert all(words in "\n".join(row.text for row in found) for words in rows if not words.isalnum())
    assert "PENALTIES" not in found[0].text


def test_a_body_that_goes_on_in_a_component_is_no_schedule() -> None:
    """A line of the act that began with "Schedule" was taken for the head of one."""
    false = (
        '<components><component><doc name="scheduleto"><meta><identification><FRBRWork><FRBRalias value="the Water '
        'Act"/></FRBRWork></identification></meta><mainBody><article><section><num>2.</num><heading>Ropes</heading>'
        "<content><p>Of hemp.</p></content></section></article></mainBody></doc></component></components>"
    )
    rows = read_act(akoma_ntoso(FIRST, after=false), "wells").rows
    assert [(row.kind, row.number, row.text) for row in rows] == [
        ("section", "1", "A well is dug.\nthe Water Act"),
        ("section", "2", "Of hemp."),
    ]


LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 12))
    + "]>"
)
OUTER = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (akoma_ntoso()[:900], "malformed XML at line "),
        (akoma_ntoso().replace("</chapter>", ""), "malformed XML at line "),
        (LAUGHS + "<akomaNtoso>&a11;</akomaNtoso>", "declares entities"),
        (OUTER + "<akomaNtoso>&a;</akomaNtoso>", "declares entities"),
        ("<?xml version='1.0'?><note><to>A</to></note>", "XML of another kind (its first element is <note>)"),
        ("<note><to>A</to></note>", "lawgraph reads acts in Akoma Ntoso 2.0 and 3.0"),
        ('<rss xmlns="http://purl.org/rss/1.0/"/>', "its first element is <rss>"),
        ('<akomaNtoso xmlns="http://example.org/1"><act/></akomaNtoso>', "Akoma Ntoso of another version"),
        (akoma_ntoso().replace("act>", "judgment>"), "holds judgment where one act is wanted"),
        (akoma_ntoso(after="").replace("act>", "bill>"), "this is a Bill and not the law"),
        (akoma_ntoso(marks=' name="bill"'), "this is a Bill and not the law"),
        (akoma_ntoso(body="", after=""), "without any section"),
        (akoma_ntoso(body="<part>" * 5_000 + "</part>" * 5_000), "nested more than 200 deep"),
        (akoma_ntoso(body="<p>" + "wells " * 4_000_000 + "</p>"), "more than 20 million characters"),
    ],
    ids=lambda value: value[:30] if len(value) < 80 else "xml",
)
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path, xml: str, said: str) -> None:
    path = tmp_path / "act.xml"
    path.write_text(xml, encoding="utf-8")
    began = time.monotonic()
    with pytest.raises(DocumentError) as refused:
        load(path, "act")
    message = str(refused.value)
    assert said in message
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    assert time.monotonic() - began < 10


NAME = "{http://www.akomantoso.org/2.0}"
COUNTED = re.compile(r"(?!(1[789]|20)\d\d\b)\d{1,4}[A-Z]*\.")


def letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def words_of(section: ElementTree.Element) -> str:
    return letters("".join("".join(part.itertext()) for part in section if part.tag != f"{NAME}num"))


def test_the_published_acts_are_read_as_their_mark_up_has_them(shared_data: Path) -> None:
    """Every section of the mark-up is there, with its number, heading and all its words in their order."""
    files = sorted((shared_data / "statutes" / "akn").glob("*.xml"))
    if not files:
        pytest.skip("the acts in Akoma Ntoso are not here")
    ids: dict[str, Path] = {}
    sections = 0
    for path in files:
        text = load(path, path.stem).text
        file = read_act(text, path.stem)
        act, rows = file.act, file.rows
        assert ids.setdefault(act.id, path) == path
        written = ElementTree.fromstring(text).findall(f"{NAME}act/{NAME}body//{NAME}section")
        counted = [s for s in written if COUNTED.fullmatch((s.findtext(f"{NAME}num") or "").strip())]
        for section, row in zip(counted, rows, strict=False):
            heading = letters(section.findtext(f"{NAME}heading") or "")
            assert row.number == (section.findtext(f"{NAME}num") or "").strip(" .\n"), path
            assert letters(row.heading) == heading[: len(letters(row.heading))], (path, row.number)
            assert bool(letters(row.heading)) == bool(heading), (path, row.number)
            assert words_of(section) in letters(row.heading + row.text), (path, row.number)
        everything = letters("".join(row.heading + row.text for row in rows))
        uncounted = written[written.index(counted[0]) :] if counted else []
        assert all(words_of(section) in everything for section in uncounted if section not in counted), path
        sections += len(counted)
    assert sections > 25 * len(files)
