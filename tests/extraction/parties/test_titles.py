"""Titles: where "v." parts two names, and a party's name as it is to be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.parties.titles import clean_party, has_versus, read_title, split_title


@pytest.mark.parametrize(
    ("title", "petitioner", "respondent"),
    [
        ("Maneka Gandhi v. Union of India", "Maneka Gandhi", "Union of India"),
        ("Maneka Gandhi v Union of India", "Maneka Gandhi", "Union of India"),
        ("Maneka Gandhi Vs. Union of India", "Maneka Gandhi", "Union of India"),
        ("MANEKA GANDHI VERSUS UNION OF INDIA", "MANEKA GANDHI", "UNION OF INDIA"),
        ("Minerva Mills V/s Union of India", "Minerva Mills", "Union of India"),
        ("Maneka Gandhi\n v.\nUnion of India", "Maneka Gandhi", "Union of India"),
        (
            "Ramappa Halappa Pujar And Others` v State Of Karnataka",
            "Ramappa Halappa Pujar And Others`",
            "State Of Karnataka",
        ),
        ("K. V. Rajan v. State of Kerala", "K. V. Rajan", "State of Kerala"),
        ("Vilas V. Sanghai v. Sumermal Mishrimal Bafna", "Vilas V. Sanghai", "Sumermal Mishrimal Bafna"),
        ("State of Gujarat v. V. A. Shah", "State of Gujarat", "V. A. Shah"),
        ("STATE OF U.P. V. RAM LAL", "STATE OF U.P.", "RAM LAL"),
        ("STATE OF U. P. V. RAM LAL", "STATE OF U. P.", "RAM LAL"),
        ("Golak Nath V. State of Punjab", "Golak Nath", "State of Punjab"),
        ("K. V. Rajan", "K. V. Rajan", ""),
        ("V. Rajan", "V. Rajan", ""),
        ("In re K. V. Rajan", "In re K. V. Rajan", ""),
        ("In re Berubari Union", "In re Berubari Union", ""),
        ("Maneka Gandhi versus", "Maneka Gandhi", ""),
        ("v. Union of India", "", "Union of India"),
        ("", "", ""),
    ],
)
def test_split(title: str, petitioner: str, respondent: str) -> None:
    assert split_title(title) == (petitioner, respondent)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("as held in Maneka Gandhi v. Union of India", True),
        ("STATE OF U.P. V. RAM LAL", True),
        ("counsel Mr. K. V. Rajan", False),
        ("see clause (v) of the section", False),
        ("the Vth Schedule", False),
    ],
)
def test_a_text_sets_one_party_against_another(text: str, parts: bool) -> None:
    assert has_versus(text) is parts


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Kesavananda Bharati & Ors.", "Kesavananda Bharati"),
        ("Kesavananda Bharati and another", "Kesavananda Bharati"),
        ("Allauddin Mian & Ors. Sharif Mian", "Allauddin Mian"),
        ("Khatri & Ors. (IV)", "Khatri (IV)"),
        ("Hussainara Khatoon (IV)", "Hussainara Khatoon (IV)"),
        ("Workmen and Others of ABC Ltd.", "Workmen and Others of ABC Ltd."),
        ("Ram Narain & Sons Ltd.", "Ram Narain & Sons Ltd."),
        ("M/s. Titagarh Paper Mills Ltd.", "Titagarh Paper Mills Ltd."),
        ("Smt. Kavita", "Kavita"),
        ("Shri Kant Tripathy", "Shri Kant Tripathy"),
        ("Shri Babu Ram", "Babu Ram"),
        ("The State of U. P. & Anr.", "State of U.P."),
        ("A. K. Gopalan", "A.K. Gopalan"),
        ("Ram Singh (Dead) by LRs.", "Ram Singh"),
        ("State of Bihar, through the Chief Secretary", "State of Bihar"),
        ("1. Ram Lal", "Ram Lal"),
        ("U.O.I.", "Union of India"),
        ("Govt. of Kerala", "Government of Kerala"),
        ("STATE OF WEST BENGAL & ORS.", "State of West Bengal"),
        ("CCE", "CCE"),
        ("Gujarat Bottling Co.", "Gujarat Bottling Co."),
        ("“Sakal Papers (P) Ltd.”", "Sakal Papers (P) Ltd."),
        ("Union of India (UOI", "Union of India"),
        ("& Ors.", ""),
    ],
)
def test_clean(printed: str, name: str) -> None:
    assert clean_party(printed) == name


def test_a_short_name_is_read_as_a_word_where_the_whole_title_is_in_capitals() -> None:
    assert read_title("RAMA V. STATE OF BIHAR") == ("Rama", "State of Bihar")
    assert read_title("Whitney v. IRC") == ("Whitney", "IRC")


@given(st.text(alphabet="AaVvs. ()&'\n", max_size=80))
def test_cleaning_ends(text: str) -> None:
    petitioner, respondent = read_title(text)
    assert len(petitioner) + len(respondent) <= 20 + 2 * len(text)


@pytest.mark.parametrize(
    "printed",
    ["Hari Ram (D) through LRs", "Hari Ram (Dead) by LRs.", "Hari Ram (since deceased) thr. his legal heirs & Ors."],
)
def test_who_stands_for_a_dead_party_is_no_part_of_its_name(printed: str) -> None:
    assert clean_party(printed) == "Hari Ram"
