"""An act written as Akoma Ntoso 3.0, as its schema and its naming of ids have it."""

from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from extraction.records import ActRecord, ProvisionRecord
from extraction.statutes.akoma_ntoso.addresses import own_part
from extraction.statutes.akoma_ntoso.divisions import parsed_label
from extraction.statutes.akoma_ntoso.metadata import calendar, metadata
from extraction.statutes.akoma_ntoso.periods import Period, version_parts
from extraction.statutes.akoma_ntoso.text_writing import TextWriter
from extraction.statutes.akoma_ntoso.xml import xml_text
from extraction.statutes.rows import divided

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_PREAMBLE = "Preamble"


def written(act: ActRecord, provisions: Iterable[ProvisionRecord], acts: Mapping[str, ActRecord]) -> str:
    """The act with its provisions in their order, as XML; `acts` are those that they refer to, by their ids."""
    return _Writer(act, tuple(provisions), acts).document()


class _Writer:
    def __init__(self, act: ActRecord, provisions: Sequence[ProvisionRecord], acts: Mapping[str, ActRecord]) -> None:
        self._act = act
        self._provisions = provisions
        former = (version_parts(version)[0] for p in provisions for version in p.versions)
        self._times = calendar([_period(act), *map(_period, provisions), *former])
        self._text = TextWriter(act.id, acts)
        self._open: list[tuple[str, Element]] = []

    def document(self) -> str:
        """The whole file."""
        root = Element("akomaNtoso", xmlns=_NAMESPACE)
        several = any(p.versions for p in self._provisions)
        act = SubElement(root, "act", name="act", contains="multipleVersions" if several else "singleVersion")
        act.append(metadata(self._act, self._times))
        self._preface(SubElement(act, "preface"))
        for preamble in (p for p in self._provisions if p.number == _PREAMBLE):
            self._text.lines(SubElement(act, "preamble"), preamble.text, preamble.mentions)
        body = SubElement(act, "body", self._times.mark(_period(self._act)))
        for provision in (p for p in self._provisions if p.kind != "schedule" and p.number != _PREAMBLE):
            self._provision(body, provision)
        schedules = [p for p in self._provisions if p.kind == "schedule"]
        if schedules:
            attachments = SubElement(act, "attachments")
            for schedule in schedules:
                self._schedule(attachments, schedule)
        indent(root)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'

    def _preface(self, preface: Element) -> None:
        SubElement(SubElement(preface, "p"), "docTitle").text = xml_text(self._act.title)
        if self._act.number:
            SubElement(SubElement(preface, "p"), "docNumber").text = f"Act No. {self._act.number}"
        if day := self._act.assented:
            SubElement(SubElement(preface, "p"), "docDate", date=day).text = day

    def _provision(self, body: Element, provision: ProvisionRecord) -> None:
        """A section, article or rule, in its chapter; of several wordings each, the earlier ones first."""
        path, number, tag = divided(provision.chapter), provision.number, str(provision.kind)
        if provision.kind == "order-rule":
            order, _, number = number.partition("-rule-")
            path, tag = (*path, f"Order {order}"), "rule"
        parent = self._division(body, path)
        wordings = [(*version_parts(version), ()) for version in provision.versions]
        for period, text, mentions in (*wordings, (_period(provision), provision.text, provision.mentions)):
            named = {"name": tag} if tag == "regulation" else {}
            unit = SubElement(parent, "hcontainer" if named else tag, named | self._times.mark(period))
            above = parent if provision.kind == "order-rule" else None
            earlier = "" if text is provision.text else f"_until_{period[1]}"
            unit.set("eId", self._text.ids.new(above, tag, number + earlier))
            SubElement(unit, "num").text = f"{number}."
            if provision.heading:
                SubElement(unit, "heading").text = xml_text(provision.heading)
            self._text.levels(unit, text, mentions)

    def _division(self, body: Element, path: Sequence[str]) -> Element:
        """The element of the chapter at `path`, made if the provision before stands in another."""
        same = next((i for i, name in enumerate(path) if i >= len(self._open) or self._open[i][0] != name), len(path))
        del self._open[same:]
        for name in path[same:]:
            above = self._open[-1][1] if self._open else None
            tag, number, heading = parsed_label(name)
            made = SubElement(body if above is None else above, "hcontainer" if tag == "order" else tag)
            made.set("eId", self._text.ids.new(above, tag, number))
            if made.tag == "hcontainer":
                made.set("name", "order" if tag == "order" else "crossheading")
            if number:
                SubElement(made, "num").text = number
            if heading:
                SubElement(made, "heading").text = xml_text(heading)
            self._open.append((name, made))
        return self._open[-1][1] if self._open else body

    def _schedule(self, attachments: Element, schedule: ProvisionRecord) -> None:
        made = SubElement(attachments, "attachment", eId=own_part("schedule", schedule.number))
        if schedule.heading:
            SubElement(made, "heading").text = xml_text(schedule.heading)
        doc = SubElement(made, "doc", name="schedule")
        doc.append(metadata(self._act, self._times, f"schedule_{schedule.number}"))
        self._text.lines(SubElement(doc, "mainBody"), schedule.text, schedule.mentions)


def _period(record: ActRecord | ProvisionRecord) -> Period:
    return record.in_force_from, record.in_force_to
