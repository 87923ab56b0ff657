"""What acts say on amendments: an amending act of others, a consolidated act of itself."""

import pytest

from extraction.provisions.acts import act_from_title
from extraction.statutes.amendment_notes import (
    NoteReader,
    heading_of,
    is_note,
    is_repealed,
    placed_footnotes,
    without_footnotes,
)
from extraction.statutes.amendments import amendments_made, principal_act
from extraction.statutes.rows import Row

OWN = act_from_title("Criminal Law (Amendment) Act, 2013")
IPC = "indian-penal-code-1860"


def section(text: str, number: str = "2") -> Row:
    return Row("section", number, "", text)


def changed(*texts: str) -> list[str]:
    return [made.provision for made in amendments_made([section(text) for text in texts], OWN)]


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        (
            "In section 354 of the Indian Penal Code, for “two years” shall be substituted “five years”.",
            ["section-354"],
        ),
        ("Section 498A of the Indian Penal Code shall be omitted.", ["section-498A"]),
        ("For section 100 of the Indian Penal Code, the following shall be substituted.", ["section-100"]),
        (
            "After section 326 of the Indian Penal Code, the following shall be inserted, namely:— “326A. Whoever",
            ["section-326A"],
        ),
        ("After section 326 of the Indian Penal Code, the following sections shall be inserted.", []),
        ("Section 354 of the Indian Penal Code deals with assault.", []),
    ],
)
def test_a_provision_that_an_amending_act_changes(text: str, provisions: list[str]) -> None:
    assert changed(text) == [f"{IPC}/{provision}" for provision in provisions]


def test_the_constitution_is_amended_in_its_articles() -> None:
    assert changed("In article 19 of the Constitution, clause (1) shall be omitted.") == [
        "constitution-of-india/article-19"
    ]


def test_the_principal_act_is_the_one_called_so() -> None:
    rows = [
        section("In the Indian Penal Code (45 of 1860) (hereinafter referred to as the principal Act), words go."),
        section("In section 375 of the principal Act, the word “man” shall be substituted."),
    ]
    principal = principal_act(rows)
    assert principal
    assert principal.id == IPC
    assert [made.provision for made in amendments_made(rows, OWN)] == [f"{IPC}/section-375"]


def test_without_a_principal_act_nothing_is_guessed() -> None:
    assert principal_act([section("Section 2 of the principal Act shall be omitted.")]) is None
    assert changed("Section 2 of the principal Act shall be omitted.") == []


def test_an_act_does_not_amend_itself() -> None:
    assert changed("Section 3 of the Criminal Law (Amendment) Act, 2013 shall be omitted.") == []


def test_the_words_that_amend_are_kept() -> None:
    text = "In section 354 of the Indian Penal Code,\n  for “two years” shall be substituted “five years”."
    made = next(amendments_made([section(text)], OWN))
    assert made.quote == "In section 354 of the Indian Penal Code, for “two years” shall be substituted"


def acts(text: str, footnotes: str = "", texts: tuple[str, ...] = ()) -> list[str]:
    return [note.act.title for note in NoteReader(texts or (text, footnotes)).read(text, footnotes)]


@pytest.mark.parametrize(
    ("footnotes", "titles"),
    [
        ("Subs. by Act 45 of 1860, s. 2, for “ten”.", ["Indian Penal Code, 1860"]),
        ("Ins. by the Toll (Amendment) Act, 1960 (7 of 1960), s. 3.", ["Toll (Amendment) Act, 1960"]),
        ("Omitted by the A.O. 1937.", ["Government of India (Adaptation of Indian Laws) Order, 1937"]),
        ("Subs. by the A.O. 1950, for “His Majesty”.", ["Adaptation of Laws Order, 1950"]),
        ("Ins. by Act 7 of 1960, s. 3.", ["Act 7 of 1960"]),
        ("The word “and” is common in acts.", []),
        ("", []),
    ],
)
def test_the_act_of_a_footnote(footnotes: str, titles: list[str]) -> None:
    assert acts("", footnotes) == titles


def test_ibid_is_the_act_named_last() -> None:
    reader = NoteReader([])
    first = [n.act.title for n in reader.read("", "Subs. by Act 7 of 1960, s. 3, for “ten”.")]
    later = [n.act.title for n in reader.read("", "Ins. by s. 4, ibid.")]
    assert first == later == ["Act 7 of 1960"]


def test_ibid_after_nothing_names_no_act() -> None:
    assert acts("", "Ins. by s. 4, ibid.") == []


def test_a_number_is_the_act_that_any_text_titles_with_it() -> None:
    texts = ("Ins. by the Toll (Amendment) Act, 1960 (7 of 1960), s. 3.", "Subs. by Act 7 of 1960, s. 4.")
    assert acts("", texts[1], texts) == ["Toll (Amendment) Act, 1960"]


def test_a_note_in_the_text_itself() -> None:
    assert acts("[Repealed.] Rep. by the Repealing Act, 1938 (1 of 1938), s. 2 and Sch.") == ["Repealing Act, 1938"]


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("1. Subs. by Act 26 of 1955, s. 117.", True),
        ("[2] Ins. by s. 7, ibid.", True),
        ("3 The words “or toll” omitted by Act 9 of 1972.", True),
        ("1. Short title.—This Act may be called so.", False),
        ("Subs. by Act 26 of 1955.", False),
        ("12. Substituted service.—The court may order it.", False),
    ],
)
def test_a_line_that_is_a_footnote(line: str, note: bool) -> None:
    assert is_note(line) is note
    assert (without_footnotes(f"Toll is levied.\n{line}\n") == "Toll is levied.") is note


def test_footnotes_go_to_the_mark_of_their_number_above() -> None:
    page = (
        "Toll of 1[ten].\n1. Subs. by Act 1 of 1950.\n"
        "Fee of 1[two].\n1. Ins. by Act 2 of 1960.\n9. Ins. by Act 3 of 1961.\n"
    )
    placed = placed_footnotes(page)
    assert [(page[offset : offset + 6], note) for offset, note in placed] == [
        ("1[ten]", "Subs. by Act 1 of 1950."),
        ("1[two]", "Ins. by Act 2 of 1960."),
    ]


@pytest.mark.parametrize(
    ("heading", "text", "gone"),
    [
        ("", "[Repealed by Act 4 of 1940.]", True),
        ("Repealed", "", True),
        ("[Omitted]", "", True),
        ("", "* * *", True),
        ("Repeal and savings", "The Toll Act, 1900 is repealed.", False),
        ("Toll", "Toll is levied.", False),
        ("", "", False),
    ],
)
def test_a_provision_that_is_gone(heading: str, text: str, gone: bool) -> None:
    assert is_repealed(heading, text) is gone


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("[Repealed]", "[Levy of toll.] Rep. by Act 4 of 1940.", "Levy of toll"),
        ("[Repealed]", "Rep. by Act 4 of 1940.", "[Repealed]"),
        ("Levy of toll", "[Anything.]", "Levy of toll"),
    ],
)
def test_the_heading_of_a_provision(heading: str, text: str, expected: str) -> None:
    assert heading_of(heading, text) == expected
