"""Questions that rest on what is not so: unknown authorities and premises that the graph contradicts."""

import re
from collections.abc import Iterable, Sequence

from extraction.parties.likeness import CLOSE, same_titles
from extraction.parties.titles import has_versus
from extraction.provisions.acts import act_title, acts_named
from kg.edges import Cites, CitesProvision, CorrespondsTo, DecidedBy
from kg.linking.name_match import all_common
from kg.nodes import Case, Chunk, Provision, of_type
from qa.answering.citing import citations
from qa.evidence import Evidence
from qa.query.cues import PREMISE
from qa.query.question import CaseName, ProvisionName, Question, within
from qa.text import wording

JUDGE = re.compile(r"\b(?:Mr\.? |Mrs\.? |Ms\.? )?Justice ((?:[A-Z][\w.]*\s?){1,4})")
YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
BEYOND_ANY = re.compile(r"\b(?:sections?|articles?|arts?\.?|secs?\.?)\s*\d{4,6}\b", re.IGNORECASE)
NEAREST = 3  # shown beside what was asked for
CLEARLY_MORE = 3  # times as many as any rival
PROPER_NAME = re.compile(r"\b[A-Z][\w.]+ [A-Z]\w")
OF_THE_CASE_ITSELF = ("case", "summary", "provision_of_case", "between")


def false_premise(question: Question, evidence: Evidence) -> str | None:
    """Why the question cannot be answered as put, with the nearest real authority; None where it can."""
    return (
        _unknown_case(question, evidence)
        or _later_act(question, evidence)
        or _unknown_provision(question, evidence)
        or _provision_not_in_case(question, evidence)
        or _unknown_judge(question)
        or _other_judge(question, evidence)
        or _other_bench(question, evidence)
        or _outside_the_years(question, evidence)
    )


def settle(question: Question, evidence: Evidence) -> None:
    """Give names that fit several cases to the one joined by a citation to another case named, else to the one that
    is cited far more than the others, if there is one."""
    for case in question.cases:
        if case.node is None and len(case.candidates) > 1:
            case.node = _joined(case, question, evidence)
        if case.node is None and len(case.candidates) > 1 and case.year is None and not all_common(case.text):
            counts = _cited(case.candidates, evidence)
            rivals = [count for count, node in counts[1:] if not _told_alike(node, counts[0][1])]
            if counts[0][0] >= CLEARLY_MORE * max(1, *rivals, 0):
                case.node = counts[0][1]


def _cited(nodes: Iterable[Case], evidence: Evidence) -> list[tuple[int, Case]]:
    """The nodes with how many cases cite them, the most cited first."""
    counts = [(len(evidence.store.expand([n.id], [Cites], "in")), n) for n in nodes]
    return sorted(counts, key=lambda c: (-c[0], c[1].id))


def _told_alike(one: Case, other: Case) -> bool:
    """Whether two nodes have the same parties and year: one case, so far as a question can tell."""
    years = {one.year, other.year} - {None}
    return same_titles(wording.title(one), wording.title(other)) >= CLOSE and len(years) <= 1


def _joined(case: CaseName, question: Question, evidence: Evidence) -> Case | None:
    """The candidate that cites, or is cited by, a case that the question names beside it; None where several do."""
    others = {node.id for node in question.named_cases()}
    if not others:
        return None
    ids = {node.id for node in case.candidates}
    edges = evidence.store.expand(sorted(others), [Cites], "both")
    joined = {end for edge in edges for end in (edge.source, edge.target)} & ids
    counts = _cited([node for node in case.candidates if node.id in joined], evidence)
    return counts[0][1] if counts and all(_told_alike(node, counts[0][1]) for _, node in counts) else None


def _unknown_case(question: Question, evidence: Evidence) -> str | None:
    found = question.named_cases()
    unknown = [case for case in question.cases if case.node is None and (not found or _surely_a_name(case.text))]
    if not unknown or question.intent in ("between", "known_case"):
        return None
    case = unknown[0]
    if len(case.candidates) > 1 and case.year is None:
        return f"“{case.text}” may be any of several cases: {_offered(case.candidates, evidence)}. Say which."
    return _no_such_case(case, evidence)


def _surely_a_name(said: str) -> bool:
    return has_versus(said) or bool(PROPER_NAME.search(said))


def _no_such_case(case: CaseName, evidence: Evidence) -> str:
    said = f"“{case.text}”" + (f" of {case.year}" if case.year else "")
    near = case.nearest or case.candidates
    offer = f" The nearest: {_offered(near, evidence)}." if near else ""
    return f"The graph has no case {said}.{offer}"


def _offered(nodes: Sequence[Case], evidence: Evidence) -> str:
    shown = nodes[:NEAREST]
    evidence.take(shown)
    return wording.join([_told_apart(node) for node in shown])


def _told_apart(node: Case) -> str:
    decided = node.year
    label = wording.label(node)
    return f"{label} of {decided}" if decided and str(decided) not in label else label


def _unknown_provision(question: Question, evidence: Evidence) -> str | None:
    if too_high := BEYOND_ANY.search(question.text):
        return f"The graph has no {too_high[0]}; no act has so many."
    for provision in question.provisions:
        known = of_type(Provision, evidence.store.nodes(provision.ids))
        if any(n.text or _is_told_of(n, question, evidence) for n in known):
            continue
        if provision.wanted is None and question.named_cases() and question.intent != "case":
            continue
        if provision.wanted is None and question.intent == "known_case":
            continue
        if provision.wanted is None:
            return f"The graph has no {provision.text}, or it belongs to several acts: name the act."
        act = provision.wanted.partition("/")[0]
        nearest = _nearest_provisions(provision.wanted, evidence)
        offer = f" The nearest: {wording.join([wording.title(n) for n in nearest])}." if nearest else ""
        known_act = f" The graph has no text of the {act_title(act)}." if not nearest else offer
        return f"The graph has no {wording.provision_title(provision.wanted)}.{known_act}"
    return None


def _is_told_of(node: Provision, question: Question, evidence: Evidence) -> bool:
    """Whether the graph knows of a provision without text what is asked: cases on it, offences, what replaced it."""
    if question.intent in ("classification", "replacement") and (
        node.offences or evidence.store.expand([node.id], [CorrespondsTo], "both")
    ):
        return True
    return bool(evidence.store.expand([node.id], [CitesProvision], "in"))


def _nearest_provisions(wanted: str, evidence: Evidence) -> list[Provision]:
    """The provisions of the same act whose numbers are next to the one wanted."""
    act, number = wanted.partition("/")[0], _number(wanted)
    known = [n for n in evidence.store.find(Provision, {"act_id": act}) if n.text]
    nearest = sorted(known, key=lambda n: (abs(_number(n.id) - number), n.id))[:2]
    evidence.take(nearest)
    return nearest


def _number(provision_id: str) -> int:
    found = re.search(r"\d+", provision_id.rpartition("/")[2])
    return int(found[0]) if found else 0


def _later_act(question: Question, evidence: Evidence) -> str | None:
    """A case cannot have applied an act that was made after it."""
    if question.intent not in OF_THE_CASE_ITSELF or not PREMISE["interprets"].search(question.masked):
        return None
    decided = question.subject().year if question.named_cases() else None
    for mention in question.doc._.acts:
        made = YEAR.search(mention.name) or YEAR.search(" ".join(act.id for act in acts_named(mention.name)))
        if decided and made and int(made[1]) > decided:
            evidence.take([question.subject()])
            case, act = wording.label(question.subject()), mention.name.strip()
            return f"{case} was decided in {decided}, before the {act} was made; it cannot have applied it."
    return None


def _provision_not_in_case(question: Question, evidence: Evidence) -> str | None:
    """A case asked about for a provision that its text never names."""
    if question.intent != "case" or not question.provisions:
        return None
    subject = question.subject()
    edges = evidence.store.expand([subject.id], [CitesProvision], "out")
    applied = {e.target for e in edges}
    wanted = [i for p in question.provisions for i in p.ids]
    if not subject.has_text or not wanted or applied & set(wanted):
        return None
    if any(_in_words(evidence, subject, provision) for provision in question.provisions):
        return None
    evidence.take([subject])
    named = wording.join([wording.provision_title(i) for i in wanted])
    return f"{wording.label(subject)}: nothing in the graph shows that it refers to {named}."


def _in_words(evidence: Evidence, subject: Case, provision: ProvisionName) -> bool:
    """Whether a passage of the case has the provision's number, of whichever act."""
    hits = evidence.by_words(provision.number, NEAREST, Chunk, [subject.id])
    number = re.compile(rf"\b{re.escape(provision.number)}\b", re.IGNORECASE)
    return any(number.search(hit.node.text) for hit in hits)


def _unknown_judge(question: Question) -> str | None:
    """A judge named as such whom the graph does not know."""
    named = JUDGE.search(question.masked)
    if named is None or question.judges:
        return None
    return f"The graph knows no judge {named[1].strip()}."


def _other_judge(question: Question, evidence: Evidence) -> str | None:
    """A judge asked about in a case that was decided by others, and whose text never names the judge."""
    if question.intent not in OF_THE_CASE_ITSELF or not question.judges or not question.named_cases():
        return None
    subject, asked = question.subject(), {judge.id for judge in question.judges}
    deciding = {edge.target for edge in evidence.store.expand([subject.id], [DecidedBy], "out")}
    surnames = {wording.title(judge).split()[-1].lower() for judge in question.judges}
    texts = [hit.node for name in surnames for hit in evidence.by_words(name, NEAREST, Chunk, [subject.id])]
    said = " ".join(node.text for node in texts).lower()
    if not deciding or deciding & asked or any(name in said for name in surnames):
        return None
    evidence.take([subject])
    bench = wording.join([wording.title(judge) for judge in evidence.read(sorted(deciding))])
    return f"{wording.label(subject)} was decided by {bench}, not by {wording.title(question.judges[0])}."


def _other_bench(question: Question, evidence: Evidence) -> str | None:
    """A bench of a size that the named case's was not."""
    if question.intent not in OF_THE_CASE_ITSELF or not question.bench_size or not question.named_cases():
        return None
    subject = question.subject()
    size = subject.bench_size
    if size is None or size < 2 or size == question.bench_size:
        return None
    evidence.take([subject])
    return f"{wording.label(subject)} was decided by a bench of {size}, not of {question.bench_size}."


def _outside_the_years(question: Question, evidence: Evidence) -> str | None:
    """Cases asked for of years from which the graph has none."""
    if question.intent != "filter" or not question.years:
        return None
    if evidence.store.find(Case, {"year": question.years, "has_text": True}, limit=1):
        return None
    return f"The graph has no judgment of {wording.years_said(question.years)}."


def untimely(question: Question, evidence: Evidence) -> str | None:
    """A treatment taken for granted, with a year or a bench that no edge of that treatment has."""
    grave = [t for t in question.treatments if t in ("overruled", "reversed")]
    said = grave or (question.treatments if question.years else ())
    if not (question.assumed and said and question.intent in ("treatment", "good_law", "filter")):
        return None
    subject = question.subject()
    deciding = [evidence.case(e.source) for e in citations(evidence, subject, "in") if e.treatment in said and e.is_own]
    timely = [n for n in deciding if not question.years or within(question.years, n.year)]
    sizes = {n.bench_size for n in timely} - {None}
    if deciding and (not timely or (question.bench_size and sizes and question.bench_size not in sizes)):
        when = wording.join([wording.label(n) for n in deciding[:NEAREST]])
        return f"{wording.label(subject)} was not {said[0]} as the question says; the graph knows of: {when}."
    return None
