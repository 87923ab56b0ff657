"""Learns which act a section of no named act belongs to, from judgments: data/sections.toml.

Sections whose act is named are taken as if it were not: the words that name it are hidden, and what else the judgment
says has to tell. The weights make the right act likely among the candidates (softmax), or none where it is not among
them. A judgment's own namings are not counted where it is learnt from. Prints how often the likeliest act is right in
judgments kept apart, beside the rule "the act of the same number, else of most sections".

Run: python -m benchmarks.learn_sections FOLDER --out extraction/data/sections.toml
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from rich.table import Table as Shown
from scipy.optimize import minimize
from scipy.special import logsumexp

from extraction.documents.files import load
from extraction.judgments.preamble import read_preamble
from extraction.pipeline import NAMES, TREATMENTS, nlp
from extraction.provisions.act_resolution import read_acts
from extraction.provisions.bare_sections import NOTHING, OFFENCES, NamedSections, Sections, Table, table_of
from extraction.provisions.named_groups import named_groups
from extraction.provisions.provisions import sections_of
from extraction.reading import blocks
from extraction.records import ActRecord
from extraction.text.passages import paragraphs

_UNREAD = [NAMES, TREATMENTS, "lawgraph_citations", "lawgraph_cases"]
_POINTED, _OFFENCES = 12, 1  # sections learnt from one judgment: long ones would rule
_BESIDE = 60  # characters about a section in which an act is named for it
_KEPT_APART = 0.2
_SHRINKAGE = 0.001
_FEWEST = 5  # namings of an act: with fewer its sections say nothing
_HEAD = """\
# In how many judgments of {count} each section of an act is named, and what each signal weighs that an act is the one
# of a section of no named act. Made by benchmarks/learn_sections.py.
"""

Namings = dict[str, Counter[str]]


@dataclass(frozen=True, slots=True)
class Instance:
    """The signals of every candidate (none of them comes first), which is right, and what the rule would say."""

    signals: list[dict[str, float]]
    right: int
    ruled: int


def read_sections(path: Path) -> Sections:
    """The sections of a judgment whose act it names."""
    text = load(path, path.stem).text
    preamble = read_preamble(text, path.stem)
    doc = nlp().make_doc(text)
    doc._.stretches = list(blocks(text, paragraphs(text, preamble.start, preamble.end)))
    doc = nlp()(doc, disable=_UNREAD)
    acts = read_acts(doc._.acts, None)
    return sections_of(text, named_groups(text, doc._.provisions, doc._.acts, acts), doc._.acts, acts)


def namings(judgments: Sequence[Sections]) -> Namings:
    """In how many judgments each section of each act is named."""
    counted: Namings = defaultdict(Counter)
    for sections in judgments:
        for act, numbers in sections.numbers.items():
            counted[act.id].update(numbers)
    return {act: counts for act, counts in counted.items() if counts.total() >= _FEWEST}


def without(counted: Namings, sections: Sections) -> Table:
    """What all judgments but one name."""
    own = {act.id: numbers for act, numbers in sections.numbers.items()}
    return table_of(
        {
            act: {n: c for n, count in counts.items() if (c := count - (n in own.get(act, ())))}
            for act, counts in counted.items()
        },
        {},
    )


def instances(sections: Sections, counted: Namings) -> Iterator[Instance]:
    """Sections of one judgment, each as if its act were not named for it."""
    known = without(counted, sections)
    for index in _drawn(sections):
        hidden = sections.named[index]
        rest = Sections(sections.text, _but(sections.named, index), _far(sections, hidden))
        acts = rest.candidates(hidden.start)
        for number in hidden.numbers[:2]:
            if rest.clear(number):
                continue
            signals = [rest.signals(act, hidden.start, hidden.end, number, known) for act in acts]
            named = rest.by_number.get(number) or rest.counts
            ruled = named.most_common(1)[0][0] if named else None
            yield Instance(
                [NOTHING, *signals],
                acts.index(hidden.act) + 1 if hidden.act in acts else 0,
                acts.index(ruled) + 1 if ruled in acts else 0,
            )


def _drawn(sections: Sections) -> list[int]:
    """Sections of "the Act", as bare ones are used, and offences, whose act goes without saying."""
    pointed = [index for index, named in enumerate(sections.named) if named.pointed]
    offences = [index for index, named in enumerate(sections.named) if named.act.id in OFFENCES and not named.pointed]
    draw = random.Random(0)
    return [*draw.sample(pointed, min(_POINTED, len(pointed))), *draw.sample(offences, min(_OFFENCES, len(offences)))]


def _but(named: Sequence[NamedSections], index: int) -> list[NamedSections]:
    return [*named[:index], *named[index + 1 :]]


def _far(sections: Sections, hidden: NamedSections) -> list[tuple[int, ActRecord]]:
    return [(end, act) for end, act in sections.acts if not hidden.start - _BESIDE <= end <= hidden.end + 2 * _BESIDE]


def learn(examples: Sequence[Instance], names: Sequence[str]) -> NDArray[np.float64]:
    """The weights of the signals."""
    rows, mask, right = packed(examples, names)
    at = np.arange(len(right))

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = np.where(mask, rows @ weights, -np.inf)
        odds = scores - logsumexp(scores, axis=1, keepdims=True)
        slope = np.einsum("nc,ncf->f", np.exp(odds), rows) - rows[at, right].sum(0)
        return (
            float(-odds[at, right].mean() + _SHRINKAGE * weights @ weights),
            slope / len(right) + 2 * _SHRINKAGE * weights,
        )

    return np.asarray(minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x)


def packed(
    examples: Sequence[Instance], names: Sequence[str]
) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.intp]]:
    """Signals by example, candidate and name; which candidates there are; the right ones."""
    most = max(len(e.signals) for e in examples)
    rows = np.zeros((len(examples), most, len(names)))
    mask = np.zeros((len(examples), most), dtype=np.bool_)
    for i, example in enumerate(examples):
        for j, signal in enumerate(example.signals):
            rows[i, j] = [signal.get(name, 0.0) for name in names]
            mask[i, j] = True
    return rows, mask, np.array([e.right for e in examples])


def shown(examples: Sequence[Instance], names: Sequence[str], weights: NDArray[np.float64]) -> Shown:
    """Precision and recall of the likeliest act and of the rule."""
    rows, mask, right = packed(examples, names)
    scores = np.where(mask, rows @ weights, -np.inf)
    odds = np.exp(scores - logsumexp(scores, axis=1, keepdims=True))
    best = np.where(odds.max(1) >= 0.5, odds.argmax(1), 0)
    table = Shown("", "precision", "recall", title=f"{len(examples)} sections of judgments kept apart")
    for name, said in (("model", best), ("rule", np.array([e.ruled for e in examples]))):
        hits = ((said == right) & (said > 0)).sum()
        table.add_row(name, f"{hits / (said > 0).sum():.3f}", f"{hits / len(right):.3f}")
    return table


def written(counted: Namings, names: Sequence[str], weights: NDArray[np.float64], count: int) -> str:
    """The table as it is kept."""
    lines = [_HEAD.format(count=count), "[weights]"]
    lines += [f"{name} = {weight:.3f}" for name, weight in zip(names, weights, strict=True)]
    lines.append("\n[namings]")
    lines += [f'{act} = "{" ".join(f"{n}={c}" for n, c in sorted(of.items()))}"' for act, of in sorted(counted.items())]
    return "\n".join(lines) + "\n"


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The table to write.")
def main(folder: Path, out: Path) -> None:
    """Learn the table from the judgments of FOLDER."""
    console = Console()
    judgments = [read_sections(path) for path in track(sorted(folder.glob("*.*")), console=console)]
    random.Random(0).shuffle(judgments)
    counted = namings(judgments)
    apart = int(_KEPT_APART * len(judgments))
    test, train = ([e for j in part for e in instances(j, counted)] for part in (judgments[:apart], judgments[apart:]))
    names = list(dict.fromkeys(name for example in train for signal in example.signals for name in signal))
    weights = learn(train, names)
    console.print(shown(test, names, weights))
    out.write_text(written(counted, names, weights, len(judgments)), encoding="utf-8")


if __name__ == "__main__":
    main()
