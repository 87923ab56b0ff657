"""Heads as the courts and tribunals of India lay them out, each its own way: all that they say."""

import pytest

from extraction.judgments.preamble import read_preamble

INCOME_TAX = """IN THE INCOME TAX APPELLATE TRIBUNAL
"C" BENCH : CHENNAI

BEFORE SHRI M. KARTHIK RAO, ACCOUNTANT MEMBER AND
SMT. DEVIKA NAMBIAR, JUDICIAL MEMBER

ITA No.771/Chny/2014
Assessment Year : 2010-11

M/s Palar Leather Exports Pvt. Ltd.,
No.9, Tannery Road, Periamet,
Chennai-600 003.                      Vs.     The Assistant Commissioner of
PAN : AABCP 1111 Q                            Income-tax, Circle-4(1),
                                              Chennai.
      APPELLANT                               RESPONDENT

Date of hearing        : 03.02.2015
Date of Pronouncement  : 20.03.2015

O R D E R

Per Smt. Devika Nambiar, Judicial Member

This appeal by the assessee is directed against the order of the CIT(Appeals).
"""
COMPANY_LAW = """NATIONAL COMPANY LAW TRIBUNAL
KOLKATA BENCH

C.P. (IB) No. 412/KB/2020

[Arising out of the notice dated 3rd January, 2020
(sent from Mumbai) in D.N. No. 8/2020]

IN THE MATTER OF:

Teesta Jute Finance Ltd.
[CIN: U00000WB2001PLC000000]
5th Floor, Camac Towers, Kolkata - 700016            ...Financial Creditor

Versus

Hooghly Sacks Pvt. Ltd.
Having its registered office at Howrah                ...Corporate Debtor

Present:
For Applicant:   Mr. Arun Mitter and Ms. Sohini Guha, Advocates.

J U D G M E N T
(14th June, 2021)

PRADIP KUMAR BASAK, J.

The application is made under Section 7 of the Code.
"""
ADMINISTRATIVE = """CENTRAL ADMINISTRATIVE TRIBUNAL
PRINCIPAL BENCH, NEW DELHI

O.A. No. 55/2015

Reserved on : 02.03.2016
Pronounced on : 18.04.2016

Hon'ble Mr. T.K. Bansal, Member (A)
Hon'ble Ms. Rukmini Sethi, Member (J)

Girish Dhar, Aged 40 years,
S/o Sh. Mohan Dhar,
Flat No. 3, Sector 9, New Delhi.                ... Applicant

VERSUS

1. Union of India
Through its Secretary,
North Block, New Delhi.                         ... Respondents

ORDER

Hon'ble Ms. Rukmini Sethi, Member (J) :-

The applicant is aggrieved by his transfer.
"""
HIMACHAL = """IN THE HIGH COURT OF HIMACHAL PRADESH, SHIMLA

CWP No. 31 of 2019
Decided on: 11.10.2019
____________________
Devi Saran                                 ...Petitioner.
Versus
State of Himachal Pradesh and others       ...Respondents.
____________________
Coram
The Hon'ble Mr. Justice Anup Thakur, Judge.
The Hon'ble Ms. Justice Kiran Negi, Judge.

Whether approved for reporting?1 Yes.

For the petitioner:     Mr. Om Pal, Advocate.

Anup Thakur, Judge

The petitioner seeks a mining lease.
"""
KERALA = """IN THE HIGH COURT OF KERALA AT ERNAKULAM

PRESENT

THE HONOURABLE MR. JUSTICE P.V. KURIEN
&
THE HONOURABLE MRS. JUSTICE LATHA MENON

TUESDAY, THE 4TH DAY OF JUNE 2019 / 14TH JYAISHTA, 1941

Crl.A. No. 90 OF 2014

APPELLANT/ACCUSED:

SAJI VARGHESE
S/O. VARGHESE, PALAKKAL HOUSE, KOTTAYAM.

BY ADV. SRI. B. RAMAN

RESPONDENT/COMPLAINANT:

1 STATE OF KERALA
REPRESENTED BY PUBLIC PROSECUTOR, ERNAKULAM.

JUDGMENT

Kurien, J.

The appellant was convicted.
"""
LUCKNOW = """Neutral Citation No. - 2021:AHC-LKO:100

Court No. - 4

Case :- APPLICATION U/S 482 No. - 12 of 2021

Applicant :- Ram Lakhan And Another
Opposite Party :- State Of U.P. Thru. Prin. Secy. Home
Counsel for Applicant :- A. Khan

Hon'ble Manju Shukla,J.

1. Heard.

2. The application is rejected.

(Manju Shukla,J.)

Order Date :- 5.8.2021
"""
PRIVY = """AIR 1931 Privy Council 12
(From: Bombay)
LORD ASHCOMBE, LORD WENDOVER AND SIR RUSTOM DAVAR
Bai Dhanbai and another — Appellants
v.
Collector of Thana — Respondent
Privy Council Appeal No. 5 of 1929, decided on 3rd July 1930.

Lord Wendover.—This appeal is about a lease.

Appeal dismissed.
"""
ORISSA = """ORISSA HIGH COURT : CUTTACK

W.P.(C) No.777 of 2010

Hari Sahu                 .....          Petitioner
-Versus-
Collector, Puri           .....          Opposite Parties

P R E S E N T :

THE HONOURABLE SHRI JUSTICE N. DASH

Date of hearing : 06.05.2013        Date of judgment : 17.05.2013

N. Dash, J.     The petitioner was evicted.
"""
MADHYA_PRADESH = """THE HIGH COURT OF MADHYA PRADESH
M.P. No. 44/2017
(Smt. Uma Bai Vs. Narmada Gramin Bank and others)

Indore, Dated : 06.02.2018

Shri A. Dubey, learned counsel for the petitioner.

The petition is dismissed.

(Vinod Jaiswal)
JUDGE
"""
PATNA = """IN THE HIGH COURT OF JUDICATURE AT PATNA
Letters Patent Appeal No.7 of 2012
In
Civil Writ Jurisdiction Case No.9 of 2010
======================================================
The Sone Canal Board through its Secretary, Patna
... ... Appellant/s
Versus
1. Shiv Nath Rai, son of late Hari Rai, resident of Village- Bihta
2. The State of Bihar
... ... Respondent/s
======================================================
CORAM: HONOURABLE MR. JUSTICE NAVAL KISHORE
and
HONOURABLE MR. JUSTICE UMA KANT OJHA
CAV JUDGMENT
(Per: HONOURABLE MR. JUSTICE UMA KANT OJHA)
Date : 21-03-2013

The appeal is directed against an order.
"""


@pytest.mark.parametrize(
    ("text", "title", "court", "date", "number", "bench", "author"),
    [
        (
            INCOME_TAX,
            "Palar Leather Exports Pvt. Ltd. v. Assistant Commissioner of Income-tax, Circle-4(1), Chennai",
            "Income Tax Appellate Tribunal",
            "2015-03-20",
            "ITA No.771/Chny/2014",
            ["M. Karthik Rao", "Devika Nambiar"],
            "Devika Nambiar",
        ),
        (
            COMPANY_LAW,
            "Teesta Jute Finance Ltd. v. Hooghly Sacks Pvt. Ltd.",
            "National Company Law Tribunal",
            "2021-06-14",
            "C.P. (IB) No. 412/KB/2020",
            ["Pradip Kumar Basak"],
            "Pradip Kumar Basak",
        ),
        (
            ADMINISTRATIVE,
            "Girish Dhar v. Union of India",
            "Central Administrative Tribunal",
            "2016-04-18",
            "O.A. No. 55/2015",
            ["T.K. Bansal", "Rukmini Sethi"],
            "Rukmini Sethi",
        ),
        (
            HIMACHAL,
            "Devi Saran v. State of Himachal Pradesh",
            "Himachal Pradesh High Court",
            "2019-10-11",
            "CWP No. 31 of 2019",
            ["Anup Thakur", "Kiran Negi"],
            "Anup Thakur",
        ),
        (
            KERALA,
            "Saji Varghese v. State of Kerala",
            "Kerala High Court",
            "2019-06-04",
            "Crl.A. No. 90 OF 2014",
            ["P.V. Kurien", "Latha Menon"],
            "P.V. Kurien",
        ),
        (
            LUCKNOW,
            "Ram Lakhan v. State of U.P.",
            "Allahabad High Court",
            "2021-08-05",
            "APPLICATION U/S 482 No. - 12 of 2021",
            ["Manju Shukla"],
            "Manju Shukla",
        ),
        (
            PRIVY,
            "Bai Dhanbai v. Collector of Thana",
            "Judicial Committee of the Privy Council",
            "1930-07-03",
            "Privy Council Appeal No. 5 of 1929",
            ["Lord Ashcombe", "Lord Wendover", "Sir Rustom Davar"],
            "Lord Wendover",
        ),
        (
            ORISSA,
            "Hari Sahu v. Collector, Puri",
            "Orissa High Court",
            "2013-05-17",
            "W.P.(C) No.777 of 2010",
            ["N. Dash"],
            "N. Dash",
        ),
        (
            MADHYA_PRADESH,
            "Uma Bai v. Narmada Gramin Bank",
            "Madhya Pradesh High Court",
            "2018-02-06",
            "M.P. No. 44/2017",
            ["Vinod Jaiswal"],
            "Vinod Jaiswal",
        ),
        (
            PATNA,
            "Sone Canal Board v. Shiv Nath Rai",
            "Patna High Court",
            "2013-03-21",
            "Letters Patent Appeal No.7 of 2012 Civil Writ Jurisdiction Case No.9 of 2010",
            ["Naval Kishore", "Uma Kant Ojha"],
            "Uma Kant Ojha",
        ),
    ],
    ids=[
        "income tax in columns",
        "company law",
        "administrative",
        "himachal",
        "kerala",
        "lucknow",
        "privy council",
        "orissa",
        "madhya pradesh",
        "patna",
    ],
)
def test_a_court_with_its_own_layout(
    text: str, title: str, court: str, date: str, number: str, bench: list[str], author: str
) -> None:
    head = read_preamble(text, "the-file")
    assert (head.title, head.court, head.date, head.case_number) == (title, court, date, number)
    assert (list(head.bench), list(head.authors)) == (bench, [author])


@pytest.mark.parametrize(
    ("lines", "own"),
    [
        ("2023 INSC 77 C.A. No. 812/2023\n", ["2023 INSC 77"]),
        ("Neutral Citation No. 2023:KER:4455\n", ["2023:KER:4455"]),
        ("2023 INSC 77 was cited before the High Court\n", []),
    ],
)
def test_a_neutral_citation_may_have_the_number_of_its_case_behind_it(lines: str, own: list[str]) -> None:
    parties = "Ravi Nair ...Appellant\nVersus\nState of Goa ...Respondent"
    text = f"{lines}IN THE SUPREME COURT OF INDIA\n{parties}\n\nJUDGMENT\n1. Heard."
    assert [citation.text for citation in read_preamble(text, "the-file").citations] == own


FEDERAL = """F.C.R.                 FEDERAL COURT REPORTS                  88

              MOHAN LAL DHAR, APPELLANT,

                            v.

              THE KING-EMPEROR, RESPONDENT.

[SIR PETER HALE C. J., SIR LALIT DEV and SIR AZIZ KHAN JJ.]

                                                            1941
                                                 March 3, 4; Nov. 12.

APPEAL from the High Court of Judicature at Nagpur.

Nov. 12. The judgment of the Court was delivered by

DEV J.-The detention was lawful.

The appeal fails.
"""
MAGISTRATE = """IN THE COURT OF MS. DEVIKA NAMBIAR, METROPOLITAN MAGISTRATE-07,
EAST DISTRICT, DELHI

Cr. Case No. 12/2015

STATE  Vs.  MOTI LAL & ORS.

ORDER ON CHARGE

1. Heard. The accused are discharged.

                                        (Devika Nambiar)
                                        03.05.2018
"""
DATABASE = """MANU/BH/0007/2003

Equivalent Citation: 2003(2)PLJR40

                    IN THE HIGH COURT OF PATNA

Decided On: 03.05.2003

Appellants: Gopal Dhar
                              Vs.
Respondent: State of Bihar

Hon'ble Judges/Coram:
M. Karthik Rao, C.J. and Devika Nambiar, J.

JUDGMENT

Devika Nambiar, J.

1. The appeal is dismissed.
"""
ORDER_SHEET = """ORDER SHEET
GA/9/2019
In
CS/77/2018
IN THE HIGH COURT AT CALCUTTA

TEESTA JUTE LIMITED
VS
MOTI LAL AND ORS

BEFORE:
The Hon'ble JUSTICE DEVIKA NAMBIAR
Date : 3rd May, 2019.
The Court: This is an application for judgment upon admission.
2. The application is allowed.
"""


def test_a_report_of_the_federal_court() -> None:
    head = read_preamble(FEDERAL, "name")
    assert (head.court, head.date, head.case_number) == ("Federal Court of India", "1941-11-12", None)


def test_the_head_of_a_page_is_no_number() -> None:
    head = read_preamble(
        FEDERAL.replace("F.C.R.  ", "88  ").replace("REPORTS                  88", "REPORTS  [1941]"), "x"
    )
    assert head.case_number is None


def test_a_magistrate() -> None:
    head = read_preamble(MAGISTRATE, "name")
    assert (head.title, head.bench) == ("State v. Moti Lal", ("Devika Nambiar",))
    assert (head.court, head.case_number) == (
        "Metropolitan Magistrate-07, East District, Delhi",
        "Cr. Case No. 12/2015",
    )


def test_a_database_of_judgments() -> None:
    head = read_preamble(DATABASE, "name")
    assert (head.title, head.authors) == ("Gopal Dhar v. State of Bihar", ("Devika Nambiar",))
    assert head.bench == ("M. Karthik Rao", "Devika Nambiar")
    assert {"(2003) 2 PLJR 40", "MANU/BH/0007/2003"} <= {citation.text for citation in head.citations}


def test_numbers_over_the_court() -> None:
    head = read_preamble(ORDER_SHEET, "name")
    assert (head.case_number, head.date) == ("GA/9/2019 CS/77/2018", "2019-05-03")


def test_a_text_right_below_a_labelled_date_is_the_body() -> None:
    text = (
        "THE GAUHATI HIGH COURT\nCase No. : WP(C)/12/2018\n\n1:MOTI LAL\n\nVERSUS\n\n1:THE STATE OF ASSAM\n\n"
        "JUDGMENT & ORDER (ORAL)\nDate : 03-05-2019\nHeard both sides.\n2. The petition is dismissed.\n"
    )
    head = read_preamble(text, "name")
    assert (head.title, head.date) == ("Moti Lal v. State of Assam", "2019-05-03")
    assert "Heard both sides" in text[head.start :]


@pytest.mark.parametrize("opening", ["Per Devika Nambiar, J.", "Order : Per Hon'ble Ms. Devika Nambiar"])
def test_who_writes_is_told_after_per(opening: str) -> None:
    text = (
        "IN THE HIGH COURT OF PATNA\n\nMoti Lal ... Petitioner\nVersus\nUnion of India ... Respondent\n\n"
        "CORAM : HON'BLE MR. KARTHIK RAO, MEMBER\nHON'BLE MS. DEVIKA NAMBIAR, MEMBER\n\n"
        f"{opening}\n\nThe petition is about customs duty and what was paid.\n\n2. It is dismissed.\n"
    )
    assert read_preamble(text, "name").authors == ("Devika Nambiar",)
