"""Orders that do not look like a judgment of a court of record are taken all the same."""

import pytest

from extraction.judgments.recognition.evidence import reason_against

ORDERS = {
    "five lines of a magistrate": """Bail Application No. 1187/23
State Vs. Raju @ Kallu
FIR No. 45/23 PS Sadar

04.03.2023
Present: Ld. APP for the State. Sh. R. Verma, Ld. counsel for applicant.
Reply filed. Arguments heard. Applicant is in JC since 12.01.2023 and charge-sheet has been filed.
Applicant is admitted to bail on furnishing PB/SB of Rs. 20,000/-. Copy dasti.
(N. Malik)
MM-03/West/THC
""",
    "an award of a Lok Adalat": """BEFORE THE PERMANENT LOK ADALAT, NAGPUR
Pre-litigation Case No. 88 of 2019

Anand Pande ... Applicant
AND
MSEDCL, Nagpur ... Opponent

AWARD
(Dated 12th December 2019)

Parties have arrived at a settlement. Terms are filed at Exh. 9. The opponent shall pay Rs. 40,000/- within
thirty days.
Award is passed in terms of settlement. Proceeding closed.

Chairman    Member   Member
""",
    "an authority for real estate": """HARYANA REAL ESTATE REGULATORY AUTHORITY PANCHKULA
Complaint No. 1102 of 2019
Rita Sachdeva ....COMPLAINANT
VERSUS
Skyline Infra Pvt. Ltd. ....RESPONDENT
CORAM: Rajan Gupta, Chairman; Anil Panwar, Member
Date of Hearing: 04.02.2020
Hearing: 3rd
Present: Complainant in person. None for respondent.
ORDER (RAJAN GUPTA - CHAIRMAN)
Respondent is directed to deliver possession. Disposed of. File be consigned to record room after uploading.
""",
    "a daily order of a tribunal": """NATIONAL COMPANY LAW TRIBUNAL
MUMBAI BENCH
C.P.(IB)/2211/MB/2019
ATTENDANCE-CUM-ORDER SHEET OF THE HEARING ON 12.03.2020
CORAM: SHRI P. BHASKAR, MEMBER (J)
SHRI K. IYENGAR, MEMBER (T)
NAME OF THE PARTIES: Sunrise Steel Ltd. Vs. Om Castings Pvt. Ltd.
SECTION 9 OF THE INSOLVENCY AND BANKRUPTCY CODE, 2016
ORDER
Counsel for the petitioner seeks time. List on 14.04.2020.
Sd/- Sd/-
""",
    "an order sheet": """ORDER SHEET
IN THE HIGH COURT AT CALCUTTA
Ordinary Original Civil Jurisdiction
GA 1422 of 2014 in CS 110 of 2013
MERCANTILE TEA CO. LTD.
Versus
SUBODH AGARWALLA
BEFORE: The Hon'ble JUSTICE I.P. SARKAR
Date : 4th August, 2014.
Mr. B. Roy, Adv. for the plaintiff.
The Court : Affidavit-in-opposition be filed within two weeks. Let the matter appear three weeks hence.
(I.P. SARKAR, J.)
""",
    "a record of proceedings": """ITEM NO.4   Court 2 (Video Conferencing)  SECTION II
SUPREME COURT OF INDIA
RECORD OF PROCEEDINGS
MA 201/2021 in SLP(Crl) No. 123/2020
RAHUL BHATIA Petitioner(s)
VERSUS
THE STATE OF GOA Respondent(s)
Date : 11-02-2021 These matters were called on for hearing today.
CORAM :
HON'BLE MR. JUSTICE A. SEN
For Petitioner(s) Mr. X, AOR
UPON hearing the counsel the Court made the following
O R D E R
List after two weeks.
(R. DEVI) AR-CUM-PS (S. KUMAR) COURT MASTER
""",
    "a board for juveniles": """JUVENILE JUSTICE BOARD, BHOPAL
Case no. 44/18
State v. Child in conflict with law 'R'
Order
CCL is produced. Social investigation report perused. He is released into custody of his mother on supervision.
Principal Magistrate
Member Member
""",
    "a regulator": """BEFORE THE SECURITIES AND EXCHANGE BOARD OF INDIA
CORAM: S. RAMAN, WHOLE TIME MEMBER
ORDER
Under Sections 11 and 11B of the SEBI Act, 1992 in the matter of Zenith Greens Agro Ltd.
1. SEBI received a complaint against the company. 2. I hereby restrain the noticees from accessing the
securities market for four years.
Date: 4.5.2015 Place: Mumbai
WHOLE TIME MEMBER
""",
    "a page of a district court": """Home
Case Status | Court Orders
District Court Pune
RCS/432/2016
Plaintiff : Ganesh Jadhav
Defendant : Sunil Jadhav
Order below Exh. 5
Heard. The plaintiff seeks temporary injunction. No prima facie case. Application is rejected. Costs in cause.
Date 04/03/2017
3rd Jt. Civil Judge Junior Division, Pune
Contact us
""",
    "one line without capitals or stops": "crl.m.c. 2201/2011 ram kishan vs state of delhi coram justice v rao order "
    "petition under section 482 crpc for quashing of fir 22/2008 parties have settled fir quashed petition allowed",
    "no head at all": """The appellant was convicted by the Sessions Judge, Guntur, under section 302 of the
Indian Penal Code. The High Court confirmed it. Leave was granted.
We have heard counsel. PW 2 and PW 3 are natural witnesses. We see no reason to differ. The appeal is dismissed.
""",
    "Hindi": """न्यायालय जिला न्यायाधीश, इंदौर
प्रकरण क्रमांक 44/2018
राम लाल ... वादी
विरुद्ध
श्याम लाल ... प्रतिवादी
निर्णय
1. यह वाद विभाजन के लिए है।
2. वाद स्वीकार किया जाता है।
""",
    "the Privy Council": """Privy Council Appeal No. 41 of 1921

Raja Bhup Narain - - - - Appellant
v.
Musammat Parbati - - - - Respondent

FROM
THE HIGH COURT OF JUDICATURE AT ALLAHABAD

JUDGMENT OF THE LORDS OF THE JUDICIAL COMMITTEE OF THE PRIVY COUNCIL, DELIVERED THE 4TH MAY, 1923.

Present at the Hearing:
VISCOUNT HALE
LORD BARNES
[Delivered by LORD BARNES.]

The question in this appeal is one of custom. Their Lordships will humbly advise His Majesty that this appeal
should be dismissed with costs.
""",
    "an arbitrator's award": """IN THE MATTER OF ARBITRATION
BEFORE THE SOLE ARBITRATOR JUSTICE (RETD.) P. KHANNA
Buildwell Ltd. ... Claimant
versus
Port Trust ... Respondent
AWARD
1. Disputes arose under an agreement dated 3.4.2009.
2. Claim No. 1 is allowed in the sum of Rs. 40 lakhs.
P. KHANNA, Sole Arbitrator
""",
}


@pytest.mark.parametrize("text", ORDERS.values(), ids=ORDERS)
def test_an_order_of_any_body_that_decides_is_taken(text: str) -> None:
    assert reason_against(text) is None


def test_the_middle_of_a_judgment_is_taken_by_its_voice() -> None:
    body = "Learned counsel for the appellants contended that PW-3 saw the respondent. "
    assert reason_against(body * 4) is None
    assert reason_against("The gardener says that the neighbour saw the dog in the garden. " * 4) is not None


PLEADING = """IN THE COURT OF THE CIVIL JUDGE, SANGLI
R.C.S. No. 18/2014
Asha Patil ..Plaintiff
Versus
Nitin Patil ..Defendant
"""


@pytest.mark.parametrize(
    "body",
    [
        "WRITTEN STATEMENT OF THE DEFENDANT\n1. The suit is barred.\nVERIFICATION\n",
        "SYNOPSIS AND LIST OF DATES\n1. The plaint was filed.\nDRAWN AND FILED BY: K. Rao, Advocate\n",
        "PLAINT\n1. The parties are brothers.\nPRAYER\nThe plaintiff therefore prays that the suit be decreed.\n",
    ],
)
def test_what_a_party_files_is_no_decision_under_the_same_head(body: str) -> None:
    assert "a pleading" in (reason_against(PLEADING + body) or "")
    assert reason_against(PLEADING + "ORDER BELOW EXH. 5\nHeard. Injunction refused. Put up on 4/5/2014.\n") is None
