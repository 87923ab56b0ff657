"""Rules and regulations: their titles, their provisions, and what "the Rules" means."""

import pytest

from extraction.provisions.act_mentions import find_acts
from extraction.records import Paragraph
from tests.support.reading import read_mentions

DAM = "mettur-dam-fisheries-rules-1987"
PORT = "harbour-tariff-fixation-regulations-2003"


def _provisions(text: str) -> list[str | None]:
    return [p.provision for p in read_mentions(text, [Paragraph("1", 0, len(text))], "A v. B").provisions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("under the Mettur Dam Fisheries Rules, 1987 a permit", "Mettur Dam Fisheries Rules, 1987"),
        (
            "the Harbour Staff (Leave and Pension) Regulations of 1979",
            "Harbour Staff (Leave and Pension) Regulations, 1979",
        ),
        ("the Harbour Staff(Leave) Rules, 1979", "Harbour Staff(Leave) Rules, 1979"),
        ("the Dam Safety (third Amendment) Rules, 2011", "Dam Safety (third Amendment) Rules, 2011"),
        ("Rule 18 BBB of the Dam Safety Rules, 2011", "Dam Safety Rules, 2011"),
        ("the Delhi Value Added Tax Act, 2004", "Delhi Value Added Tax Act, 2004"),
        ("as the Rules provide", "Rules"),
        ("the Rules of 1987", "Rules, 1987"),
        ("the 1987 Rules", "Rules, 1987"),
        ("the Arms Act and the Rules", "Arms Act"),
        ("UNDER THE BOMBAY PROHIBITION ACT, 1949", "BOMBAY PROHIBITION ACT, 1949"),
        ("Section 120-\nB of the Indian Penal Code", "Indian Penal Code"),
    ],
)
def test_the_first_title_of_a_text(text: str, name: str) -> None:
    assert find_acts(text)[0].name == name


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Rule 7 of the Mettur Dam Fisheries Rules, 1987", [f"{DAM}/rule-7"]),
        ("Rules 7(2) and 9-A of the Mettur Dam Fisheries Rules, 1987", [f"{DAM}/rule-7", f"{DAM}/rule-9A"]),
        ("sub-rule (3) of Rule 7 of the Mettur Dam Fisheries Rules, 1987", [f"{DAM}/rule-7"]),
        ("Regulation 4 of the Harbour Tariff Fixation Regulations, 2003", [f"{PORT}/regulation-4"]),
        ("the Mettur Dam Fisheries Rules, 1987. Rule 7 of the Rules is plain.", [f"{DAM}/rule-7"]),
        ("the Mettur Dam Fisheries Rules, 1987. By Rule 7 a permit is due.", [f"{DAM}/rule-7"]),
        ('the Mettur Dam Fisheries Rules, 1987 ("the Rules of 1987"). Rule 7 of the 1987 Rules', [f"{DAM}/rule-7"]),
        ("Rule 3 of the Income Tax Rules, 1962", ["income-tax-rules-1962/rule-3"]),
        ("Rule 5 of the Punjab Rules, 1950", [None]),
        ("Rule 3(A) of the Mettur Dam Fisheries Rules, 1987", [f"{DAM}/rule-3A"]),
        ("Rule 2(A) of the Mettur Dam Fisheries Rules, 1987", [f"{DAM}/rule-2"]),
        ("Order XXXIX Rule 2(A) CPC", ["code-of-civil-procedure-1908/order-39-rule-2A"]),
        (
            "Rule 11 of Order VII and Order XXI Rule 90",
            [f"code-of-civil-procedure-1908/order-{n}" for n in ("7-rule-11", "21-rule-90")],
        ),
        (
            "Order XXI Rule 90 is plain. So is Rule 92, and rule 64 Order XXI.",
            [f"code-of-civil-procedure-1908/order-21-rule-{n}" for n in (90, 92, 64)],
        ),
        (
            "Order XXI Rule 90 and the Mettur Dam Fisheries Rules, 1987. Rule 7 is plain.",
            ["code-of-civil-procedure-1908/order-21-rule-90", f"{DAM}/rule-7"],
        ),
        ("Section 5 of the Mettur Dam Fisheries Rules, 1987", []),
        ("a rule 2 feet long", [None]),
    ],
)
def test_the_provisions_of_rules(text: str, ids: list[str | None]) -> None:
    assert _provisions(text) == ids


def test_sections_and_rules_side_by_side_keep_their_own() -> None:
    text = (
        "The Arms Act, 1959 and the Mettur Dam Fisheries Rules, 1987 were read. "
        "Section 25 of the Act and Rule 7 of the Rules apply."
    )
    assert _provisions(text) == ["arms-act-1959/section-25", f"{DAM}/rule-7"]
