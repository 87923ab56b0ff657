"""From the words of a question to what it names and what it asks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.annotations import source
from extraction.light_spacy import Doc
from extraction.parties.likeness import SURE, same_titles
from extraction.parties.titles import has_versus
from extraction.parties.years import BESIDE, LATE_PRINT, apart
from extraction.provisions.acts import acts_named
from extraction.reading import provision_mentions, read, standing
from extraction.records import ProvisionMention
from extraction.text.characters import is_unicode
from extraction.text.spacing import one_line
from extraction.typed import parse_provision
from kg.linking.judges import judges
from kg.linking.name_match import IN_FULL, years_of
from kg.linking.named_cases import NamedCase, cases_named
from kg.nodes import Case, Node, Provision
from kg.store import Store
from qa.errors import QuestionError
from qa.query import cues
from qa.query.question import NO_CONTEXT, CaseName, Context, ProvisionName, Question, Side
from qa.query.record import Facts
from qa.text import wording
from qa.text.masking import blank
from qa.text.stems import stems
from qa.text.treatment_words import treatments
from qa.understanding import conditions as narrowing
from qa.understanding.composed import composed
from qa.understanding.descriptions import asides, describes, inside, named_once
from qa.understanding.numerals import in_figures
from qa.understanding.stories import called_a_case, is_story, named_in_story
from qa.understanding.wants import read_question

LONGEST = 2000  # characters of a question; more is a document
YEAR_AFTER = re.compile(
    r"(?:\s+(?:case|judge?ment|decision|ruling|matter|appeal)(?=\s+of\s))?\.?[\s,;:(\[-]{0,4}(?:decided\s+(?:in\s+)?)?(?:(?:on|of|dated?|dt\.?)\s+)?(?:(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?[\s./-]+)?"
    r"(?:[A-Za-z]{3,9}|\d{1,2})[,\s./-]+)?(?:\d{1,2},\s*)?(1[89]\d\d|20\d\d)\b(?!s)[)\]]?"
)
QUANTITY = re.compile(
    r"\b\d+(?:\.\d+)?\s*(?:%|(?:mg|ml|kgs?|kms?|kmph|grams?|lit(?:er|re)s?|days?|weeks?|months?|years?|hours?|per\s?cent|lakhs?|crores?|rupees|judges?|marks|acres)\b)",
    re.IGNORECASE,
)
NOUN = r"(?:case|judge?ment|decision|ruling|order|verdict|matter|appeal)"
YEAR_BEFORE = re.compile(rf"\b(1[89]\d\d|20\d\d)\s+(?:{NOUN}\s+(?:in|of)\s+(?:the\s+)?)?$")
CALLED = re.compile(
    rf"\bthe (?:\d{{4}} |famous |landmark |leading |well-known )?{NOUN} (?:in|of) (?:the )?§", re.IGNORECASE
)
RELATING = 0.3  # below, a word of the question is rather a word than a case that happens to have it for a name
SENTENCE = re.compile(r"(?:^|[.?!:]\s+)$")
ASKING = frozenset(cues.TABLE["topic"]["asking"].split())


def understand(store: Store, text: str, context: Context = NO_CONTEXT) -> Question:
    """Read a question. Raises `QuestionError` for one that is empty or too long to be a question."""
    text = check(text)
    doc = read(text)
    unsettled = blank(text, [(case.start, case.end) for case in context.names] + narrowing.authors(store, text))
    cases = [_case(text, named) for named in cases_named(store, unsettled, doc) if not acts_named(named.text)]
    cases = named_once(text, sorted([*context.names, *cases], key=lambda case: case.start))
    told = asides(text, cases, [_year_end(text, case) for case in cases])
    cases = [case for case in cases if not inside(case.start, case.end, told)]
    mentions = _provisions(doc, [(c.start, c.end) for c in cases])
    mentions = [m for m in mentions if not inside(m.start, m.end, told) and not (cases and describes(text, m.start))]
    cases = [case for case in cases if not _by_chance(text, case, cases)]
    story = is_story(text)
    sure = mentions or any(not _everyday(text, case) for case in cases)
    wants = {} if sure and not story else read_question(text).wants
    if story or (wants and wants["relation"] < RELATING):
        cases = [case for case in cases if not _everyday(text, case)]
    if story:
        cases = named_in_story(text, cases)
    masked = mask(text, cases, mentions, told)
    said = blank(
        text, [(_year_start(text, c), _year_end(text, c)) for c in cases] + [(p.start, p.end) for p in mentions]
    )
    plain = blank(said, told)
    question = Question(text, masked, cases=cases, among=context.among, wants={} if cases else wants)
    question.acts = _acts(doc, text, mentions)
    question.provisions = _in_graph(store, mentions, question.acts)
    question.judges = judges(store, plain)
    question.courts = narrowing.courts(store, plain)
    dated = blank(plain, [(a.start, a.end) for a in standing(doc._.acts, doc, plain)])
    question.years = None if story else narrowing.years(dated)
    question.bench_size = narrowing.bench_size(plain)
    question.topic = topic(said, question.judges)
    classify(question)
    return question


def classify(question: Question) -> None:
    """Set what the question asks for, from its masked text and from what its names turned out to be."""
    question.asked = cues.asked(question.masked)
    question.side = _side(question)
    question.treatments = treatments(question.masked)
    question.assumed = bool(cues.PREMISE["assumed"].search(question.masked))
    question.intent = cues.intent(question)
    question.parts = cues.parts(question.masked)
    if found := composed(question):
        question.query, question.unread = found
        question.intent = "facts" if isinstance(question.query, Facts) else "filter"


def check(text: str) -> str:
    """The question on one line. Raises `QuestionError` where there is none, it is no text or it is too long."""
    if not is_unicode(text):
        raise QuestionError("what was typed is not valid UTF-8; type it again")
    line = in_figures(one_line(text))
    if not re.search(r"\w", line):
        raise QuestionError('the question is empty: ask, for example, "Which later cases overruled ADM Jabalpur?"')
    if len(line) > LONGEST:
        raise QuestionError(f"the question has {len(line):,} characters: ask in {LONGEST:,} or fewer")
    return line


def mask(
    text: str, cases: Sequence[CaseName], mentions: Sequence[ProvisionMention], told: Sequence[tuple[int, int]] = ()
) -> str:
    """The question with "§" for every case (with its year), "¶" for every provision, and without asides."""
    spans = [(c.start, _year_end(text, c), "§") for c in cases] + [(p.start, p.end, "¶") for p in mentions]
    spans += [(start, end, "") for start, end in told if not any(a <= start < b for a, b, _ in spans)]
    for start, end, sign in sorted(spans, reverse=True):
        text = text[:start] + sign + text[end:]
    return CALLED.sub("§", re.sub(r"¶(?:[\s,/&]*(?:and|r/w)?[\s,/&]*¶)+", "¶", text))


def topic(plain: str, judges: Sequence[Node]) -> list[str]:
    """The words of the question that say what it is about, names and the words of asking left out."""
    names = {w for judge in judges for w in re.findall(r"[a-z]+", wording.title(judge).lower())}
    words = re.findall(r"[^\W\d_][\w'-]+", plain)
    return [w for w in words if w.lower() not in ASKING and w.lower() not in names and stems(w)]


def _case(text: str, named: NamedCase) -> CaseName:
    """What the graph has for one name; a year beside the name that is not the case's own makes it unknown."""
    end = named.end + (text[named.end : named.end + 1] == ")" and named.text.count("(") > named.text.count(")"))
    match = YEAR_AFTER.match(text, end)
    said = int(match[1]) if match else None
    in_full = [c for c in named.lookup.candidates if c.score >= IN_FULL]
    candidates = [c.node for c in in_full or named.lookup.candidates]
    nearest = [c.node for c in named.lookup.nearest]
    node = named.lookup.found
    if said and node is None:
        near = sorted((n for n in candidates if _apart(n, said) <= BESIDE), key=lambda n: _apart(n, said))
        node = near[0] if near else None
    if node is None and not candidates and nearest and _same_names(named.text, nearest[0]):
        node = nearest[0]
    if node and said and _apart(node, said) > LATE_PRINT:
        nearest, node = [node], None
    return CaseName(named.start, end, text[named.start : end], node, candidates, nearest, said)


def _same_names(said: str, node: Case) -> bool:
    """Whether both parties as said are those of the case, spelling apart."""
    return same_titles(said, wording.title(node)) >= SURE


def _by_chance(text: str, case: CaseName, cases: Sequence[CaseName]) -> bool:
    """A word of the question, written small, that is also the name of a stub.

    It is no name beside a case named in full, nor where the question asks nothing that is asked of cases.
    """
    alone = case.text.islower() and " " not in case.text and not text.islower()
    if not alone or (case.node and case.node.has_text):
        return False
    question = Question(text, mask(text, [case], []), cases=[case])
    classify(question)
    return len(cases) > 1 or question.intent == "case"


def _everyday(text: str, case: CaseName) -> bool:
    """A name of no case or of several, or one word that is written small or begins a sentence."""
    if has_versus(case.text) or (case.node and (called_a_case(text, case) or case.text == text)):
        return False
    if case.node is None:
        return True
    return " " not in case.text and (case.text.islower() or bool(SENTENCE.search(text[: case.start])))


def _apart(node: Case, said: int) -> int:
    """Years between what was said and the nearest year that the graph connects with the case."""
    return apart(years_of(node), [said]) or 0


def _year_end(text: str, case: CaseName) -> int:
    match = YEAR_AFTER.match(text, case.end)
    return match.end() if match else case.end


def _year_start(text: str, case: CaseName) -> int:
    """Where a case begins with the year said before it ("the 1992 decision in Bhajan Lal"), if it is the case's own."""
    match = YEAR_BEFORE.search(text, max(0, case.start - 60), case.start)
    own = match and any(_apart(node, int(match[1])) == 0 for node in ([case.node] if case.node else case.candidates))
    return match.start() if match and own else case.start


def _provisions(doc: Doc, taken: Sequence[tuple[int, int]]) -> list[ProvisionMention]:
    """Provisions outside the names of cases, in prose ("section 302 of the Penal Code") or as typed ("IPC 302")."""
    text = source(doc)
    plain = blank(text, [*taken, *(found.span() for found in QUANTITY.finditer(text))])
    found = provision_mentions(doc, plain)
    typed = parse_provision(plain, doc) if any(m.provision is None for m in found) else []
    if typed and [m.number for m in typed] == [m.number for m in found]:
        return [_with_act(m, t) for m, t in zip(found, typed, strict=True)]
    if found:
        return found
    return [m for m in parse_provision(plain, doc) if plain[m.start : m.end].strip()]


def _with_act(read: ProvisionMention, typed: ProvisionMention) -> ProvisionMention:
    """A mention in prose with the act that was typed beside it, which then belongs to it."""
    if typed.provision is None:
        return read
    start, end = min(read.start, typed.start), max(read.end, typed.end)
    return replace(read, start=start, end=end, provision=typed.provision)


def _in_graph(store: Store, mentions: Sequence[ProvisionMention], acts: Sequence[str]) -> list[ProvisionName]:
    named = []
    for mention in mentions:
        only = acts[0] if len(acts) == 1 else "constitution-of-india" if mention.kind == "article" else None
        wanted = mention.provision or (f"{only}/{mention.kind}-{mention.number}" if only else None)
        ids = [n.id for n in store.nodes([wanted] if wanted else _open_ids(store, mention))]
        named.append(ProvisionName(mention.start, mention.end, mention.text, mention.kind, mention.number, ids, wanted))
    return named


def _open_ids(store: Store, mention: ProvisionMention) -> list[str]:
    """Ids a provision without an act may have: among its candidate acts, else wherever the number exists with text."""
    of_candidates = [f"{act}/{mention.kind}-{mention.number}" for act in mention.candidates]
    if store.nodes(of_candidates):
        return of_candidates
    alike = store.find(Provision, {"number": mention.number, "kind": mention.kind})
    with_text = [n.id for n in alike if n.text]
    return with_text if len(with_text) == 1 else []


def _acts(doc: Doc, text: str, mentions: Sequence[ProvisionMention]) -> list[str]:
    """The acts that the question names or alludes to."""
    found = [act.id for mention in doc._.acts for act in acts_named(mention.name)[:1]]
    found += [m.provision.partition("/")[0] for m in mentions if m.provision]
    found += [act for pattern, act in cues.ALLUSIONS if pattern.search(text)]
    return list(dict.fromkeys(found))


def _side(question: Question) -> Side:
    if question.among and not question.cases:
        return "in" if cues.CUES["suffered"].search(question.masked) else "out"
    if question.cases:
        return cues.side(question.masked)
    return "in" if cues.CUES["refers_in"].search(question.masked) else "out"
