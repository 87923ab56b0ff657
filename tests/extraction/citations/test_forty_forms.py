"""Forty forms in which Indian courts write provisions and citations, each in a sentence of its own."""

import pytest

from extraction.mentions import Mentions
from extraction.records import Paragraph
from tests.support.reading import read_mentions

PROVISIONS = [
    (
        "Articles 14, 19(1)(a) and 21 of the Constitution were invoked.",
        ["constitution-of-india/article-14", "constitution-of-india/article-19", "constitution-of-india/article-21"],
    ),
    ("The writ was filed under Art.226 of the Constitution.", ["constitution-of-india/article-226"]),
    (
        "He was convicted u/s. 302 r/w S. 149 IPC by the trial court.",
        ["indian-penal-code-1860/section-302", "indian-penal-code-1860/section-149"],
    ),
    (
        "They were charged under ss. 302/34 IPC.",
        ["indian-penal-code-1860/section-302", "indian-penal-code-1860/section-34"],
    ),
    (
        "See sections 4 to 7 of the Indian Contract Act, 1872.",
        [
            "indian-contract-act-1872/section-4",
            "indian-contract-act-1872/section-5",
            "indian-contract-act-1872/section-6",
            "indian-contract-act-1872/section-7",
        ],
    ),
    ("The plaint was rejected under Order VII Rule 11 CPC.", ["code-of-civil-procedure-1908/order-7-rule-11"]),
    ("O. 7 R. 11(d) of the Code of Civil Procedure applies.", ["code-of-civil-procedure-1908/order-7-rule-11"]),
    (
        "The proviso to sub-section (2) of section 6 of the Hindu Marriage Act, 1955 applies.",
        ["hindu-marriage-act-1955/section-6"],
    ),
    ("Section 482 Cr.P.C. saves inherent powers.", ["code-of-criminal-procedure-1973/section-482"]),
    ("Article 21A of the Constitution was inserted later.", ["constitution-of-india/article-21A"]),
    ("Section 138 of the N.I. Act is attracted.", ["negotiable-instruments-act-1881/section-138"]),
    ("Sec.65-B of the Evidence Act requires a certificate.", ["indian-evidence-act-1872/section-65B"]),
    ("Entry 54 of List II of the Seventh Schedule to the Constitution is wide.", ["constitution-of-india/schedule-7"]),
    (
        "Section 66-A of the Information Technology Act, 2000 was struck down.",
        ["information-technology-act-2000/section-66A"],
    ),
    ("clause (a) of sub-section (1) of section 13 of the Hindu Marriage Act", ["hindu-marriage-act-1955/section-13"]),
    (
        "Sections 498-A and 304-B I.P.C. were invoked.",
        ["indian-penal-code-1860/section-498A", "indian-penal-code-1860/section-304B"],
    ),
    ("S.34, Penal Code, was not argued.", ["indian-penal-code-1860/section-34"]),
    (
        "Articles 14 to 18 of the Constitution",
        [
            "constitution-of-india/article-14",
            "constitution-of-india/article-15",
            "constitution-of-india/article-16",
            "constitution-of-india/article-17",
            "constitution-of-india/article-18",
        ],
    ),
    ("Art. 19 (1) (g) read with Art. 19 (6) of the Constitution", ["constitution-of-india/article-19"]),
    (
        "sections 107, 109 and 120B of the Penal Code",
        [
            "indian-penal-code-1860/section-107",
            "indian-penal-code-1860/section-109",
            "indian-penal-code-1860/section-120B",
        ],
    ),
]
CITATIONS = [
    ("In (1978)1SCC248 the Court held so.", ["(1978) 1 SCC 248"]),
    ("A.I.R.1950 S.C. 27 was cited.", ["AIR 1950 SC 27"]),
    ("See Kesavananda Bharati v. State of Kerala, [1973] Supp. S.C.R. 1.", ["1973 Supp SCR 1"]),
    (
        "See Maneka Gandhi v. Union of India, AIR 1978 SC 597 : (1978) 1 SCC 248 at p. 253, para 12.",
        ["AIR 1978 SC 597", "(1978) 1 SCC 248"],
    ),
    ("In 2023 INSC 123 this Court held.", ["2023 INSC 123"]),
    ("See 2023:DHC:1234.", ["2023:DHC:1234"]),
    ("Reported in 1995 Supp (2) SCC 549.", ["1995 Supp (2) SCC 549"]),
    ("Reported in JT 1997 (5) SC 24.", ["JT 1997 (5) SC 24"]),
    ("Reported in 1996 (3) SCALE 412.", ["(1996) 3 SCALE 412"]),
    ("Reported in 2004 Cri LJ 1234.", ["2004 Cri LJ 1234"]),
    ("Reported in (1965) 57 ITR 521.", ["57 ITR 521"]),
    ("Donoghue v. Stevenson, [1932] A.C. 562, was followed.", ["1932 AC 562"]),
    ("Reported in [1967] 1 All ER 226.", ["(1967) 1 All ER 226"]),
    ("Brown v. Board of Education, 347 U.S. 483 (1954).", ["347 US 483"]),
    ("Reported in (2017) 10 SCC 1, 412.", ["(2017) 10 SCC 1"]),
    ("Reported in 2015 SCC OnLine Del 1234.", ["2015 SCC OnLine Del 1234"]),
    ("Reported in AIR 1965 All 101 (FB).", ["AIR 1965 All 101"]),
    ("Reported in ILR (1975) 2 Delhi 45.", ["ILR (1975) 2 Del 45"]),
    ("Reported in MANU/SC/0133/1978.", ["MANU/SC/0133/1978"]),
    ("Reported in (1997) 7 SCC (Cri) 932.", ["(1997) 7 SCC (Cri) 932"]),
]


def read(sentence: str) -> Mentions:
    return read_mentions(sentence, (Paragraph(None, 0, len(sentence)),), "A v. B")


@pytest.mark.parametrize(("sentence", "provisions"), PROVISIONS, ids=[sentence for sentence, _ in PROVISIONS])
def test_provisions(sentence: str, provisions: list[str]) -> None:
    assert list(dict.fromkeys(p.provision for p in read(sentence).provisions)) == provisions


@pytest.mark.parametrize(("sentence", "citations"), CITATIONS, ids=[sentence for sentence, _ in CITATIONS])
def test_citations(sentence: str, citations: list[str]) -> None:
    assert [c.text for reference in read(sentence).references for c in reference.citations] == citations
