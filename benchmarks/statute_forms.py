"""Acts in Akoma Ntoso written out as plain text and as Markdown, read in each form, and compared section by section.

    python benchmarks/statute_forms.py FOLDER [--show KIND]

FOLDER holds acts in Akoma Ntoso. `--show` lists what differs of a kind: missing, more, heading, text, form.
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from extraction import load
from extraction.statutes.akoma_ntoso.kinds import checked, the_act
from extraction.statutes.akoma_ntoso.reading import read_act
from extraction.statutes.akoma_ntoso.text import running_text
from extraction.statutes.formats import FormatError, recognise
from extraction.statutes.printed.running_text import rows_from_text
from extraction.statutes.rows import Row, divided
from extraction.statutes.statute import joined


def head(path: Path) -> list[str]:
    """The lines before an act's sections: its title, number, date, purpose, and the words that enact it."""
    act = the_act(checked(load(path, path.stem).text))
    parts = [part for name in ("preface", "preamble") if (part := act.find(name)) is not None]
    lines = [line for part in parts for line in running_text(part).split("\n") if line]
    return lines or [path.stem]


def plain_text(title: str, lines: Sequence[str], rows: Sequence[Row]) -> str:
    """An act as a page of the India Code prints it."""
    body = _body(rows, ("{number}. {heading}.—{text}", "{number}. {text}", "{label}", "{heading}"))
    return "\n".join([title, *lines, *body]) + "\n"


def markdown(title: str, lines: Sequence[str], rows: Sequence[Row]) -> str:
    """An act in Markdown, a heading a chapter and a section."""
    forms = ("### {number}. {heading}\n\n{text}\n", "### {number}.\n\n{text}\n", "## {label}\n", "## {heading}\n")
    return "\n\n".join([f"# {title}", *lines, *_body(rows, forms)]) + "\n"


def _body(rows: Sequence[Row], forms: tuple[str, str, str, str]) -> Iterator[str]:
    section, unheaded, chapter, schedule = forms
    last = ""
    for row in rows:
        if row.kind == "schedule":
            yield schedule.format(heading=row.heading or "SCHEDULE")
            yield row.text
            continue
        if row.chapter and row.chapter != last:
            for name in divided(row.chapter)[len(_common(divided(last), divided(row.chapter))) :]:
                yield chapter.format(label=name.replace(": ", "\n" if chapter == "{label}" else ": ").upper())
        last = row.chapter
        yield (section if row.heading else unheaded).format(number=row.number, heading=row.heading, text=row.text)


def _common(one: Sequence[str], other: Sequence[str]) -> list[str]:
    same = []
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same.append(a)
    return same


def letters(text: str) -> str:
    """Letters and figures alone."""
    return re.sub(r"[\W_]", "", text).lower()


def compared(wanted: Sequence[Row], text: str) -> Iterator[tuple[str, str, str, str]]:
    """What differs: its kind, the section, what was written and what was read."""
    try:
        form: str = recognise(text)
    except FormatError as error:
        form = str(error)
    if form != "act-text":
        for row in wanted:
            yield "form", row.number, "", form
        return
    found = {(row.kind, row.number): row for row in joined(rows_from_text(text))}
    for row in wanted:
        read = found.pop((row.kind, row.number), None)
        if read is None:
            yield "missing", row.number, row.heading, row.text[:200]
        elif row.kind != "schedule" and letters(read.heading) != letters(row.heading):
            yield "heading", row.number, row.heading, read.heading
        elif letters(read.text) != letters(row.text):
            yield "text", row.number, row.text, read.text
    for (_, number), row in found.items():
        yield "more", number, "", f"{row.heading} | {row.text[:200]}"


def main() -> None:
    """Print the table, and what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", default="")
    given = parser.parse_args()
    forms: dict[str, Callable[[str, Sequence[str], Sequence[Row]], str]] = {"text": plain_text, "Markdown": markdown}
    counts = {form: Counter[str]() for form in forms}
    for path in sorted(given.folder.glob("*.xml")):
        file = read_act(load(path, path.stem).text, path.stem)
        wanted = joined(file.rows)
        for form, written in forms.items():
            counts[form]["all"] += len(wanted)
            differing = list(compared(wanted, written(file.act.title, head(path), wanted)))
            counts[form].update(kind for kind, *_ in differing)
            for kind, number, before, after in differing:
                if kind == given.show:
                    print(f"{path.stem[:50]} {form} {number}\n  - {before!r}\n  + {after!r}")
    print("form      sections  same   missing  heading  text  form  more")
    for form, found in counts.items():
        same = found["all"] - sum(found[kind] for kind in ("missing", "heading", "text", "form"))
        kinds = "  ".join(f"{found[kind]:>6}" for kind in ("missing", "heading", "text", "form", "more"))
        print(f"{form:<9} {found['all']:>7}  {same / max(found['all'], 1):.4f}  {kinds}")


if __name__ == "__main__":
    main()
