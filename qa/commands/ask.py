"""The commands that answer questions: one, or a conversation."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

import click
from rich.console import Console
from rich.text import Text

import qa.commands.screens
from extraction.errors import LawgraphError
from kg.commands.last_answer import remember
from kg.commands.options import common, complain, opened
from kg.commands.terminal import as_json_text
from qa.answer import Answer, Claim
from qa.ask import ask
from qa.chat import Conversation
from qa.commands.days import AS_OF
from qa.commands.model_options import model_options, writer

TOP = click.option("--top", type=click.IntRange(1), default=10, show_default=True, help="Authorities to spell out.")
EXPLAIN = click.option(
    "--explain", is_flag=True, help="Show entities, intent, evidence, and what verification dropped."
)
WHOLE = click.option("--all", "whole", is_flag=True, help="List all that answers, not the first ten.")
PROMPT = "> "


@click.command("ask", epilog='Example: lawgraph ask "Which later cases overruled ADM Jabalpur?"')
@click.argument("question")
@EXPLAIN
@model_options
@TOP
@WHOLE
@AS_OF
@common
def ask_command(
    question: str,
    explain: bool,
    model: str | None,
    adapter: str | None,
    four_bit: bool,
    no_model: bool,
    top: int,
    whole: bool,
    as_of: str | None,
    store: str,
    as_json: bool,
) -> None:
    """Answer a question from the graph, each authority with the paragraph that says so.

    Sentences are shown as they are verified. With --as-of, the answer is that of the day: a provision named is said to
    be in force or not, a case that fell later stood then, and a question on a later case is refused.
    """
    with opened(store) as graph:
        writing = writer(model, adapter, four_bit, no_model)
        given = ask(graph, question, writing, top, None if as_json else hearing(), as_of=as_of)
    remember(given.graph)
    if as_json:
        click.echo(as_json_text(record(given, explain), 2))
    else:
        rest(given, explain, whole)


@click.command("chat", epilog="Example: lawgraph chat --store supreme.db")
@EXPLAIN
@model_options
@TOP
@common
def chat_command(
    explain: bool,
    model: str | None,
    adapter: str | None,
    four_bit: bool,
    no_model: bool,
    top: int,
    store: str,
    as_json: bool,
) -> None:
    """Answer questions one after another, a line each, until the input ends.

    A question may point back at the one before: "and which of those were later overruled?", "what about article 19?",
    "is the second one still good law?". It is shown as it was understood, with what it points at put in by name. With
    --json each answer is one line.
    """
    with opened(store) as graph:
        conversation = Conversation(graph, writer(model, adapter, four_bit, no_model), top)
        for turn, text in enumerate(_lines(), 1):
            try:
                _turn(conversation, turn, text, explain, as_json)
            except LawgraphError as error:
                _failed(turn, text, error, as_json)


def _lines() -> Iterator[str]:
    """The questions typed or piped in, blank lines left out."""
    typed = sys.stdin.isatty()
    while True:
        if typed:
            click.echo(PROMPT, nl=False, err=True)
        text = sys.stdin.readline()
        if not text:
            return
        if text.strip():
            yield text.strip()


def _turn(conversation: Conversation, turn: int, text: str, explain: bool, as_json: bool) -> None:
    standing = conversation.standing(text)
    if as_json:
        given = conversation.ask(standing)
        click.echo(as_json_text({"turn": turn, "asked": text, **record(given, explain)}))
        return
    if standing.text != text and not standing.refusal:
        Console(highlight=False).print(Text(f"Asked: {standing.text}", style="dim"))
    rest(conversation.ask(standing, hearing()), explain)


def _failed(turn: int, text: str, error: LawgraphError, as_json: bool) -> None:
    """Say what was wrong with one question; the next may be better."""
    complain(str(error))
    if as_json:
        click.echo(as_json_text({"turn": turn, "asked": text, "error": str(error)}))


def hearing() -> Callable[[Claim], None]:
    """Prints each sentence as it comes."""
    console = Console(highlight=False)

    def hear(claim: Claim) -> None:
        console.print(qa.commands.screens.claim(claim))

    return hear


def record(given: Answer, explain: bool) -> dict[str, Any]:
    """An answer as JSON."""
    return given.as_json() | ({"explanation": asdict(given.explanation)} if explain else {})


def rest(given: Answer, explain: bool, whole: bool = False) -> None:
    """Print what follows the sentences of an answer, all that answers with `whole`."""
    console = Console(highlight=False)
    for part in qa.commands.screens.after_claims(given, whole):
        console.print(part)
    for part in qa.commands.screens.explanation(given.explanation, given.timings) if explain else ():
        console.print(part)
