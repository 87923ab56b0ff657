"""How far a party's name reaches to either side in running text."""

import pytest

from extraction.parties.extent import name_after, name_before


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("as was held in Maneka Gandhi | v.", "Maneka Gandhi"),
        ("In the case of State of U.P. | v.", "State of U.P."),
        ("relying on I.C. Golak Nath & Ors. | v.", "I.C. Golak Nath & Ors."),
        ("see M/s. Alpha & Co. Ltd. | v.", "M/s. Alpha & Co. Ltd."),
        ("It was so decided. Bishan Das and others | v.", "Bishan Das and others"),
        ("the law is clear | v.", None),
    ],
)
def test_before(text: str, name: str | None) -> None:
    end = text.index(" |")
    start = name_before(text, end, 0)
    assert (text[start:end] if start is not None else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("v. |Union of India, AIR 1978 SC 597", "Union of India"),
        ("v. |State of U.P. this Court held", "State of U.P."),
        ("v. |The State of Bihar & Ors. and the rule", "The State of Bihar & Ors."),
        ("v. |Willie (William) Slaney it was said", "Willie (William) Slaney"),
        ("v. |Ram Lal (Dead) by LRs. it was said", "Ram Lal (Dead) by LRs."),
        ("v. |whoever may ask", None),
    ],
)
def test_after(text: str, name: str | None) -> None:
    start = text.index("|") + 1
    ceiling = text.find(", AIR") if ", AIR" in text else len(text)
    end = name_after(text, start, ceiling)
    assert (text[start:end] if end is not None else None) == name


def test_a_short_name_reaches_across_no_comma_and_no_and() -> None:
    text = "in Kharak Singh, and Maneka Gandhi"
    start = name_before(text, len(text), 0, short=True)
    assert text[start:] == "Maneka Gandhi"
