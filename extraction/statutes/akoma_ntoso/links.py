"""What the mark-up of an act itself says of other provisions: which it refers to, and which it changes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from extraction.provisions.acts import act_from_title
from extraction.records import ActRecord, Amendment, ProvisionKind
from extraction.statutes.akoma_ntoso.addresses import act_at, part, work
from extraction.statutes.akoma_ntoso.text import unlinked
from extraction.statutes.rows import Link, Row, provision_id
from extraction.text.spacing import one_line

Place = tuple[ProvisionKind, str]
_QUOTE = 400  # characters kept of the words that change another act


@dataclass(frozen=True, slots=True)
class Linker:
    """Finds what addresses mean in the file of an `act`, whose elements stand in these provisions by their ids."""

    act: ActRecord
    places: Mapping[str, Place]

    def linked(self, row: Row) -> Row:
        """A row without the marks in its text, and with what they refer to."""
        text, marks = unlinked(row.text)
        links = (self._link(start, end, address, text[start:end]) for start, end, address in marks)
        return replace(row, text=text, links=tuple(link for link in links if link))

    def amendments(self, act: Element, rows: Iterable[Row]) -> Iterator[Amendment]:
        """The changes that the analysis of an act lists: of its own provisions by others, of others by its own."""
        texts = {(row.kind, row.number): row.text for row in rows}
        for change in act.iterfind("meta/analysis/*/textualMod"):
            source, target = (_address(change, name) for name in ("source", "destination"))
            by, (changed, place) = self._act(source), self._provision(target, "")
            if by is None or changed is None or place is None or by.id == changed.id:
                continue
            own = self._provision(source if by.id == self.act.id else target, "")[1]
            quote = one_line(texts.get(own, "") if own else "")[:_QUOTE]
            yield Amendment(by.id, provision_id(changed.id, *place), *place, quote)

    def _link(self, start: int, end: int, address: str, words: str) -> Link | None:
        act, place = self._provision(address, words)
        return Link(start, end, act.id, *place) if act and place else None

    def _provision(self, address: str, words: str) -> tuple[ActRecord | None, Place | None]:
        within = address.rpartition("#")[2].rpartition("~")[2]
        if address.startswith(("#", "~")):
            return self.act, self.places.get(within) or part(address)
        act = act_at(address, words)
        return act, (self.places.get(within) if act == self.act else None) or part(address)

    def _act(self, address: str) -> ActRecord | None:
        """The act at an address; one known only by its number goes by that."""
        if address.startswith(("#", "~")):
            return self.act
        at = work(address)
        by_number = act_from_title(f"Act {at.numbered}") if at and at.numbered and not at.state else None
        return act_at(address) or by_number


def _address(change: Element, name: str) -> str:
    found = change.find(name)
    return found.get("href", "") if found is not None else ""
