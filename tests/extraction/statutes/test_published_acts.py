"""Acts as they are published: the Gazette's and India Code's heads, lists of sections, Markdown; and Bills."""

from pathlib import Path

import pytest

from extraction.documents.files import DocumentError, load
from extraction.records import Statute
from extraction.statutes.formats import FormatError, recognise
from extraction.statutes.front import act_title
from extraction.statutes.printed.running_text import rows_from_text
from extraction.statutes.statute import read_statute

SECTIONS = """1. Short title.—This Act may be called the Village Wells Act, 1961.
2. Wells.—Every village keeps a well.
3. Penalty.—Whoever fouls it is fined.
"""
ENACTED = "BE it enacted by Parliament in the Twelfth Year of the Republic of India as follows:—\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("THE VILLAGE WELLS ACT, 1961\nACT NO. 9 OF 1961\n[3rd May, 1961.]\n", "The Village Wells Act, 1961"),
        ("THE VILLAGE WELLS ACT, 1961 (NO. 9 OF 1961) [3rd May, 1961.]\n", "The Village Wells Act, 1961"),
        ("THE VILLAGE WELLS CODE\nACT NO. 9 OF 1961\n", "The Village Wells Code, 1961"),
        (
            "THE VILLAGE WELLS (MAINTENANCE AND\nREPAIR) ACT, 1961\nNO. 9 OF 1961\n",
            "The Village Wells (Maintenance and Repair) Act, 1961",
        ),
        (
            "The Gazette of India\nEXTRAORDINARY\nPART II — Section 1\nNo. 12] NEW DELHI, MONDAY, MAY 8, 1961\n"
            "THE VILLAGE WELLS ADHINIYAM, 1961\nNO. 9 OF 1961\n",
            "The Village Wells Adhiniyam, 1961",
        ),
        (
            "The Village Wells Act, 1961\nLIST OF ABBREVIATIONS USED\nS.O. for Statutory Order.\n"
            "THE VILLAGE WELLS ACT, 1961\n________\nARRANGEMENT OF SECTIONS\n1. Short title.\n",
            "The Village Wells Act, 1961",
        ),
        ("Ram Lal v. State of Bihar\nOrder\nThe Village Wells Act, 1961\nis in question here.\n", None),
    ],
)
def test_the_title_as_it_is_printed(head: str, title: str | None) -> None:
    assert act_title(head + ENACTED + SECTIONS) == title
    assert recognise(head + ENACTED + SECTIONS) == ("act-text" if title else "judgment")


@pytest.mark.parametrize("place", ["before", "after"])
def test_a_list_of_sections_is_no_section(place: str) -> None:
    contents = (
        "ARRANGEMENT OF SECTIONS\n1. Short title.\n2. Wells.\n3. Penalty.\nTHE SCHEDULE\n\nCHAPTER I\nOF WELLS\n\n"
    )
    parts = [contents, ENACTED] if place == "before" else [ENACTED, contents]
    text = "".join(["THE VILLAGE WELLS ACT, 1961\nACT NO. 9 OF 1961\n", *parts, SECTIONS])
    assert [(row.number, row.heading, row.text) for row in rows_from_text(text)] == [
        ("1", "Short title", "This Act may be called the Village Wells Act, 1961."),
        ("2", "Wells", "Every village keeps a well."),
        ("3", "Penalty", "Whoever fouls it is fined."),
    ]


def test_a_list_of_sections_longer_than_a_chapter() -> None:
    contents = "".join(f"{n}. Well of village number {n}, its upkeep and its repair.\n" for n in range(1, 900))
    text = f"THE VILLAGE WELLS ACT, 1961\nARRANGEMENT OF SECTIONS\n{contents}{ENACTED}{SECTIONS}"
    assert recognise(text) == "act-text"
    assert [row.number for row in rows_from_text(text)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "sections",
    [
        "## Section 1\n### Short title\n\n#### (1)\nSo called.\n\n"
        "## Section 2\n### Wells\nKept.\n## Section 3\n### Fine\nSo.",
        "## CHAPTER I - WELLS\n### 1. Short title.\n(1) So called.\n\n### 2.Wells\nKept.\n\n### 3. Fine.—\nSo.",
        "## I - Wells\n#### Section 1. Short title\n##### (1) \nSo called.\n"
        "#### Section 2. Wells\nKept.\n#### Section 3. Fine\nSo.",
        "### 1.\nShort title.—(1) So called.\n### 2.\nWells\nKept.\n### 3. Fine\nSo.",
    ],
)
def test_markdown_with_a_heading_a_section(sections: str) -> None:
    text = f"# The Village Wells Act, 1961\n\n#### ACT NO. 9 OF 1961\n\n{ENACTED}\n{sections}\n"
    assert recognise(text) == "act-text"
    assert [(row.number, row.heading, row.text) for row in rows_from_text(text)] == [
        ("1", "Short title", "(1) So called."),
        ("2", "Wells", "Kept."),
        ("3", "Fine", "So."),
    ]


@pytest.mark.parametrize(
    "below",
    [
        "STATE AMENDMENT\nKerala.—In section 2, for “well” read “tank”.\n[Vide Kerala Act 3 of 1970, s. 2]",
        "\nOf fouling\n",
        "\nB.—Fines\n",
        "1. 1st May, 1962, vide notification No. S.O. 9(E), see Gazette of India.",
    ],
)
def test_what_stands_between_two_sections_is_of_neither(below: str) -> None:
    one, two, three = SECTIONS.splitlines()
    rows = rows_from_text(f"THE VILLAGE WELLS ACT, 1961\n{ENACTED}{one}\n{two}\n{below}\n{three}\n")
    assert [row.text for row in rows][1] == "Every village keeps a well."


@pytest.mark.parametrize(
    ("heading", "end"),
    [("THE SCHEDULE\n[See section 2]\nDepth: ten feet.", "Depth: ten feet."), ("THE FIRST SCHEDULE\nA.\nB.", "A.\nB.")],
)
def test_the_reasons_given_for_its_bill_are_no_part_of_a_schedule(heading: str, end: str) -> None:
    text = (
        f"THE VILLAGE WELLS ACT, 1961\n{ENACTED}{SECTIONS}{heading}\nSTATEMENT OF OBJECTS AND REASONS\nWells are dry."
    )
    schedule = rows_from_text(text)[-1]
    assert (schedule.kind, schedule.number) == ("schedule", "1")
    assert schedule.text.endswith(end)


@pytest.mark.parametrize(
    "text",
    [
        f"AS INTRODUCED IN LOK SABHA\nBill No. 7 of 1961\nTHE VILLAGE WELLS BILL, 1961\nA\nBILL\n{ENACTED}{SECTIONS}",
        f"Bill No. XII of 1961\nTHE WELLS SANHITA, 1961\nARRANGEMENT OF CLAUSES\n1. Short title.\n{ENACTED}{SECTIONS}",
        f"AS PASSED BY RAJYA SABHA\nTHE VILLAGE WELLS ACT, 1961\nA\nBILL\n{ENACTED}{SECTIONS}",
        f"THE VILLAGE WELLS BILL, 1961\n{ENACTED}{SECTIONS}STATEMENT OF OBJECTS AND REASONS\nWells are dry.",
    ],
)
def test_a_bill_is_not_the_law(text: str) -> None:
    with pytest.raises(FormatError, match="a Bill and not the law"):
        recognise(text)


@pytest.mark.parametrize(
    "text",
    [
        "In re: The Village Wells Bill, 1961\nSupreme Court of India\nThe Village Wells Bill, 1961\n"
        "Bill No. 7 of 1961\n1. The President asks for our opinion.",
        f"THE VILLAGE WELLS ACT, 1961\nACT NO. 9 OF 1961\n{ENACTED}{SECTIONS}STATEMENT OF OBJECTS AND REASONS\nDry.",
    ],
)
def test_what_speaks_of_a_bill_is_none(text: str) -> None:
    assert recognise(text) in ("judgment", "act-text")


@pytest.fixture(scope="module")
def codes(shared_data: Path) -> dict[str, Statute]:
    folder = shared_data / "statutes" / "pdf"
    return {name: read_statute(load(folder / f"{name}.pdf", name), 1_000, 100) for name in ("bnss-2023", "bsa-2023")}


@pytest.mark.parametrize(
    ("file", "title", "count", "schedules"),
    [
        ("bnss-2023", "Bharatiya Nagarik Suraksha Sanhita, 2023", 531, ["1", "2"]),
        ("bsa-2023", "Bharatiya Sakshya Adhiniyam, 2023", 170, ["1"]),
    ],
)
def test_a_code_of_2023_has_all_its_sections(
    codes: dict[str, Statute], file: str, title: str, count: int, schedules: list[str]
) -> None:
    read = codes[file]
    numbers = [p.number for p in read.provisions if p.kind == "section"]
    assert (read.act.title, read.act.year) == (title, 2023)
    assert numbers == [str(n) for n in range(1, count + 1)]
    assert [p.number for p in read.provisions if p.kind == "schedule"] == schedules
    assert all(p.text and p.heading for p in read.provisions)


@pytest.mark.parametrize(
    ("file", "number", "heading", "begins", "ends"),
    [
        ("bnss-2023", "34", "Duty of officers employed in connection with affairs of a village to make certain report",
         "(1) Every officer employed", ""),
        ("bnss-2023", "71", "Service of summons on witness", "(1) Notwithstanding", "."),
        ("bnss-2023", "172", "Persons bound to conform to lawful directions of police", "(1) All persons", "."),
        ("bnss-2023", "482", "Direction for grant of bail to person apprehending arrest", "(1) When any person", "."),
        ("bnss-2023", "528", "Saving of inherent powers of High Court", "Nothing in this Sanhita", "ends of justice."),
        ("bsa-2023", "3", "Evidence may be given of facts in issue and relevant facts", "Evidence may be given", "."),
        ("bsa-2023", "63", "Admissibility of electronic records", "(1) Notwithstanding", "sub-section (3)."),
        ("bsa-2023", "170", "Repeal and savings", "(1) The Indian Evidence Act", "had not come into force."),
    ],
)  # fmt: skip
def test_sections_as_the_print_has_them(
    codes: dict[str, Statute], file: str, number: str, heading: str, begins: str, ends: str
) -> None:
    section = next(p for p in codes[file].provisions if p.kind == "section" and p.number == number)
    assert section.heading == heading
    assert section.text.startswith(begins)
    assert section.text.endswith(ends)
    assert "Gazette of India, Extraordinary" not in section.text


def test_the_withdrawn_bill_is_refused(shared_data: Path) -> None:
    with pytest.raises(DocumentError, match=r"bnss-bill-withdrawn\.pdf: this is a Bill and not the law"):
        load(shared_data / "statutes" / "pdf" / "bnss-bill-withdrawn.pdf", "bill")


@pytest.mark.parametrize(
    ("file", "act", "count"),
    [
        ("Narcotic Drugs and Psychotropic Substances Act", "narcotic-drugs-and-psychotropic-substances-act-1985", 129),
        ("The Indian Penal Code", "indian-penal-code-1860", 550),
        (
            "The Protection Of Women From Domestic Violence Act",
            "protection-of-women-from-domestic-violence-act-2005",
            37,
        ),
    ],
)
def test_acts_in_markdown(shared_data: Path, file: str, act: str, count: int) -> None:
    read = read_statute(load(shared_data / "statutes" / "md" / f"{file}.md", file), 1_000, 100)
    assert (read.act.id, len(read.provisions)) == (act, count)


@pytest.mark.parametrize("file", ["32_act", "32_tc_act", "32b_act_indiacode", "32b_tc_act"])
def test_an_act_as_text_whatever_its_front(shared_data: Path, file: str) -> None:
    read = read_statute(load(shared_data / "cases" / f"{file}.txt", file), 1_000, 100)
    texts = {p.number: p.text for p in read.provisions if p.kind == "section"}
    assert list(texts) == ["1", "2", "3", "4", "4A", "5"]
    assert texts["1"].startswith("(1) This Act may be called the Sample Rent Control Act")
    assert texts["5"].endswith("the Delhi Rent Control Act, 1958 (59 of 1958).")
    referred = {m.provision for p in read.provisions if p.kind == "section" for m in p.mentions}
    assert referred == {"sample-rent-control-act-1958/section-2", "delhi-rent-control-act-1958/section-14"}
    assert not any(a.provision.startswith("delhi-rent-control-act") for a in read.amendments)
