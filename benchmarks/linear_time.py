"""The time to read texts made to exhaust a reader, at one size and at twice that size.

    python -m benchmarks.linear_time [--size 1000000]

Reads each text of tests/support/hostile_texts.py as a judgment, all of it: head, paragraphs, citations, cases,
treatment, provisions, passages. A ratio near 2 is linear. Times are CPU seconds of the process.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from time import process_time

from extraction.extracting import extract
from extraction.records import SourceDocument
from tests.support.hostile_texts import HOSTILE

FIXED: dict[str, Callable[[], str]] = {
    "a line of 20 MB": lambda: HOSTILE["one long line"](20_000_000),
    "100,000 open brackets": lambda: "(" * 100_000,
    "a million digits": lambda: "1" * 1_000_000,
}


def seconds(text: str) -> float:
    """CPU seconds to read a text."""
    document = SourceDocument("any", Path("any.txt"), text, "0", "judgment")
    start = process_time()
    extract(document)
    return process_time() - start


def main() -> None:
    """Read the arguments, measure, print the table."""
    parser = argparse.ArgumentParser(description="The time to read texts made to exhaust a reader.")
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the shorter text")
    size = parser.parse_args().size
    for name, make in FIXED.items():
        print(f"{name}: {seconds(make()):.1f} s", flush=True)
    print(f"\n| text | {size:,} characters | {2 * size:,} | ratio |\n|---|---|---|---|")
    for name, longer in HOSTILE.items():
        once, twice = seconds(longer(size)), seconds(longer(2 * size))
        print(f"| {name} | {once:.2f} s | {twice:.2f} s | {twice / once:.1f} |", flush=True)


if __name__ == "__main__":
    main()
