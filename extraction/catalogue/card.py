"""The card that the courts' portal shows for a judgment, as the archives keep it: HTML with labels and values."""

from selectolax.lexbor import LexborHTMLParser

_LABELS = {
    "decision date": "decision_date",
    "case no": "case_number",
    "disposal nature": "disposal_nature",
    "cnr": "cnr",
    "court": "court",
}


def read_card(html: str) -> dict[str, str]:
    """The fields of a card: title, judges (the author bears a star), citation, dates, numbers; those that it has."""
    page = LexborHTMLParser(html)
    told = {
        "title": _text(page, "button strong") or _text(page, "button"),
        "citation": _text(page, ".escrText"),
        "nc_display": _text(page, ".ncDisplay"),
        **_labelled(page),
    }
    cnr = page.css_first("input#cnr")
    if cnr is not None:
        told["cnr"] = cnr.attributes.get("value") or ""
    judges = next((text for node in page.css("strong") if ":" in (text := node.text()) and _names_judges(text)), "")
    names = [name.strip() for name in judges.partition(":")[2].split(",")]
    told["judge"] = ", ".join(name.rstrip("*") for name in names if name)
    told["author_judge"] = ", ".join(name.rstrip("*") for name in names if name.endswith("*"))
    return {key: value for key, value in told.items() if value}


def _names_judges(text: str) -> bool:
    return text.strip().lower().startswith(("coram", "judge"))


def _labelled(page: LexborHTMLParser) -> dict[str, str]:
    """What stands behind labels: in the next element, or after the label's colon ("Court : High Court of ...")."""
    told: dict[str, str] = {}
    for label in page.css(".caseDetailsTD span"):
        name, _, own = label.text().partition(":")
        value = label.next
        while value is not None and value.tag != "font":
            value = value.next
        said = own.strip() or (value.text().strip() if value is not None else "")
        if field := _LABELS.get(name.strip().rstrip(".").lower()):
            told[field] = said
    return told


def _text(page: LexborHTMLParser, selector: str) -> str:
    node = page.css_first(selector)
    return node.text().strip() if node is not None else ""
