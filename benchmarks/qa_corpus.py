"""The part of a corpus that labelled questions are about: their documents, and others drawn by chance beside them.

Run: python -m benchmarks.qa_corpus QUESTIONS.jsonl JUDGMENTS OUT --count 300

A list that is complete over the corpus is complete over such a part too, since every case of an answer is in it.
"""

import random
import shutil
from pathlib import Path

import click

from extraction.labels import read_aliases
from qa.labelled import read_questions

_SEED = 20261127


@click.command()
@click.argument("questions", type=click.Path(exists=True, path_type=Path))
@click.argument("judgments", type=click.Path(exists=True, path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--count", type=int, default=300, show_default=True)
def main(questions: Path, judgments: Path, out: Path, count: int) -> None:
    """Copy `count` judgments to a new folder."""
    items, alias = read_questions(questions), read_aliases(questions.parent / "aliases.json")
    named = {stem for item in items for stem in [*item["answer_cases"], *item["about"]]}
    named |= {evidence["doc"] for item in items for evidence in item["evidence"]}
    wanted = {alias.get(stem, stem) for stem in named}
    paths = sorted(path for path in judgments.iterdir() if path.is_file())
    kept = [path for path in paths if alias.get(path.stem, path.stem) in wanted]
    others = [path for path in paths if path not in kept]
    kept += random.Random(_SEED).sample(others, max(0, min(count - len(kept), len(others))))
    out.mkdir(parents=True)
    for path in kept:
        shutil.copy(path, out)
    click.echo(f"{len(kept)} judgments in {out}")


if __name__ == "__main__":
    main()
