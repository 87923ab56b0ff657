"""Judgments as the Supreme Court signs them: neutral citation above, bench and date below."""

from pathlib import Path

import pytest

from extraction import Judgment, extract, load
from extraction.judgments.opinions.closing import Closing, read_closing
from extraction.judgments.preamble import read_preamble
from tests.support.printed import Layout, printed

SIGNED = """2023 INSC 123                                   REPORTABLE

IN THE SUPREME COURT OF INDIA
CIVIL APPELLATE JURISDICTION

CIVIL APPEAL NO. 1234 OF 2023
(Arising out of SLP (C) No. 20434 of 2021)

RAM LAL & ORS. …APPELLANT(S)
VERSUS
STATE OF BIHAR & ANR. …RESPONDENT(S)

J U D G M E N T

SANJIV KHANNA, J.

1. Leave granted.
2. We follow Kesavananda Bharati v. State of Kerala, (1973) 4 SCC 225.
3. The appeal is dismissed.

......................J.
(SANJIV KHANNA)

......................J.
(M.M. SUNDRESH)

NEW DELHI;
APRIL 12, 2023.
"""


def test_the_head_and_the_end_of_a_signed_judgment() -> None:
    preamble = read_preamble(SIGNED, "x")
    assert (preamble.title, preamble.court) == ("Ram Lal v. State of Bihar", "Supreme Court of India")
    assert [c.text for c in preamble.citations] == ["2023 INSC 123"]
    assert (preamble.date, preamble.case_number) == (
        "2023-04-12",
        "CIVIL APPEAL NO. 1234 OF 2023 (Arising out of SLP (C) No. 20434 of 2021)",
    )
    assert preamble.bench == ("Sanjiv Khanna", "M.M. Sundresh")
    assert (preamble.authors, preamble.bench_size) == (("Sanjiv Khanna",), 2)
    assert SIGNED[preamble.start : preamble.end].strip().endswith("3. The appeal is dismissed.")


def test_the_same_from_print(tmp_path: Path) -> None:
    lines = [line for line in SIGNED.split("\n")[1:] if line.strip()]
    (tmp_path / "j.pdf").write_bytes(printed(lines, Layout(header="2023 INSC 123", size=11, leading=14)))
    judgment = extract(load(tmp_path / "j.pdf", "j"))
    assert isinstance(judgment, Judgment)
    assert (judgment.title, judgment.date, judgment.bench_size) == ("Ram Lal v. State of Bihar", "2023-04-12", 2)
    assert [c.text for c in judgment.citations] == ["2023 INSC 123"]
    assert judgment.authors == ("Sanjiv Khanna",)
    assert [(m.paragraph, m.page) for r in judgment.references for m in r.mentions] == [("2", "1")]


@pytest.mark.parametrize(
    ("end", "judges", "date"),
    [
        ("………………………….CJI.\n[Dr. Dhananjaya Y. Chandrachud]\n\nNew Delhi\nDated: 5 May 2023", 1, "2023-05-05"),
        ("..........J.\n(K. RAMASWAMY)\n..........J.\n(B.L. HANSARIA)", 2, None),
        ("Appeal dismissed.\nApril 4, 1995", 0, None),
        ("as was held (SUPRA)\n(see above)", 0, None),
    ],
)
def test_closings(end: str, judges: int, date: str | None) -> None:
    text = f"1. The appeal is allowed.\n\n{end}\n"
    closing = read_closing(text, 0, len(text))
    assert (len(closing.judges), closing.date) == (judges, date)
    if not judges:
        assert closing == Closing((), None, len(text))


def test_a_citation_in_a_sentence_of_the_head_is_not_the_judgments_own() -> None:
    text = "A v B\nSupreme Court of India\n\n1 May 1970\nFollowing AIR 1960 SC 1 we dismiss.\n1. It is dismissed.\n"
    assert read_preamble(text, "x").citations == ()
