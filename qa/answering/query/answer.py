"""Answers a query: the first sentence says what was asked, the next ones by what words of which judgment it is so."""

from collections.abc import Sequence
from dataclasses import replace

from kg.edges import Cites, Quoted, strongest
from kg.nodes import Case, Node
from qa import prose
from qa.answer import Claim
from qa.answering.chains import say_chain, say_comparison
from qa.answering.query.facts import say_facts
from qa.answering.summary import say_summary
from qa.evidence import Evidence
from qa.query.evaluate import Found, evaluate
from qa.query.question import Question
from qa.query.record import (
    And,
    Comparison,
    Condition,
    Count,
    Facts,
    Is,
    Nodes,
    Path,
    Query,
    Related,
    Summary,
    Whether,
    named,
)
from qa.query.words import in_words, meeting, several
from qa.text import wording

LISTED = 10  # more are a table


def composed(question: Question, evidence: Evidence, top: int) -> None:
    """Answer a question whose conditions compose, and say which words of it were not understood."""
    if question.query is not None:
        answer_query(question.query, evidence, top)
    if question.unread and evidence.claims:
        said = wording.join([f"“{words}”" for words in question.unread])
        evidence.claims.insert(1, Claim(f"I did not understand {said}: the answer leaves it out.", []))


def answer_query(query: Query, evidence: Evidence, top: int) -> None:
    """Gather and say what a query finds, its names being ids."""
    evidence.read(named(query))
    match query:
        case Nodes() | Count():
            _say_found(query if isinstance(query, Nodes) else query.of, evidence, top, "")
        case Whether(of):
            _say_found(of, evidence, top, "No: " if not evaluate(evidence.store, of).nodes else "Yes: ")
        case Facts(of, what):
            found = evaluate(evidence.store, of)
            say_facts(evidence, found.nodes, what, top) if found.nodes else _say_none(of, evidence, "")
        case Path(start, end):
            if ends := _two(evidence, start, end):
                say_chain(evidence, *ends, top)
        case Comparison(one, other):
            if ends := _two(evidence, one, other):
                say_comparison(evidence, *ends, top)
        case Summary(of):
            if case := _one(evidence, of):
                say_summary(evidence, case)


def _say_found(nodes: Nodes, evidence: Evidence, top: int, verdict: str) -> None:
    """Say which nodes meet the query, then by which words."""
    found = evaluate(evidence.store, nodes)
    evidence.take(found.nodes)
    evidence.link(found.edges)
    if not found.nodes:
        _say_none(nodes, evidence, verdict)
        return
    evidence.answer_with(node.id for node in found.nodes)
    quoted = [edge for edge in found.edges if isinstance(edge, Quoted)]
    nodes = replace(nodes, where=nodes.where and _meant(nodes.where, {end for edge in found.edges for end in edge.key}))
    sources = list(dict.fromkeys(evidence.cite_edge(edge) for edge in quoted[:top]))
    evidence.say(_sentence(nodes, evidence, found, verdict), sources)
    telling = strongest(edge for edge in quoted if isinstance(edge, Cites))
    for edge in telling[:top]:
        prose.treatment_sentence(evidence, edge)
    prose.quote_sentences(evidence, telling or quoted)


def _sentence(nodes: Nodes, evidence: Evidence, found: Found, verdict: str) -> str:
    """ "Three cases in the graph follow A v. B: ..."; more than a few are left to the table of answers."""
    listed = "" if len(found.nodes) > LISTED else f": {_listing(nodes, found)}"
    if nodes.top is not None:
        said = in_words(evidence.store, nodes)
        return f"{verdict}{said if verdict else said[:1].upper() + said[1:]}{listed}."
    many = len(found.nodes)
    count = wording.plural(many, nodes.kind)
    if nodes.where is None or isinstance(nodes.where, Is):
        return f"{verdict}{'the' if verdict else 'The'} graph has {count}{listed}."
    said = meeting(evidence.store, nodes, many == 1).removeprefix(" that ")
    return f"{verdict}{count if verdict else count.capitalize()} in the graph {said}{listed}."


def _meant(where: Condition, ends: set[str]) -> Condition:
    """The condition with those of several judges of one name alone who decided what was found."""
    match where:
        case And(of):
            return And(tuple(_meant(part, ends) for part in of))
        case Related("decided by", Nodes("judge", Is(names), None)):
            meant = tuple(name for name in names if name in ends)
            return replace(where, to=Nodes("judge", Is(meant or names)))
    return where


def _listing(nodes: Nodes, found: Found) -> str:
    """The nodes by name; of a ranking each with how many it has."""
    if not found.counts:
        return wording.join([wording.dated(node) for node in found.nodes])
    kind = nodes.top.by.to.kind if nodes.top and isinstance(nodes.top.by, Related) else nodes.kind
    counted = [(node, found.counts[node.id]) for node in found.nodes]
    return wording.join([f"{wording.title(node)} ({wording.plural(count, kind)})" for node, count in counted])


def _say_none(nodes: Nodes, evidence: Evidence, verdict: str) -> None:
    said = meeting(evidence.store, nodes, one=True)
    evidence.say(f"{verdict}{'the' if verdict else 'The'} graph has no {several(nodes.kind, 1)}{said}.")


def _one(evidence: Evidence, nodes: Nodes) -> Case | None:
    """The one case that is meant; refused where there are none or several."""
    found: Sequence[Node] = evaluate(evidence.store, nodes).nodes
    if len(found) == 1 and isinstance(found[0], Case):
        return found[0]
    evidence.refusal = f"{in_words(evidence.store, nodes)}: {wording.plural(len(found), 'case')}; one is needed."
    return None


def _two(evidence: Evidence, one: Nodes, other: Nodes) -> tuple[Case, Case] | None:
    first = _one(evidence, one)
    second = _one(evidence, other) if first else None
    return (first, second) if first and second else None
