"""Judgments and acts saved from the web: the document's own text, without the page around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extraction.documents.furniture import TextPage
from extraction.documents.lines import Line
from extraction.documents.reflow import running_text

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)?"
    r"<(?:!doctype\s+html|html|head|body|main|article|div|p|h[1-6]|table|pre|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_ROOTS = ("div.judgments", "div.acts", "div.akoma-ntoso", "main", "article", "body")
_SKIPPED = re.compile(
    r"script|style|noscript|template|head|title|svg|nav|footer|aside|form|button|select|iframe|object|canvas|menu"
    r"|dialog|textarea|input|label|audio|video"
)
_APART = re.compile(r"p|h[1-6]|blockquote|pre|table|section|article|ul|ol|dl|figure|hr")
_BLOCKS = re.compile(rf"{_APART.pattern}|div|li|tr|br|dt|dd|center|header|main|body|tbody|thead|address")
_CELLS = frozenset(("td", "th"))
_FURNITURE = re.compile(
    r"ads?|ad[_-].*|advert.*|adsbygoogle|.*side-?bar.*|nav|nav[_-]?bar.*|menu.*|bread-?crumbs?|footer.*|share.*"
    r"|social.*|cookie.*|covers?|cite-?top.*|doc[_-]?(?:cite|option|tool)s?.*|related.*|comments?|search.*|skip.*"
    r"|hidden|no-?print|toolbar.*|page[_-]?(?:head|foot)(?:er)?|site[_-]?(?:head|foot)er",
    re.IGNORECASE,
)
_FURNITURE_LINE = re.compile(
    r"\[?\s*Cites\s+\d+\s*,\s*Cited by\s+\d+\s*\]?|https?://\S+(?:\s+.{0,40})?\s+Page \d+ of \d+.{0,10}"
    r"|Page \d+ of \d+|Get this document in PDF|Print it on a file/printer|\[Section \d+\w*\] \[Entire Act\]"
    r"|(?:Skip to (?:main )?content|Back to top|Print|Download|Share|Home)",
    re.IGNORECASE,
)
_MARK = re.compile(r"\d{1,3}|[*†‡]{1,3}")
_BACK = re.compile(r"\s*[\u21a9\u2191\u21b5\^]\ufe0e?\s*$")
"""The arrow behind a note that leads back to its mark."""
_COUNT = re.compile(r"\d{1,6}")
_LINES = re.compile(r"[ \t]*\n[ \t]*")
_BLANKS = re.compile(r"\n{3,}")


def is_html(text: str) -> bool:
    """Whether a text is a web page."""
    return _HTML.match(text) is not None


def read_html(text: str) -> str:
    """The text of the document on a web page, a paragraph a line, with its title, court and bench as printed there.

    Menus, advertisements, scripts and counters of citations are left out; a raised numeral is a footnote's mark, "[3]".
    """
    tree = LexborHTMLParser(text)
    roots = (root for selector in _ROOTS if (root := tree.css_first(selector)) is not None)
    return next((written for root in roots if (written := _written(root)).strip()), "")


def _written(root: LexborNode) -> str:
    writer = _Writer(_noted(root))
    for node, opens in _walk(root):
        writer.node(node, opens)
    lines = _LINES.sub("\n", "".join(writer.parts)).split("\n")
    kept = (_BACK.sub("", line) for line in lines if not _FURNITURE_LINE.fullmatch(line.strip()))
    return _BLANKS.sub("\n\n", "\n".join(kept)).strip() + "\n"


def _noted(root: LexborNode) -> dict[str, str]:
    """The marks of notes by the id of the note that each links to: `<sup><a href="#fn4">4</a></sup>`."""
    raised = root.css('sup > a[href^="#"], a[href^="#"]:has(> sup)')
    marks = (((link.attributes.get("href") or "")[1:], link.text().strip(" []()")) for link in raised)
    return {place: mark for place, mark in marks if _MARK.fullmatch(mark)}


def _walk(root: LexborNode, in_lines: bool = False) -> Iterator[tuple[LexborNode, bool]]:
    """Every node under `root` that is part of the document, once as it opens and once as it closes; no recursion.

    Text set in lines (`pre`) is entered only where `root` itself stands `in_lines`.
    """
    top, node, below = root.mem_id, root, True
    while True:
        if below and not _SKIPPED.fullmatch(node.tag or "") and (node.mem_id == top or not _is_furniture(node)):
            yield node, True
            child = node.child if node.tag != "-text" and (in_lines or node.tag != "pre") else None
            if child is not None:
                node = child
                continue
            yield node, False
        if node.mem_id == top:
            return
        if node.next is not None:
            node, below = node.next, True
        else:
            node, below = node.parent or root, False
            yield node, False


def _is_furniture(node: LexborNode) -> bool:
    if node.tag == "-text":
        return False
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".split()
    hidden = "hidden" in attributes or "display:none" in (attributes.get("style") or "").replace(" ", "")
    return hidden or any(map(_FURNITURE.fullmatch, names)) or node.tag in ("-comment", "!--")


@dataclass(slots=True)
class _Writer:
    """Text as the nodes of a page come; `counters` are the numbers of the ordered lists that are open.

    `noted` are the marks of its notes by their ids: an item of a list that is a note begins with its mark.
    `raised` is what a raised numeral holds so far, `numbered` says that a list's number waits for its text.
    """

    noted: dict[str, str]
    parts: list[str] = field(default_factory=list)
    counters: list[int | None] = field(default_factory=list)
    raised: list[str] | None = None
    numbered: bool = False

    def node(self, node: LexborNode, opens: bool) -> None:
        """Take a node as it opens or closes."""
        tag = node.tag or ""
        if tag == "-text":
            if opens:
                self._text(re.sub(r"\s+", " ", node.text_content or ""))
        elif tag == "sup":
            self._raise(opens)
        elif tag in _CELLS:
            self._text(" " if opens else "")
        elif _BLOCKS.fullmatch(tag):
            self._block(node, tag, opens)

    def _text(self, text: str) -> None:
        if self.raised is not None:
            self.raised.append(text)
        else:
            before = self.parts[-1][-1:] if self.parts else "\n"
            if kept := text.lstrip() if before.isspace() else text:
                self.parts.append(kept)
                self.numbered = self.numbered and not kept.strip()

    def _raise(self, opens: bool) -> None:
        if opens:
            self.raised = []
            return
        text, self.raised = "".join(self.raised or []), None
        mark = text.strip(" []()")
        self._text(f"[{mark}]" if _MARK.fullmatch(mark) else text)

    def _block(self, node: LexborNode, tag: str, opens: bool) -> None:
        if (tag != "br" or opens) and not self.numbered:
            self.parts.append("\n\n" if _APART.fullmatch(tag) else "\n")
        if tag in ("ol", "ul"):
            self._list(node, tag, opens)
        elif tag == "li" and opens and (mark := self._mark(node)):
            self.parts.append(f"[{mark}] ")
            self.numbered = True
        elif tag == "li" and opens and self.counters and self.counters[-1] is not None:
            self.parts.append(f"{self.counters[-1]}. ")
            self.numbered = True
            self.counters[-1] += 1
        elif tag == "pre" and opens:
            self.parts.append(_set_lines(_text_in_lines(node)))

    def _mark(self, item: LexborNode) -> str | None:
        places = (node.attributes.get("id") for node in (item, *item.css("[id]")))
        return next((self.noted[place] for place in places if place in self.noted), None)

    def _list(self, node: LexborNode, tag: str, opens: bool) -> None:
        if not opens:
            del self.counters[-1:]
            return
        start = node.attributes.get("start") or "1"
        plain = (node.attributes.get("type") or "1") == "1"
        self.counters.append(int(start) if tag == "ol" and plain and _COUNT.fullmatch(start) else None)


def _text_in_lines(pre: LexborNode) -> str:
    """The text of a `pre` as it stands, each block in it on lines of its own."""
    parts: list[str] = []
    for node, opens in _walk(pre, in_lines=True):
        if node.tag == "-text":
            parts.append((node.text_content or "") if opens else "")
        elif _BLOCKS.fullmatch(node.tag or ""):
            parts.append("\n" if opens or node.tag != "br" else "")
    return "".join(parts)


def _set_lines(text: str) -> str:
    """Text set in lines of one width, as running text."""
    lines: list[Line] = []
    printed_lines = (raw for raw in text.expandtabs().split("\n") if not _FURNITURE_LINE.fullmatch(raw.strip()))
    for place, raw in enumerate(printed_lines):
        words = raw.split()
        if words:
            left = float(len(raw) - len(raw.lstrip()))
            printed = " ".join(words)
            first = float(len(words[0]))
            lines.append(Line(printed, left, left + len(printed), float(place), 1.0, first, left + first + 1))
    return running_text([TextPage(1, (tuple(lines),), ())]).text
