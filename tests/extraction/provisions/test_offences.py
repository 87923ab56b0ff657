"""The classification of offences by a procedure code's schedule, row by row."""

from pathlib import Path

import pytest

from extraction.documents.files import load
from extraction.records import Statute
from extraction.statutes.statute import read_statute
from tests.support.codes import BNS, BNSS, written


@pytest.fixture
def procedure(tmp_path: Path) -> Statute:
    return read_statute(load(written(tmp_path)["bnss"], "bnss"), 1500, 200)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (
            "103",
            [
                ("(1)", "Killing of a man", "Death, or imprisonment for life", "Cognizable", "Non-bailable"),
                ("(2)", "Killing by a band", "Imprisonment for life", "Cognizable", "Non-bailable"),
            ],
        ),
        (
            "357",
            [
                ("", "Leaving the helpless", "Fine of ten rupees", "Non-cognizable", "Bailable"),
                ("", "If he dies", "Imprisonment for 1 year", "Cognizable", "Bailable"),
            ],
        ),
    ],
)
def test_each_row_is_of_its_section(procedure: Statute, number: str, told: list[tuple[str, ...]]) -> None:
    found = [o for o in procedure.offences if o.number == number]
    assert [(o.clause, o.offence, o.punishment, o.cognizable, o.bailable) for o in found] == told
    assert {o.provision for o in found} == {f"{BNS}/section-{number}"}


def test_the_rows_name_sections_of_the_penal_code(procedure: Statute) -> None:
    schedule = next(p for p in procedure.provisions if p.id == f"{BNSS}/schedule-1")
    named = {m.provision: m.quote for m in schedule.mentions}
    assert named.keys() == {f"{BNS}/section-103", f"{BNS}/section-357"}
    assert all(m.quote in schedule.text for m in schedule.mentions)


def test_offences_against_other_laws_are_of_no_section(procedure: Statute) -> None:
    assert {o.number for o in procedure.offences} == {"103", "357"}
