"""Parties of every kind in running sentences: where their names begin and end, and that their citation is theirs."""

import pytest

from extraction.citations.cases import find_cases
from extraction.citations.citations import find_citations

PRINTED = [
    (
        "Superintending Engineer, Minor Irrigation Circle, Dharwad v. Basappa Hugar",
        "Superintending Engineer, Minor Irrigation Circle, Dharwad",
        "Basappa Hugar",
    ),
    (
        "Secretary to Government of Odisha, Revenue Department v. Jogendra Sethi",
        "Secretary to Government of Odisha, Revenue Department",
        "Jogendra Sethi",
    ),
    (
        "Under Secretary to the Government of Kerala, Department of Ports v. Moideen Kutty",
        "Under Secretary to the Government of Kerala, Department of Ports",
        "Moideen Kutty",
    ),
    (
        "Registrar (Judicial), High Court of Orissa v. Purna Chandra Nayak",
        "Registrar (Judicial), High Court of Orissa",
        "Purna Chandra Nayak",
    ),
    (
        "Director General, Border Roads Organisation v. Tashi Namgyal",
        "Director General, Border Roads Organisation",
        "Tashi Namgyal",
    ),
    (
        "Jagdamba Traders v. Commissioner of Customs (Import), Nhava Sheva",
        "Jagdamba Traders",
        "Commissioner of Customs (Import), Nhava Sheva",
    ),
    (
        "Union of India, through the Divisional Railway Manager, Bhusawal v. Sitabai Patil",
        "Union of India",
        "Sitabai Patil",
    ),
    (
        "State of Karnataka represented by the Inspector of Police, Lokayukta v. Rudrappa",
        "State of Karnataka",
        "Rudrappa",
    ),
    ("Bhaskaran v. State rep. by Deputy Superintendent of Police, CB-CID, Salem", "Bhaskaran", "State"),
    (
        "Chairman & Managing Director, Vidarbha Gramin Bank v. Ashok Thorat",
        "Chairman & Managing Director, Vidarbha Gramin Bank",
        "Ashok Thorat",
    ),
    (
        "Owners of the Vessel M.V. Asian Pearl v. Coastal Chandlers Pvt. Ltd.",
        "Owners of the Vessel M.V. Asian Pearl",
        "Coastal Chandlers Pvt. Ltd.",
    ),
    ("Rani Devika Kunwar through Power of Attorney Holder v. Jt. C.I.T.", "Rani Devika Kunwar", "Jt. C.I.T."),
    ("Nilgiri Spg. & Wvg. Mills v. Asst. CIT", "Nilgiri Spg. & Wvg. Mills", "Asst. CIT"),
    ("Goa Administration (Through Standing Counsel) v. Anton Dias", "Goa Administration", "Anton Dias"),
    (
        "Trustees for the time being of the Parsi Lane Temple v. Anton Dias",
        "Trustees for the time being of the Parsi Lane Temple",
        "Anton Dias",
    ),
    ("Cochin Dock Labour v. Their Employers", "Cochin Dock Labour", "Their Employers"),
    ("m.v. Silver Dawn v. Seaways Bunkers", "m.v. Silver Dawn", "Seaways Bunkers"),
    ('Orient Freight Ltd. v. M.T. "Blue Marlin"', "Orient Freight Ltd.", "M.T. Blue Marlin"),
    (
        "Owners and Parties Interested in M.V. Fortune Bay v. Bagadia Shipping",
        "Owners and Parties Interested in M.V. Fortune Bay",
        "Bagadia Shipping",
    ),
    ("7 Hills Cements v. State of Meghalaya", "7 Hills Cements", "State of Meghalaya"),
    ("3 Aces Hotel v. Excise Commissioner", "3 Aces Hotel", "Excise Commissioner"),
    (
        "Plot No. 45-B Owners Welfare Association v. Ghaziabad Development Authority",
        "Plot No. 45-B Owners Welfare Association",
        "Ghaziabad Development Authority",
    ),
    (
        "Rashtriya Mill Mazdoor v. Presiding Officer, Industrial Tribunal No. 4",
        "Rashtriya Mill Mazdoor",
        "Presiding Officer, Industrial Tribunal No. 4",
    ),
    ("Ward 17 Residents Forum v. Pune Municipal Corporation", "Ward 17 Residents Forum", "Pune Municipal Corporation"),
    (
        "Income Tax Officer, Ward 2(3), Surat v. Harilal Diamonds",
        "Income Tax Officer, Ward 2(3), Surat",
        "Harilal Diamonds",
    ),
    (
        "Primary School No. 9 Staff Union v. Zila Parishad, Nanded",
        "Primary School No. 9 Staff Union",
        "Zila Parishad, Nanded",
    ),
    ("Chellammal (since deceased) represented by her legal heirs v. Murugesan", "Chellammal", "Murugesan"),
    (
        "Baby Anju (minor) by guardian and father Ram Kishan v. Oriental Insurance Co. Ltd.",
        "Baby Anju",
        "Oriental Insurance Co. Ltd.",
    ),
    ("Perumal Naicker, represented by his Power of Attorney Holder Sundaram v. Alamelu", "Perumal Naicker", "Alamelu"),
    ("Rukhsana Bano, a minor under the guardianship of her uncle Rahim v. Abdul Ghani", "Rukhsana Bano", "Abdul Ghani"),
    ("Gopi Nath (deceased) and after him Radha Nath and others v. Board of Revenue", "Gopi Nath", "Board of Revenue"),
    ("Kishan Lal urf Kallan v. State of Rajasthan", "Kishan Lal urf Kallan", "State of Rajasthan"),
    (
        "Mohd. Salim @ Guddu @ Raju v. State (Govt. of NCT of Delhi)",
        "Mohd. Salim @ Guddu @ Raju",
        "State (Government of NCT of Delhi)",
    ),
    ("S. v. M. (through next friend)", "S.", "M."),
    ("XXX v. YYY", "XXX", "YYY"),
    (
        "Idol of Shri Radha Vallabh through its Shebait Gopal Das v. Sub-Divisional Officer, Mathura",
        "Idol of Shri Radha Vallabh",
        "Sub-Divisional Officer, Mathura",
    ),
    (
        "Inhabitants of Village Kotra Khurd v. Gram Panchayat, Kotra",
        "Inhabitants of Village Kotra Khurd",
        "Gram Panchayat, Kotra",
    ),
    ("Trustees of the Port of Tuticorin v. Ebrahim & Sons", "Trustees of the Port of Tuticorin", "Ebrahim & Sons"),
    (
        "Society for the Welfare of the Blind v. Commissioner for Persons with Disabilities",
        "Society for the Welfare of the Blind",
        "Commissioner for Persons with Disabilities",
    ),
    (
        "Workmen of Meenakshi Tile Works, represented by the General Secretary v. Labour Court, Kozhikode",
        "Workmen of Meenakshi Tile Works",
        "Labour Court, Kozhikode",
    ),
    ("Dadabhoy's Estate v. Controller of Estate Duty", "Dadabhoy's Estate", "Controller of Estate Duty"),
    (
        "Committee for Protection of Wetlands in Assam v. State of Assam",
        "Committee for Protection of Wetlands in Assam",
        "State of Assam",
    ),
    ("Emperor —v— Bhola Pasi", "Emperor", "Bhola Pasi"),
    ("Ghasita - Versus - The Crown", "Ghasita", "Crown"),
    ("Mangat Rai – Vs. – Punjab National Bank", "Mangat Rai", "Punjab National Bank"),
    ("O'Keeffe & Daughters Ltd. v. D'Cruz", "O'Keeffe & Daughters Ltd.", "D'Cruz"),
    ("Fothergill (Inspector of Taxes) v. Van der Merwe", "Fothergill (Inspector of Taxes)", "Van der Merwe"),
    ("Krishnamurthy, T.S. v. Venkataraman, P.R.", "Krishnamurthy, T.S.", "Venkataraman, P.R."),
    ("A.B. Lakshmi v. N.K.M. Pillai", "A.B. Lakshmi", "N.K.M. Pillai"),
    ("Ernakulam-Kollam Bus Operators' Assn. v. R.T.A.", "Ernakulam-Kollam Bus Operators' Assn.", "R.T.A."),
    (
        "Firm Rattan Singh & Sons through partner Gurdial v. Punjab & Sind Bank",
        "Firm Rattan Singh & Sons",
        "Punjab & Sind Bank",
    ),
    ("Kuppammal (minor) rep. by next friend and mother Valliammal v. Senthil", "Kuppammal", "Senthil"),
    ("Life Fund Corporation through its Zonal Manager v. Meena Rao", "Life Fund Corporation", "Meena Rao"),
    ("Mosque known as Masjid Noor v. Gurdwara Committee", "Mosque known as Masjid Noor", "Gurdwara Committee"),
    ("Ramaswami (died) and others v. Chinnathambi (deceased) and others", "Ramaswami", "Chinnathambi"),
    ("Victim 'X' v. State of Bihar", "Victim X", "State of Bihar"),
    ("24 Districts Fishermen's Union v. Union of India", "24 Districts Fishermen's Union", "Union of India"),
    ("Sita Ram v. Sub-Registrar, Conveyance No. III, Agra", "Sita Ram", "Sub-Registrar, Conveyance No. III, Agra"),
]


@pytest.mark.parametrize(("printed", "petitioner", "respondent"), PRINTED)
def test_a_case_is_named_in_full_and_has_its_citation(printed: str, petitioner: str, respondent: str) -> None:
    text = f"The learned Judge relied on {printed}, AIR 1969 SC 312, which governs."
    (case,) = find_cases(text, find_citations(text))
    assert (case.petitioner, case.respondent, len(case.citations)) == (petitioner, respondent, 1)


@pytest.mark.parametrize(
    "between",
    ["”, ", " [", ", a decision of this Court reported in ", ", which is a judgment of a Full Bench reported as "],
)
def test_what_stands_between_a_name_and_its_citation_parts_them_not(between: str) -> None:
    text = f"In Ram Lal v. Mona Devi{between}AIR 1969 SC 312 it was so held."
    (case,) = find_cases(text, find_citations(text))
    assert (case.petitioner, case.respondent, len(case.citations)) == ("Ram Lal", "Mona Devi", 1)


@pytest.mark.parametrize(
    "before",
    [
        "The tenant, represented by Mr. Desai, cited ",
        "As held by the Commissioner in ",
        "So the Division Bench of the High Court at Patna in ",
        "It was noted at page 12 ",
        "The rule is old.\n12 ",
        "The rule has this nature 2 ",
        "The officer in charge relied upon ",
        "They were referred by their guardian to ",
        "The Committee for Relief relied on ",
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(before: str) -> None:
    text = f"{before}Ram Lal v. Mona Devi, AIR 1969 SC 312."
    assert find_cases(text, find_citations(text))[0].petitioner == "Ram Lal"
