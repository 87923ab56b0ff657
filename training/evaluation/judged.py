"""One draft against one labelled question, and rows of drafts with bootstrap intervals."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from scipy import stats

from qa.evaluation.scoring import score
from qa.evidence import Evidence, authority
from qa.text.drafts import sentences
from qa.verification.verify import verify
from training.evaluation.authorities import authorities
from training.evaluation.generation import Draft

RESAMPLES = 2000  # draws of the bootstrap
KEEPS_NAMED = ("path", "provision_text", "provision_topic")
REFUSING = re.compile(
    r"\bevidence does not\b|\b(?:i )?(?:cannot|can't|can not|am unable to|am not able to|do not know|don't know)\b"
    r"|\bno (?:such )?(?:evidence|information|record)\b|\bnot (?:enough|sufficient) (?:evidence|information)\b"
    r"|\bdoes not (?:exist|answer|say|show|mention|provide (?:any|enough))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft judged before anything of it is dropped.

    `f1` of the authorities it names against the answer set and `exact` (the first provision named is the one asked
    for) are None where the question has no such answer; `verified` is the share of its sentences that survive
    verification, None for a plain refusal; `fabricated` counts authorities that are no node of the graph.
    """

    id: str
    answerable: bool
    f1: float | None
    exact: float | None
    verified: float | None
    fabricated: int
    refused: bool


def judge(item: Mapping[str, Any], draft: str, evidence: Evidence, named: set[str], alias: Mapping[str, str]) -> Judged:
    """Judge the draft of one question, of which `named` are the ids that the question itself names."""
    found = authorities(draft, evidence)
    own = found.ids if item["type"] in KEEPS_NAMED else [i for i in found.ids if i not in named]
    refused = bool(REFUSING.search(draft)) or not draft.strip()
    claims = [s for s in sentences(draft) if not REFUSING.search(s)]
    checked = verify("\n".join(claims), evidence)
    total = len(checked.claims) + len(checked.dropped)
    return Judged(
        id=item["id"],
        answerable=bool(item["answerable"]),
        f1=answer_f1(item, own, evidence, alias) if item["answerable"] else None,
        exact=_exact(item, found.ids) if item["answerable"] else None,
        verified=len(checked.claims) / total if total else (None if draft.strip() else 0.0),
        fabricated=len(found.unknown),
        refused=refused,
    )


def answer_f1(
    item: Mapping[str, Any], own: Sequence[str], evidence: Evidence, alias: Mapping[str, str]
) -> float | None:
    """F1 of the ids named against the answer: by `answer_ids` where the question has them, else by documents.

    None for a question that no authority answers ("how did A treat B?").
    """
    if "answer_ids" in item:
        wanted, given = set(item["answer_ids"]), set(own)
        if not wanted:
            return None
        return 2 * len(wanted & given) / (len(wanted) + len(given))
    answers = [asdict(authority(node)) for node in evidence.store.nodes(list(own))]
    return score(item, {"answers": answers, "answer": "said", "refused": False}, alias).f1


def _exact(item: Mapping[str, Any], ids: Sequence[str]) -> float | None:
    if item["type"] not in ("provision_text", "provision_topic") or len(item.get("answer_ids", ())) != 1:
        return None
    provisions = [i for i in ids if "/" in i]
    return float(provisions[:1] == list(item["answer_ids"]))


def row(judged: Sequence[Judged], drafts: Sequence[Draft], seed: int) -> dict[str, Any]:
    """The figures of one row; each mean with its `intervals` entry, a bootstrap over questions (Efron 1979)."""
    columns: dict[str, list[float]] = {
        "f1": [j.f1 for j in judged if j.f1 is not None],
        "verified_share": [j.verified for j in judged if j.verified is not None],
        "exact_provision": [j.exact for j in judged if j.exact is not None],
        "refusal_accuracy": [float(j.refused != j.answerable) for j in judged],
        "fabricated_per_answer": [float(j.fabricated) for j in judged],
    }
    seconds = sum(d.seconds for d in drafts)
    return {
        **{name: _mean(values) for name, values in columns.items()},
        "fabricated": sum(j.fabricated for j in judged),
        "refused": {
            side: _mean([float(j.refused) for j in judged if j.answerable == (side == "answerable")])
            for side in ("unanswerable", "answerable")
        },
        "tokens_per_second": round(sum(d.tokens for d in drafts) / seconds, 2) if seconds else None,
        "intervals": {name: interval(values, seed) for name, values in columns.items()},
        "counted": {name: len(values) for name, values in columns.items()},
    }


def interval(values: Sequence[float], seed: int) -> list[float] | None:
    """The 95% interval of the mean by percentiles of its bootstrap; the mean itself of one value, None of none."""
    if len(values) < 2:
        return [round(v, 4) for v in values] * 2 or None
    found = stats.bootstrap(
        (values,), np.mean, n_resamples=RESAMPLES, method="percentile", rng=np.random.default_rng(seed)
    ).confidence_interval
    return [round(float(found.low), 4), round(float(found.high), 4)]


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 4) if values else None
