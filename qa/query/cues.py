"""What a question asks for: its kind, its direction and the treatments it names, read by tables of patterns."""

import re
import tomllib
from importlib.resources import files
from typing import Any, Literal

from extraction.parties.titles import has_versus
from extraction.records import PassageRole
from qa.query.known import described
from qa.query.question import Intent, Question, Side, within
from qa.text.stems import stems

TABLE: dict[str, Any] = tomllib.loads(files("qa").joinpath("data/cues.toml").read_text(encoding="utf-8"))
ASKED = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in TABLE["asked"].items()}
CUES = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in TABLE["intent"].items()}
PARTS: dict[PassageRole, re.Pattern[str]] = {
    part: re.compile(pattern, re.IGNORECASE) for part, pattern in TABLE["part"].items()
}
ASKING_SUMMARY = frozenset(TABLE["topic"]["asking_summary"].split())
PREMISE = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in TABLE["premise"].items()}
SIDES = [(re.compile(row.get("in") or row["out"], re.IGNORECASE), row) for row in TABLE["side"]]
ALLUSIONS = [(re.compile(pattern, re.IGNORECASE), act) for pattern, act in TABLE["allusions"].items()]
SETTLING = {"followed"}
TOLD = 3  # words beside a provision, a judge or a year: fewer describe no case ("the case on section 302, murder")
ON_PROVISION = re.compile(r"(?:\w+ )?¶")  # one word before it is its act: "CrPC 125 (a wife's keep)"
SURELY = 0.8  # that a case is wanted, by a question that speaks of provisions first
PLAIN = 4  # the weight of a cue that says by itself what is asked
NAMELESS = re.compile(r"\b(?:articles?|sections?|provisions?)\b", re.IGNORECASE)


def asked(masked: str) -> Literal["case", "provision"] | None:
    """Whether cases or provisions are asked for: the kind that the question names first."""
    places = [(found.start(), kind) for kind, pattern in ASKED.items() if (found := pattern.search(masked))]
    kinds: dict[str, Literal["case", "provision"]] = {"case": "case", "provision": "provision"}
    return kinds[min(places)[1]] if places else None


def side(masked: str) -> Side:
    """Which way the citation runs, by the weight of the cues; what later cases did where nothing tells."""
    weights = {"in": 0, "out": 0}
    for pattern, row in SIDES:
        if pattern.search(masked):
            weights["in" if "in" in row else "out"] += row["weight"]
    return "out" if weights["out"] > weights["in"] else "in"


def plainly_related(masked: str) -> bool:
    """Whether some cue says beyond doubt that citations are asked for, whatever else the question says."""
    return any(pattern.search(masked) for pattern, row in SIDES if row["weight"] >= PLAIN)


def intent(question: Question) -> Intent:
    """The kind of question, from what it names and how it asks."""
    count = len(question.named_cases())
    if question.among:
        return "filter" if count or not question.treatments else "among"
    if count >= 2:
        return _of_two_cases(question)
    if count == 1:
        return _of_one_case(question)
    if _known(question):
        return "known_case"
    if question.provisions:
        return _of_provisions(question)
    return _of_topic(question)


def _known(question: Question) -> bool:
    """Whether a case is asked for by what it stands for.

    Beside a provision it is the one case known for something, not those on the provision; a name in full is no
    description.
    """
    asked = described(question.text)
    if asked and asked.several and (question.provisions or question.years or question.bench_size or question.judges):
        return False
    if question.wants:
        told = len(question.topic) >= TOLD or not (question.judges or question.courts or question.years)
        return told and question.wanted("case") and (question.asked != "provision" or question.wants["case"] >= SURELY)
    if asked is None or question.judges or question.courts or any(has_versus(case.text) for case in question.cases):
        return False
    return not question.provisions or (len(question.topic) >= TOLD and not _on_provision(question.masked))


def _of_two_cases(question: Question) -> Intent:
    words = question.masked
    if CUES["comparison"].search(words):
        return "comparison"
    if CUES["path"].search(words) and not set(question.treatments) - SETTLING:
        return "path"
    if CUES["good_law"].search(words) and not CUES["declared"].search(words):
        return "good_law"
    several = CUES["both"].search(words) or CUES["either"].search(words)
    if question.asked == "case" and several and question.side == "in":
        return "filter"
    return "between"


def _of_one_case(question: Question) -> Intent:
    words = question.masked
    if _of_itself(question):
        return "summary"
    if question.asked == "provision" or (not question.provisions and question.asked is None and NAMELESS.search(words)):
        return "provision_of_case"
    if _narrowed(question) and question.side == "in" and not question.assumed:
        return "filter"
    if CUES["good_law"].search(words):
        return "good_law"
    grave = set(question.treatments) - SETTLING
    if grave or CUES["treated"].search(words):
        return "treatment"
    if plainly_related(words):
        return "cited_by" if question.side == "in" else "cites"
    related = any(pattern.search(words) for pattern, _ in SIDES)
    if (related and question.asked == "case") or (question.treatments and (related or question.asked == "case")):
        return "cited_by" if question.side == "in" else "cites"
    if re.search(
        r"\bcit(?:e|es|ed|ing|ations?|ators?)\b|\bprecedents?\b|\bcases? referred\b|\breferr|\btable of cases\b",
        words,
        re.IGNORECASE,
    ):
        return "cited_by" if question.side == "in" else "cites"
    if _told_beside(question):
        return "known_case"
    return "case" if question.provisions or _of_something(question) else "summary"


def parts(masked: str) -> tuple[PassageRole, ...]:
    """The parts of a case that a question asks for by themselves."""
    return tuple(part for part, pattern in PARTS.items() if pattern.search(masked))


def _of_itself(question: Question) -> bool:
    """Whether a case is asked about for what it was about, as a whole or in its parts, and not for what it cites."""
    words = question.masked
    other = CUES["citing"].search(words) or NAMELESS.search(words) or question.provisions
    if other or set(question.treatments) - SETTLING:
        return False
    return bool(CUES["summary"].search(words)) or bool(parts(words) and not _of_something(question))


def _of_something(question: Question) -> bool:
    """Whether a question asks something of a case: a fact of its record, or what it says on a subject."""
    on = [word for word in question.topic if re.sub(r"'s?$", "", word.lower()) not in ASKING_SUMMARY]
    return bool(on) or bool(CUES["of_record"].search(question.masked))


def _on_provision(masked: str) -> bool:
    """Whether what a case is sought on is a provision itself: "the ruling on section 9 (setting up a lamp)"."""
    asked = described(masked)
    return asked is not None and bool(ON_PROVISION.match(asked.told))


def _told_beside(question: Question) -> bool:
    """Whether more is told of the case asked for than a name, a word of it by chance: "the Ayodhya land dispute"."""
    asked = described(question.text)
    named = stems(" ".join(case.text for case in question.cases))
    return asked is not None and _known(question) and len(stems(asked.told) - named) >= TOLD


def _narrowed(question: Question) -> bool:
    """Whether cases are sought by what they cite and by more than that."""
    decided = question.subject().year
    of_others = question.years is not None and decided is not None and not within(question.years, decided)
    if question.asked == "case" or of_others or (question.judges and CUES["citing"].search(question.masked)):
        return bool(question.judges or question.years or question.courts or question.bench_size or question.provisions)
    return False


def _of_provisions(question: Question) -> Intent:
    words = question.masked
    if question.asked != "case" and (CUES["replaced"].search(words) or CUES["in_force"].search(words)):
        return "replacement"
    if question.judges or question.years or question.courts or question.bench_size:
        return "filter"
    if question.asked != "case" and (CUES["classified"].search(words) or CUES["punished"].search(words)):
        return "classification"
    if question.asked == "case" and not CUES["says"].search(words):
        return "cases_on_provision"
    if question.asked == "provision" and CUES["refers_to"].search(words):
        return "refers_to"
    if not CUES["text"].search(words) and CUES["refers_to"].search(words):
        return "refers_to"
    return "provision_text"


def _of_topic(question: Question) -> Intent:
    if question.asked == "case" and (question.judges or question.courts or question.bench_size or question.years):
        return "filter"
    return "provision_topic" if question.wanted("provision") else "open"
