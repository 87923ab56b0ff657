"""Small graphs for the tests of the kg room: real cases, written through the store."""

import re
from collections.abc import Iterator
from pathlib import Path

from kg.edges import Cites
from kg.nodes import Act, Case, Node, Provision
from kg.store import Batch, Store
from kg.stores.open import open_store

CASES = """
1950 | A.K. Gopalan v. State of Madras | AIR 1950 SC 27; [1950] SCR 88 |
1951 | Shankari Prasad Singh Deo v. Union of India | AIR 1951 SC 458 |
1967 | I.C. Golak Nath v. State of Punjab | AIR 1967 SC 1643; (1967) 2 SCR 762 | Golak Nath case
1970 | Rustom Cavasjee Cooper v. Union of India | AIR 1970 SC 564; (1970) 1 SCC 248 | Bank Nationalisation case
1973 | Kesavananda Bharati v. State of Kerala | AIR 1973 SC 1461; (1973) 4 SCC 225 | Fundamental Rights case
1975 | Gobind v. State of Madhya Pradesh | AIR 1975 SC 1378; (1975) 2 SCC 148 |
1976 | Additional District Magistrate, Jabalpur v. Shivkant Shukla | AIR 1976 SC 1207 | Habeas Corpus case
1977 | State of Rajasthan v. Union of India | AIR 1977 SC 1361; (1977) 3 SCC 592 |
1978 | Maneka Gandhi v. Union of India | AIR 1978 SC 597; (1978) 1 SCC 248; (1978) 2 SCR 621 | Passport case
1978 | Sunil Batra v. Delhi Administration | AIR 1978 SC 1675; (1978) 4 SCC 494 |
1980 | Sunil Batra v. Delhi Administration | AIR 1980 SC 1579; (1980) 3 SCC 488 |
1992 | State of Haryana v. Bhajan Lal | AIR 1992 SC 604; 1992 Supp (1) SCC 335 |
1994 | S.R. Bommai v. Union of India | AIR 1994 SC 1918; (1994) 3 SCC 1 |
1996 | D.K. Basu v. State of West Bengal | AIR 1997 SC 610; (1997) 1 SCC 416 |
1996 | M.C. Mehta v. Kamal Nath | (1997) 1 SCC 388 |
1986 | M.C. Mehta v. Union of India | AIR 1987 SC 1086; (1987) 1 SCC 395 | Oleum Gas Leak case
2003 | B.S. Joshi v. State of Haryana | AIR 2003 SC 1386; (2003) 4 SCC 675 |
2017 | K.S. Puttaswamy v. Union of India | (2017) 10 SCC 1; 2017 INSC 801 | Privacy case
2018 | K.S. Puttaswamy v. Union of India | (2019) 1 SCC 1; 2018 INSC 880 | Aadhaar case
1983 | Raj Kumar v. Union of India | AIR 1983 SC 1 |
1988 | Mahipatray Ram Sharma v. State of Bihar | AIR 1988 SC 2 |
"""
STUBS = """
1962 | Kharak Singh v. State of Uttar Pradesh | AIR 1963 SC 1295 |
1957 | Ram Singh v. State of Delhi | AIR 1957 SC 9 |
1971 | M.C. Mehta v. Union of India | AIR 1971 SC 5 |
"""
PROVISIONS = {
    "constitution-of-india": ("article", ["14", "19", "21", "21A", "370"]),
    "indian-penal-code-1860": ("section", ["300", "302", "498A"]),
    "code-of-criminal-procedure-1973": ("section", ["302", "482"]),
    "negotiable-instruments-act-1881": ("section", ["138"]),
}
ACTS = {
    "constitution-of-india": ("The Constitution of India", "Constitution", 1950),
    "indian-penal-code-1860": ("The Indian Penal Code, 1860", "Indian Penal Code", 1860),
    "code-of-criminal-procedure-1973": ("The Code of Criminal Procedure, 1973", "Code of Criminal Procedure", 1973),
    "negotiable-instruments-act-1881": ("The Negotiable Instruments Act, 1881", "Negotiable Instruments Act", 1881),
}


def case_id(title: str, year: int) -> str:
    return "-".join(re.findall("[a-z0-9]+", title.lower())) + f"-{year}"


def cases(table: str, has_text: bool) -> Iterator[Case]:
    for line in table.strip().splitlines():
        year, title, citations, alias = (part.strip() for part in line.split("|"))
        yield Case(
            case_id(title, int(year)),
            title=title,
            year=int(year),
            citations=tuple(citations.split("; ")),
            aliases=(alias,) if alias else (),
            documents=(f"{year}_{title.split()[0].strip('.,').lower()}",) if has_text else (),
            has_text=has_text,
        )


def landmark_nodes() -> list[Node]:
    """The cases of the two tables, and a few acts with provisions."""
    nodes: list[Node] = [*cases(CASES, True), *cases(STUBS, False)]
    for id, (title, short, year) in ACTS.items():
        nodes.append(Act(id, title=title, short_title=short, year=year))
        kind, numbers = PROVISIONS[id]
        for number in numbers:
            text = f"The text of {kind} {number}."
            nodes.append(Provision(f"{id}/{kind}-{number}", act_id=id, kind=kind, number=number, text=text))
    return nodes


JABALPUR = "additional-district-magistrate-jabalpur-v-shivkant-shukla-1976"
BHAJAN_LAL = "state-of-haryana-v-bhajan-lal-1992"
BOMMAI = "s-r-bommai-v-union-of-india-1994"
JOSHI = "b-s-joshi-v-state-of-haryana-2003"
GOBIND = "gobind-v-state-of-madhya-pradesh-1975"
PRIVACY = "k-s-puttaswamy-v-union-of-india-2017"
AADHAAR = "k-s-puttaswamy-v-union-of-india-2018"
BATRA_1978 = "sunil-batra-v-delhi-administration-1978"
BATRA_1980 = "sunil-batra-v-delhi-administration-1980"
OLEUM = "m-c-mehta-v-union-of-india-1986"
KAMAL_NATH = "m-c-mehta-v-kamal-nath-1996"
RAJASTHAN = "state-of-rajasthan-v-union-of-india-1977"
KHARAK = "kharak-singh-v-state-of-uttar-pradesh-1962"
MAHIPATRAY = "mahipatray-ram-sharma-v-state-of-bihar-1988"
RAM_SINGH = "ram-singh-v-state-of-delhi-1957"
ARTICLE_21 = "constitution-of-india/article-21"
IPC_302 = "indian-penal-code-1860/section-302"
MANEKA = "maneka-gandhi-v-union-of-india-1978"
COOPER = "rustom-cavasjee-cooper-v-union-of-india-1970"
GOPALAN = "a-k-gopalan-v-state-of-madras-1950"
BASU = "d-k-basu-v-state-of-west-bengal-1996"
KESAVANANDA = "kesavananda-bharati-v-state-of-kerala-1973"
GOLAK_NATH = "i-c-golak-nath-v-state-of-punjab-1967"
SHANKARI = "shankari-prasad-singh-deo-v-union-of-india-1951"

CITES = [
    Cites(MANEKA, COOPER, treatment="followed", count=3, quote="We follow Cooper.\n"),
    Cites(MANEKA, GOPALAN, treatment="overruled", count=2, paragraphs=("5", "6")),
    Cites(COOPER, GOPALAN, treatment="overruled", count=5),
    Cites(BASU, MANEKA, treatment="followed", count=1),
    Cites(KESAVANANDA, GOLAK_NATH, treatment="overruled", count=9),
    Cites(KESAVANANDA, SHANKARI, treatment="followed", count=4),
    Cites(GOLAK_NATH, SHANKARI, treatment="overruled", count=4),
]


def landmarks(path: Path) -> Store:
    """A new graph at `path` with the landmark cases, provisions and a few citations."""
    store = open_store(str(path), create=True)
    store.write(Batch(nodes=landmark_nodes(), edges=list(CITES)))
    return store
