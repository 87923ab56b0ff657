"""Small judgments written for tests: headers and paragraphs as the real ones have them."""

import json
from pathlib import Path

_HEAD = """{title}
Supreme Court of India

{date}
C.A. No. {number}
The Judgment was delivered by : {judge}, J.
"""


def judgment(title: str, date: str, *paragraphs: str, judge: str = "P. N. Bhagwati", number: str = "12 of 1970") -> str:
    """The text of a judgment with numbered paragraphs."""
    body = "\n".join(f"{n}. {text}" for n, text in enumerate(paragraphs, 1))
    return _HEAD.format(title=title, date=date, judge=judge, number=number) + body + "\n"


CORPUS = {
    "alpha": judgment(
        "Ratan Cotton Mills v State of Gujarat",
        "4 March 1970",
        "The appellant challenges the levy under section 12 of the Indian Contract Act, 1872 and article 14.",
        "A levy must rest on a law, and the notification rests on none. The appeal is allowed.",
    ),
    "beta": judgment(
        "Mohini Textiles v State of Gujarat",
        "9 August 1975",
        "We follow Ratan Cotton Mills v. State of Gujarat, AIR 1970 SC 411 = (1970) 2 SCR 90.",
        "Counsel relied on Sundar Das v. Union of India, (1969) 1 SCC 77, under article 14 and section 302 IPC.",
    ),
    "gamma": judgment(
        "Keshav Traders v Union of India",
        "2 May 1981",
        "The decision in Mohini Textiles v. State of Gujarat (1975) 4 SCC 12 is overruled.",
        "Ratan Cotton Mills, AIR 1970 SC 411, and AIR 1969 SC 900 were cited. Section 302 IPC has no bearing.",
        judge="Y. V. Chandrachud",
    ),
    "delta": judgment(
        "Sundar Dass v Union of India",
        "11 January 1969",
        "The petitioner relies on article 19(1)(g). Section 302 of the Indian Penal Code was not argued.",
        "The petition under article 32 fails.",
    ),
    "epsilon": judgment(
        "Lakhan Lal v State of Bihar",
        "3 July 1990",
        "Sundar Das v. Union of India, (1969) 1 SCC 77 : AIR 1969 SC 900, was distinguished in the High Court.",
        "We are bound by Keshav Traders v. Union of India, 1981 Supp SCC 5, on article 14, which holds that a dealer "
        "whose licence lapses keeps the stock that he bought before the notice reached him.",
    ),
}
"""Five judgments that cite each other, one late, one spelled two ways, one absent citation joined by another."""

PENAL_CODE = [
    {"section": 1, "title": "Title", "description": "This Act shall be called the Indian Penal Code, 1860."},
    {"section": 300, "title": "Murder", "description": "Culpable homicide is murder, save as is excepted below."},
    {"section": 302, "title": "Punishment", "description": "Murder, as section 300 has it, is punished with death."},
]


def write_corpus(folder: Path) -> dict[str, Path]:
    """Write CORPUS and a piece of the Penal Code to `folder`; paths by document name."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {}
    for name, text in CORPUS.items():
        paths[name] = folder / f"{name}.txt"
        paths[name].write_text(text, encoding="utf-8")
    paths["ipc"] = folder / "ipc.json"
    paths["ipc"].write_text(json.dumps(PENAL_CODE), encoding="utf-8")
    return paths
