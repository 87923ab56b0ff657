"""One name a court, however it is printed."""

import pytest

from extraction.citations.citations import find_citations
from extraction.citations.courts import court_by_id, court_labelled, court_named, courts, opens_with_court
from extraction.slugs import slug

PRINTED = {
    "Supreme Court of India": [
        "Supreme Court of India",
        "IN THE SUPREME COURT OF INDIA",
        "IN THE SUPREME COURT OF INDIA CRIMINAL APPELLATE JURISDICTION",
        "Hon'ble Supreme Court",
    ],
    "Delhi High Court": [
        "Delhi High Court",
        "High Court of Delhi",
        "High Court of Delhi at New Delhi",
        "IN THE HIGH COURT OF DELHI AT NEW DELHI",
        "IN the High Court of Delhi at New Delhi Decided on",
        "HIGH COURT OF DELHI: NEW DELHI",
        "Court High Court of Delhi",
        "* IN THE HIGH COURT OF DELHI AT NEW DELHI % Judgment reserved on: 19.02.2025",
        "Delhi HC",
        "delhi h.c.",
        "High Court, Delhi",
    ],
    "Bombay High Court": [
        "High Court of Judicature at Bombay Criminal Appeal No",
        "Odt in the High Court of Judicature at Bombay, Nagpur Bench, Nagpur",
        "HIGH COURT OF BOMBAY AT GOA",
        "Nagpur Bench of the Bombay High Court",
        "Bombay High Court, Aurangabad Bench",
    ],
    "Allahabad High Court": [
        "High Court of Judicature at Allahabad, Lucknow Bench",
        "HIGH COURT OF JUDICATURE AT ALLAHABAD\nLUCKNOW BENCH",
    ],
    "Madras High Court": [
        "High Court of Judicature at Madras",
        "BEFORE THE MADURAI BENCH OF MADRAS HIGH COURT",
        "High Court of Madras at Chennai",
    ],
    "Calcutta High Court": ["IN THE HIGH COURT AT CALCUTTA", "High Court at Kolkata"],
    "Orissa High Court": ["High Court of Orissa at Cuttack", "Orissa High Court", "High Court of Odisha"],
    "Uttarakhand High Court": ["High Court of Uttaranchal", "High Court of Uttarakhand at Nainital"],
    "Andhra Pradesh High Court": ["HIGH COURT OF ANDHRA PRADESH AT AMARAVATI", "A.P. High Court", "AP High Court"],
    "Telangana High Court": ["High Court for the State of Telangana at Hyderabad"],
    "Hyderabad High Court": [
        "High Court of Judicature at Hyderabad for the State of Telangana and the State of Andhra Pradesh",
        "High Court of Andhra Pradesh and Telangana at Hyderabad",
    ],
    "Gauhati High Court": [
        "The Gauhati High Court",
        "Gauhati High Court (High Court of Assam, Nagaland, Mizoram and Arunachal Pradesh)",
        "High Court of Assam",
    ],
    "Karnataka High Court": ["High Court of Karnataka at Bengaluru", "Mysore High Court"],
    "Punjab and Haryana High Court": [
        "High Court of Punjab & Haryana at Chandigarh",
        "High Court for the States of Punjab and Haryana at Chandigarh",
        "P&H High Court",
        "Punjab High Court",
    ],
    "Jammu and Kashmir High Court": [
        "High Court of Jammu & Kashmir and Ladakh at Srinagar",
        "High Court of Jammu and Kashmir at Jammu",
        "J&K High Court",
        "J. & K. High Court",
    ],
    "Rajasthan High Court": ["High Court of Judicature for Rajasthan, Bench at Jaipur"],
    "Madhya Pradesh High Court": ["HIGH COURT OF MADHYA PRADESH, PRINCIPAL SEAT AT JABALPUR", "M.P. High Court"],
    "Patna High Court": ["High Court of Judicature at Patna"],
    "Nagpur High Court": ["High Court of Judicature at Nagpur"],
    "Pepsu High Court": ["Pepsu High Court"],
    "Judicial Committee of the Privy Council": ["the Privy Council"],
    "Federal Court of India": ["IN THE FEDERAL COURT"],
    "Supreme Court of the United States": ["Supreme Court of the United States", "US Supreme Court"],
    "Income Tax Appellate Tribunal": ["INCOME TAX APPELLATE TRIBUNAL, DELHI BENCH 'A'", "ITAT Mumbai"],
    "National Company Law Appellate Tribunal": ["NATIONAL COMPANY LAW APPELLATE TRIBUNAL, NEW DELHI", "NCLAT"],
    "National Company Law Tribunal": ["National Company Law Tribunal, Mumbai Bench"],
    "Customs, Excise and Service Tax Appellate Tribunal": [
        "CUSTOMS, EXCISE & SERVICE TAX APPELLATE TRIBUNAL",
        "CESTAT",
    ],
    "National Consumer Disputes Redressal Commission": ["NATIONAL CONSUMER DISPUTES REDRESSAL COMMISSION NEW DELHI"],
    "District and Sessions Court, Pune": [
        "IN THE COURT OF THE DISTRICT AND SESSIONS JUDGE, PUNE",
        "Court of District & Sessions Judge at Pune",
    ],
    "Motor Accident Claims Tribunal, Delhi": ["Motor Accidents Claims Tribunal, Delhi"],
}


@pytest.mark.parametrize(("name", "printed"), [(name, p) for name, forms in PRINTED.items() for p in forms])
def test_every_printed_form_is_one_court(name: str, printed: str) -> None:
    assert court_named(printed) == name
    assert court_labelled(printed) == name


@pytest.mark.parametrize(
    "text",
    [
        "the High Court dismissed the appeal",
        "Supreme Court of Nepal",
        "the Delhi High Court Bar Association",
        "he sat on the cat",
        "Supreme Court Employees Welfare Association",
    ],
)
def test_no_court_is_read_where_none_is_named(text: str) -> None:
    assert court_named(text) is None


def test_a_court_that_the_table_has_not_goes_by_its_own_name() -> None:
    assert court_labelled("SUPREME COURT OF NEPAL") == "Supreme Court of Nepal"
    assert court_labelled("") is None


@pytest.mark.parametrize("name", [court.name for court in courts()])
def test_every_court_is_known_by_its_own_name_and_id(name: str) -> None:
    assert court_named(name) == name
    assert court_by_id(slug(name)) == name


def test_there_are_twenty_five_high_courts_and_no_name_is_given_to_two() -> None:
    names = [court.name for court in courts()]
    former = {"Hyderabad", "Lahore", "Madhya Bharat", "Nagpur", "Pepsu", "Peshawar", "Rangoon", "Saurashtra"}
    former = {f"{place} High Court" for place in (*former, "Travancore-Cochin")} | {"Oudh Chief Court"}
    high = {court.name for court in courts() if court.kind == "high"} - former - {"Sind Chief Court"}
    assert (len(high), len(set(names))) == (25, len(names))


@pytest.mark.parametrize(
    ("citation", "court"),
    [
        ("2024 INSC 819", "Supreme Court of India"),
        ("2023:DHC:1234", "Delhi High Court"),
        ("2023:BHC-NAG:77-DB", "Bombay High Court"),
        ("2024:KER:100", "Kerala High Court"),
        ("2023:AHC-LKO:12", "Allahabad High Court"),
        ("AIR 1950 Assam 5", "Gauhati High Court"),
        ("AIR 1960 Mys 12", "Karnataka High Court"),
        ("AIR 1955 Punj 3", "Punjab and Haryana High Court"),
        ("MANU/TN/0108/1981", "Madras High Court"),
        ("1981 Indlaw MP 108", "Madhya Pradesh High Court"),
    ],
)
def test_a_citation_tells_its_court_by_the_same_name(citation: str, court: str) -> None:
    (found,) = find_citations(citation)
    assert found.citation.court == court


@pytest.mark.parametrize(
    ("line", "is_court"),
    [
        ("IN THE HIGH COURT OF JUDICATURE AT PATNA", True),
        ("BEFORE THE MADURAI BENCH OF MADRAS HIGH COURT", True),
        ("$~14 * IN THE HIGH COURT OF DELHI AT NEW DELHI", True),
        ("2024 INSC 395 Non-Reportable IN THE SUPREME COURT OF INDIA", True),
        ("From the judgment of the Delhi High Court", False),
        ("The appellant was convicted by the Sessions Judge, Pune", False),
        ("RAMESH PATIL ..... Appellant", False),
    ],
)
def test_a_head_line_that_is_a_court(line: str, is_court: bool) -> None:
    assert opens_with_court(line) is is_court
