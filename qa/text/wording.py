"""How things are called in an answer's prose."""

import re
from collections.abc import Sequence
from datetime import date

from extraction.provisions.acts import act_title
from extraction.text.numerals import in_words
from extraction.text.spacing import one_line
from kg.edges import Edge
from kg.nodes import Act, Case, Court, Judge, Node, Provision
from kg.store import Between

PARTS = {"facts": "Facts", "issue": "Issue", "argument": "Argument", "holding": "Held", "order": "Result"}
"""What the parts of a judgment are called."""
PREFERRED = (r"AIR \d{4} SC \d", r"\(\d{4}\) (?:Supp )?\(?\d+\)? SCC \d", r"\d{4} INSC \d", r"AIR ", r".* SCR ")


def tidy(passage: str) -> str:
    """A text for reading: its lines without runs of blanks, empty ones left out."""
    return "\n".join(line for raw in passage.splitlines() if (line := one_line(raw)))


def best_citation(node: Node) -> str:
    """The citation a lawyer would give first; empty where there is none."""
    citations = node.citations if isinstance(node, Case) else ()
    for pattern in PREFERRED:
        for citation in citations:
            if re.match(pattern, citation):
                return citation
    return citations[0] if citations else ""


def title(node: Node) -> str:
    """The node's name, without citation or year."""
    if isinstance(node, Provision):
        return provision_title(node.id)
    own = node.title if isinstance(node, Case | Act) else node.name if isinstance(node, Judge | Court) else ""
    return own or best_citation(node) or act_title(node.id)


def provision_title(provision_id: str) -> str:
    """ "constitution-of-india/article-21" -> "Article 21 of the Constitution of India"."""
    act_id, _, rest = provision_id.partition("/")
    order = re.fullmatch(r"order-(\w+)-rule-(\w+)", rest)
    name = f"Order {order[1]} Rule {order[2]}" if order else rest.replace("-", " ", 1).capitalize()
    name = re.sub(r"\b\d+[a-z]+\b", lambda m: m[0].upper(), name)
    return f"{name} of the {act_title(act_id)}"


def label(node: Node) -> str:
    """The node's name as first mentioned: a case with its best citation, or else its year."""
    if not isinstance(node, Case):
        return title(node)
    known = best_citation(node) or str(node.year or "")
    if known in title(node):
        return title(node)
    if known.startswith("("):
        return f"{title(node)}, {known}"
    return f"{title(node)} ({known})" if known else title(node)


def dated(node: Node) -> str:
    """A case with its year: "A v. B (1978)"."""
    return f"{title(node)} ({node.year})" if isinstance(node, Case) and node.year else label(node)


def pinpoint(edge: Edge) -> str:
    """ ", paragraph 12" where the edge knows its paragraph."""
    paragraph, _ = edge.pinpoint
    return f", paragraph {paragraph}" if paragraph else ""


def day(iso: str) -> str:
    """ "1978-01-25" -> "25 January 1978"; anything else as it is."""
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{found.day} {found:%B} {found.year}"


def join(names: Sequence[str]) -> str:
    """ "A, B and C"; with semicolons where a name has a comma of its own."""
    if len(names) < 2:
        return "".join(names)
    comma = "; " if any("," in name for name in names) else ", "
    return f"{comma.join(names[:-1])} and {names[-1]}"


def plural(count: int, singular: str, several: str | None = None) -> str:
    """ "one case", "three cases", "14 cases"."""
    number = "no" if not count else in_words(count) if count <= 10 else str(count)
    return f"{number} {singular if count == 1 else several or singular + 's'}"


def years_said(years: Between) -> str:
    """ "1978", "1978 to 1980", "1978 or later", "1978 or before"."""
    if years.low == years.high:
        return str(years.low)
    if years.high is None:
        return f"{years.low} or later"
    if years.low is None:
        return f"{years.high} or before"
    return f"{years.low} to {years.high}"
