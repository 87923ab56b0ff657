"""From what a user types to the node that is meant: one, several to choose from, or none with the nearest."""

from pathlib import Path

import pytest

from kg.linking.lookup import resolve
from kg.nodes import Act, Case, Provision
from kg.store import Batch, Store
from tests.support.kg_graphs import (
    AADHAAR,
    ARTICLE_21,
    BASU,
    BATRA_1978,
    BATRA_1980,
    BHAJAN_LAL,
    BOMMAI,
    COOPER,
    GOBIND,
    GOLAK_NATH,
    IPC_302,
    JABALPUR,
    JOSHI,
    KAMAL_NATH,
    KESAVANANDA,
    KHARAK,
    MAHIPATRAY,
    MANEKA,
    OLEUM,
    PRIVACY,
    RAJASTHAN,
    landmarks,
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return landmarks(tmp_path_factory.mktemp("lookup") / "graph.db")


FOUND = [
    # ids and documents
    (MANEKA, MANEKA),
    ("constitution-of-india/article-21A", "constitution-of-india/article-21A"),
    ("indian-penal-code-1860", "indian-penal-code-1860"),
    ("1978_maneka", MANEKA),
    ("1978_Maneka.md", MANEKA),
    # citations
    ("AIR 1978 SC 597", MANEKA),
    ("1978 AIR 597", MANEKA),
    ("A.I.R. 1978 S.C. 597", MANEKA),
    ("[1978] 2 SCR 621", MANEKA),
    ("(1978)1SCC248", MANEKA),
    ("2017 INSC 801", PRIVACY),
    ("Maneka Gandhi v. Union of India, AIR 1978 SC 597", MANEKA),
    ("Maneka Gandhi v. Union of India, AIR 1999 SC 9999", MANEKA),
    # provisions and acts
    ("art 21", ARTICLE_21),
    ("Article 21 of the Constitution", ARTICLE_21),
    ("302 IPC", IPC_302),
    ("IPC 302", IPC_302),
    ("section 138 ni act", "negotiable-instruments-act-1881/section-138"),
    ("S. 482 CrPC", "code-of-criminal-procedure-1973/section-482"),
    ("498a", "indian-penal-code-1860/section-498A"),
    ("ipc", "indian-penal-code-1860"),
    ("constitution of india", "constitution-of-india"),
    # names
    ("Maneka Gandhi", MANEKA),
    ("maneka gandhi case", MANEKA),
    ("Maneka Gandhi's case", MANEKA),
    ("the Maneka Gandhi judgment", MANEKA),
    ("MANEKA GANDHI V. UNION OF INDIA", MANEKA),
    ("Maneka Gandhi v UOI", MANEKA),
    ("Kesavananda", KESAVANANDA),
    ("bommai judgement", BOMMAI),
    ("State of Haryana v. Bhajan Lal", BHAJAN_LAL),
    ("Bhajan Lal v. State of Haryana", BHAJAN_LAL),
    ("Gobind v MP", GOBIND),
    ("Gobind vs State of M.P.", GOBIND),
    ("State of Rajasthan v. Union of India", RAJASTHAN),
    ("Kharak Singh", KHARAK),
    ("ADM Jabalpur", JABALPUR),
    ("RC Cooper", COOPER),
    ("dk basu", BASU),
    ("D. K. Basu", BASU),
    # other names
    ("bank nationalisation case", COOPER),
    ("Habeas Corpus", JABALPUR),
    # spelling
    ("keshavananda bharti", KESAVANANDA),
    ("Kesavanand Bharathi", KESAVANANDA),
    ("golaknath", GOLAK_NATH),
    ("Mahipatrai", MAHIPATRAY),
    ("Haryana v Bhajanlal", BHAJAN_LAL),
    # years tell namesakes apart
    ("BS Joshi v State of Haryana 2003", JOSHI),
    ("Sunil Batra 1978", BATRA_1978),
    ("Sunil Batra v. Delhi Administration (1980)", BATRA_1980),
    ("Puttaswamy, 2018", AADHAAR),
    ("M.C. Mehta v. Union of India 1986", OLEUM),
]


@pytest.mark.parametrize(("typed", "expected"), FOUND)
def test_one_clear_match_is_found(store: Store, typed: str, expected: str) -> None:
    lookup = resolve(store, typed)
    assert lookup.found is not None
    assert lookup.found.id == expected
    assert lookup.candidates[0].reason


SEVERAL = [
    ("Sunil Batra", {BATRA_1978, BATRA_1980}),
    ("Puttaswamy", {PRIVACY, AADHAAR}),
    ("M.C. Mehta", {OLEUM, KAMAL_NATH, "m-c-mehta-v-union-of-india-1971"}),
    ("M.C. Mehta v. Union of India", {OLEUM, "m-c-mehta-v-union-of-india-1971"}),
    ("section 302", {IPC_302, "code-of-criminal-procedure-1973/section-302"}),
    ("Articles 14 and 19", {"constitution-of-india/article-14", "constitution-of-india/article-19"}),
]


@pytest.mark.parametrize(("typed", "expected"), SEVERAL)
def test_several_are_listed_and_none_is_guessed(store: Store, typed: str, expected: set[str]) -> None:
    lookup = resolve(store, typed)
    assert lookup.found is None
    assert {candidate.node.id for candidate in lookup.candidates} == expected


def test_words_that_many_parties_share_find_no_case(store: Store) -> None:
    for typed in ("UOI", "Union of India", "Singh", "State", "v.", "State of"):
        assert resolve(store, typed).found is None


NOTHING = [
    ("Maneka Gandhi v. State of Kerala (1985)", MANEKA),
    ("Maneka Gandhi v. Union of India (1995)", MANEKA),
    ("Sunita Batra", None),
    ("Rylands v. Fletcher", None),
    ("AIR 1999 SC 9999", None),
    ("article 19Z", "constitution-of-india/article-19"),
    ("498Z IPC", None),
    ("section 600 IPC", None),
    ("ram-singh-v-nobody-1901", None),
    ("", None),
    ("???", None),
    ("'; DROP TABLE node; --", None),
    ("x" * 5000, None),
]


@pytest.mark.parametrize(("typed", "nearest"), NOTHING)
def test_what_is_not_there_is_not_found(store: Store, typed: str, nearest: str | None) -> None:
    lookup = resolve(store, typed)
    assert lookup.found is None
    assert lookup.candidates == ()
    if nearest:
        assert lookup.nearest[0].node.id == nearest


def test_only_the_types_asked_for_are_looked_up(store: Store) -> None:
    assert resolve(store, "Maneka Gandhi", types=(Provision, Act)).found is None
    assert resolve(store, "art 21", types=(Case,)).found is None
    assert resolve(store, MANEKA, types=(Act,)).found is None


STUBS = [
    ("a stub of no year", Case("another", title="Gobind v. State of M.P."), True),
    ("a stub of the next year", Case("another", title="Gobind v. State of M.P.", year=1976), True),
    ("a stub of another year", Case("another", title="Gobind v. State of M.P.", year=1990), False),
    ("another case with text", Case("another", title="Gobind v. State of M.P.", has_text=True), False),
    ("a longer name", Case("another", title="Gobind Ram v. State of M.P.", year=1990), True),
]


@pytest.mark.parametrize(("name", "another", "clear"), STUBS)
def test_text_is_preferred_to_a_stub_that_could_be_the_same(
    tmp_path: Path, name: str, another: Case, clear: bool
) -> None:
    store = landmarks(tmp_path / "graph.db")
    store.write(Batch(nodes=[another]))
    for typed in ("Gobind v. State of Madhya Pradesh", "gobind"):
        lookup = resolve(store, typed)
        assert (lookup.found.id if lookup.found else None) == (GOBIND if clear else None)
        assert "another" in {candidate.node.id for candidate in lookup.candidates}


def test_what_is_written_later_is_found(tmp_path: Path) -> None:
    store = landmarks(tmp_path / "graph.db")
    assert resolve(store, "Royappa").found is None
    royappa = Case("royappa", title="E.P. Royappa v. State of Tamil Nadu", year=1973)
    store.write(Batch(nodes=[royappa]))
    assert resolve(store, "ep royappa").found == royappa
    store.write(Batch(drop_nodes=["royappa"]))
    assert resolve(store, "royappa").found is None
