"""The grammar against eyecite on the same judgments, in one run and one process.

    pip install eyecite
    python benchmarks/eyecite_speed.py FOLDER [--judgments 300]

Timed for lawgraph is all that makes a spaCy Doc and reads citations, cases with their treatment, and provisions with
their acts (the pipeline without its names); for eyecite `get_citations` with its default tokenizer, as it stands, which
looks for citations alone. Both get the whole text. They take turns, text by text, so that other work on the machine
slows both alike; times are CPU seconds of the process.
"""

import argparse
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

from eyecite import get_citations
from eyecite.tokenizers import default_tokenizer

from extraction.mentions import mentions_of
from extraction.pipeline import NAMES, nlp
from extraction.reading import blocks
from extraction.text.passages import paragraphs


@dataclass(slots=True)
class Tally:
    """CPU seconds, and finds by kind."""

    seconds: float = 0.0
    finds: Counter[str] = field(default_factory=Counter)

    def time(self, read: Callable[[str], Counter[str]], text: str) -> None:
        """Add one text."""
        start = process_time()
        found = read(text)
        self.seconds += process_time() - start
        self.finds += found


def by_lawgraph(text: str) -> Counter[str]:
    """Mentions of cases and of provisions."""
    body = paragraphs(text)
    doc = nlp().make_doc(text)
    doc._.stretches = list(blocks(text, body))
    found = mentions_of(nlp()(doc, disable=[NAMES]), body, "")
    return Counter(cases=sum(len(r.mentions) for r in found.references), provisions=len(found.provisions))


def by_eyecite(text: str) -> Counter[str]:
    """Citations by eyecite's own classes."""
    return Counter(type(citation).__name__ for citation in get_citations(text))


def texts(folder: Path, judgments: int) -> list[str]:
    """The same drawn judgments on every run."""
    files = sorted(folder.glob("C*.txt")) or sorted(folder.glob("*.txt"))
    drawn = random.Random(7).sample(files, min(judgments, len(files)))
    return [file.read_text(encoding="utf-8", errors="replace") for file in drawn]


def main() -> None:
    """Read the arguments, measure, print the table."""
    parser = argparse.ArgumentParser(description="The grammar against eyecite on the same judgments.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--judgments", type=int, default=300)
    arguments = parser.parse_args()
    read = texts(arguments.folder, arguments.judgments)
    words = sum(len(text.split()) for text in read)
    ours, theirs = Tally(), Tally()
    by_lawgraph("Warmed up in A v. B, AIR 1950 SC 27."), by_eyecite("Warmed up in A v. B, 1 U.S. 2.")
    for text in read:
        ours.time(by_lawgraph, text)
        theirs.time(by_eyecite, text)
    print(f"{len(read)} judgments, {words:,} words; eyecite with its {type(default_tokenizer).__name__}\n")
    print("| | lawgraph | eyecite | ratio |\n|---|---|---|---|")
    print(
        f"| words a second | {words / ours.seconds:,.0f} | {words / theirs.seconds:,.0f} "
        f"| {theirs.seconds / ours.seconds:.1f} |"
    )
    finds = ours.finds.total(), theirs.finds.total()
    print(f"| finds | {finds[0]:,} | {finds[1]:,} | {finds[0] / max(finds[1], 1):.1f} |")
    print(f"\nlawgraph: {dict(ours.finds)}; eyecite: {dict(theirs.finds)}")


if __name__ == "__main__":
    main()
