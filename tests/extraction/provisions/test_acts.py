"""Acts: one record an act, whatever it is called; acts in running text, and what "the Act" means."""

import pytest

from extraction.provisions.act_mentions import find_acts
from extraction.provisions.act_resolution import read_acts
from extraction.provisions.acts import act_by_id, act_from_title, act_named, act_title, in_range

FIXED = [
    "indian-penal-code-1860",
    "code-of-criminal-procedure-1973",
    "code-of-civil-procedure-1908",
    "indian-evidence-act-1872",
    "negotiable-instruments-act-1881",
    "motor-vehicles-act-1988",
    "hindu-marriage-act-1955",
    "indian-divorce-act-1869",
    "constitution-of-india",
    "indian-contract-act-1872",
    "information-technology-act-2000",
]


@pytest.mark.parametrize("id", FIXED)
def test_fixed_ids(id: str) -> None:
    act = act_by_id(id)
    assert act is not None
    assert act.id == id
    assert act_named(act.title) == act


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("IPC", "indian-penal-code-1860"),
        ("I.P.C.", "indian-penal-code-1860"),
        ("the Indian Penal Code, 1860", "indian-penal-code-1860"),
        ("Penal Code", "indian-penal-code-1860"),
        ("Cr. P. C.", "code-of-criminal-procedure-1973"),
        ("Criminal Procedure Code", "code-of-criminal-procedure-1973"),
        ("Code of Criminal Procedure, 1898", "code-of-criminal-procedure-1898"),
        ("CPC", "code-of-civil-procedure-1908"),
        ("Evidence Act", "indian-evidence-act-1872"),
        ("NI Act", "negotiable-instruments-act-1881"),
        ("M.V. Act", "motor-vehicles-act-1988"),
        ("Divorce Act", "indian-divorce-act-1869"),
        ("SC/ST Act", "scheduled-castes-and-the-scheduled-tribes-prevention-of-atrocities-act-1989"),
        ("TADA", "terrorist-and-disruptive-activities-prevention-act-1987"),
        ("NDPS Act", "narcotic-drugs-and-psychotropic-substances-act-1985"),
        ("Constitution", "constitution-of-india"),
    ],
)
def test_names_of_an_act(name: str, id: str) -> None:
    act = act_named(name)
    assert act is not None
    assert act.id == id


@pytest.mark.parametrize(
    ("name", "year", "id"),
    [
        ("Code of Criminal Procedure", 1960, "code-of-criminal-procedure-1898"),
        ("Code of Criminal Procedure", 1990, "code-of-criminal-procedure-1973"),
        ("Income Tax Act", 1958, "indian-income-tax-act-1922"),
        ("Income Tax Act", 1995, "income-tax-act-1961"),
        ("Motor Vehicles Act", 1975, "motor-vehicles-act-1939"),
        ("IT Act", 1995, "income-tax-act-1961"),
        ("IT Act", 2012, "information-technology-act-2000"),
        ("Companies Act", 2000, "companies-act-1956"),
    ],
)
def test_the_year_decides_between_acts_of_one_name(name: str, year: int, id: str) -> None:
    act = act_named(name, year)
    assert act is not None
    assert act.id == id


def test_an_unknown_act_is_known_by_the_slug_of_its_title() -> None:
    act = act_from_title("the Sikkim Orchards Act, 1951")
    assert (act.id, act.title, act.short_title, act.year) == (
        "sikkim-orchards-act-1951",
        "Sikkim Orchards Act, 1951",
        "Sikkim Orchards Act",
        1951,
    )
    assert act_named("Sikkim Orchards Act") is None


def test_an_act_is_the_same_with_and_or_its_sign() -> None:
    signed, spelled = act_from_title("Goa & Daman Lamps Act, 1990"), act_from_title("Goa and Daman Lamps Act, 1990")
    assert signed == spelled
    assert signed.id == "goa-and-daman-lamps-act-1990"


def test_an_act_has_no_section_past_its_last() -> None:
    code = act_by_id("indian-penal-code-1860")
    assert code is not None
    assert in_range(code, "498A")
    assert not in_range(code, "640")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("under the Indian Penal Code, 1860 and the Arms Act", ["Indian Penal Code, 1860", "Arms Act"]),
        ("S. 302 IPC read with Cr.P.C.", ["IPC", "Cr.P.C."]),
        ("the Bihar and Orissa Excise Act, 1915 (as amended)", ["Bihar and Orissa Excise Act, 1915"]),
        (
            "the Terrorist and Disruptive Activities (Prevention) Act, 1987",
            ["Terrorist and Disruptive Activities (Prevention) Act, 1987"],
        ),
        ("the Customs Act, 1962 (52 of 1962)", ["Customs Act, 1962"]),
        ("Order IX of Code of Civil Procedure, 1908", ["Code of Civil Procedure, 1908"]),
        (
            "the Constitution of India and Code of Civil Procedure",
            ["Constitution of India", "Code of Civil Procedure"],
        ),
        ("the Government of India Act, 1935", ["Government of India Act, 1935"]),
        ("the Constitution (Forty-second Amendment) Act, 1976", ["Constitution (Forty-second Amendment) Act, 1976"]),
        ("Therefore, the Act and Chapter IV of the Act", ["Act", "Act"]),
        ("the 1947 Act", ["Act, 1947"]),
    ],
)
def test_acts_in_running_text(text: str, names: list[str]) -> None:
    assert [m.name for m in find_acts(text)] == names


def _read(text: str, year: int | None = None) -> list[str | None]:
    return [act.id if act else None for act in read_acts(find_acts(text), year)]


LA, NI = "land-acquisition-act-1894", "negotiable-instruments-act-1881"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("the Land Acquisition Act, 1894 (hereinafter 'the Act'). Under the Act he may.", [LA, LA, LA]),
        ("the Negotiable Instruments Act, 1881 (for short 'the NI Act'). The NI Act says.", [NI, NI, NI]),
        ("the Land Acquisition Act, 1894. The said Act provides.", [LA, LA]),
        ("the Land Acquisition Act, 1894. By the Act it is provided.", [LA, LA]),
        ("Under the Act he may.", [None]),
        (
            "the Prevention of Corruption Act, 1947 was followed by the Prevention of Corruption Act, 1988; "
            "the 1947 Act was repealed.",
            [
                "prevention-of-corruption-act-1947",
                "prevention-of-corruption-act-1988",
                "prevention-of-corruption-act-1947",
            ],
        ),
        (
            "the Motor Vehicles Act, 1939 applied. The Motor Vehicles Act said so.",
            ["motor-vehicles-act-1939", "motor-vehicles-act-1939"],
        ),
        ("the Repealed Act and the State Act", [None, None]),
    ],
)
def test_what_the_act_means(text: str, ids: list[str | None]) -> None:
    assert _read(text) == ids


@pytest.mark.parametrize(
    ("id", "title"),
    [
        ("indian-penal-code-1860", "Indian Penal Code, 1860"),
        ("income-tax-act-1961", "Income-tax Act, 1961"),
        ("constitution-of-india", "Constitution of India"),
        ("sikkim-orchards-act-1951", "Sikkim Orchards Act, 1951"),
        ("orchards-order", "Orchards Order"),
    ],
)
def test_an_act_is_titled_from_its_id_and_back(id: str, title: str) -> None:
    assert act_title(id) == title
    assert act_from_title(title).id == id
