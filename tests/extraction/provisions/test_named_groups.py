"""Which act is named for provisions: ranges whose word is written twice, articles that are not the Constitution's."""

from pathlib import Path

import pytest

from extraction.documents.files import load
from extraction.extracting import extract
from extraction.records import Judgment, Paragraph
from tests.support.reading import read_mentions

COI, IPC, IEA = "constitution-of-india/article-", "indian-penal-code-1860/section-", "indian-evidence-act-1872/section-"
CRPC, LIMITATION = "code-of-criminal-procedure-1973/section-", "limitation-act-1963/article-"


def _ids(text: str) -> list[str | None]:
    return [m.provision for m in read_mentions(text, [Paragraph("1", 0, len(text))], "A v. B").provisions]


def _of(act: str, numbers: str) -> list[str]:
    return [f"{act}{number}" for number in numbers.split()]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Section 60 to Section 62 of the Evidence Act govern oral evidence.", _of(IEA, "60 61 62")),
        ("Article 29 up to Article 31 of the Constitution were cited.", _of(COI, "29 30 31")),
        ("sections 87 through 89 of the IPC", _of(IPC, "87 88 89")),
        ("section 154 upto 157 of the Cr.P.C.", _of(CRPC, "154 155 156 157")),
        ("Section 60 and Section 62 of the Evidence Act", _of(IEA, "60 62")),
        ("altered the conviction from Section 302 to Section 304 of the IPC", _of(IPC, "302 304")),
        ("Section 438—A of the Cr.P.C.", _of(CRPC, "438A")),
        ("section 5—A person may, under the IPC, be tried.", [None]),
        ("SECTION 307 OF THE INDIAN PENAL CODE", _of(IPC, "307")),
        ("Section 436 of the Cr.P.C. and section 41-A of the same Code", _of(CRPC, "436 41A")),
        ("Section 27(1-A)(b) of the Arms Act, 1959 r/w Section 149 IPC", ["arms-act-1959/section-27", f"{IPC}149"]),
        ("It held section 120-B made out. Both are sections of the Indian Penal Code.", _of(IPC, "120B")),
    ],
)
def test_ranges_and_numbers(text: str, ids: list[str | None]) -> None:
    assert _ids(text) == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Article 64 of the Limitation Act, 1963 governs the suit and not Article 65.", _of(LIMITATION, "64 65")),
        ("Article 58 of the Limitation Act, 1963 was pleaded. Article 59 was not.", _of(LIMITATION, "58 59")),
        (
            "Article 58 of the Limitation Act, 1963 bars it; so does Article 59. The writ under Article 226 fails.",
            [*_of(LIMITATION, "58 59"), f"{COI}226"],
        ),
        (
            "Article 32 of the Constitution. Article 58 of the Limitation Act, 1963 aside, Article 32 lies.",
            [f"{COI}32", f"{LIMITATION}58", f"{COI}32"],
        ),
        (
            "Article 120 of the Limitation Act, 1963 applies. The Indian Stamp Act, 1899 is silent. Time ran under "
            "Article 120 of the Act. Article 23 of the Act taxes a sale.",
            [*_of(LIMITATION, "120 120"), "indian-stamp-act-1899/article-23"],
        ),
        ("Article 20 of the Articles of Association of the mill forbids it.", []),
        ("Article 31 of its Articles of Association. Article 226 is wide.", [f"{COI}226"]),
        ("Article 5 of the India-Ruritania DTAA defines it.", []),
        ("Article 3 of the European Convention on Human Rights; our own Articles 21 and 39A.", _of(COI, "21 39A")),
    ],
)
def test_articles(text: str, ids: list[str | None]) -> None:
    assert _ids(text) == ids


def test_a_head_says_under_which_provision_the_court_was_moved(tmp_path: Path) -> None:
    path = tmp_path / "petition.txt"
    path.write_text(
        "IN THE HIGH COURT OF KARNATAKA AT BENGALURU\n\nMFA NO. 812 OF 2013\n\nBETWEEN:\nSMT. SAROJAMMA ... APPELLANT\n"
        "AND:\nTHE DIVISIONAL CONTROLLER, KSRTC ... RESPONDENT\n\n"
        "THIS MFA IS FILED UNDER SECTION 30(1) OF THE CODE OF CIVIL PROCEDURE AGAINST THE AWARD.\n\nJUDGMENT\n\n"
        "1. The word in Section 32³ of the Indian Evidence Act, 1872 is wide.\n\n2. The appeal is dismissed.\n\n"
        "____________________\n3 Clause (1) of it was amended.\n"
    )
    judgment = extract(load(path, path.name))
    assert isinstance(judgment, Judgment)
    assert [m.provision for m in judgment.provisions] == [f"{IEA}32", "code-of-civil-procedure-1908/section-30"]
