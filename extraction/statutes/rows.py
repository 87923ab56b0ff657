"""Provisions out of JSON: the same list of rows from files whose keys differ."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from extraction.records import ProvisionKind
from extraction.text.numerals import whole_number

_KEYS = {
    "number": ("section", "article", "number", "section_number", "article_number", "section_no", "article_no"),
    "heading": ("title", "section_title", "article_title", "heading", "section_heading", "name", "marginal_note"),
    "text": ("description", "section_desc", "article_desc", "text", "desc", "content", "section_text", "body"),
}


BETWEEN = " > "
"""What parts the divisions that a provision stands in."""


@dataclass(frozen=True, slots=True)
class Link:
    """A provision of an act (by its id) that the mark-up of a row names; offsets count in the row's text."""

    start: int
    end: int
    act: str
    kind: ProvisionKind
    number: str


@dataclass(frozen=True, slots=True)
class Row:
    """One provision as its file gives it; `number` is clean ("239AA"), `text` as it stands there.

    `footnotes` on its amendments are lines that stood apart from it, `links` what the mark-up itself says is named in
    the text; `chapter`, the dates and `versions` are those of a ProvisionRecord.
    """

    kind: ProvisionKind
    number: str
    heading: str
    text: str
    footnotes: str = ""
    chapter: str = ""
    links: tuple[Link, ...] = ()
    in_force_from: str | None = None
    in_force_to: str | None = None
    versions: tuple[str, ...] = ()


def provision_id(act_id: str, kind: ProvisionKind, number: str) -> str:
    """The id of a provision: "constitution-of-india/article-21A", ".../order-7-rule-11", ".../schedule-7"."""
    if number == "Preamble":
        return f"{act_id}/preamble"
    return f"{act_id}/{'order' if kind == 'order-rule' else kind}-{number}"


def divided(chapter: str) -> tuple[str, ...]:
    """The divisions that a provision stands in, the outermost first."""
    return tuple(chapter.split(BETWEEN)) if chapter else ()


def below(path: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Where a division of that name stands: one of its own kind ends where it begins, and so what is in that."""
    kind = name.partition(" ")[0]
    outer = next((i for i, above in enumerate(path) if above.partition(" ")[0] == kind), len(path))
    return (*path[:outer], name)


def rows_from_json(data: object) -> list[Row]:
    """The provisions in parsed JSON (a list of objects, bare or inside an object); empty for any other shape."""
    for items in _lists(data):
        objects = [_lowered(item) for item in items if isinstance(item, Mapping)]
        rows = _csv_rows(objects) or [row for item in objects if (row := _row(item))]
        if rows:
            return rows
    return []


def clean_number(number: str) -> str:
    """A provision's number as its id has it: "239 A A" and "21a." become "239AA" and "21A"."""
    return re.sub(r"[^0-9A-Z()-]", "", number.upper()).strip("-")


def _lists(data: object) -> Iterable[list[object]]:
    if isinstance(data, list):
        yield data
    elif isinstance(data, Mapping):
        yield from (value for value in data.values() if isinstance(value, list))


def _lowered(item: Mapping[object, object]) -> dict[str, object]:
    return {str(key).strip().lower(): value for key, value in item.items()}


def _row(item: Mapping[str, object]) -> Row | None:
    heading, text = _field(item, "heading"), _field(item, "text")
    order, rule = str(item.get("order", "")), str(item.get("rule", ""))
    if order and rule and (whole := whole_number(order)):
        return Row("order-rule", f"{whole}-rule-{clean_number(rule)}", heading, text)
    if "schedule" in item and (whole := whole_number(str(item["schedule"]))):
        return Row("schedule", str(whole), heading, text)
    number = _field(item, "number")
    if not re.search(r"\d", number) or not (heading or text):
        return None
    row = _numbered(number, heading, text, article=any(key.startswith("article") for key in item))
    return replace(row, chapter=_chapter(item)) if row else None


def _chapter(item: Mapping[str, object]) -> str:
    """The chapter that an object says it is in, "Chapter 4: Of Tolls"; empty where it says none."""
    number, heading = (str(item.get(key) or "").strip() for key in ("chapter", "chapter_title"))
    named = f"Chapter {number}" if re.fullmatch(r"(?:[IVXLC]+|\d+)-?[A-Z]{0,2}", number) else number
    return ": ".join(part for part in (named, heading) if part)


def _numbered(number: str, heading: str, text: str, article: bool) -> Row | None:
    if article and number == "0":
        return Row("article", "Preamble", heading, text)
    clean = clean_number(number)
    if not re.match(r"\d", clean):
        return None
    return Row("article" if article else "section", clean, heading, text)


def _field(item: Mapping[str, object], name: str) -> str:
    value = next((item[key] for key in _KEYS[name] if key in item), "")
    if isinstance(value, list):
        return "\n".join(str(part) for part in value).strip()
    return "" if value is None else str(value).strip().replace("\xa0", " ")


def _csv_rows(objects: list[dict[str, object]]) -> list[Row]:
    """Rows of a CSV file that was turned into JSON line by line: one key, the CSV's head, holding each line."""
    heads = {key for item in objects for key in item}
    head = next(iter(heads)) if len(heads) == 1 else ""
    if head.count(",") < 2:
        return []
    columns = [column.strip() for column in head.split(",")]
    records: list[dict[str, object]] = []
    for line in (str(item[head] or "").strip() for item in objects):
        fields = next(csv.reader([line], strict=False), [])
        if len(fields) >= len(columns) and fields[0].strip().isdecimal():
            cells = [*fields[: len(columns) - 1], ",".join(fields[len(columns) - 1 :])]
            records.append(dict(zip(columns, cells, strict=True)))
        elif line and records:
            records[-1][columns[-1]] = f"{records[-1][columns[-1]]}\n{line}"
    return [row for record in records if (row := _row(record))]
