"""Heads in the words of law sites, old reports and tribunals: who sat, who wrote, against whom."""

import pytest

from extraction.judgments.preamble import read_preamble

BODY = "\n\n1. The claim was refused as late.\n2. It was not late.\n3. The petition is allowed.\n"
MANUPATRA = """MANU/GJ/0000/2009
IN THE HIGH COURT OF GUJARAT
Special Civil Application No. 604 of 2008
Decided On: 11.02.2009
Appellants: Sabar Tiles Ltd.
Vs.
Respondent: Municipal Corporation of Anand
Hon'ble Judges/Coram:
R. M. Chhatrala, J.
Counsels:
For Appellant/Petitioner/Plaintiff: Mr. P. Joshi, Adv.
Subject: Local Government
JUDGMENT
R. M. Chhatrala, J."""
COLUMNS = """       HIGH COURT OF CHHATTISGARH AT BILASPUR
            WRIT PETITION (S) NO.88 OF 2011
PETITIONER             Phoolbasan Netam, W/o Late Budhram Netam
                       Versus
RESPONDENTS       1.   State of Chhattisgarh, through the Secretary
                  2.   The Collector, Kanker
Single Bench: Hon'ble Shri Gautam Chouriya, J.
Present:- Shri D. Tiwari, Advocate for the petitioner.
                        O R D E R
                     (12-03-2013)"""
GREEN = """BEFORE THE NATIONAL GREEN TRIBUNAL
Original Application No. 17 of 2016
Vaigai Farmers
.....Applicant(s)
Versus
Meenakshi Dyers
.....Respondent(s)
QUORUM:
Hon'ble Mr. Justice P. Chelladurai, Judicial Member
Hon'ble Dr. Lata Sane, Expert Member
Judgment Pronounced on: 5th March, 2018
JUDGMENT
Delivered by Justice P. Chelladurai (Judicial Member)"""
ORDER_PER = """HIGH COURT OF HIMACHAL PRADESH, SHIMLA
CWP No. 12 of 2009
Date of Decision: 20.4.2011
Jia Lal Rawat ...Petitioner
Versus
Board of School Education ...Respondent
Coram
The Hon'ble Mr. Justice Kuldip Barowalia, J.
The Hon'ble Mr. Justice V.K. Thakurani, J.
ORDER PER KULDIP BAROWALIA, J."""
BELOW_TITLE = """IN THE HIGH COURT OF JUDICATURE FOR RAJASTHAN BENCH AT JAIPUR
D.B. Special Appeal (Writ) No. 55/2011
Mool Chand Gocher Versus Rajasthan Khadi Board
Date of Judgment :: 3rd August, 2011
PRESENT
HON'BLE THE CHIEF JUSTICE MR. ARVIND DHABHAIKAR
HON'BLE MR. JUSTICE NARESH KUMAR JAIMAN
Mr. S.P. Shekhawat for the appellant.
BY THE COURT : (PER : HON'BLE MR. NARESH KUMAR JAIMAN, J.)"""
EMPEROR = """ALLAHABAD HIGH COURT
Before Mr. Justice Wallachstone.
Emperor—Budhoo and others
Criminal Reference No. 9 of 1923
Decided on 7th June 1923.
JUDGMENT
Wallachstone, J.—This is a reference by the Sessions Judge. See King-Emperor v. Bhola, (1915) 13 ALJ 220."""
OFFICE_OVER_TWO_LINES = """IN THE HIGH COURT OF JUDICATURE AT BOMBAY
WRIT PETITION NO. 31 OF 2012
Panvel Looms Limited                   .. Petitioner
   v/s.
The Assistant Commissioner of
Income Tax - 2(1) & Others             .. Respondents
CORAM : S.J. VAZEKAR AND
M.S. SANKPAL, JJ.
DATED : 23rd JULY, 2012.
ORAL JUDGMENT : (Per S.J. Vazekar, J.)"""
CONSUMERS = """BEFORE THE KERALA STATE CONSUMER DISPUTES REDRESSAL COMMISSION
VAZHUTHACAUD, THIRUVANANTHAPURAM
APPEAL No. 221/2016
JUDGMENT DATED : 14.03.2019
PRESENT:
SRI. T.S.P. MOOSARI : JUDICIAL MEMBER
SRI. RANJIT R. PILLATH : MEMBER
APPELLANT:
The Branch Manager, Malabar Insurance Co. Ltd., Kannur
Vs
RESPONDENT:
C.K. Raghavan, S/o Kelu, Thalassery
JUDGMENT
SRI. T.S.P. MOOSARI : JUDICIAL MEMBER"""


@pytest.mark.parametrize(
    ("head", "title", "day", "bench", "author"),
    [
        (
            MANUPATRA,
            "Sabar Tiles Ltd. v. Municipal Corporation of Anand",
            "2009-02-11",
            ["R.M. Chhatrala"],
            "R.M. Chhatrala",
        ),
        (
            COLUMNS,
            "Phoolbasan Netam v. State of Chhattisgarh",
            "2013-03-12",
            ["Gautam Chouriya"],
            "Gautam Chouriya",
        ),
        (
            GREEN,
            "Vaigai Farmers v. Meenakshi Dyers",
            "2018-03-05",
            ["P. Chelladurai", "Lata Sane"],
            "P. Chelladurai",
        ),
        (
            ORDER_PER,
            "Jia Lal Rawat v. Board of School Education",
            "2011-04-20",
            ["Kuldip Barowalia", "V.K. Thakurani"],
            "Kuldip Barowalia",
        ),
        (
            BELOW_TITLE,
            "Mool Chand Gocher v. Rajasthan Khadi Board",
            "2011-08-03",
            ["Arvind Dhabhaikar", "Naresh Kumar Jaiman"],
            "Naresh Kumar Jaiman",
        ),
        (EMPEROR, "Emperor v. Budhoo", "1923-06-07", ["Wallachstone"], "Wallachstone"),
        (
            OFFICE_OVER_TWO_LINES,
            "Panvel Looms Limited v. Assistant Commissioner of Income Tax - 2(1)",
            "2012-07-23",
            ["S.J. Vazekar", "M.S. Sankpal"],
            "S.J. Vazekar",
        ),
        (
            CONSUMERS,
            "Branch Manager, Malabar Insurance Co. Ltd., Kannur v. C.K. Raghavan",
            "2019-03-14",
            ["T.S.P. Moosari", "Ranjit R. Pillath"],
            "T.S.P. Moosari",
        ),
    ],
)
def test_what_a_head_says(head: str, title: str, day: str, bench: list[str], author: str) -> None:
    read = read_preamble(head + BODY, "judgment")
    assert (read.title, read.date, list(read.bench), list(read.authors)) == (title, day, bench, [author])


def test_a_commission_of_a_state_is_named_with_the_state_before_it() -> None:
    read = read_preamble(CONSUMERS + BODY, "judgment")
    assert read.court == "State Consumer Disputes Redressal Commission, Kerala"
