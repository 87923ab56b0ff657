"""The judges whom a head lists before the judgment."""

import pytest

from extraction.judgments.coram import read_coram, whole_bench


@pytest.mark.parametrize(
    ("head", "bench"),
    [
        ("CORAM: HON'BLE MR. JUSTICE A.K. SIKRI", ["A.K. Sikri"]),
        ("CORAM:\nHON'BLE MR. JUSTICE A.K. SIKRI\nHON'BLE MS. JUSTICE HIMA KOHLI", ["A.K. Sikri", "Hima Kohli"]),
        ("Present: Hon'ble Mr. Justice S. Ravindra Bhat\n\nDated 4th March 1990", ["S. Ravindra Bhat"]),
        ("BEFORE\nTHE HON'BLE MR. JUSTICE B. V. NAGARATHNA", ["B.V. Nagarathna"]),
        ("Before : The Hon'ble Justice Bina Roy\nJUDGMENT", ["Bina Roy"]),
        ("HON'BLE MR. JUSTICE A.K. SIKRI\nHON'BLE MR. JUSTICE RAJIV SHAKDHER", ["A.K. Sikri", "Rajiv Shakdher"]),
        ("IN THE COURT OF MS. NEELAM SINGH, ADDITIONAL SESSIONS JUDGE", ["Neelam Singh"]),
        (
            "PRESENT\n\nTHE HON'BLE MR. JUSTICE A.K. SIKRI\n\nAND\n\nTHE HON'BLE MS. JUSTICE HIMA KOHLI",
            ["A.K. Sikri", "Hima Kohli"],
        ),
        ("BEFORE SHRI T. RAVI, VICE PRESIDENT AND\nMS. L. SUDHA, ACCOUNTANT MEMBER", ["T. Ravi", "L. Sudha"]),
        ("KAVITA RAO; M. DEO, JJ.", ["Kavita Rao", "M. Deo"]),
        ("Before: P.Q. Wadia, A.J.C.", ["P.Q. Wadia"]),
        ("VISCOUNT HALE, LORD BRAY AND SIR LALIT DEV", ["Viscount Hale", "Lord Bray", "Sir Lalit Dev"]),
        ("(K. RAMAN, C.J., L. SHAH\nand M. DEO, JJ.)", ["K. Raman", "L. Shah", "M. Deo"]),
        ("CORAM: HON'BLE MR. JUSTICE A.K. SIKRI and\nHON'BLE MR. JUSTICE J.R. MIDHA", ["A.K. Sikri", "J.R. Midha"]),
    ],
)
def test_a_bench_that_is_listed(head: str, bench: list[str]) -> None:
    assert list(read_coram(head, 1990)) == bench


@pytest.mark.parametrize(
    "head",
    [
        "Present: Mr. Ram Jethmalani, Advocate for the petitioner",
        "Present:\nFor Appellant: Mr. Ram Dave and Ms. Ila Bose, Advocates.",
        "Present: Mr. Ram Dave,\nSenior Advocate",
        "The case was before the Labour Court for long.",
        "Mohini Devi ... Petitioner\nVersus\nUnion of India ... Respondent",
        "",
    ],
)
def test_no_bench_is_listed(head: str) -> None:
    assert read_coram(head, 1990) == ()


@pytest.mark.parametrize(
    "line",
    [
        "JUDGMENT (Oral)",
        "Date of decision: 4 March 1990",
        "Criminal Appeal No. 7",
        "CAV JUDGMENT",
        "Whether approved for reporting? Yes",
        "(Per: HON'BLE MR. JUSTICE A.K. SIKRI)",
        "% 04.03.1990",
        "Through:",
    ],
)
def test_the_list_ends_where_something_else_begins(line: str) -> None:
    head = f"CORAM:\nHON'BLE MR. JUSTICE A.K. SIKRI\n{line}\nHON'BLE MR. JUSTICE RAJIV SHAKDHER"
    assert read_coram(head, 1990) == ("A.K. Sikri",)


@pytest.mark.parametrize(
    ("lists", "bench"),
    [
        ((), ()),
        ((("A.K. Sikri",), ()), ("A.K. Sikri",)),
        ((("A.K. Sikri",), ("A.K. Sikri", "Hima Kohli")), ("A.K. Sikri", "Hima Kohli")),
        ((("A.K. Sikri", "Hima Kohli"), ("J.R. Midha",)), ("A.K. Sikri", "Hima Kohli", "J.R. Midha")),
        ((("A.K. Sikri", "Hima Kohli"), ("Sikri",)), ("A.K. Sikri", "Hima Kohli")),
    ],
)
def test_lists_of_one_bench_are_one(lists: tuple[tuple[str, ...], ...], bench: tuple[str, ...]) -> None:
    assert whole_bench(*lists) == bench
