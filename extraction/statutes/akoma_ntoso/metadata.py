"""What identifies an act in Akoma Ntoso 3.0: its addresses, names and dates, and the periods of its wordings."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from extraction.records import ActRecord
from extraction.statutes.akoma_ntoso.addresses import written_address
from extraction.statutes.akoma_ntoso.periods import Period
from extraction.statutes.akoma_ntoso.xml import xml_text

_UNDATED = "1800-01-01"  # the schema wants a date; acts whose file says none are younger


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which something began or ended, and the periods between them."""

    days: tuple[str, ...]
    periods: tuple[Period, ...]

    def mark(self, period: Period) -> dict[str, str]:
        """The attribute of what was in force in a period; none where nothing is said."""
        return {"period": f"#tmpg_{self.periods.index(period) + 1}"} if any(period) else {}


def calendar(periods: Iterable[Period]) -> Calendar:
    """The calendar of these periods."""
    said = sorted({p for p in periods if any(p)}, key=lambda p: (p[0] or "", p[1] or ""))
    return Calendar(tuple(sorted({day for period in said for day in period if day})), tuple(said))


def metadata(act: ActRecord, times: Calendar, component: str = "") -> Element:
    """The meta element of an act, or of a schedule to it by the name of that `component`."""
    meta = Element("meta")
    identification = SubElement(meta, "identification", source="#lawgraph")
    work = written_address(act)
    name = f"!{component or 'main'}"
    alias = {} if component else {"title": act.title} | {f"name_{n}": a for n, a in enumerate(act.aliases, 1)}
    made = act.assented or (f"{act.year}-01-01" if act.year else _UNDATED)
    date = ("assent" if act.assented else "year", made)
    first = _level(identification, "Work", f"{work}/{name}", work, alias, date, "#legislature")
    SubElement(first, "FRBRcountry", value="in")
    if act.number and not component:
        SubElement(first, "FRBRnumber", value=act.number.partition(" ")[0])
    spoken = f"{work}/eng@{act.assented or ''}"
    second = _level(identification, "Expression", f"{spoken}/{name}", spoken, {}, date, "#legislature")
    SubElement(second, "FRBRlanguage", language="eng")
    _level(identification, "Manifestation", f"{spoken}/{name}.xml", f"{spoken}.akn", {}, date, "#lawgraph")
    if not component:
        _life(meta, act, times)
        references = SubElement(meta, "references", source="#lawgraph")
        for id, shown in (("legislature", "Legislature"), ("lawgraph", "lawgraph")):
            SubElement(references, "TLCOrganization", eId=id, href=f"/akn/ontology/organization/in/{id}", showAs=shown)
        if times.periods:
            SubElement(references, "TLCConcept", eId="inForce", href="/akn/ontology/concept/inForce", showAs="in force")
    return meta


def _level(
    parent: Element, level: str, this: str, uri: str, alias: dict[str, str], date: tuple[str, str], author: str
) -> Element:
    made = SubElement(parent, f"FRBR{level}")
    SubElement(made, "FRBRthis", value=this)
    SubElement(made, "FRBRuri", value=uri)
    for name, value in alias.items():
        SubElement(made, "FRBRalias", name=name, value=xml_text(value))
    SubElement(made, "FRBRdate", name=date[0], date=date[1])
    SubElement(made, "FRBRauthor", href=author)
    return made


def _life(meta: Element, act: ActRecord, times: Calendar) -> None:
    """The events in the life of an act, and the periods between them."""
    if not times.periods:
        return
    cycle = SubElement(meta, "lifecycle", source="#lawgraph")
    for number, day in enumerate(times.days, 1):
        type = "repeal" if day == act.in_force_to else "generation" if day == act.in_force_from else "amendment"
        SubElement(cycle, "eventRef", eId=f"eref_{number}", date=day, source="#lawgraph", type=type)
    data = SubElement(meta, "temporalData", source="#lawgraph")
    for number, (begun, ended) in enumerate(times.periods, 1):
        group = SubElement(data, "temporalGroup", eId=f"tmpg_{number}")
        interval = SubElement(group, "timeInterval", refersTo="#inForce")
        for name, edge in (("start", begun), ("end", ended)):
            if edge:
                interval.set(name, f"#eref_{times.days.index(edge) + 1}")
