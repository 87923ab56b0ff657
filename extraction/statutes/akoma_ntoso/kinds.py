"""What the elements of Akoma Ntoso are: an act and nothing else, its provisions, its schedules."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from extraction.records import ProvisionKind
from extraction.statutes.akoma_ntoso.text import running_text
from extraction.statutes.akoma_ntoso.xml import XmlError, parse_xml
from extraction.text.numerals import whole_number

_VERSIONS = re.compile(r"\{http://(?:www\.akomantoso\.org/2\.0|docs\.oasis-open\.org/legaldocml/ns/akn/3\.0)[^}]*\}")
_READ = "lawgraph reads acts in Akoma Ntoso 2.0 and 3.0"
_KINDS: tuple[ProvisionKind, ...] = ("article", "rule", "regulation")
_PROVISIONS = frozenset(("section", "article", "rule", "regulation", "order"))
_SCHEDULE = re.compile(r"(?:schedule|annex|annexure|appendix)\b", re.IGNORECASE)
_ANNEX = re.compile(r"(?:annex|annexure|appendix)\b", re.IGNORECASE)
_TITLE = re.compile(r"\W*(?:(?:The|THE)\s+)?(?:[A-Z]\w*\s+)?(?:S(?i:chedule)|A(?i:nnex|nnexure|ppendix))\b")
_COLLECTIONS = frozenset(("documentCollection", "officialGazette", "collectionBody", "component", "components"))
_QUOTED = frozenset(("meta", "quotedStructure", "embeddedStructure", "quotedText"))


def checked(text: str) -> Element:
    """The act in a file of Akoma Ntoso, its names without namespace, with what else the file holds of it after it.

    Raises XmlError for what is malformed, is no Akoma Ntoso, or holds another kind of document.
    """
    root = parse_xml(text)
    name = root.tag.rpartition("}")[2]
    if name != "akomaNtoso":
        raise XmlError(f"XML of another kind (its first element is <{name}>); {_READ}")
    if not _VERSIONS.match(root.tag):
        raise XmlError(f"Akoma Ntoso of another version; {_READ}")
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    documents = list(_documents(root))
    kinds = [child.tag for child in documents]
    if kinds == ["bill"] or (kinds == ["act"] and documents[0].get("name", "").lower() == "bill"):
        raise XmlError("this is a Bill and not the law; take the Act as it was passed and published")
    if kinds != ["act"]:
        raise XmlError(f"Akoma Ntoso that holds {', '.join(kinds) or 'nothing'} where one act is wanted; {_READ}")
    if next(provisions_within(root), None) is None:
        raise XmlError("an act in Akoma Ntoso without any section; give its text in <section> elements")
    return root


def the_act(root: Element) -> Element:
    """The act of a file that was found to hold one."""
    return next(_documents(root))


def provisions_within(element: Element) -> Iterator[Element]:
    """The provisions in an element, the outermost, without those that it quotes."""
    for child in element:
        if _is_unit(child):
            yield child
        elif child.tag not in _QUOTED:
            yield from provisions_within(child)


def is_provision(element: Element) -> bool:
    """Whether an element is one provision: a section or the like in which no other stands."""
    return _is_unit(element) and next(provisions_within(element), None) is None


def kind_of(provision: Element) -> ProvisionKind:
    """What a provision is by its element, or by the name of its container."""
    name = provision.get("name", "").lower() if provision.tag == "hcontainer" else provision.tag
    return next((kind for kind in _KINDS if kind == name), "section")


def is_schedule(element: Element) -> bool:
    """Whether a part of an act's body, or what follows it, is a schedule to the act.

    What is titled by words of a sentence ("the Second Schedule, as the case may be,") is none: a line that began with
    that word was taken for the head of one.
    """
    if element.tag == "hcontainer":
        return bool(_SCHEDULE.match(element.get("name") or ""))
    title = title_of(element) if element.tag == "component" else ""
    return element.tag == "attachment" or (element.tag == "component" and (not title or bool(_TITLE.match(title))))


def order_number(element: Element) -> str:
    """The number of an Order that holds rules, in figures; empty for any other element."""
    if not _is_unit(element) or next((e for e in element.iter("rule")), None) is None:
        return ""
    number = whole_number(re.sub(r"\border\b|\W", "", element.findtext("num") or "", flags=re.IGNORECASE))
    return str(number) if number else ""


def components(root: Element) -> list[Element]:
    """What follows the body of an act: schedules and the like, annexures last."""
    found = [e for e in root.iter() if e.tag in ("component", "attachment") and e.find("doc/mainBody") is not None]
    return sorted(found, key=lambda element: bool(_ANNEX.match(title_of(element))))


def title_of(element: Element) -> str:
    """Number and heading of an element in one line; of what follows the body, else the title that it goes by."""
    parts = (running_text(child) for name in ("num", "heading", "subheading") for child in element.findall(name))
    if title := " ".join(" ".join(parts).split()):
        return title
    alias = element.find("doc/meta/identification/FRBRWork/FRBRalias")
    printed = element.findtext("doc/preface//docTitle") or (alias.get("value") if alias is not None else None)
    return " ".join((printed or "").split())


def _is_unit(element: Element) -> bool:
    name = element.get("name", "") if element.tag == "hcontainer" else element.tag
    return name.lower() in _PROVISIONS


def _documents(element: Element) -> Iterator[Element]:
    """The documents of a file, those of a collection one by one; what follows an act as part of it is none."""
    for child in element:
        if child.tag in _COLLECTIONS and (element.tag != "akomaNtoso" or child.tag != "components"):
            yield from _documents(child)
        elif child.tag not in ("components", "meta", "preface", "preamble"):
            yield child
