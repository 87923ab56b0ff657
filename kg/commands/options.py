"""How every command takes its options, shows progress, prints, and fails with one line."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click
from rich import progress as bars
from rich.console import Console, RenderableType

from extraction.errors import LawgraphError
from extraction.progress import Progress
from extraction.text.spacing import one_line
from kg.addresses import check_store, without_secrets
from kg.commands.lazy import LazyGroup
from kg.commands.terminal import as_json_text, show_what_can_be_shown, typed_wrong
from kg.store import Store
from kg.stores.open import open_store

FAILED = 1  # done in part, or the name is unknown or ambiguous
MISUSED = 2  # not to be carried out as given; click's own code
INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it
DEFAULT_STORE = "lawgraph.db"

Command = TypeVar("Command", bound=Callable[..., Any])


class Lawgraph(LazyGroup):
    """Turns what the user caused into one line on stderr, and a command's return value into the exit code."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command line and exit."""
        show_what_can_be_shown()
        if typed_wrong(kwargs.get("args") or (args[0] if args else None) or sys.argv[1:]):
            complain("what was typed is not valid UTF-8; type it again")
            sys.exit(MISUSED)
        try:
            code = super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            sys.exit(error.exit_code)
        except click.UsageError as error:
            seen = error.ctx.command_path if error.ctx else "lawgraph"
            complain(f"{error.format_message().rstrip('.')}; see: {seen} --help")
            sys.exit(error.exit_code)
        except click.ClickException as error:
            complain(error.format_message())
            sys.exit(error.exit_code)
        except LawgraphError as error:
            complain(str(error))
            sys.exit(MISUSED)
        except UnicodeEncodeError:
            complain("a text or name holds half a character (a lone surrogate), which cannot be kept; mend the file")
            sys.exit(MISUSED)
        except OSError as error:
            complain(f"{error.filename or 'input or output'}: {(error.strerror or str(error)).lower()}")
            sys.exit(MISUSED)
        except (click.Abort, KeyboardInterrupt):
            complain("interrupted")
            sys.exit(INTERRUPTED)
        sys.exit(code or 0)


def complain(message: str) -> None:
    """Print one line on stderr, without passwords that were typed into an address."""
    click.echo(f"lawgraph: {without_secrets(one_line(message))}", err=True)


def _location(context: click.Context, _: click.Parameter, value: str | None) -> str:
    """The graph named after the command, else the one named before it."""
    location = value if value is not None else str(context.find_root().params["store"])
    check_store(location)
    return location


def given_store() -> str | None:
    """The graph that was named on the command line, if any was: not one from the environment, nor the default."""
    context: click.Context | None = click.get_current_context()
    while context is not None:
        if context.get_parameter_source("store") == click.core.ParameterSource.COMMANDLINE:
            return str(context.params["store"])
        context = context.parent
    return None


def common(command: Command) -> Command:
    """The options that every command takes."""
    command = click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")(command)
    return click.option(
        "--store",
        callback=_location,
        metavar="GRAPH",
        help=f"The graph: a file or a Neo4j server ($LAWGRAPH_STORE, or {DEFAULT_STORE}).",
    )(command)


def show(as_json: bool, data: dict[str, Any], shown: Iterable[RenderableType]) -> None:
    """Print `data` as one JSON object, or else what is `shown`."""
    if as_json:
        click.echo(as_json_text(data, 2))
        return
    console = Console(highlight=False)
    for renderable in shown:
        console.print(renderable)


@contextmanager
def opened(location: str, create: bool = False) -> Iterator[Store]:
    """The graph at `location`, closed at the end."""
    store = open_store(location, create)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def progress(description: str) -> Iterator[Progress]:
    """A bar on stderr where that is a terminal; called with how much is done, of how much, and what was done last."""
    console = Console(stderr=True)
    columns = (
        bars.TextColumn("{task.description}"),
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TimeRemainingColumn(),
    )
    last_done = bars.TextColumn("{task.fields[last]}", markup=False)
    with bars.Progress(*columns, last_done, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(description, total=None, last="")
        yield lambda done, total, last: bar.update(task, completed=done, total=total, last=last)
