"""The codes of 2023 and those before them in a few sections, with a judgment on the old one."""

import json
from pathlib import Path

IPC, CRPC = "indian-penal-code-1860", "code-of-criminal-procedure-1973"
BNS, BNSS = "bharatiya-nyaya-sanhita-2023", "bharatiya-nagarik-suraksha-sanhita-2023"

_ROWS = [
    ("Section", "Offence", "Punishment", "Cognizable or not", "Bailable or not", "By what Court triable"),
    (
        "103(1)",
        "Killing of a man.",
        "Death, or imprisonment for life.",
        "Cognizable.",
        "Non-bailable.",
        "Sessions Court.",
    ),
    ("103(2)", "Killing by a band.", "Imprisonment for life.", "Ditto.", "Ditto.", "Ditto."),
    ("357", "Leaving the helpless.", "Fine of ten rupees.", "Non-cognizable.", "Bailable.", "Any Magistrate."),
    ("", "If he dies.", "Imprisonment for 1 year.", "Cognizable.", "Bailable.", "Any Magistrate."),
]
SCHEDULE = "\n".join("\t".join(row) for row in _ROWS)

PROCEDURE = f"""THE BHARATIYA NAGARIK SURAKSHA SANHITA, 2023
No. 46 of 2023
BE it enacted by Parliament as follows:—
1. Short title.—This Act may be called the Bharatiya Nagarik Suraksha Sanhita, 2023.
2. Definitions.—In this Sanhita a bailable offence is one that the First Schedule shows as bailable.
3. Trial.—An offence is tried by the Court that the Schedule names.
4. Repeal.—The Code of Criminal Procedure, 1973 is hereby repealed.
THE FIRST SCHEDULE
CLASSIFICATION OF OFFENCES
(1) In regard to offences under the Bharatiya Nyaya Sanhita, the entries are no definitions.
I.—OFFENCES UNDER THE BHARATIYA NYAYA SANHITA
{SCHEDULE}
II.—CLASSIFICATION OF OFFENCES AGAINST OTHER LAWS
Offence\tCognizable or not\tBailable or not\tBy what Court triable
If punishable with death.\tCognizable.\tNon-bailable.\tSessions Court.
"""

CASE = """Ram Lal v. State of Bihar
Supreme Court of India
1 May 1990
1. He was convicted under section 302 of the Indian Penal Code.
"""


_SECTIONS = {
    "ipc": [
        ("1", "This Act shall be called the Indian Penal Code."),
        ("124A", "Whoever stirs up hatred is punished."),
        ("302", "Whoever kills is punished."),
    ],
    "bns": [("1", "This Act may be called the Bharatiya Nyaya Sanhita, 2023."), ("103", "Whoever kills is punished.")],
}


def written(folder: Path) -> dict[str, Path]:
    """The files by name: ipc, bns and bnss, and the judgment, case."""
    for name, sections in _SECTIONS.items():
        rows = [{"section": number, "title": "Heading", "text": text} for number, text in sections]
        (folder / f"{name}.json").write_text(json.dumps(rows), encoding="utf-8")
    (folder / "bnss.txt").write_text(PROCEDURE, encoding="utf-8")
    (folder / "case.txt").write_text(CASE, encoding="utf-8")
    return {file.stem: file for file in (folder / n for n in ("ipc.json", "bns.json", "bnss.txt", "case.txt"))}
