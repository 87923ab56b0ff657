"""What the mark-up of an act says beside its words: chapters, dates, versions, references, changes."""

from pathlib import Path

import pytest

from extraction import Statute, extract, load
from extraction.statutes.akoma_ntoso.reading import read_act
from extraction.statutes.rows import Row
from tests.support.akoma_ntoso import NAMESPACES, akoma_ntoso


def section(number: str, text: str = "A well is dug.", marks: str = "") -> str:
    return f"<section{marks}><num>{number}.</num><heading>Wells</heading><content><p>{text}</p></content></section>"


def rows(body: str, **given: str) -> list[Row]:
    return read_act(akoma_ntoso(body, **({"after": ""} | given)), "village_wells").rows


def statute(folder: Path, xml: str) -> Statute:
    path = folder / "wells.xml"
    path.write_text(xml, encoding="utf-8")
    read = extract(load(path, path.stem))
    assert isinstance(read, Statute)
    return read


@pytest.mark.parametrize(
    ("body", "chapters"),
    [
        (section("1"), [""]),
        (f"<chapter><num>II</num><heading>.- Wells</heading>{section('1')}</chapter>", ["Chapter II: Wells"]),
        (f"<part><num>Part A</num>{section('1')}</part>{section('2')}", ["Part A", ""]),
        (
            f"<part><num>I</num><heading>Water</heading><chapter><num>I</num>{section('1')}</chapter>"
            f"<chapter><num>II</num>{section('2')}</chapter></part>",
            ["Part I: Water > Chapter I", "Part I: Water > Chapter II"],
        ),
        (
            f"<chapter><num>I</num><paragraph><content><p>OF WELLS</p></content></paragraph>{section('1')}</chapter>",
            ["Chapter I: OF WELLS"],
        ),
        (
            f"<part><num>I</num><heading>Water</heading>{section('1', 'No well in')}</part>"
            f"<part><num>B</num><heading>States]</heading>{section('2')}</part>",
            ["Part I: Water", "Part I: Water"],
        ),
        (
            "<chapter><num>I</num><section><num>Section 2</num><heading>Depth</heading><article><num>Article 1</num>"
            "<content><p>Deep.</p></content></article></section></chapter>",
            ["Chapter I > Section 2: Depth"],
        ),
        (
            '<hcontainer name="crossheading"><heading>Ropes</heading>' + section("1") + "</hcontainer>",
            ["Ropes"],
        ),
    ],
)
def test_a_provision_has_its_chapter(body: str, chapters: list[str]) -> None:
    found = rows(body)
    assert [row.chapter for row in found] == chapters
    assert all(row.text in ("A well is dug.", "No well in Part B States]", "Deep.") for row in found)


LIFE = """<lifecycle source="#us"><eventRef {id}="made" date="1961-05-03" type="generation"/>
<eventRef {id}="changed" date="1975-01-01" type="amendment"/><eventRef {id}="gone" date="1999-04-01" type="repeal"/>
</lifecycle><temporalData source="#us"><temporalGroup {id}="old"><timeInterval start="#made" end="#changed"/>
</temporalGroup><temporalGroup {id}="new"><timeInterval start="#changed"/></temporalGroup></temporalData>"""


@pytest.mark.parametrize(
    ("version", "id", "old", "new"),
    [
        ("3.0", "eId", ' period="#old"', ' period="#new"'),
        ("2.0", "id", ' start="#made" end="#changed"', ' start="#changed"'),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_of_dated_wordings_the_latest_stands(version: str, id: str, old: str, new: str, turned: bool) -> None:
    wordings = [section("2", "A well is deep.", old), section("2", "A well is deep and lit.", new)]
    if turned:
        wordings.reverse()
    act = read_act(
        akoma_ntoso(section("1") + "".join(wordings), version=version, after="", meta=LIFE.format(id=id)), "w"
    )
    first, second = act.rows
    assert (first.in_force_from, first.in_force_to, first.versions) == (None, None, ())
    assert (second.text, second.in_force_from, second.in_force_to) == ("A well is deep and lit.", "1975-01-01", None)
    assert second.versions == ("1961-05-03/1975-01-01 A well is deep.",)
    assert act.act.in_force_to == "1999-04-01"


@pytest.mark.parametrize(
    ("preface", "begins", "assented", "in_force"),
    [
        ("[3rd May, 1961.]", "shall come into force at once.", "1961-05-03", "1961-05-03"),
        (" 23rd. April, 1854", "shall come into force on the 1st day of July, 1854.", "1854-04-23", "1854-07-01"),
        (
            "3-5-1961",
            "shall be deemed to have come into force on the twentieth day of May, 1961.",
            "1961-05-03",
            "1961-05-20",
        ),
        ("[3rd May, 1961]", "shall come into force on such date as the Government may appoint.", "1961-05-03", None),
        ("", "shall come into force at once.", None, None),
        ("the third of May", "extends to the whole of India.", None, None),
    ],
)
def test_dates_of_assent_and_in_force(
    tmp_path: Path, preface: str, begins: str, assented: str | None, in_force: str | None
) -> None:
    printed = f"<preface><p><docDate>{preface}</docDate></p></preface>"
    act = statute(tmp_path, akoma_ntoso(section("1", f"It {begins}") + section("2"), preface=printed)).act
    assert (act.assented, act.in_force_from) == (assented, in_force)


def test_a_date_in_a_later_section_is_not_the_acts() -> None:
    later = "".join(section(str(n)) for n in range(1, 5)) + section("5", "It shall come into force on 1st May, 1970.")
    assert read_act(akoma_ntoso(later, after=""), "w").act.in_force_from is None


@pytest.mark.parametrize(
    ("href", "words", "named"),
    [
        ("#sec_2", "what follows", "village-wells-act-1961/section-2"),
        ("#sec_2__subsec_1", "that sub-section", "village-wells-act-1961/section-2"),
        ("/akn/in/act/1860/45/eng@/~sec_302", "the Code's rule", "indian-penal-code-1860/section-302"),
        ("/in-union/act/1860/45#section-302A", "there", "indian-penal-code-1860/section-302A"),
        ("/akn/in-ka/act/1955/4#sec_7", "Lanes Act, 1955", "lanes-act-1955/section-7"),
        ("/akn/in/act/1860/45", "the Code", None),
        ("https://example.org/a", "a page", None),
        ("#att_1", "the Schedule", "village-wells-act-1961/schedule-1"),
    ],
)
def test_what_the_mark_up_refers_to(tmp_path: Path, href: str, words: str, named: str | None) -> None:
    body = section("1", f'Under <ref href="{href}">{words}</ref>, wells are dug.') + section("2", marks=' eId="sec_2"')
    schedule = (
        '<attachments><attachment eId="att_1"><heading>Schedule</heading><doc name="schedule"><mainBody><p>Deep.</p>'
    )
    read = statute(
        tmp_path,
        akoma_ntoso(body, after="", within=f"{schedule}<p>Deep.</p></mainBody></doc></attachment></attachments>"),
    )
    first, *_ = read.provisions
    assert first.text == f"Under {words}, wells are dug."
    assert [(m.provision, m.text, first.text[m.start : m.end], m.quote) for m in first.mentions] == (
        [(named, words, words, first.text)] if named else []
    )


def test_a_reference_in_words_and_in_mark_up_is_one(tmp_path: Path) -> None:
    body = section("1", 'So under <ref href="#x">section 2</ref> and section 3.') + section("2", marks=' eId="x"')
    first, *_ = statute(tmp_path, akoma_ntoso(body + section("3"), after="")).provisions
    assert [m.provision for m in first.mentions] == [
        "village-wells-act-1961/section-2",
        "village-wells-act-1961/section-3",
    ]


CHANGES = """<analysis source="#us"><activeModifications><textualMod type="substitution" eId="m1">
<source href="#sec_2"/><destination href="/akn/in/act/1860/45#sec_277"/></textualMod></activeModifications>
<passiveModifications><textualMod type="insertion" eId="m2"><source href="/akn/in/act/1975/30/eng#sec_4"/>
<destination href="#sec_1"/>
</textualMod></passiveModifications></analysis>"""


def test_the_changes_that_an_act_lists(tmp_path: Path) -> None:
    body = section("1", marks=' eId="sec_1"') + section("2", "The fine is ten rupees.", ' eId="sec_2"')
    read = statute(tmp_path, akoma_ntoso(body, after="", meta=CHANGES))
    assert [(a.act, a.provision, a.quote) for a in read.amendments] == [
        ("village-wells-act-1961", "indian-penal-code-1860/section-277", "The fine is ten rupees."),
        ("act-30-of-1975", "village-wells-act-1961/section-1", "A well is dug."),
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<hcontainer name="regulation"><num>5.</num><content><p>Dig.</p></content></hcontainer>', "regulation 5 Dig."),
        ("<rule><num>Rule 5</num><content><p>Dig.</p></content></rule>", "rule 5 Dig."),
        ("<article><num>Article 5</num><content><p>Dig.</p></content></article>", "article 5 Dig."),
        ("<section><num>§ 5</num><content><p>Dig.</p></content></section>", "section 5 Dig."),
        ('<section eId="part_I__sec_5A"><content><p>Dig.</p></content></section>', "section 5A Dig."),
        (
            "<crossHeading>Depth</crossHeading><section><num>5</num><content><p>Dig."
            '<noteRef href="#n" marker="3"/></p></content></section>',
            "section 5 Dig.",
        ),
        (
            '<section><num>5</num><content><p>Dig.</p><p><remark status="editorial">[Am. by Act 3 of 1970]</remark></p>'
            "</content></section>",
            "section 5 Dig.",
        ),
        (
            '<section><num>5</num><content><p>Dig.</p></content></section><hcontainer name="schedules"><hcontainer '
            'name="schedule"><num>Schedule 2</num><heading>Depth</heading><paragraph><num>1</num><content><p>Ten.</p>'
            "</content></paragraph></hcontainer></hcontainer>",
            "section 5 Dig.; schedule 2 1 Ten.",
        ),
    ],
)
def test_what_other_makers_write(body: str, found: str) -> None:
    assert "; ".join(f"{row.kind} {row.number} {row.text}" for row in rows(body, version="3.0")) == found


def test_annexures_are_counted_after_schedules() -> None:
    parts = "".join(
        f"<attachment><heading>{name}</heading><doc name='a'><mainBody><p>Ten.</p></mainBody></doc></attachment>"
        for name in ("Annexure", "The Schedule")
    )
    found = rows(section("1"), within=f"<attachments>{parts}</attachments>", version="3.0")
    assert [(row.number, row.heading) for row in found[1:]] == [("1", "The Schedule"), ("2", "Annexure")]


def test_an_act_that_does_not_say_what_it_is_called() -> None:
    bare = f'<akomaNtoso xmlns="{NAMESPACES["3.0"]}"><act name="act"><body>{{}}</body></act></akomaNtoso>'
    assert read_act(bare.format(section("1")), "village_wells_1961").act.title == "Village Wells 1961"
    named = bare.format(section("1", "This Act may be called the Lanes Act, 1955."))
    assert read_act(named, "scan-7").act.id == "lanes-act-1955"


def test_an_act_in_a_collection(tmp_path: Path) -> None:
    xml = akoma_ntoso().replace("<act>", "<documentCollection><component><act>")
    read = statute(tmp_path, xml.replace("</act>", "</act></component></documentCollection>"))
    assert [p.number for p in read.provisions] == ["1", "2", "2A", "3", "1"]
