"""Which mentions of one judgment are of one case: by a shared citation, by the parties, by a short name."""

import pytest

from extraction.records import Paragraph
from tests.support.reading import read_mentions

OWN = "Ratan Mills v. State of Gujarat"
RAM = "Ram Lal v. State of Bihar, AIR 1960 SC 27"
MOHAN = "Mohan Das v. State of Assam, AIR 1970 SC 41"


def cases(text: str) -> list[tuple[str, int]]:
    """The title of each case that a text cites, in order, with how often it is mentioned."""
    references = read_mentions(text, [Paragraph("1", 0, len(text))], OWN).references
    return [(reference.title, len(reference.mentions)) for reference in references]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (f"See {RAM}. In Ram Lal v. State of Bihar it was so held.", [("Ram Lal v. State of Bihar", 2)]),
        (f"See {RAM}. The rule in AIR 1960 SC 27 is old.", [("Ram Lal v. State of Bihar", 2)]),
        (f"See {RAM}. Ram Lal's case is clear.", [("Ram Lal v. State of Bihar", 2)]),
        (f"See {RAM}. Ram Lal (supra) is clear.", [("Ram Lal v. State of Bihar", 2)]),
        (f"See {RAM}. In the matter of Ram Lal (supra) it was so.", [("Ram Lal v. State of Bihar", 2)]),
        ("See In re Ram Lal, AIR 1960 SC 27. In re Ram Lal (supra) is clear.", [("In re Ram Lal", 2)]),
        (
            f"See {RAM} and {MOHAN}. Mohan Das (supra) is in point, Ram Lal (supra) is not.",
            [("Ram Lal v. State of Bihar", 2), ("Mohan Das v. State of Assam", 2)],
        ),
        ("Bommai's case settles it.", [("Bommai", 1)]),
        (f"The facts of {OWN} are these.", []),
        (f"See {MOHAN}. Ratan Mills (supra) is this very case.", [("Mohan Das v. State of Assam", 1)]),
    ],
)
def test_mentions_of_one_case_are_together(text: str, titles: list[tuple[str, int]]) -> None:
    assert cases(text) == titles


@pytest.mark.parametrize(
    "text",
    [
        "See Ram Lal v. State of Bihar, AIR 1960 SC 27, and Ram Lal v. State of Bihar, AIR 1985 SC 300.",
        "See Ram Lal v. State of Bihar, AIR 1960 SC 27, and Ram Lal v. State of Assam, AIR 1960 SC 300.",
        "See Ram Lal v. State of Bihar, AIR 1960 SC 27, and Shyam Lal v. State of Bihar, AIR 1961 SC 9.",
    ],
)
def test_decisions_that_reports_or_parties_tell_apart_stay_apart(text: str) -> None:
    assert [count for _, count in cases(text)] == [1, 1]


def test_a_citation_joins_what_was_written_with_two_names() -> None:
    text = "See Ramlal v. The State of Bihar, AIR 1960 SC 27. In Ram Lal & Ors. v. State of Bihar (AIR 1960 SC 27) too."
    assert [count for _, count in cases(text)] == [2]


def test_a_parallel_citation_joins_what_has_only_the_other() -> None:
    assert cases(f"See {RAM} : (1960) 2 SCR 90. The rule in (1960) 2 SCR 90 is old.") == [
        ("Ram Lal v. State of Bihar", 2)
    ]


def test_a_short_name_goes_to_the_case_mentioned_last_before_it() -> None:
    text = (
        "See Ram Lal v. State of Bihar, AIR 1960 SC 27. Ram Lal (supra) was one of tax. "
        "See Ram Lal v. State of Assam, AIR 1970 SC 9. Ram Lal (supra) was one of land. Ram Lal (supra) binds us."
    )
    assert cases(text) == [("Ram Lal v. State of Bihar", 2), ("Ram Lal v. State of Assam", 3)]


def test_what_was_known_by_one_parallel_citation_joins_the_case_named_later() -> None:
    text = "See AIR 1960 SC 27. Then Ram Lal v. State of Bihar, (1960) 2 SCR 5 : AIR 1960 SC 27 was read."
    assert cases(text) == [("Ram Lal v. State of Bihar", 2)]


def test_decisions_of_two_courts_between_the_same_parties_stay_apart() -> None:
    text = (
        "Alpha Trust v. Beta Works, (2018) 11 SCC 49 was read. "
        "So was Alpha Trust v. Beta Works, 2015 SCC OnLine Bom 392 : (2015) 378 ITR 8, below."
    )
    assert cases(text) == [("Alpha Trust v. Beta Works", 1), ("Alpha Trust v. Beta Works", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "This was said in Maxwell (supra) and in Stroud's Judicial Dictionary (supra).",
        "The ratio of Gaya District is none; it was laid down in Forest Service.",
        "The suit lies, Ltd. [1953] AC 420.",
        "It was so, Emperor AIR 1935 Mad 326.",
    ],
)
def test_books_places_and_offices_are_no_cases(text: str) -> None:
    assert [title for title, _ in cases(text) if not title[-1].isdigit()] == []


def test_two_short_names_together_go_each_to_its_case() -> None:
    text = (
        "Gopal Mandal v. Hari, AIR 1952 SC 75, and Umed Tana v. State, AIR 1955 SC 191, were cited. "
        "As held in Gopal Mandal and Umed Tana, it was so. As held in Kishan Bapat and Ramdas Tolia, it was not."
    )
    assert cases(text) == [("Gopal Mandal v. Hari", 2), ("Umed Tana v. State", 2)]


def test_a_note_behind_the_signatures_is_read() -> None:
    text = "He relied on Teja v. Moti[1].\n\nNew Delhi\n\n[1] 1993 Supp (1) SCC 730."
    references = read_mentions(text, [Paragraph("1", 0, text.index("\n\nNew"))], "A v. B").references
    assert [[citation.text for citation in r.citations] for r in references] == [["1993 Supp (1) SCC 730"]]
