"""What is printed around the text of a page is told from the text."""

from collections.abc import Sequence

import pytest

from extraction.documents.furniture import TextPage, without_furniture
from extraction.documents.lines import Print, read_pages
from tests.support.typeset import beside, set_line, set_page

BODY = ["The appellant was tried for murder by the court", "of session and was convicted of it there.", "He appeals."]


def cleaned(pages: Sequence[Print]) -> list[TextPage]:
    return without_furniture(read_pages(pages))


def texts(page: TextPage) -> list[str]:
    return [line.text for column in page.columns for line in column]


def pages(count: int, head: str = "", foot: str = "") -> list[Print]:
    """Pages of the same text with a head and a foot; "#" stands for the page's number."""
    made = []
    for number in range(1, count + 1):
        lines = [set_line(head.replace("#", str(number)), 40), set_line(foot.replace("#", str(number)), 800)]
        made.append(beside(set_page([f"{line} {number}" for line in BODY], number), *lines))
    return made


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("RAM LAL v. STATE OF BIHAR", ""),
        ("SUPREME COURT REPORTS [2019] 4 S.C.R.", ""),
        ("", "Page # of 3"),
        ("", "Page #"),
        ("", "- # -"),
        ("", "#"),
        ("", "# | P a g e".replace("P a g e", "Page")),
        ("Crl.A. No. 12/2019", "W.P.(C) 55 of 2020 Page #"),
        ("# RAM LAL v. STATE OF BIHAR", "#"),
    ],
)
def test_what_comes_again_on_every_page_is_no_text(head: str, foot: str) -> None:
    for number, page in enumerate(cleaned(pages(3, head, foot)), 1):
        assert texts(page) == [f"{line} {number}" for line in BODY]


def test_a_line_that_stands_once_is_text_wherever_it_stands() -> None:
    made = pages(3, "RAM LAL v. STATE OF BIHAR")
    made[1] = beside(made[1], set_line("It is so ordered.", 790))
    assert [texts(page)[-1] for page in cleaned(made)] == ["He appeals. 1", "It is so ordered.", "He appeals. 3"]


@pytest.mark.parametrize("head", ["FORM No. #", "ANNEXURE P-#"])
def test_the_heads_of_forms_are_text_though_alike_but_for_their_numbers(head: str) -> None:
    found = cleaned(pages(3, head))
    assert [texts(page)[0] for page in found] == [head.replace("#", str(number)) for number in (1, 2, 3)]


def test_citations_at_the_foot_of_pages_are_notes_though_alike_but_for_their_figures() -> None:
    made = [
        beside(page, set_line(f"(20{number}6) {number} SCC 15{number}", 790)) for number, page in enumerate(pages(3), 1)
    ]
    assert [texts(page)[-1] for page in cleaned(made)] == ["(2016) 1 SCC 151", "(2026) 2 SCC 152", "(2036) 3 SCC 153"]


def test_a_line_that_comes_again_amid_the_text_is_text() -> None:
    made = [beside(page, set_line("The question was answered in the negative.", 400)) for page in pages(3)]
    assert all("The question was answered in the negative." in texts(page) for page in cleaned(made))


def test_a_numbered_paragraph_at_the_foot_is_no_page_number() -> None:
    made = pages(3)
    made[0] = beside(made[0], set_line("7.", 800))
    assert "7." in texts(cleaned(made)[0])


def test_the_citation_at_the_head_of_the_first_page_is_the_judgments_own() -> None:
    first, *others = cleaned(pages(3, "AIR 1978 SC 597"))
    assert texts(first)[0] == "AIR 1978 SC 597"
    assert all("AIR 1978 SC 597" not in texts(page) for page in others)


def test_the_stamp_of_a_signature_goes() -> None:
    stamp = ("Signature Not Verified", "Digitally signed by RAM LAL", "Date: 2024.05.09", "17:12:53 IST", "Reason:")
    page = beside(set_page(BODY), *(set_line(line, 500 + 12 * row, size=6) for row, line in enumerate(stamp)))
    assert texts(cleaned([page])[0]) == BODY


def test_a_date_without_a_stamp_stays() -> None:
    page = beside(set_page(BODY), set_line("Date: 9 May 2024", 500))
    assert texts(cleaned([page])[0]) == [*BODY, "Date: 9 May 2024"]


MARKED = [*BODY, "He was on bail,1 which the court refused later.2"]
"""A text with the marks of two notes, printed as plain figures."""


def noted(number: int, *notes: str, text: Sequence[str] = MARKED, size: float = 8) -> Print:
    """A page with more print at its foot, mostly smaller."""
    lines = (set_line(note, 650 + 11 * row, size=size) for row, note in enumerate(notes))
    return beside(set_page(text, number), *lines)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (("1 AIR 1978 SC 597",), ("[1] AIR 1978 SC 597",)),
        (("1. AIR 1978 SC 597",), ("[1] AIR 1978 SC 597",)),
        (("1) AIR 1978 SC 597", "2) (1978) 1 SCC 248"), ("[1] AIR 1978 SC 597", "[2] (1978) 1 SCC 248")),
        (("1 AIR 1978 SC 597", "2(1978) 1 SCC 248"), ("[1] AIR 1978 SC 597", "[2] (1978) 1 SCC 248")),
        (("* Leave granted on 4 May",), ("[*] Leave granted on 4 May",)),
        (
            ("1 Maneka Gandhi v. Union of", "India, AIR 1978 SC 597"),
            ("[1] Maneka Gandhi v. Union of India, AIR 1978 SC 597",),
        ),
        (("1 Maneka Gandhi, (1978)", "1 SCC 248, para 9"), ("[1] Maneka Gandhi, (1978) 1 SCC 248, para 9",)),
    ],
)
def test_footnotes_are_set_apart_with_their_marks(printed: tuple[str, ...], expected: tuple[str, ...]) -> None:
    page = cleaned([noted(1, *printed)])[0]
    assert page.notes == expected
    assert texts(page) == MARKED


def test_footnotes_as_large_as_the_text_stand_below_room_and_their_marks_have_no_stop() -> None:
    page = cleaned([noted(1, "1 AIR 1978 SC 597", "2 (1978) 1 SCC 248", size=12)])[0]
    assert page.notes == ("[1] AIR 1978 SC 597", "[2] (1978) 1 SCC 248")
    assert cleaned([noted(1, "1. We have heard both sides.", size=12)])[0].notes == ()


@pytest.mark.parametrize(
    "printed",
    ["a quotation in smaller print ends this page", "14. The testator was of sound mind", "14 Wards were sold"],
)
def test_small_print_without_a_mark_that_the_text_bears_is_text(printed: str) -> None:
    page = cleaned([noted(1, printed)])[0]
    assert page.notes == ()
    assert texts(page)[-1] == printed


def test_a_footnote_goes_on_overleaf() -> None:
    first, second = cleaned(
        [noted(1, "1 The rule was traced in"), noted(2, "a later decision to the Privy Council", "2 Ibid. p. 3")]
    )
    assert first.notes == ("[1] The rule was traced in a later decision to the Privy Council",)
    assert second.notes == ("[2] Ibid. p. 3",)


def test_a_footnote_that_leaves_a_quotation_open_goes_on_overleaf_without_another_mark() -> None:
    first, second = cleaned([noted(1, "1 It reads: “No person shall"), noted(2, "be evicted.”", text=BODY)])
    assert first.notes == ("[1] It reads: “No person shall be evicted.”",)
    assert texts(second) == BODY


def test_a_quotation_above_the_notes_of_a_page_is_text_though_the_page_before_had_notes() -> None:
    quoted = set_line("the testator was of sound mind when he signed", 640, size=8)
    _, second = cleaned([noted(1, "1 AIR 1978 SC 597"), beside(noted(2, "2 Ibid. p. 3"), quoted)])
    assert second.notes == ("[2] Ibid. p. 3",)
    assert texts(second)[-1] == "the testator was of sound mind when he signed"


def test_notes_are_small_beside_their_own_page_where_most_pages_quote_in_small_print() -> None:
    quoting = [
        set_page(["a long extract of an earlier judgment is set in small print"] * 20, 2 + n, size=10) for n in (0, 1)
    ]
    first = beside(set_page(MARKED), set_line("1 AIR 1978 SC 597", 700, size=10.6))
    assert cleaned([first, *quoting])[0].notes == ("[1] AIR 1978 SC 597",)
