"""The option by which a question or a card is asked for as of a day."""

import click

from extraction.text.dates import typed_date


def _day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """The day as ISO; a usage error for what is no date."""
    day = typed_date(value) if value is not None else None
    if value is not None and day is None:
        raise click.BadParameter(f'“{value}” is no date; write it as 2024-07-01 or "1 July 2024"')
    return day


AS_OF = click.option(
    "--as-of",
    callback=_day,
    metavar="DATE",
    help='The law on that day (2024-07-01 or "1 July 2024"): what was in force, and cases decided by then.',
)
