"""Parties, judges and dates come to one form however they are printed."""

import pytest

from extraction.judgments.judges import judge_names
from extraction.parties.titles import read_title
from extraction.text.dates import find_date


@pytest.mark.parametrize(
    ("printed", "parties"),
    [
        ("Des Raj Bhatnagar And Anr. Etc. v Union Of India", ("Des Raj Bhatnagar", "Union of India")),
        ("M.C. MEHTA AND ANR. vs UNION OF INDIA & ORS.", ("M.C. Mehta", "Union of India")),
        ("Kolawana Kendra v. State Of Gujarat & Others", ("Kolawana Kendra", "State of Gujarat")),
        ("T. V. Vatheeswaran v State of Tamil Nadu", ("T.V. Vatheeswaran", "State of Tamil Nadu")),
        ("Babu V. State Of Kerala", ("Babu", "State of Kerala")),
        ("Jagannath And 2 Others v The State of U. P.", ("Jagannath", "State of U.P.")),
        ("I. R. Coelho (Dead) By Lrs v State of Tamil Nadu", ("I.R. Coelho", "State of Tamil Nadu")),
        ("Kala @ Chandrakala v State, through Inspector of Police", ("Kala @ Chandrakala", "State")),
        ("Workmen and Others of ABC Ltd. versus The Management", ("Workmen and Others of ABC Ltd.", "Management")),
        ("Durgah Committee, Ajmer Andanother v Syed Ali", ("Durgah Committee, Ajmer", "Syed Ali")),
        ("(1) Haryana State v (1) Shakuntla and Others; (2) Raj Bala", ("Haryana State", "Shakuntla")),
        ("Shri A. Kumar v M/s. Lall Brothers", ("A. Kumar", "Lall Brothers")),
        ("Shreya Singhal vs U.O.I", ("Shreya Singhal", "Union of India")),
        ("In re Special Reference No. 1 of 1998", ("In re Special Reference No. 1 of 1998", "")),
        (
            "Baikuntha Nath Das And Anr. v Chief Medical Officer, Baripada and",
            ("Baikuntha Nath Das", "Chief Medical Officer, Baripada"),
        ),
        ("Delhi Mills Co. Ltd. and, v Board of Trustees of the", ("Delhi Mills Co. Ltd.", "Board of Trustees")),
        ("A. Banerjee & v The Management of", ("A. Banerjee", "Management")),
        ("Land and Building Department / v B. Rowland", ("Land and Building Department", "B. Rowland")),
        ("Sakal Papers (P) Ltd. v. Union of India", ("Sakal Papers (P) Ltd.", "Union of India")),
    ],
)
def test_parties(printed: str, parties: tuple[str, str]) -> None:
    assert read_title(printed) == parties


@pytest.mark.parametrize(
    ("printed", "year", "names"),
    [
        ("V. R. Krishnaiyer, J. and R. S. Pathak, J.", 1979, ["V.R. Krishna Iyer", "R.S. Pathak"]),
        ("A. N. Ray, C.J., K. K. Mathew and Hameedullah Beg, JJ.", 1975, ["A.N. Ray", "K.K. Mathew", "M.H. Beg"]),
        ("BEG, M. HAMEEDULLAH (CJ)", 1978, ["M.H. Beg"]),
        ("FAZALALI, SYED MURTAZA", 1978, ["S. Murtaza Fazal Ali"]),
        ("RAY, J.", 1974, ["A.N. Ray"]),
        ("RAY, J.", 1987, ["B.C. Ray"]),
        ("Verma, CJI", 1997, ["J.S. Verma"]),
        ("LALIT MOHAN SHARMA J.", 1990, ["L.M. Sharma"]),
        ("HON'BLE JUSTICE DR. ARIJIT PASAYAT", 2008, ["Arijit Pasayat"]),
        ("Natwarlal H. Bhagwati, J.", 1955, ["N.H. Bhagwati"]),
        ("P. N. Bhagwati, J.", 2016, ["P.N. Bhagwati"]),
        ("V. Sujata Manohar, J.", 1997, ["Sujata V. Manohar"]),
        ("S .B. Sinha, J.", 2005, ["S.B. Sinha"]),
        ("Arjjit Pasayat", 2005, ["Arijit Pasayat"]),
        ("J. Chelameswar, J.", 2014, ["J. Chelameswar"]),
        ("S.K. Das, Acting C.J., K. Subba Rao, J.", 1962, ["S.K. Das", "K. Subba Rao"]),
        ("Chief Justice", 1997, []),
        ("T. SUDANTHIRAM, J.", 2008, ["T. Sudanthiram"]),
        ("", None, []),
    ],
)
def test_judges(printed: str, year: int | None, names: list[str]) -> None:
    assert judge_names(printed, year) == tuple(names)


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("13 February 1991", "1991-02-13"),
        ("11  May  2010", "2010-05-11"),
        ("25/01/1978", "1978-01-25"),
        ("13.08.1997", "1997-08-13"),
        ("on 25 January, 1978", "1978-01-25"),
        ("March 24, 2015", "2015-03-24"),
        ("24th day of April, 1973", "1973-04-24"),
        ("4 Sept. 2001", "2001-09-04"),
        ("2015-03-24", "2015-03-24"),
        ("31 April 2001", None),
        ("1 January 3020", None),
        ("1 January 1215", None),
        ("Writ Petition No. 1 of 1998", None),
    ],
)
def test_dates(printed: str, date: str | None) -> None:
    assert find_date(printed) == date
