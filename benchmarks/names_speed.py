"""Words a second of grammar and tagger together on whole judgments: python -m benchmarks.names_speed FOLDER [COUNT].

One process on one core; two workers read twice as many.
"""

import random
import sys
import time
from pathlib import Path

from extraction.documents.files import find_documents, load
from extraction.judgments.preamble import read_preamble
from extraction.mentions import mentions_of
from extraction.pipeline import nlp
from extraction.reading import read_judgment
from extraction.text.passages import paragraphs
from tests.support.reading import read_mentions


def main(folder: Path, count: int) -> None:
    """Read `count` judgments of the folder, drawn with a fixed seed, and print words per CPU second."""
    files = list(find_documents([folder]).files)
    texts = [load(file.path, file.name).text for file in random.Random(1).sample(files, min(count, len(files)))]
    words = sum(len(text.split()) for text in texts)
    nlp()(texts[0])
    began = time.process_time()
    heads = [read_preamble(text, "") for text in texts]
    bodies = [paragraphs(text, head.start, head.end) for text, head in zip(texts, heads, strict=True)]
    headed = time.process_time()
    for text, head, body in zip(texts, heads, bodies, strict=True):
        read_mentions(text, body, head.title)
    grammar = time.process_time() - began
    found = 0
    again = time.process_time()
    for text, head, body in zip(texts, heads, bodies, strict=True):
        doc = read_judgment(text, head.start, body)
        mentions_of(doc, body, head.title)
        found += len(doc._.names)
    both = time.process_time() - again + headed - began
    print(f"{len(texts)} judgments, {words:,} words, {found:,} names")
    print(f"grammar {words / grammar:,.0f} words a second, with names {words / both:,.0f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 50)
