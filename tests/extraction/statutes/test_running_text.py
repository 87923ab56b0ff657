"""An act as running text: sections, what is no section, schedules, chapters, and what is repealed."""

import pytest

from extraction.statutes.formats import FormatError, recognise
from extraction.statutes.front import act_title
from extraction.statutes.printed.running_text import rows_from_text
from extraction.statutes.printed.section_starts import is_act_text, section_starts

HEAD = "The Ferries Act, 1951\n\nBE it enacted by Parliament as follows:-\n"


def act(*parts: str) -> str:
    return HEAD + "\n".join(parts) + "\n"


def sections(text: str) -> dict[str, tuple[str, str]]:
    return {row.number: (row.heading, row.text) for row in rows_from_text(text) if row.kind == "section"}


@pytest.mark.parametrize(
    ("line", "heading", "body"),
    [
        ("1. Short title.—This Act may be called so.", "Short title", "This Act may be called so."),
        ("1. Short title. - This Act may be called so.", "Short title", "This Act may be called so."),
        ("1. Short title—This Act may be called so.", "Short title", "This Act may be called so."),
        ("1.\nShort title.-\nThis Act may be called so.", "Short title", "This Act may be called so."),
        ("Section 1. Short title.—This Act may be called so.", "Short title", "This Act may be called so."),
        ("1[1. Short title.—This Act may be called so.]", "Short title", "This Act may be called so.]"),
        ("1. Short title.\nThis Act may be called so.", "Short title", "This Act may be called so."),
        ("1. Vice- Admiral' s ferry.—It crosses.", "Vice- Admiral' s ferry", "It crosses."),
        ("1. Inter- State ferries and tolls.- None crosses.", "Inter- State ferries and tolls", "None crosses."),
        ("1. Toll- Whoever crosses, pays.", "Toll", "Whoever crosses, pays."),
        ("1. Omitted.—\n", "Omitted", ""),
    ],
)
def test_a_section_however_its_heading_is_set(line: str, heading: str, body: str) -> None:
    found = sections(act(line, "2. Extent.—It extends to India.", "3. Toll.—Toll may be levied."))
    assert found["1"] == (heading, body)
    assert list(found) == ["1", "2", "3"]


def test_sections_without_headings_stand_where_their_numbers_are_missing() -> None:
    found = sections(
        act(
            "1. Short title.—This is the Ferries Act.",
            "2. (1) Every ferry shall pay toll.\n(2) It is two annas.",
            "2A. A raft shall pay no toll.",
            "3. Toll.—The toll is paid—\n1. In coin;\n2. In kind.",
            "5. Penalty.—Whoever evades it is fined.",
        )
    )
    assert found["2"] == ("", "(1) Every ferry shall pay toll.\n(2) It is two annas.")
    assert found["2A"] == ("", "A raft shall pay no toll.")
    assert found["3"][1].endswith("1. In coin;\n2. In kind.")
    assert list(found) == ["1", "2", "2A", "3", "5"]


def test_words_of_a_section_are_not_the_enacting_words() -> None:
    found = rows_from_text(
        "The Ferries Act, 1951\n1. Short title.—So.\n2. Toll.—A rule shall have effect as if enacted in this Act.\n"
        "3. Rules.—Made.\n4. Penalty.—A fine.\n"
    )
    assert [row.number for row in found] == ["1", "2", "3", "4"]


def test_the_constitution_has_articles() -> None:
    articles = "".join(f"{n}. Heading {n}.—Words of it.\n" for n in range(1, 12))
    text = f"THE CONSTITUTION OF INDIA\nWE, THE PEOPLE OF INDIA, having solemnly resolved\n{articles}"
    assert recognise(text) == "act-text"
    assert {row.kind for row in rows_from_text(text)} == {"article"}


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("The Schedule", "1"),
        ("SCHEDULE II", "2"),
        ("Schedule 3.", "3"),
        ("THE FOURTH SCHEDULE", "4"),
        ("Schedule", "1"),
    ],
)
def test_the_heading_of_a_schedule(heading: str, number: str) -> None:
    rows = rows_from_text(act("1. Title.—So.", "2. Toll.—Levied.", "3. Rules.—Made.", heading, "Boats: two annas."))
    assert [(row.kind, row.number, row.text.strip()) for row in rows[3:]] == [("schedule", number, "Boats: two annas.")]


def test_a_section_of_a_markdown_act_without_a_heading() -> None:
    parts = (
        "### 1. Title\n\nSo.",
        "### 2.\n\n(1) A boat shall pay.",
        "### 3.\n\nToll—It is due.",
        "### 4. End\n\nFin.",
    )
    found = sections("# The Ferries Act, 1951\n\nAn Act to regulate ferries.\n\n" + "\n\n".join(parts))
    assert found["2"] == ("", "(1) A boat shall pay.")
    assert found["3"] == ("Toll", "It is due.")


def test_what_is_numbered_inside_a_section_stays_in_it() -> None:
    found = sections(
        act(
            "1. Short title.—This is the Ferries Act.",
            "2. Definitions.—In this Act,—\n1. ferry means a boat;\n2. toll means a fee;",
            "3. Toll.—The toll is fixed by rules.",
            "4. Penalty.—Whoever evades it is fined.",
        )
    )
    assert list(found) == ["1", "2", "3", "4"]
    assert "1. ferry means a boat;\n2. toll means a fee;" in found["2"][1]


def test_lettered_sections_stand_between_their_neighbours() -> None:
    found = sections(
        act(
            "1. Short title.—This is the Ferries Act.",
            "2. Toll.—Toll is levied.",
            "2A. Remission.—It may be remitted.",
            "2B. Refund.—It may be refunded.",
            "3. Rules.—Rules may be made.",
        )
    )
    assert list(found) == ["1", "2", "2A", "2B", "3"]
    assert found["2B"] == ("Refund", "It may be refunded.")


def test_headings_of_chapters_and_groups_belong_to_no_section() -> None:
    found = sections(
        act(
            "CHAPTER I\nPRELIMINARY",
            "1. Short title.—This is the Ferries Act.",
            "CHAPTER II\nOF TOLLS",
            "2. Toll.—Toll is levied.",
            "Recovery of arrears",
            "3. Recovery.—Arrears are recovered as land revenue.",
        )
    )
    assert found["1"][1] == "This is the Ferries Act."
    assert found["2"][1] == "Toll is levied."


@pytest.mark.parametrize(
    ("heading", "kept"),
    [
        ("THE FIRST SCHEDULE", "1"),
        ("THE SECOND SCHEDULE (See section 3)", "2"),
        ("First Schedule", "1"),
        ("VII SCHEDULE", "7"),
    ],
)
def test_schedules_follow_the_sections(heading: str, kept: str) -> None:
    rows = rows_from_text(
        act("1. Title.—Called so.", "2. Toll.—Levied.", "3. Rates.—As scheduled.", heading, "Boats: one rupee")
    )
    assert [(row.kind, row.number) for row in rows] == [
        ("section", "1"),
        ("section", "2"),
        ("section", "3"),
        ("schedule", kept),
    ]
    assert rows[-1].text == "Boats: one rupee"
    assert rows[2].text == "As scheduled."


def test_a_footnote_belongs_to_the_section_that_bears_its_mark() -> None:
    rows = rows_from_text(
        act(
            "1. Title.—Called so.",
            "2. Toll.—Toll of 1[ten rupees] is levied.",
            "3. Rules.—Rules may be made.",
            "1. Subs. by Act 26 of 1955, s. 3, for “five rupees”.",
        )
    )
    assert [row.number for row in rows] == ["1", "2", "3"]
    assert rows[1].footnotes == "Subs. by Act 26 of 1955, s. 3, for “five rupees”."
    assert rows[0].footnotes == rows[2].footnotes == ""
    assert rows[2].text == "Rules may be made."


def test_a_repealed_section_keeps_its_number_and_says_so() -> None:
    found = sections(
        act(
            "1. Title.—Called so.",
            "2. [Repeal of Act 4.] Rep. by the Repealing Act, 1938 (1 of 1938), s. 2.—",
            "3. Rules.—Rules may be made.",
        )
    )
    assert list(found) == ["1", "2", "3"]
    assert "Rep. by the Repealing Act" in found["2"][1]


def test_the_sections_of_a_repealed_chapter_are_those_missing_there() -> None:
    found = sections(
        act(
            "1. Title.—Called so.",
            "2. Toll.—Toll is levied.",
            "CHAPTER II\nOF FERRYMEN\nRepealed.",
            "6. Rules.—Rules may be made.",
            "7. Penalty.—A fine.",
        )
    )
    assert list(found) == ["1", "2", "3", "4", "5", "6", "7"]
    assert all("Repealed" in found[number][1] for number in "345")
    assert found["2"][1] == "Toll is levied."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Indian Contract Act, 1872\n", "The Indian Contract Act, 1872"),
        ("# The Toll Act, 1950\n", "The Toll Act, 1950"),
        ("\n\nBharatiya Nyaya Sanhita, 2023\n", "Bharatiya Nyaya Sanhita, 2023"),
        ("---\nyear: 1951\n---\nThe Ferries Act, 1951\n", "The Ferries Act, 1951"),
        ("Ram Lal v. State of Bihar\n", None),
        ("The appellant was charged under the Toll Act, 1950 and fined.\n", None),
        ("\ufeffThe Ferries Act, 1348F\n", "The Ferries Act, 1348F"),
        ("Ferries Code, Svt. 1989 (1932 A.D.)\n", "Ferries Code, Svt. 1989"),
        ("The Ferries Act , 1951. [Haryana Version]\n", "The Ferries Act , 1951"),
        ("River Ferry Company\n[Act V of 1857]\n", "River Ferry Company, 1857"),
        ("River Ferry Company v. Ram Lal\nThe Ferries Act, 1951 was in force.\n", None),
        ("", None),
    ],
)
def test_the_title_at_the_head(text: str, title: str | None) -> None:
    assert act_title(text) == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (act("1. Title.—So.", "2. Toll.—Levied.", "3. Rules.—Made."), True),
        (act("1. Title.—So."), True),
        ("The Ferries Act, 1951\n1. Title.—So.\n2. Toll.—Levied.\n3. Rules.—Made.", True),
        ("The Ferries Act, 1951\n1. History.—Old.\n2. Aims.—Two.\n3. Cases.—None.", False),
        ("The Ferries Act, 1951\nAn Act to regulate ferries.\n1. Aims.—Two.\n2. Toll.—Levied.", True),
        ("The Ferries Act, 1951\nAn Act to regulate ferries.\n2. Aims.—Two.\n3. Toll.—Levied.", False),
        ("River Ferry Company\nAct No. V of 1857\nIt is enacted as follows:\n1. Toll.—A.\n2. B.—C.\n3. D.—E.", True),
        ("A v. B\nIt is hereby enacted\n1. Title.—So.\n2. Toll.—Levied.\n3. Rules.—Made.", False),
        ("", False),
    ],
)
def test_an_act_has_a_title_enacting_words_and_sections(text: str, expected: bool) -> None:
    assert is_act_text(text) is expected
    assert recognise(text) == ("act-text" if expected else "judgment")


def test_what_stands_before_the_enacting_words_is_no_section() -> None:
    contents = "The Ferries Act, 1951\n1. Short title.\n2. Toll.\n3. Rules.\n"
    text = contents + HEAD.split("\n", 2)[2] + "1. Short title.—So.\n2. Toll.—Levied.\n3. Rules.—Made.\n"
    assert len(section_starts(text)) == 3
    assert min(match.start() for match in section_starts(text)) > len(contents)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[{"section": 1, "title": "T", "description": "D"}]', "act-json"),
        ('{"articles": [{"article": 21, "title": "T", "description": "D"}]}', "act-json"),
        ("Title: Murder\nDesc: Whoever commits murder", "excerpt"),
        ("[1978] 2 SCR 621\nManeka Gandhi v. Union of India", "judgment"),
        ("{A note in braces, and then prose", "error"),
        ('[{"name": "no number"}]', "error"),
        ("[" * 100_000, "error"),
    ],
)
def test_a_text_is_told_by_its_content(text: str, expected: str) -> None:
    if expected == "error":
        with pytest.raises(FormatError) as caught:
            recognise(text)
        assert "\n" not in str(caught.value)
    else:
        assert recognise(text) == expected


def test_malformed_json_is_said_with_its_place() -> None:
    with pytest.raises(FormatError, match="line 2, column 16"):
        recognise('[\n{"section": 1, }\n]')
