"""Which namings are of one case: a table of what joins and what stays apart."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity.attachment import attach
from kg.identity.cluster import Cluster
from kg.identity.clustering import assign_ids, cluster, components, foremost, year_of
from kg.identity.naming import Naming, hard_keys, parties_key, soft_keys
from kg.projection.case import case_node
from tests.support.namings import naming, own


def groups(*namings: Naming) -> set[frozenset[str]]:
    return {frozenset(n.id for n in case.namings) for part in components(namings) for case in cluster(part)}


TOGETHER: list[tuple[str, Naming, Naming]] = [
    (
        "a parallel citation in common, names spelled otherwise",
        naming("a@0", "Maneka Gandhi v. Union of India", "AIR 1978 SC 597"),
        naming("b@0", "Smt. Maneka Gandhi v. U.O.I.", "(1978) 1 SCC 248 : AIR 1978 SC 597"),
    ),
    (
        "a bare citation follows the only case that has it",
        naming("a@0", "Rattan Lal v. State of Punjab", "AIR 1965 SC 444"),
        naming("b@0", "", "AIR 1965 SC 444"),
    ),
    (
        "the same parties printed in the same year",
        naming("a@0", "Sunder Das v. Union of India", "AIR 1969 SC 900"),
        naming("b@0", "Sunder Das v. Union of India", "(1969) 1 SCC 77"),
    ),
    (
        "a judgment and its citation in the year's reports",
        own("C1", "Ratan Mills v. State of Gujarat", "1970-03-04"),
        naming("b@0", "Ratan Mills v. State of Gujarat & Ors.", "AIR 1970 SC 411"),
    ),
    (
        "two files of one judgment",
        own("C1", "Ratan Mills v. State of Gujarat", "1970-03-04"),
        own("C2", "Ratan Mills v. State of Gujarat", "1970-03-04"),
    ),
]

APART: list[tuple[str, Naming, Naming]] = [
    (
        "the same parties in another year",
        naming("a@0", "Sunil Batra v. Delhi Administration", "(1978) 4 SCC 494"),
        naming("b@0", "Sunil Batra v. Delhi Administration", "(1980) 3 SCC 488"),
    ),
    (
        "the same parties and year at different places",
        naming("a@0", "Hussainara Khatoon v. Home Secretary", "(1980) 1 SCC 81", "1979 Indlaw SC 113"),
        naming("b@0", "Hussainara Khatoon v. Home Secretary", "(1980) 1 SCC 98", "1979 Indlaw SC 7"),
    ),
    (
        "one citation misprinted on another case",
        naming("a@0", "Ramesh Chander v. State of Kerala", "AIR 1990 SC 12"),
        naming("b@0", "Bharat Coking Coal v. Its Workmen", "AIR 1990 SC 12"),
    ),
    (
        "two decisions between the same parties in a year",
        own("C1", "State of Bihar v. Ram Singh", "1970-03-04"),
        own("C2", "State of Bihar v. Ram Singh", "1970-09-09"),
    ),
]


@pytest.mark.parametrize(("why", "one", "other"), TOGETHER)
def test_one_case(why: str, one: Naming, other: Naming) -> None:
    assert groups(one, other) == {frozenset({one.id, other.id})}, why


@pytest.mark.parametrize(("why", "one", "other"), APART)
def test_two_cases(why: str, one: Naming, other: Naming) -> None:
    assert groups(one, other) == {frozenset({one.id}), frozenset({other.id})}, why


def test_a_citation_of_two_cases_tells_nothing_about_a_bare_one() -> None:
    one = naming("a@0", "Ramesh Chander v. State of Kerala", "AIR 1990 SC 12")
    other = naming("b@0", "Bharat Coking Coal v. Its Workmen", "AIR 1990 SC 12")
    bare = naming("c@0", "", "AIR 1990 SC 12")
    assert frozenset({"c@0"}) in groups(one, other, bare)


NUMBERED = [
    replace(naming, id=f"d{n}@{'own' if naming.own else 0}")
    for n, naming in enumerate(one for _, *pair in (*TOGETHER, *APART) for one in pair)
]


@given(st.permutations(NUMBERED))
def test_the_order_of_namings_does_not_matter(ordered: list[Naming]) -> None:
    assert groups(*ordered) == groups(*NUMBERED)


MILLS = own("C1", "Ratan Cotton Mills v. State of Gujarat", "1970-03-04", fingerprint=())


@pytest.mark.parametrize(
    ("title", "citation", "found"),
    [
        ("Rattan Cotton Mill v. State of Gujrat", "AIR 1970 SC 411", True),
        ("Ratan Cotton Mills v. State of Gujarat", "(1971) 1 SCC 9", True),
        ("Ratan Cotton Mills v. State of Gujarat", "(1974) 1 SCC 9", False),
        ("Ratan Cotton Mills v. State of Bihar", "AIR 1970 SC 411", False),
        ("Mohan Lal v. State of Gujarat", "AIR 1970 SC 411", False),
        ("Ratan Cotton Mills v. State of Gujarat", "1971 Indlaw SC 30", True),
        ("Rattan Cotton Mill v. State of Gujrat", "1971 Indlaw SC 30", False),
    ],
)
def test_attaching_to_a_judgment(title: str, citation: str, found: bool) -> None:
    case = Cluster([naming("b@0", title, citation)])
    assert (attach(case, [MILLS]).own is MILLS) is found


@pytest.mark.parametrize(
    ("title", "citations", "judgment"),
    [
        ("Kamal Nayan Mishra v. State of Madhya Pradesh", ["2009 Indlaw SC 9"], "Komal v. State of Madhya Pradesh"),
        ("Krishnan v. State", ["2009 Indlaw SC 9"], "Kewal Krishan v. State of Punjab"),
        ("Gajraj v. State of U.P.", [], "Gajraj Singh v. State of Uttar Pradesh"),
        ("Hussainara Khatoon (I) v. Home Secretary", [], "Hussainara Khatoon v. Home Secretary, State of Bihar"),
    ],
)
def test_part_of_a_name_is_not_enough(title: str, citations: list[str], judgment: str) -> None:
    known = own("C1", judgment, "2009-03-04")
    assert attach(Cluster([naming("b@0", title, *citations)]), [known]).own is None


def test_an_undated_name_joins_no_later_and_no_numbered_judgment() -> None:
    known = own("C1", "Charan Singh v. State of Bihar", "2004-03-04")
    for older in (
        naming("b@0", "Charan Singh v. State of Bihar", cited_in=1979),
        naming("b@0", "Charan Singh (II) v. State of Bihar", cited_in=2010),
    ):
        assert len(groups(known, older)) == 2
    assert len(groups(known, naming("b@0", "Charan Singh v. State of Bihar", cited_in=2010))) == 1


def test_a_year_after_the_print_is_no_year_of_decision() -> None:
    assert naming("b@0", "Charan Singh v. State of Bihar", "(1981) 2 SCR 989", "2007 Indlaw SC 1695").decided is None
    assert naming("b@0", "Charan Singh v. State of Bihar", "(1981) 2 SCR 989", "1980 Indlaw SC 3").decided == 1980


def test_two_judgments_that_fit_alike_are_rivals() -> None:
    first, second = (own(c, "State of Bihar v. Ram Singh", d) for c, d in (("C1", "1970-03-04"), ("C2", "1970-09-09")))
    outcome = attach(Cluster([naming("b@0", "State of Bihar v. Ram Singh", "AIR 1970 SC 77")]), [first, second])
    assert outcome.own is None
    assert set(outcome.rivals) == {first, second}


def test_a_high_courts_report_is_no_supreme_court_judgment() -> None:
    mills = replace(MILLS, court="Supreme Court of India")
    case = Cluster([replace(naming("b@0", MILLS.title, "AIR 1970 Guj 411"), court="High Court of Gujarat")])
    assert attach(case, [mills]).own is None


def test_ids_are_readable_and_set_namesakes_apart() -> None:
    cases = cluster(
        [
            naming("a@0", "Sunil Batra v. Delhi Administration", "(1978) 4 SCC 494"),
            naming("b@0", "Sunil Batra v. Delhi Administration", "(1978) 4 SCC 999"),
            naming("c@0", "", "AIR 1990 SC 12"),
        ]
    )
    assert sorted(assign_ids(cases)) == [
        "air-1990-sc-12",
        "sunil-batra-v-delhi-administration-1978",
        "sunil-batra-v-delhi-administration-1978-1978-4-scc-999",
    ]


def test_the_commonest_title_and_the_surest_year_speak_for_a_cited_case() -> None:
    case = Cluster(
        [
            naming("a@0", "Kavita v. State of Maharashtra", "[1982] 1 SCR 138", "1981 Indlaw SC 242"),
            naming("b@0", "Kavita v. State of Maharashtra", "1981 Indlaw SC 242"),
            naming("c@0", "Kavitha v. State of Maharashtra", "(1981) 3 SCC 558"),
        ]
    )
    assert foremost(case).title == "Kavita v. State of Maharashtra"
    assert year_of(case) == 1981


def test_a_misprint_among_many_is_not_a_citation_of_the_case() -> None:
    many = [naming(f"d{n}@0", "Maneka Gandhi v. Union of India", "AIR 1978 SC 597") for n in range(30)]
    odd = naming("x@0", "Maneka Gandhi v. Union of India", "AIR 1978 SC 579")
    assert case_node("maneka", [*many, odd]).citations == ("AIR 1978 SC 597",)


def test_a_case_has_its_citations_as_they_are_printed_too() -> None:
    one = naming("a@0", "Alpha Mills v. CIT", "(1968) 67 ITR 11 (SC)")
    other = naming("b@0", "Alpha Mills v. CIT", "67 ITR 11")
    assert case_node("alpha", [one, other]).citations == ("67 ITR 11", "(1968) 67 ITR 11 (SC)")


def test_spellings_share_a_soft_key() -> None:
    one = naming("a@0", "Pinakin Mahipatray Rawal v. State of Gujarat", "(2013) 10 SCC 48")
    for title in ("Pinakin Mahipatrai Rawal v. State of Gujarat", "Pinakin M. Raval v. State of Gujarat"):
        assert set(soft_keys(one)) & set(soft_keys(naming("b@0", title, "(2013) 10 SCC 48")))
    assert not set(hard_keys(one)) & set(hard_keys(naming("c@0", "Mohan Lal v. State of Gujarat", "(2013) 9 SCC 1")))


def test_titles_share_a_key_whatever_honorifics_and_others_they_carry() -> None:
    printed = naming("a@0", "Smt. Maneka Gandhi v. Union of India & Anr.", "AIR 1978 SC 597")
    short = naming("b@0", "Maneka Gandhi v. UOI", "AIR 1978 SC 597")
    assert parties_key(printed) == parties_key(short)
    assert parties_key(printed) != parties_key(naming("c@0", "Maneka Gandhi", "AIR 1978 SC 597"))
    assert parties_key(naming("d@0", "", "AIR 1978 SC 597")) is None


SAME_WORDS = tuple(range(16))


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (
            {"title": "Mohana v. State", "court": "Delhi High Court"},
            {"title": "Mohanf v. State", "court": "Bombay High Court"},
            False,
        ),
        ({"title": "Mohana v. State", "court": "Delhi High Court"}, {"title": "Mohanf v. State"}, True),
        (
            {"title": "Ram v. State", "case_number": "Bail Appln. 12/1999"},
            {"title": "Sita v. State", "case_number": "Bail Appln. 13/1999"},
            False,
        ),
        (
            {"title": "Ram v. State", "case_number": "Crl.A. No. 12 of 1999"},
            {"title": "Sita v. State", "case_number": "Criminal Appeals No. 12/1999 and 13/1999"},
            True,
        ),
        ({"title": "Ram v. State"}, {"title": "Sita v. State", "case_number": "Crl.A. No. 12 of 1999"}, True),
    ],
)
def test_orders_in_the_same_set_words_are_not_one(one: dict[str, str], other: dict[str, str], joined: bool) -> None:
    namings = [
        own(name, date="1999-05-05", fingerprint=SAME_WORDS, **said) for name, said in (("C1", one), ("C2", other))
    ]
    assert (len(cluster(namings)) == 1) is joined
