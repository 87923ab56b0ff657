"""The case that is asked for by what it stands for."""

from collections.abc import Sequence

from extraction.text.spacing import one_line
from kg.edges import Cites
from qa import prose
from qa.answering.passages import open_question
from qa.answering.provisions import cases_on_provision
from qa.evidence import Evidence
from qa.query.known import Described, described
from qa.query.question import Question, within
from qa.retrieval.excerpt import excerpt
from qa.retrieval.known_cases import WORTH, Known, known_cases
from qa.text import wording

CASES = 5  # told at most
FOLLOWERS = 3  # later cases told that follow the first
DESCRIBED = 3  # cases told with the words of those that cite them


def known_case(question: Question, evidence: Evidence, top: int) -> None:
    """The cases known for what the question says, the one that laid it down first; refused where none is likely."""
    asked = described(question.text) or Described(question.text, False)
    known = [one for one in known_cases(evidence, asked.told) if _of_the_time(one, question)]
    if not known:
        _otherwise(question, evidence, top, asked.several)
        return
    chosen = [one for one in known if one.score >= WORTH * known[0].score][: min(top, CASES)]
    evidence.take(one.case for one in known[:CASES])
    for place, one in enumerate(chosen[:DESCRIBED]):
        _say(evidence, one, first=not place)
    _say_followers(evidence, chosen[0])
    evidence.answer_with(one.case.id for one in chosen)
    evidence.near += [one.case for one in known[:CASES] if one not in chosen]


def _of_the_time(one: Known, question: Question) -> bool:
    """Whether the years and the bench that the question tells are the case's own, so far as the graph knows them."""
    years, size = question.years, one.case.bench_size
    if years is not None and one.case.year is not None and not within(years, one.case.year):
        return False
    return not (question.bench_size and size and question.bench_size != size)


def _otherwise(question: Question, evidence: Evidence, top: int, several: bool) -> None:
    """What the graph says on the matter, where several cases are asked for or nothing tells how likely one is."""
    if question.provisions:
        cases_on_provision(question, evidence, top)
    elif several or evidence.embedder(evidence.store) is None:
        open_question(question, evidence, top)
    else:
        evidence.refusal = "No case in the graph is known for this."


def _say(evidence: Evidence, one: Known, first: bool) -> None:
    """Name a case, in the words of one that cites it, else in its own."""
    named = wording.label(one.case)
    if one.descriptions:
        best = one.descriptions[0]
        [citing] = evidence.read([best.home or one.case.id])
        where = f", paragraph {best.node.paragraph}" if best.node.paragraph else ""
        said = f"so {wording.dated(citing)}{where}: “{one_line(best.node.quote)}”"
        source = evidence.cite_description(citing, best.node)
    elif one.passage:
        quoted = excerpt(evidence.store, one.passage)
        said, source = f"in its own words: “{quoted.shown}”", evidence.cite_passage(one.case, one.passage, quoted.quote)
    else:
        said, source = "cited by others on this", ""
    evidence.say(f"{named} is {'known for this' if first else 'cited on this too'}; {said}", [source])


def _say_followers(evidence: Evidence, first: Known) -> None:
    """Which of the cases that describe the first follow it."""
    describing: Sequence[str] = [hit.home for hit in first.descriptions if hit.home]
    edges = evidence.store.expand([first.case.id], [Cites], "in", {"treatment": ["followed", "affirmed"]})
    following = [edge for edge in edges if edge.is_own and edge.source in describing]
    evidence.link(following)
    if following:
        ids = sorted((edge.source for edge in following), key=lambda id: evidence.case(id).age)
        sources = [evidence.cite_edge(edge) for edge in following][:FOLLOWERS]
        names = prose.listing(evidence, ids, FOLLOWERS)
        evidence.say(f"{wording.dated(first.case)} was followed in {names}.", sources)
