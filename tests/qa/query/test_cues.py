"""What masked questions ask for: "§" stands for a case, "¶" for a provision."""

import pytest

from kg.store import Between
from qa.query.cues import asked, plainly_related, side
from qa.query.question import within


@pytest.mark.parametrize(
    ("masked", "kind"),
    [
        ("Which later cases overruled §?", "case"),
        ("List the decisions that cite §", "case"),
        ("who has followed §?", "case"),
        ("Which articles does ¶ refer to?", "provision"),
        ("Which section punishes murder?", "provision"),
        ("under which provision was he charged?", "provision"),
        ("Which cases mention ¶, and which articles do they apply?", "case"),
        ("Is § still good law?", None),
        ("Why is the sky blue?", None),
    ],
)
def test_the_kind_that_is_asked_for_first(masked: str, kind: str | None) -> None:
    assert asked(masked) == kind


@pytest.mark.parametrize(
    "masked",
    [
        "Which cases cite §?",
        "Which later cases overruled §?",
        "§ was followed in which cases?",
        "cases citing §",
        "Where is § discussed?",
        "§ - subsequent citations?",
        "Which judgments distinguish §?",
        "Is § cited by any bench?",
    ],
)
def test_later_cases_and_the_named_one(masked: str) -> None:
    assert side(masked) == "in"


@pytest.mark.parametrize(
    "masked",
    [
        "Which cases did § overrule?",
        "cases referred in §",
        "Which precedents does § rely on?",
        "§ cites which earlier decisions?",
        "In §, which authorities were relied on?",
        "What authorities did the Court cite in §?",
        "Which decisions were overruled by §?",
        "table of cases in §",
    ],
)
def test_the_named_case_and_earlier_ones(masked: str) -> None:
    assert side(masked) == "out"


def test_nothing_said_asks_for_later_cases() -> None:
    assert side("§?") == "in"


@pytest.mark.parametrize(
    ("masked", "plain"),
    [
        ("§ finds mention in which cases?", True),
        ("Which benches took note of §?", True),
        ("table of cases in §", True),
        ("What did § hold on passports?", False),
        ("§?", False),
    ],
)
def test_citations_asked_for_beyond_doubt(masked: str, plain: bool) -> None:
    assert plainly_related(masked) is plain


@pytest.mark.parametrize(
    ("years", "year", "inside"),
    [
        (Between(1978, 1980), 1978, True),
        (Between(1978, 1980), 1980, True),
        (Between(1978, 1980), 1981, False),
        (Between(1978, None), 2020, True),
        (Between(1978, None), 1977, False),
        (Between(None, 1980), 1950, True),
        (Between(None, 1980), 1981, False),
        (Between(1978, 1980), None, False),
    ],
)
def test_whether_a_year_is_known_and_in_the_span(years: Between, year: int | None, inside: bool) -> None:
    assert within(years, year) is inside
