"""Case names "A v. B" and "In re A" in running text: how far each party reaches."""

import pytest

from extraction.citations.case_names import find_case_names
from extraction.citations.citations import find_citations


def names(text: str) -> list[tuple[str, str]]:
    """Petitioner and respondent of every case that a text names."""
    return [
        (name.petitioner, name.respondent)
        for name in find_case_names(text, [(c.start, c.end) for c in find_citations(text)])
    ]


@pytest.mark.parametrize(
    ("text", "petitioner", "respondent"),
    [
        ("We follow Ram Lal v. State of Bihar, AIR 1960 SC 27.", "Ram Lal", "State of Bihar"),
        ("See Ram Lal vs. State of Bihar (1960) 1 SCC 27.", "Ram Lal", "State of Bihar"),
        ("In Ram Lal versus State of Bihar it was held so.", "Ram Lal", "State of Bihar"),
        ("the ruling in M/s. Alpha Mills Ltd. v. Union of India & Ors.", "Alpha Mills Ltd.", "Union of India"),
        ("(see Mohan Das v. State of Gujarat).", "Mohan Das", "State of Gujarat"),
        ("In re Kerala Education Bill, AIR 1958 SC 956, the Court advised so.", "In re Kerala Education Bill", ""),
        ("In the matter of Hira Nath Mishra the rule was stated.", "In re Hira Nath Mishra", ""),
        (
            "in Court on its own motion v. Union of India (2013) 352 ITR 27.",
            "Court on its own motion",
            "Union of India",
        ),
        ("in Reliance Mills Ltd. v. Mona, (2010) 2 SCC 5.", "Reliance Mills Ltd.", "Mona"),
        ("Reliance on Ram Lal v. Mona is misplaced.", "Ram Lal", "Mona"),
        ("in Collector v. Ram V. Patel, (2018) 1 SCC 67, held", "Collector", "Ram V. Patel"),
        ("See Suche (Joseph) & Co. Ltd., In re [(1875) 2 Ch 48].", "In re Suche (Joseph) & Co. Ltd.", ""),
        ("so in Alpha Press v. State of Assam[Alpha Press Ltd, 1961 SCC 48]", "Alpha Press", "State of Assam"),
        ("the rule of Alpha Press v. Union of India245 governs", "Alpha Press", "Union of India"),
        ("In Re: Rising Number of Falls at Wells, (2019) 2 SCC 2; and", "In re Rising Number of Falls at Wells", ""),
        (
            "In re: Felling of Old Teak on the Hill v. Town Council, AIR 1970 SC 7",
            "Felling of Old Teak on the Hill",
            "Town Council",
        ),
        ("on Alpha Weavers' Co-op. Stores v. Registrar, AIR 1970 SC 8", "Alpha Weavers' Co-op. Stores", "Registrar"),
        ("so in P.C. Sen (In re), AIR 1970 SC 22", "In re P.C. Sen", ""),
        ("so held by the judge in Re Dale's Patent [LR (1911) 2 Ch 37].", "In re Dale's Patent", ""),
        ("Hill Small Scale Mills Ltd. v. Ram Lal, (2010) 2 SCC 7", "Hill Small Scale Mills Ltd.", "Ram Lal"),
        ("Contrast Lila Ram v. State of Goa, AIR 1970 SC 11", "Lila Ram", "State of Goa"),
        ("Minor P. thr. Mother J. v. State of Goa, (2016) 3 SCC 10", "Minor P.", "State of Goa"),
        ("in 9-Star Stores v. Registrar, (2012) 1 SCC 13", "9-Star Stores", "Registrar"),
        ("the rule of Alpha Press v. State of Goa,6 governs", "Alpha Press", "State of Goa"),
        ("We were shown S.R. Bommai V. Union of India, AIR 1994 SC 1918.", "S.R. Bommai", "Union of India"),
    ],
)
def test_one_name(text: str, petitioner: str, respondent: str) -> None:
    assert names(text) == [(petitioner, respondent)]


@pytest.mark.parametrize(
    ("text", "petitioners"),
    [
        ("Ram Lal v. State of Bihar, AIR 1960 SC 27, and Mohan Das v. Union of India.", ["Ram Lal", "Mohan Das"]),
        ("Ram Lal v. State of Bihar and Mohan Das v. Union of India agree.", ["Ram Lal", "Mohan Das"]),
        ("Ram Lal v. State of Bihar; Mohan Das v. Union of India; In re Special Courts Bill.", None),
    ],
)
def test_several_names_are_parted(text: str, petitioners: list[str] | None) -> None:
    assert [one for one, _ in names(text)] == (petitioners or ["Ram Lal", "Mohan Das", "In re Special Courts Bill"])


@pytest.mark.parametrize(
    "text",
    [
        "Shri V. Ramaswamy appeared for the State.",
        "The dispute is one of labour versus capital.",
        "K. V. Rao and P. V. Rao are brothers.",
        "",
    ],
)
def test_no_case_is_named(text: str) -> None:
    assert names(text) == []


def test_a_name_is_found_where_it_stands() -> None:
    text = "It was held in Ram Lal v. State of Bihar, AIR 1960 SC 27, that the levy is bad."
    (name,) = find_case_names(text, [(c.start, c.end) for c in find_citations(text)])
    assert text[name.start : name.end] == "Ram Lal v. State of Bihar"
