"""What a text is: judgments of every layout are taken, and what is none is refused with the reason."""

from pathlib import Path

import pytest

from extraction.documents.files import DocumentError, load
from extraction.extracting import extract_all
from extraction.judgments.recognition.evidence import reason_against

OTHERS = {
    "a thesis or an article": """PREVENTIVE DETENTION IN INDIA: A STUDY
A dissertation submitted in partial fulfilment of the degree of Master of Laws
by Rita Mathur, under the supervision of Prof. K. Dutta
Faculty of Law, University of Malwa

Abstract
The study asks how far Maneka Gandhi v. Union of India, (1978) 1 SCC 248 changed the law of detention.
It was held there that procedure must be fair. The writ petition was allowed.
""",
    "a contract": """LEASE AGREEMENT

This Lease Agreement is made at Pune on 4 March 2021
BETWEEN
Suresh Patil (hereinafter referred to as the "Lessor")
AND
Nova Traders Private Limited (hereinafter referred to as the "Lessee")

1. The Lessor lets the shop to the Lessee for three years.
2. Disputes go to the courts at Pune.
IN WITNESS WHEREOF the parties have signed this deed.
""",
    "a letter or a notice": """To,
The Registrar, High Court of Delhi

Subject: certified copies in Ram Lal v. State, Criminal Appeal No. 45 of 2019

Dear Sir,
Kindly issue a copy of the judgment by which the appeal was dismissed on 4 May 2021.
Yours faithfully,
A. Sharma, Advocate
""",
    "a curriculum vitae": """NEHA KAPOOR
neha@example.org, New Delhi

Education
B.A. LL.B. (Hons.), 2016

Work Experience
Associate. Assisted counsel in Ram Lal v. State before the High Court of Delhi; the petition was allowed.

Skills
Drafting, research
""",
    "a syllabus or a question paper": """CONSTITUTIONAL LAW II
Semester IV, 4 credits

Unit 1: Fundamental rights
Maneka Gandhi v. Union of India, (1978) 1 SCC 248
A.K. Gopalan v. State of Madras, AIR 1950 SC 27
Unit 2: Emergency
ADM Jabalpur v. Shivkant Shukla, (1976) 2 SCC 521
Suggested readings
""",
    "a report of a newspaper or a web page": """Supreme Court says no to blanket ban
Updated: 5 May 2021
New Delhi: The Supreme Court on Monday set aside the order in Gita Press v. Union of India.
Justice Rao told the bench that the petition was allowed.
Read more: what the ban means
""",
    "a pleading or a record of the parties": """IN THE HIGH COURT OF DELHI AT NEW DELHI
W.P.(C) No. 45 of 2019
Ram Lal ... Petitioner
Versus
Union of India ... Respondent

MOST RESPECTFULLY SHOWETH:
1. That the petitioner is a citizen of India.
2. That the order of 4 May 2018 is bad in law.

PRAYER
It is humbly prayed that the order be quashed.
""",
    "a cause list": """HIGH COURT OF DELHI
CAUSE LIST FOR 4 MAY 2021
COURT NO. 5
HON'BLE MR. JUSTICE A. RAO
FRESH MATTERS
S.No. Case Parties
1. CRL.A. 45/2019 RAM LAL V/S STATE
2. W.P.(C) 9/2021 GITA DEVI V/S UNION OF INDIA
""",
    "a summary of the law": """Bare Act notes: the law of contract at a glance

Key provisions of the Indian Contract Act, 1872
Section 10 says what agreements are contracts. Section 23 says when the object is unlawful.
Section 73 gives compensation. See Hadley v. Baxendale.
""",
    "source code or data": """import re
from pathlib import Path

def split(title: str) -> list[str]:
    parts = re.split(r" v\\. ", title)
    return parts

CASES = {"maneka": "Maneka Gandhi v. Union of India"}
""",
    "it is no judgment": """Shopping

Two kilos of rice, and the shoes from the mender. Ask about the tap in the kitchen.
The plumber comes on Friday.
""",
}
JUDGMENTS = {
    "a user's own note of a case": "Ram Lal v. State of Goa\n\nThe roof leaked.\n\nHe must mend it.\n\nHe did not.\n",
    "a title in lower case": "ram lal v. state of goa\n\nthe roof leaked, and the landlord must mend it.\n",
    "a reference by the court": "In re: Street Dogs of Panaji\n\n1. The city asks.\n\n2. It may feed them.\n",
    "one line": "Civil Appeal No. 9 of 1981. The Judgment of the Court was delivered by SEN, J. Allowed.",
    "a judgment of a lease, with its words": """IN THE HIGH COURT OF KARNATAKA AT BENGALURU
R.F.A. No. 7 of 2015
Suresh Patil ... Appellant
Versus
Nova Traders ... Respondent
CORAM: HON'BLE MR. JUSTICE A. RAO
1. This agreement was made in 2011 between the Lessor and the "Lessee", and in witness whereof both signed.
2. The appeal is dismissed.
""",
    "a University's appeal": """University of Malwa v. Rita Mathur
High Court of Madhya Pradesh

4 May 2019
1. The thesis was refused by the University. The Ph.D. was claimed in this petition.
2. The petition is allowed.
""",
    "a letter taken as a petition": """IN THE SUPREME COURT OF INDIA
W.P. (Crl.) No. 9 of 1980
Rita Mathur ... Petitioner
Versus
State of Bihar ... Respondent
The Order of the Court was delivered by RAO, J.
1. Dear Sir, the prisoner wrote, I am held without trial. Yours faithfully.
2. Rule issued.
""",
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), OTHERS.items(), ids=OTHERS)
def test_what_is_no_judgment_is_refused_by_name(kind: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError) as refused:
        extract_all(load(file, "text"))
    [line] = str(refused.value).splitlines()
    assert line.startswith(f"{file}: ")
    assert kind in line


@pytest.mark.parametrize("text", JUDGMENTS.values(), ids=JUDGMENTS)
def test_a_judgment_is_taken_whatever_its_layout_and_its_subject(text: str) -> None:
    assert reason_against(text) is None


def test_real_judgments_are_taken(shared_data: Path) -> None:
    files = [*(shared_data / "judgments" / "landmarks").iterdir()]
    files += sorted((shared_data / "judgments" / "aila2019").iterdir())[::25]
    files += sorted((shared_data / "judgments" / "pdf").rglob("*.pdf"))[::9]
    assert [file.name for file in files if reason_against(load(file, file.stem).text)] == []
