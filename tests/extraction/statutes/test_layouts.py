"""Acts in the layouts of the Gazette and of law books: capitals, indents, bold, no headings, forms, signatures."""

from pathlib import Path

import pytest

from extraction.documents.files import load
from extraction.extracting import extract
from extraction.records import Statute

CAPITALS = """THE GOA SALT PANS (LEASES) ACT, 1971

(ACT NO. 9 OF 1971)

AN ACT TO REGULATE LEASES OF SALT PANS.

BE IT ENACTED BY THE LEGISLATIVE ASSEMBLY OF GOA IN THE TWENTY-SECOND YEAR OF THE REPUBLIC AS FOLLOWS:

1. SHORT TITLE. This Act may be called the Goa Salt Pans (Leases) Act, 1971.

2. TERM OF A LEASE. A lease of a salt pan shall be for five years.

3. RENT. (1) The rent shall be a share of the salt.
(2) No other cess shall be taken.
"""
UNHEADED = """MINISTRY OF LAW

The following Act of Parliament received the assent of the President on the 2nd May, 1957:—

THE HILL ROPEWAYS ACT, 1957
No. 12 of 1957

An Act to provide for ropeways in the hills.

BE it enacted by Parliament in the Eighth Year of the Republic of India as follows:—

1. (1) This Act may be called the Hill Ropeways Act, 1957.
(2) It extends to the hill districts.

2. In this Act, unless the context otherwise requires,—
(a) "ropeway" means a carriage drawn by a rope.

SEC. 1]          THE GAZETTE OF INDIA EXTRAORDINARY          7

3. The Central Government may inspect any ropeway.

P. N. VERGHESE-NAIR,
Secy. to the Govt. of India.
"""
INDENTED = """            THE ORISSA KENDU LEAF (STOCKS) ORDINANCE, 1969
                 (Orissa Ordinance No. 3 of 1969)

AN ORDINANCE to limit stocks of kendu leaf.

NOW, THEREFORE, the Governor is pleased to promulgate the following Ordinance:-

     1. Short title.- This Ordinance may be called the Orissa Kendu Leaf (Stocks) Ordinance, 1969.

     2. Stocks.- No dealer shall keep more than a hundred bags.

     2-A. Small dealers.- Section 2 does not bind a plucker.

     3. Return.- A dealer shall file a return in Form 1.

                       FORM 1
     1. Name of dealer

Cuttack,                            S. K. PANDA-DEO,
The 2nd June, 1969.                 Governor of Orissa.
"""
BOLD = """# The Vidarbha Cotton Gins (Safety) Act, 1951

(Act No. 31 of 1951)

An Act for the safety of cotton gins.

**1. Short title.** — This Act may be called the Vidarbha Cotton Gins (Safety) Act, 1951.

**2. Fencing.** Every gin shall be fenced.

**3. Penalty.** — Whoever contravenes section 2 shall be fined as Schedule A says.

### SCHEDULE A

| No. | Fine |
|---|---|
| 1. | Rs. 50 |
"""
CENTRED = """            THE ASSAM ROPE BRIDGES (TOLLS) ACT, 1956
                    ASSAM ACT 7 OF 1956

An Act to provide for tolls on rope bridges.

                         CHAPTER I
                        PRELIMINARY

1. Short title.- This Act may be called the Assam Rope Bridges (Tolls) Act, 1956.

                         CHAPTER II
                     TOLLS AND BRIDGES

2. Tolls.- A toll shall be paid as the Schedule says.

3. Savings.- Nothing in this Act affects a ford.

                        THE SCHEDULE
                       [See section 2]

    1. Porter       2 annas
"""
MARGINAL = """THE TOW PATHS ACT, 1879

ACT No. IX of 1879

WHEREAS it is expedient to regulate tow paths; It is hereby enacted as follows:—

I.—Preliminary.

Section 1. Short title. This Act may be called the Tow Paths Act, 1879.

Section 2. Width of paths. Every tow path shall be six feet wide. It shall be level.

II.—Of Offences.

Section 3. Penalty for obstruction. Whoever obstructs a tow path shall be fined.
"""
REFERENCES = """# The Salt Weighers (Licences) Act, 1963

Act No. 11 of 1963

An Act to license weighers of salt.

## 1. Short title

This Act may be called the Salt Weighers (Licences) Act, 1963.

## 2. Fee

The fee shall be [six rupees][^1].

## 3. Rules

Rules may be made.

---

[^1]: Subs. by the Salt Laws (Amendment) Act, 1971, s. 2, for "two rupees".
[^2]: The words "in Ceylon" are gone.
"""
RULES = """THE TRIPURA BAMBOO TRANSIT RULES, 1983

In exercise of the powers conferred by section 41 of the Indian Forest Act, 1927, the Government makes the
following rules:—

1. Short title.— These rules may be called the Tripura Bamboo Transit Rules, 1983.

2. Pass.— No bamboo shall be moved without a pass.

3. Fee.— The fee for a pass is ten rupees.
"""


def _read(tmp_path: Path, text: str, name: str = "act.txt") -> Statute:
    path = tmp_path / name
    path.write_text(text)
    statute = extract(load(path, name))
    assert isinstance(statute, Statute)
    return statute


@pytest.mark.parametrize(
    ("text", "title", "sections"),
    [
        (
            CAPITALS,
            "Goa Salt Pans (Leases) Act, 1971",
            [
                ("1", "SHORT TITLE", "This Act may be called the Goa Salt Pans (Leases) Act, 1971."),
                ("2", "TERM OF A LEASE", "A lease of a salt pan shall be for five years."),
                ("3", "RENT", "(1) The rent shall be a share of the salt.\n(2) No other cess shall be taken."),
            ],
        ),
        (
            UNHEADED,
            "Hill Ropeways Act, 1957",
            [
                (
                    "1",
                    "",
                    "(1) This Act may be called the Hill Ropeways Act, 1957.\n(2) It extends to the hill districts.",
                ),
                (
                    "2",
                    "",
                    "In this Act, unless the context otherwise requires,—\n"
                    '(a) "ropeway" means a carriage drawn by a rope.',
                ),
                ("3", "", "The Central Government may inspect any ropeway."),
            ],
        ),
        (
            INDENTED,
            "Orissa Kendu Leaf (Stocks) Ordinance, 1969",
            [
                (
                    "1",
                    "Short title",
                    "This Ordinance may be called the Orissa Kendu Leaf (Stocks) Ordinance, 1969.",
                ),
                ("2", "Stocks", "No dealer shall keep more than a hundred bags."),
                ("2A", "Small dealers", "Section 2 does not bind a plucker."),
                ("3", "Return", "A dealer shall file a return in Form 1."),
            ],
        ),
        (
            BOLD,
            "Vidarbha Cotton Gins (Safety) Act, 1951",
            [
                ("1", "Short title", "This Act may be called the Vidarbha Cotton Gins (Safety) Act, 1951."),
                ("2", "Fencing", "Every gin shall be fenced."),
                ("3", "Penalty", "Whoever contravenes section 2 shall be fined as Schedule A says."),
                ("A", "SCHEDULE A", "| No. | Fine |\n|---|---|\n| 1. | Rs. 50 |"),
            ],
        ),
        (
            CENTRED,
            "Assam Rope Bridges (Tolls) Act, 1956",
            [
                ("1", "Short title", "This Act may be called the Assam Rope Bridges (Tolls) Act, 1956."),
                ("2", "Tolls", "A toll shall be paid as the Schedule says."),
                ("3", "Savings", "Nothing in this Act affects a ford."),
                ("1", "THE SCHEDULE", "[See section 2]\n\n    1. Porter       2 annas"),
            ],
        ),
        (
            MARGINAL,
            "Tow Paths Act, 1879",
            [
                ("1", "Short title", "This Act may be called the Tow Paths Act, 1879."),
                ("2", "Width of paths", "Every tow path shall be six feet wide. It shall be level."),
                ("3", "Penalty for obstruction", "Whoever obstructs a tow path shall be fined."),
            ],
        ),
        (
            REFERENCES,
            "Salt Weighers (Licences) Act, 1963",
            [
                ("1", "Short title", "This Act may be called the Salt Weighers (Licences) Act, 1963."),
                ("2", "Fee", "The fee shall be [six rupees][^1]."),
                ("3", "Rules", "Rules may be made."),
            ],
        ),
    ],
)
def test_sections_in_any_layout(tmp_path: Path, text: str, title: str, sections: list[tuple[str, str, str]]) -> None:
    statute = _read(tmp_path, text)
    assert statute.act.title == title
    assert [(p.number, p.heading, p.text) for p in statute.provisions] == sections


def test_rules_have_rules(tmp_path: Path) -> None:
    statute = _read(tmp_path, RULES)
    assert [p.id.partition("/")[2] for p in statute.provisions] == ["rule-1", "rule-2", "rule-3"]


def test_a_reference_of_markdown_is_of_the_section_that_bears_it(tmp_path: Path) -> None:
    (amendment,) = _read(tmp_path, REFERENCES).amendments
    assert (amendment.number, amendment.quote.partition(",")[0]) == (
        "2",
        "Subs. by the Salt Laws (Amendment) Act",
    )
