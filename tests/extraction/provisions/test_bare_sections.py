"""The act of a section that the text names by its number alone."""

import pytest

from extraction.provisions.bare_sections import table
from extraction.records import Paragraph
from tests.support.reading import read_mentions

IPC, CRPC, CPC = "indian-penal-code-1860", "code-of-criminal-procedure-1973", "code-of-civil-procedure-1908"
OIL = "bihar-lamp-oil-act-1921"


def _last(text: str) -> str | None:
    return read_mentions(text, [Paragraph("1", 0, len(text))], "A v. B").provisions[-1].provision


@pytest.mark.parametrize(
    ("text", "provision"),
    [
        # The act that the text names with the number, or nearly all its sections are of.
        ("Section 9 of the Arms Act, 1959 and S. 313 CrPC. Section 9 applies.", "arms-act-1959/section-9"),
        (
            "The Bihar Lamp Oil Act, 1921 asks for a permit (section 4 of the Act). Section 5 of the Act has the fee, "
            "section 6 of the Act the appeal. Section 8 saves the rest.",
            f"{OIL}/section-8",
        ),
        # What judgments say of the number.
        ("S. 302 IPC, S. 34 IPC, S. 161 CrPC. His statement under section 313 was taken.", f"{CRPC}/section-313"),
        ("S. 173 CrPC, S. 161 CrPC, S. 34 IPC. The offence under section 304B is made out.", f"{IPC}/section-304B"),
        ("S. 96 CPC. The F.I.R. was for an offence under section 498A.", f"{IPC}/section-498A"),
        # Who is near.
        (
            "S. 25 of the Arms Act, 1959, S. 12 of the Passports Act, 1967. "
            + "The facts are these. " * 80
            + "Now the Passports Act, 1967: section 12 of that Act is penal, and section 14 too.",
            "passports-act-1967/section-14",
        ),
        # No act at all, or none that has such a section.
        ("Section 4 applies to the land.", None),
        ("S. 302 IPC, S. 25 of the Arms Act, 1959. Section 904 is unknown.", None),
    ],
)
def test_the_act_of_a_bare_section(text: str, provision: str | None) -> None:
    assert _last(text) == provision


def test_a_number_tells_of_the_act_that_is_known_for_it() -> None:
    telling = table().telling
    assert telling(IPC, "302") > 0 > telling(IPC, "482")
    assert telling(CRPC, "482") > telling(CPC, "482")
    assert telling(OIL, "302") == 0
