"""How every command fails: one line on stderr and an exit code, never a traceback."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from extraction.errors import LawgraphError
from kg.commands.options import FAILED, INTERRUPTED, MISUSED, Lawgraph, common, complain, given_store, opened, show
from kg.commands.tables import rows
from kg.store import StoreError


def run(work: Callable[[], object], *words: str) -> Result:
    """The result of a command line whose one command, "work", does this."""

    @click.group(cls=Lawgraph, lazy_commands={})
    @click.option("--store", default="default.db")
    def main(store: str) -> None:
        """A group like the real one."""

    @main.command("work")
    @common
    def command(store: str, as_json: bool) -> object:
        """Do it."""
        return work()

    return CliRunner(catch_exceptions=False).invoke(main, list(words) or ["work"])


def raising(error: BaseException) -> Callable[[], object]:
    def work() -> object:
        raise error

    return work


@pytest.mark.parametrize(("returned", "code"), [(None, 0), (0, 0), (FAILED, 1), (MISUSED, 2)])
def test_what_a_command_returns_is_the_exit_code(returned: int | None, code: int) -> None:
    result = run(lambda: returned)
    assert (result.exit_code, result.stderr) == (code, "")


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (LawgraphError("there is no graph"), MISUSED, "there is no graph"),
        (StoreError("the graph\nis locked"), MISUSED, "the graph is locked"),
        (FileNotFoundError(2, "No such file or directory", "a.txt"), MISUSED, "a.txt: no such file or directory"),
        (PermissionError(13, "Permission denied"), MISUSED, "input or output: permission denied"),
        (click.ClickException("that is odd"), 1, "that is odd"),
        (click.UsageError("too many words."), 2, "too many words; see: main work --help"),
        (click.Abort(), INTERRUPTED, "interrupted"),
        (KeyboardInterrupt(), INTERRUPTED, "interrupted"),
    ],
)
def test_what_goes_wrong_is_one_line(error: BaseException, code: int, line: str) -> None:
    result = run(raising(error))
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.lstrip("\n") == f"lawgraph: {line}\n"


def test_half_a_character_is_told_in_one_line() -> None:
    result = run(lambda: "\ud800".encode())
    assert result.exit_code == MISUSED
    assert result.stderr.startswith("lawgraph: a text or name holds half a character")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["wrok"], "No such command 'wrok'"),
        (["work", "--jsno"], "--jsno"),
        (["work", "more"], "Got unexpected extra argument (more)"),
    ],
)
def test_what_is_mistyped_names_the_help(words: list[str], said: str) -> None:
    result = run(lambda: None, *words)
    assert result.exit_code == MISUSED
    assert said in result.stderr
    assert result.stderr.rstrip().endswith("--help")
    assert len(result.stderr.splitlines()) == 1


def test_no_command_shows_the_help() -> None:
    result = CliRunner().invoke(Lawgraph("lawgraph", lazy_commands={}, no_args_is_help=True, help="All of it."), [])
    assert result.exit_code == MISUSED
    assert "All of it." in result.stderr


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (["work"], None),
        (["work", "--store", "a.db"], "a.db"),
        (["--store", "b.db", "work"], "b.db"),
        (["--store", "b.db", "work", "--store", "a.db"], "a.db"),
    ],
)
def test_the_graph_named_on_the_command_line(words: list[str], given: str | None) -> None:
    seen: list[str | None] = []
    result = run(lambda: seen.append(given_store()), *words)
    assert result.exit_code == 0, result.stderr
    assert seen == [given]


def test_a_password_in_an_address_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    complain("no server at bolt://neo4j:hunter2@localhost:7687")
    told = capsys.readouterr().err
    assert "hunter2" not in told
    assert "localhost:7687" in told


def test_json_is_all_that_is_printed_where_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    show(True, {"title": "Ram Lal"}, [rows(("title",), [("Ram Lal",)])])
    assert capsys.readouterr().out == '{\n  "title": "Ram Lal"\n}\n'


def test_else_what_is_shown_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    show(False, {"title": "Ram Lal"}, [rows(("title",), [("Ram Lal",)])])
    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()] == ["title", "Ram Lal"]


def test_a_graph_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError), opened(str(tmp_path / "none.db")):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_graph_is_closed_at_the_end(tmp_path: Path) -> None:
    with opened(str(tmp_path / "g.db"), create=True) as store:
        assert store.count()["Case"] == 0
    with pytest.raises(Exception, match="closed"):
        store.count()
