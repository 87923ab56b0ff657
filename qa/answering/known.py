"""The case that is asked for by what it stands for."""

from collections.abc import Sequence

from extraction.text.spacing import one_line
from kg.edges import Cites
from qa import prose
from qa.answering.passages import open_question
from qa.answering.provisions import cases_on_provision
from qa.answering.timely import later_than_all
from qa.evidence import Evidence
from qa.query.known import described
from qa.query.question import Question
from qa.retrieval.cases.known import known_cases
from qa.retrieval.cases.signals import Found
from qa.retrieval.excerpt import excerpt
from qa.text import wording

FOLLOWERS = 3  # later cases told that follow the first
DESCRIBED = 3  # cases told with the words of those that cite them
LIKELY = 0.25  # the least probability of a case that answers: four in five such are right (docs/meaning.md)
FAINT = 0.05  # of one that is named where none answers
NEARLY = 0.1  # of it: those beneath are not worth naming
WORTH = 0.5  # of the first one's: those beneath are other matters


def known_case(question: Question, evidence: Evidence, top: int) -> None:
    """The cases that the question describes, the one that laid it down first; refused where none is likely."""
    evidence.refusal = later_than_all(question, evidence)
    if evidence.refusal:
        return
    known = known_cases(question, evidence)
    evidence.take(one.found.case for one in known)
    if not known or known[0].probability < LIKELY:
        _otherwise(question, evidence, top)
        evidence.near += [one.found.case for one in known if evidence.refusal and one.probability >= FAINT]
        return
    chosen = [one for one in known if one.probability >= WORTH * known[0].probability][:top]
    for place, one in enumerate(chosen[:DESCRIBED]):
        _say(evidence, one.found, first=not place)
    _say_followers(evidence, chosen[0].found)
    evidence.answer_with(one.found.case.id for one in chosen)
    near = [one for one in known if one not in chosen and one.probability >= NEARLY * known[0].probability]
    evidence.near += [one.found.case for one in near]


def _otherwise(question: Question, evidence: Evidence, top: int) -> None:
    """What the graph says on the matter, where several cases are asked for or one on a provision."""
    asked = described(question.text)
    if question.provisions:
        cases_on_provision(question, evidence, top)
    elif asked and asked.several:
        open_question(question, evidence, top)
    else:
        evidence.refusal = "No case in the graph is known for this."


def _say(evidence: Evidence, one: Found, first: bool) -> None:
    """Name a case, in the words of one that cites it, else in its own."""
    fits = "is known for this" if one.descriptions else "fits this best"
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
    evidence.say(f"{wording.label(one.case)} {fits if first else 'comes near'}; {said}", [source])


def _say_followers(evidence: Evidence, first: Found) -> None:
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
