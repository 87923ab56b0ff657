"""The `lawgraph` command: gathers the commands of the rooms."""

import click

from kg.commands import graph, identity, neo4j
from kg.commands.options import DEFAULT_STORE, Lawgraph
from qa.commands import ask, evaluate, lookup, research
from training.commands.train import train_group


@click.group(cls=Lawgraph, epilog='Example: lawgraph ask "Is Golak Nath still good law?"')
@click.option(
    "--store",
    envvar=["LAWGRAPH_STORE", "NEO4J_URI"],
    default=DEFAULT_STORE,
    metavar="GRAPH",
    help="The graph: a file, or the address of a Neo4j server.",
)
@click.version_option(package_name="lawgraph")
def main(store: str) -> None:
    """How Indian cases and provisions relate, answered only from a graph built from the texts."""


for command in (
    *graph.COMMANDS,
    *lookup.COMMANDS,
    *ask.COMMANDS,
    *neo4j.COMMANDS,
    *identity.COMMANDS,
    *research.COMMANDS,
    evaluate.eval_group,
    train_group,
):
    main.add_command(command)


if __name__ == "__main__":
    main()
