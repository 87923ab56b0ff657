"""What somebody set apart stays apart, also from what comes later."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.identity.decisions import decisions_of
from kg.identity.naming import Naming
from kg.identity.splits import SPLIT, Split, marks, parted
from tests.support.namings import cited, naming

KEPT = naming("a@0", "Ram Singh v. State of Bihar", "AIR 1970 SC 41")
GONE = naming("b@0", "Ram Singh v. State of Bihar", "(1970) 1 SCC 77")
SPLIT_BY_DOCUMENT = Split(
    id="split/1",
    case="Ram Singh v. State of Bihar",
    apart=("b",),
    documents=("b",),
    citations=(),
    kept=tuple(marks(KEPT)),
    gone=tuple(marks(GONE)),
)
SPLIT_BY_CITATION = Split(
    id="split/2",
    case="Ram Singh v. State of Bihar",
    apart=("(1970) 1 SCC 77",),
    documents=(),
    citations=tuple(c.key for c in cited("(1970) 1 SCC 77")),
    kept=tuple(marks(KEPT)),
    gone=tuple(marks(GONE)),
)


def cases(*namings: Naming, splits: tuple[Split, ...] = ()) -> dict[str, str]:
    return {id: decision.case for id, decision in decisions_of(namings, splits=splits).items()}


def test_without_a_split_the_two_are_one() -> None:
    assert len(set(cases(KEPT, GONE).values())) == 1


@pytest.mark.parametrize("split", [SPLIT_BY_DOCUMENT, SPLIT_BY_CITATION])
def test_with_a_split_they_are_two_cases_with_two_ids(split: Split) -> None:
    found = cases(KEPT, GONE, splits=(split,))
    assert found["a@0"] != found["b@0"]
    assert parted([KEPT], [GONE], [split])
    assert parted([GONE], [KEPT], [split])


def test_a_later_naming_goes_with_what_it_shares_a_citation_with() -> None:
    later = naming("c@0", "Ram Singh v. State of Bihar", "(1970) 1 SCC 77 : (1970) 2 SCR 5")
    found = cases(KEPT, GONE, later, splits=(SPLIT_BY_CITATION,))
    assert found["c@0"] == found["b@0"] != found["a@0"]


@pytest.mark.parametrize(
    ("name", "side"),
    [
        (naming("b@4", "Ram Singh v. State of Bihar"), True),
        (naming("c@0", "Ram Singh v. State of Bihar", "AIR 1970 SC 41"), False),
        (naming("c@0", "Mohan Lal v. State of Assam", "AIR 1990 SC 12"), None),
        (naming("b@5", "Mohan Lal v. State of Assam", "AIR 1990 SC 12"), None),
    ],
)
def test_the_side_of_a_naming(name: Naming, side: bool | None) -> None:
    assert SPLIT_BY_DOCUMENT.sets_apart(name) is side


def test_a_split_parts_nothing_that_it_does_not_know() -> None:
    strangers = [naming("x@0", "Mohan Lal v. State of Assam", "AIR 1990 SC 12")]
    assert not parted([KEPT], strangers, [SPLIT_BY_DOCUMENT])
    assert not parted(strangers, [GONE], [SPLIT_BY_DOCUMENT])
    assert not parted([KEPT], [GONE], [])


def test_a_split_is_kept_as_it_is() -> None:
    assert SPLIT.validate_json(SPLIT.dump_json(SPLIT_BY_CITATION)) == SPLIT_BY_CITATION


@settings(deadline=None, max_examples=30)
@given(
    st.permutations(
        [
            KEPT,
            GONE,
            naming("c@0", "Ram Singh v. State of Bihar", "AIR 1970 SC 41 : (1970) 2 SCR 9"),
            naming("d@0", "Ram Singh v. State of Bihar", "(1970) 1 SCC 77"),
        ]
    )
)
def test_no_order_joins_what_was_split(order: list[Naming]) -> None:
    found = cases(*order, splits=(SPLIT_BY_DOCUMENT,))
    assert found["a@0"] == found["c@0"]
    assert found["a@0"] != found["b@0"]
