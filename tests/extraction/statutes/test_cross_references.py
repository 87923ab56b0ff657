"""Which provisions the Constitution's own articles name, read by hand; and the forms such references take."""

import re
from pathlib import Path

import pytest

from extraction.documents.files import load
from extraction.extracting import extract
from extraction.records import ActRecord, Statute
from tests.support.reading import read_cross_references

CONSTITUTION = ActRecord("constitution-of-india", "Constitution of India", "Constitution of India", None, None)
OTHER = ActRecord("arbitration-act-1940", "Arbitration Act, 1940", "Arbitration Act", None, 1940)

# Articles, and schedules as S1, S2, ...; an article not named here but in the list below names none.
GOLD = {
    "1": "S1", "4": "2 3 368 S1 S4", "6": "5", "7": "5 6", "8": "5", "9": "5 6 8", "13": "368", "15": "16 19 29 30",
    "31A": "13 14 19", "31B": "31A S9", "31C": "13 14 19", "35": "16 32 33 34 372", "54": "55", "56": "61",
    "59": "S2", "62": "56", "64": "65 97", "65": "S2", "68": "67", "75": "S2 S3 S10", "80": "S4", "84": "S3",
    "92": "91 100", "96": "95 100", "97": "S2", "99": "S3", "101": "102", "102": "S10", "103": "102", "104": "99",
    "107": "108 109 117", "110": "109 111", "114": "113 115 116", "115": "112 113 114", "116": "113 114", "117": "110",
    "119": "118", "120": "348", "124": "S3", "125": "S2", "132": "134A", "133": "132 134A", "134": "134A 145",
    "143": "131", "145": "132 134 139A 143 317", "148": "S2 S3", "158": "S1 S2", "164": "S2 S3 S10", "186": "S2",
    "190": "191 S1", "191": "S1 S10", "199": "198 200", "217": "124 224", "219": "S3", "231": "217 219 227 229",
    "239AB": "239 239AA", "243D": "334", "246": "S7", "251": "249 250", "269A": "246A", "270": "268 269 271",
    "275": "244A S6", "304": "301 303", "329": "327 328", "338": "340", "352": "75",
    "354": "268 269 270 271 272 273 274 275 276 277 278 279", "358": "19", "359": "20 21", "361": "61",
    "366": "341 342 352 S1", "367": "372", "368": "13 54 55 73 162 241 S7", "378A": "172",
    "394": "5 6 7 8 9 60 324 366 367 379 380 388 391 392 393",
}  # fmt: skip
NONE = re.findall(r"\w+", "3 10 11 12 16 19 22 23 25 26 28 29 30 32 33 34 36 37 39 46 51A 53 55 58 66 67 72 73")


def test_the_constitution_names_what_its_text_names(constitution: Path) -> None:
    found = _found(constitution)
    gold = {(a, target) for a, targets in GOLD.items() for target in targets.split()}
    read = {(a, target) for a in (*GOLD, *NONE) for target in found[a]}
    both = len(gold & read)
    f1 = 2 * both / (len(gold) + len(read))
    assert f1 >= 0.99, sorted(gold ^ read)


def _found(constitution: Path) -> dict[str, set[str]]:
    """The provisions of the Constitution that each article names besides itself."""
    statute = extract(load(constitution, "constitution"))
    assert isinstance(statute, Statute)
    return {
        record.number: {
            ("S" if mention.kind == "schedule" else "") + mention.number
            for mention in record.mentions
            if (mention.provision or "").startswith("constitution-of-india/") and mention.provision != record.id
        }
        for record in statute.provisions
        if record.kind == "article"
    }


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        (
            "articles 14 to 18 of this Constitution",
            [f"article-{n}" for n in range(14, 19)],
        ),
        ("sub-clause (g) of clause (1) of article 19", ["article-19(1)(g)"]),
        ("the Second and Third Schedules", ["schedule-2", "schedule-3"]),
        ("the Fifth Schedule or the Sixth Schedule", ["schedule-5", "schedule-6"]),
        ("Schedule VII", ["schedule-7"]),
        ("clause (1) of article 75, and the proviso to that article", ["article-75(1)", "article-75"]),
        ("in this article and in article 55", ["article-55"]),
        ("the Scheduled Castes and the Scheduled Areas", []),
        ("section 4 or any other section", []),
    ],
)
def test_forms_of_reference_in_the_constitution(text: str, provisions: list[str]) -> None:
    found = read_cross_references(f"Subject to {text}, it shall be so.", CONSTITUTION).provisions
    linked = [f"{p.provision.partition('/')[2]}{p.clause or ''}" for p in found if p.provision]
    assert sorted(linked) == sorted(provisions)


@pytest.mark.parametrize(
    ("text", "provision"),
    [
        ("section 5", "arbitration-act-1940/section-5"),
        ("section 28 of the States Reorganisation Act, 1956", "states-reorganisation-act-1956/section-28"),
        ("the Limitation Act, 1963 (36 of 1963) or section 5 thereof", "limitation-act-1963/section-5"),
        ("the Customs Act, 1962 and section 19 ibid", "customs-act-1962/section-19"),
        ("article 21 of the Constitution", "constitution-of-india/article-21"),
    ],
)
def test_a_section_is_of_the_act_that_holds_it_unless_another_is_named(text: str, provision: str) -> None:
    (found,) = read_cross_references(f"Subject to {text}, it shall be so.", OTHER).provisions
    assert found.provision == provision


def test_the_said_section_is_the_one_named_before() -> None:
    text = "as constituted under section 28 of the States Reorganisation Act, 1956, and referred to in the said section"
    first, second = read_cross_references(text, CONSTITUTION).provisions
    assert (first.provision, second.text) == (second.provision, "the said section")
    two = "under sections 28 and 29 of the States Reorganisation Act, 1956, and in the said section"
    assert len(read_cross_references(two, CONSTITUTION).provisions) == 2
