"""Judgments dumped on one line: broken where courts break them, and capitals given to those without any."""

import pytest

from extraction.text.dumps import laid_out

LINES = (
    "IN THE HIGH COURT OF ORISSA AT CUTTACK",
    "Misc. Appeal No. 12 of 1988",
    "Bhima Naik ... Appellant",
    "versus",
    "State of Orissa ... Respondent",
    "Date of Judgment : 4.5.1991",
    "Coram :",
    "Hon'ble Mr. Justice A.K. Panda",
    "Mr. R. Das for the appellant",
    "JUDGMENT :",
    "1. The appellant is a weaver whose loom was attached by the order dated 3.2.1987 of the tahsildar.",
    "2. Reliance is placed on Gopi Sahu v. State of Orissa, AIR 1971 Ori 9 and (1990) 2 SCC 417, in 3. others too.",
    "3. Section 25F of the Industrial Disputes Act, 1947 does not apply. The appeal is allowed.",
    "Sd/- A.K. Panda, J.",
)


def test_a_dump_is_broken_as_the_court_breaks_it() -> None:
    assert laid_out(" ".join(LINES)).split("\n") == list(LINES)


def test_a_dump_without_capitals_gets_those_of_names_and_reports() -> None:
    given = " ".join(LINES).lower()
    found = laid_out(given)
    assert found.lower().replace("\n", " ") == given
    for words in (
        *("Bhima Naik", "State of Orissa", "Hon'ble Mr. Justice A.K. Panda", "Gopi Sahu v. State of Orissa"),
        *("AIR 1971 Ori 9", "(1990) 2 SCC 417", "Section 25F", "Industrial Disputes Act", "Sd/- A.K. Panda, J."),
    ):
        assert words in found
    assert "is a weaver whose loom" in found


@pytest.mark.parametrize("text", ["\n".join(LINES), LINES[0], "a line of prose about the court " * 20, ""])
def test_a_text_with_lines_or_of_another_kind_is_left_alone(text: str) -> None:
    assert laid_out(text) == text
