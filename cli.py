"""The `lawgraph` command: gathers the commands of the rooms."""

import click

from kg.commands.options import DEFAULT_STORE, Lawgraph

COMMANDS = {
    "build": "kg.commands.graph:build_command",
    "remove": "kg.commands.graph:remove_command",
    "stats": "kg.commands.graph:stats_command",
    "unresolved": "kg.commands.graph:unresolved_command",
    "doctor": "kg.commands.graph:doctor_command",
    "export": "kg.commands.graph:export_command",
    "merge-report": "kg.commands.identity:merge_report_command",
    "split": "kg.commands.identity:split_command",
    "unsplit": "kg.commands.identity:unsplit_command",
    "registry": "kg.commands.identity:registry_group",
    "neo4j": "kg.commands.neo4j:neo4j_group",
    "push": "kg.commands.neo4j:push_command",
    "browse": "kg.commands.neo4j:browse_command",
    "show": "qa.commands.lookup:show_command",
    "path": "qa.commands.lookup:path_command",
    "search": "qa.commands.lookup:search_command",
    "ask": "qa.commands.ask:ask_command",
    "query": "qa.commands.query:query_command",
    "chat": "qa.commands.ask:chat_command",
    "precedents": "qa.commands.research:precedents_command",
    "similar": "qa.commands.research:similar_command",
    "eval": "qa.commands.evaluate:eval_group",
    "train": "training.commands.train:train_group",
}
"""Where every command is, imported when it is run."""


@click.group(cls=Lawgraph, lazy_commands=COMMANDS, epilog='Example: lawgraph ask "Is Golak Nath still good law?"')
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


if __name__ == "__main__":
    main()
