"""Provisions: numbers as written, the act they belong to, and what a user types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.provisions.acts import act_by_id
from extraction.provisions.grammar import find_groups
from extraction.records import Paragraph, ProvisionMention
from extraction.typed import parse_provision
from tests.support.reading import read_cross_references, read_mentions

IPC, CRPC, CPC = "indian-penal-code-1860", "code-of-criminal-procedure-1973", "code-of-civil-procedure-1908"
BNS, BNSS = "bharatiya-nyaya-sanhita-2023", "bharatiya-nagarik-suraksha-sanhita-2023"
COI, IEA, NIA = "constitution-of-india", "indian-evidence-act-1872", "negotiable-instruments-act-1881"


def _provisions(text: str) -> tuple[ProvisionMention, ...]:
    return read_mentions(text, [Paragraph("1", 0, len(text))], "A v. B").provisions


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("art 21", [f"{COI}/article-21"]),
        ("art 21-A", [f"{COI}/article-21A"]),
        ("article 21a", [f"{COI}/article-21A"]),
        ("Article 19(1)(a)", [f"{COI}/article-19"]),
        ("302 IPC", [f"{IPC}/section-302"]),
        ("IPC 302", [f"{IPC}/section-302"]),
        ("498a ipc", [f"{IPC}/section-498A"]),
        ("S. 321 CrPC", [f"{CRPC}/section-321"]),
        ("crpc 482", [f"{CRPC}/section-482"]),
        ("section 138 NI Act", [f"{NIA}/section-138"]),
        ("138 ni act", [f"{NIA}/section-138"]),
        ("sec 13 hindu marriage act", ["hindu-marriage-act-1955/section-13"]),
        ("Section 25 of the Contract Act", ["indian-contract-act-1872/section-25"]),
        ("section 66A of the Information Technology Act, 2000", ["information-technology-act-2000/section-66A"]),
        ("Order VII Rule 11 CPC", [f"{CPC}/order-7-rule-11"]),
        ("order 7 rule 11", [f"{CPC}/order-7-rule-11"]),
        ("7th schedule", [f"{COI}/schedule-7"]),
        ("s. 302 r/w 34 of IPC", [f"{IPC}/section-302", f"{IPC}/section-34"]),
        ("Which section of the IPC is BNS 103?", [f"{BNS}/section-103"]),
        ("S. 34", [None]),
        ("Maneka Gandhi", []),
        ("302", []),
        ("", []),
    ],
)
def test_what_a_user_types(typed: str, ids: list[str | None]) -> None:
    assert [m.provision for m in parse_provision(typed)] == ids


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Articles 14, 19(1)(a) and 21", [("14", None), ("19", "(1)(a)"), ("21", None)]),
        ("Art.226", [("226", None)]),
        ("u/art. 19(1)(g)", [("19", "(1)(g)")]),
        ("u/s. 302 r/w S. 149 IPC", [("302", None), ("149", None)]),
        ("Ss. 147, 148, 302/149", [("147", None), ("148", None), ("302", None), ("149", None)]),
        ("sections 197,321,432 and 468", [("197", None), ("321", None), ("432", None), ("468", None)]),
        ("Arts. 15(3), (4), 16(4), (4A), 39A and 41", [("15", "(3)"), ("16", "(4)"), ("39A", None), ("41", None)]),
        ("section 5 with a fine of 1,000 rupees", [("5", None)]),
        ("sections 4 to 7", [("4", None), ("5", None), ("6", None), ("7", None)]),
        ("sections 4 to 400", [("4", None), ("400", None)]),
        ("sections 498A to 498C", [("498A", None), ("498B", None), ("498C", None)]),
        ("sub-section 4 of the Act", []),
        ("the First, Second and Ninth Schedules", [("1", None), ("2", None), ("9", None)]),
        ("Schedules I and II", [("1", None), ("2", None)]),
        ("Section 498-A", [("498A", None)]),
        ("Section 120 B of the", [("120B", None)]),
        ("O. 21 R. 90", [("21-rule-90", None)]),
        ("Rule 11 of Order VII", [("7-rule-11", None)]),
        ("proviso to sub-section (2) of section 5", [("5", "(2)")]),
        ("clause (a) of sub-section (1) of section 9", [("9", "(1)(a)")]),
        ("sub-s. (3) of S. 25", [("25", "(3)")]),
        ("the First Schedule", [("1", None)]),
        ("Section 302, 1860", [("302", None)]),
        ("on 5 to 6 p.m. in 12 sections", []),
        ("Sections 391-394", [(n, None) for n in ("391", "392", "393", "394")]),
        ("Articles 32–35", [(n, None) for n in ("32", "33", "34", "35")]),
        ("Section 66A-66D", [(n, None) for n in ("66A", "66B", "66C", "66D")]),
        ("sections 376 to 376C", [(n, None) for n in ("376", "376A", "376B", "376C")]),
        ("Order XXI Rules 58-60", [(f"21-rule-{n}", None) for n in (58, 59, 60)]),
        ("section 307 - 10 years", [("307", None)]),
        ("Section 195\N{EN DASH}A", [("195A", None)]),
        ("Section 195\N{NON-BREAKING HYPHEN}A", [("195A", None)]),
        ("Section 195\N{MINUS SIGN}A", [("195A", None)]),
        ("under Section 195-A.", [("195A", None)]),
        ("under Section 195 A. The plea fails.", [("195A", None)]),
        ("section 6 - D. N. Dixit, J.", [("6", None)]),
        ("section 6 – A person", [("6", None)]),
        ("section 411-IPC", [("411", None)]),
        ("Ord. IX R. 8", [("9-rule-8", None)]),
        ("O 38 R 5", [("38-rule-5", None)]),
        ("Section 3O7", [("307", None)]),
        ("Section 12OB", [("120B", None)]),
        ("Sec tion 411", [("411", None)]),
        ("Sec-\ntion 411", [("411", None)]),
        ("Arti-\ncle 20", [("20", None)]),
        ("§ 411 and §§ 412, 413", [("411", None), ("412", None), ("413", None)]),
    ],
)
def test_numbers_as_written(text: str, numbers: list[tuple[str, str | None]]) -> None:
    assert [(n.number, n.clause) for group in find_groups(text) for n in group.numbers] == numbers


def test_an_act_that_is_named_but_not_known_is_left_open() -> None:
    text = "Convicted under section 16 of the Prevention of Food Adulteration Act, 1954. See section 16 of the QRS Act."
    known, unknown = _provisions(text)
    assert known.provision == "prevention-of-food-adulteration-act-1954/section-16"
    assert (unknown.provision, unknown.number) == (None, "16")
    assert unknown.candidates == ("prevention-of-food-adulteration-act-1954",)


def test_the_said_section_points_back() -> None:
    text = (
        "He was convicted under section 302 of the Indian Penal Code. The said section is plain; that article is not."
    )
    first, again = _provisions(text)
    assert (again.provision, again.text, again.clause) == (first.provision, "The said section", None)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("convicted under Sections 147, 302 and 149 of the Indian Penal Code, 1860.", ["147", "302", "149"]),
        ("convicted u/s. 302 read with S. 34 IPC.", ["302", "34"]),
        ("convicted under section 304, Part II, Indian Penal Code.", ["304"]),
        ("sections 406, 420 of I.P.C. and section 120B thereof", ["406", "420", "120B"]),
    ],
)
def test_the_act_named_after_a_list_covers_the_list(text: str, ids: list[str]) -> None:
    assert [p.provision for p in _provisions(text)] == [f"{IPC}/section-{number}" for number in ids]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Evidence Act, s. 27 allows it.", [f"{IEA}/section-27"]),
        ("Articles 14 and 21 are basic.", [f"{COI}/article-14", f"{COI}/article-21"]),
        ("Article 137 of the Limitation Act, 1963 applies.", ["limitation-act-1963/article-137"]),
        ("Article 12 of the Universal Declaration of Human Rights", []),
        ("the Articles of Association, article 5 of Association", []),
        ("Section 4 applies to the land.", [None]),
        (
            "various sections of the Code of Criminal Procedure such as sections 197,321 and 468",
            [f"{CRPC}/section-{number}" for number in ("197", "321", "468")],
        ),
        (
            "the Land Acquisition Act, 1894 (hereinafter 'the Act'). A notification under section 4 of the Act.",
            ["land-acquisition-act-1894/section-4"],
        ),
        (
            "S. 302 IPC and S. 313 Cr.P.C. Then S. 302 was applied.",
            [f"{IPC}/section-302", f"{CRPC}/section-313", f"{IPC}/section-302"],
        ),
        ("Order XXI Rule 90 was invoked.", [f"{CPC}/order-21-rule-90"]),
        ("Section 640 of the Indian Penal Code", [None]),
        ("Article 65 of the Schedule to the Limitation Act, 1963", ["limitation-act-1963/article-65"]),
        (
            "Article 65 of the First Schedule to the Limitation Act, 1963",
            [f"limitation-act-1963/{place}" for place in ("article-65", "schedule-1")],
        ),
        ("u/s 438 Cr.P.C. / 482 B.N.S.S.", [f"{CRPC}/section-438", f"{BNSS}/section-482"]),
        ("S. 483 BNSS (439 CrPC)", [f"{BNSS}/section-483", f"{CRPC}/section-439"]),
        ("Section 406 IPC and 4 Dowry Prohibition Act", [f"{IPC}/section-406", "dowry-prohibition-act-1961/section-4"]),
        ("punished under 34/323/325 IPC", [f"{IPC}/section-{number}" for number in (34, 323, 325)]),
        ("Section 318 of the Bhartiya Nyay Sanhita", [f"{BNS}/section-318"]),
        ("Section 480 of the Bharatiya Nagrik Suraksha Samhita, 2023", [f"{BNSS}/section-480"]),
        ("AIR 1965 SC 722 and 12 Indians", []),
        ("Section 130(A) of the Customs Act, 1962", ["customs-act-1962/section-130A"]),
        ("Section 2(B) of the Customs Act, 1962", ["customs-act-1962/section-2"]),
        ("Section 33(C) of the Industrial Disputes Act, 1947", ["industrial-disputes-act-1947/section-33C"]),
        ("Section 25(G) of the Industrial Disputes Act, 1947", ["industrial-disputes-act-1947/section-25G"]),
        ("Section 29(K) and 29(IV) of the Customs Act, 1962", ["customs-act-1962/section-29"] * 2),
        ("section 23a of the Indian Contract Act, 1872", ["indian-contract-act-1872/section-23"]),
        ("section 150b(ii) of the Customs Act, 1962", ["customs-act-1962/section-150"]),
        ("section 150b(2) of the Customs Act, 1962", ["customs-act-1962/section-150B"]),
        ("section 376d/120-b of the I.P.C.", [f"{IPC}/section-376D", f"{IPC}/section-120B"]),
        ("Section 140(B) of the Bharatiya Nyaya Sanhita", [f"{BNS}/section-140"]),
        (
            "Articles 113 and 64 of the Limitation Act, 1963 differ. Article 64 is plain.",
            [f"limitation-act-1963/article-{n}" for n in (113, 64, 64)],
        ),
        ("Schedule 23 to the accounts and the Double Taxation Convention; Article 5 was read.", [None, None]),
        ("378 U.S. 500 and 92 U. S. 214 under the Passports Act, 1967", []),
        ("O.S. No. 67 of 1997 of the Indian Partnership Act, 1932", []),
        ("The Arms Act, 1959 is strict, and Section 13 of the Act of 2000 is not.", [None]),
    ],
)
def test_the_act_of_a_provision(text: str, ids: list[str | None]) -> None:
    assert [p.provision for p in _provisions(text)] == ids


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 of the Constitution of Ireland",
        "Article 9 of the Constitution of the Republic of Namibia",
        "Article 2 of the American Constitution",
        "Articles 3 and 8 of the European Convention on Human Rights",
        "Article 7 and Article 9 of the International Covenant on Civil and Political Rights",
        "Article 17 ICCPR",
        "Article 16, CEDAW",
        "Article 12 of the UNCITRAL Model Law",
        "The OECD Commentary on Article 7",
    ],
)
def test_other_constitutions_and_treaties_are_not_the_constitution_of_india(text: str) -> None:
    assert [p.provision for p in _provisions(f"{text} was read beside Article 21 of our Constitution.")] == [
        f"{COI}/article-21"
    ]


@pytest.mark.parametrize(
    ("date", "rest", "provision", "candidates"),
    [
        ("5 May 2025", "", None, (CRPC, BNSS)),
        ("5 May 2025", "The charge is of Section 406 IPC.", None, (CRPC, BNSS)),
        ("5 May 2025", "It is filed under Section 482 CrPC.", f"{CRPC}/section-482", ()),
        ("5 May 2025", "Section 482 CrPC and Section 482 BNSS differ.", None, (CRPC, BNSS)),
        ("1 July 2024", "", None, (CRPC, BNSS)),
        ("30 June 2024", "", None, ()),
        ("12.03.2024", "", None, ()),
        ("5 May 2012", "", None, ()),
    ],
)
def test_a_power_of_both_codes_stays_open(
    date: str, rest: str, provision: str | None, candidates: tuple[str, ...]
) -> None:
    text = f"A v. B\nDate: {date}\n\nThe petition under section 482 is allowed. {rest}"
    start = text.index("The petition")
    first = read_mentions(text, [Paragraph("1", start, len(text))], "A v. B").provisions[0]
    assert (first.provision, first.candidates) == (provision, candidates)


def test_a_provision_left_open_names_its_candidates() -> None:
    text = "S. 302 IPC. S. 304 IPC. S. 5 Arms Act. S. 7 Arms Act. Then section 812 was applied."
    last = _provisions(text)[-1]
    assert last.provision is None
    assert set(last.candidates) == {IPC, "arms-act-1959"}


def test_the_date_in_the_header_chooses_the_code() -> None:
    text = (
        "A v. B\nSupreme Court\n22 August 1961\n\nThe order under section 145 of the Code of Criminal Procedure stands."
    )
    start = text.index("The order")
    (provision,) = read_mentions(text, [Paragraph("1", start, len(text))], "A v. B").provisions
    assert provision.provision == "code-of-criminal-procedure-1898/section-145"


def test_offsets_and_paragraphs_are_exact() -> None:
    text = "Header S. 1 IPC.\n1. Under S. 302 IPC.\n2. Under Articles 14 and 21."
    paragraphs = [Paragraph("1", 17, 38), Paragraph("2", 38, len(text))]
    found = read_mentions(text, paragraphs, "A v. B").provisions
    assert [(p.text, p.paragraph) for p in found] == [("S. 302", "1"), ("Articles 14", "2"), ("21", "2")]
    assert all(text[p.start : p.end] == p.text for p in found)


@pytest.mark.parametrize(
    ("act", "text", "ids"),
    [
        (COI, "Notwithstanding anything in Article 19 or Article 22", ["article-19", "article-22"]),
        (
            COI,
            "clause (3) of article 16, clause (3) of article 32, article 33",
            ["article-16", "article-32", "article-33"],
        ),
        (COI, "articles 301 to 304 of this Constitution", ["article-301", "article-302", "article-303", "article-304"]),
        (COI, "nothing in this article or in this Part", []),
        (CRPC, "under section 164 or sub-section (2) of section 190 of this Code", ["section-164", "section-190"]),
    ],
)
def test_cross_references_are_of_the_act_itself(act: str, text: str, ids: list[str]) -> None:
    record = act_by_id(act)
    assert record is not None
    assert [p.provision for p in read_cross_references(text, record).provisions] == [f"{act}/{id}" for id in ids]


def test_cross_references_to_another_act_that_is_named() -> None:
    record = act_by_id(CRPC)
    assert record is not None
    found = read_cross_references("sections 193 and 228 of the Indian Penal Code, 1860; and section 345", record)
    assert [p.provision for p in found.provisions] == [
        f"{IPC}/section-193",
        f"{IPC}/section-228",
        f"{CRPC}/section-345",
    ]
    assert found.references == ()
    assert [act.id for act in found.acts] == [IPC]


@given(st.integers(1, 511), st.sampled_from(["Section {} of the Indian Penal Code", "u/s. {} IPC", "S. {}, I.P.C."]))
def test_any_section_in_any_spelling(number: int, form: str) -> None:
    (found,) = _provisions(f"He was charged under {form.format(number)}.")
    assert found.provision == f"{IPC}/section-{number}"


@given(st.text(alphabet="Ss.ecArt0123456789()/-,andofthe IPCtor", max_size=200))
def test_any_text_is_read(text: str) -> None:
    for provision in _provisions(text):
        assert text[provision.start : provision.end] == provision.text
