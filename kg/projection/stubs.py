"""Acts and provisions that are only named."""

from extraction.provisions.acts import act_by_id, act_title, year_of_title
from kg.nodes import Act, Provision


def act_stub(id: str) -> Act:
    """An act that is only named: from the table of acts, else its title as its id has it."""
    known = act_by_id(id)
    if known is None:
        title = act_title(id)
        return Act(id, title=title, year=year_of_title(title))
    return Act(
        id,
        title=known.title,
        short_title=known.short_title,
        number=known.number,
        year=known.year,
        aliases=known.aliases,
    )


def provision_stub(id: str, kind: str, number: str) -> Provision:
    """A provision that is only cited."""
    return Provision(id, act_id=id.partition("/")[0], kind=kind, number=number)
