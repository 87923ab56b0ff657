"""One plain name a judge, however printed; a bench from its list, its announcement or its signatures."""

import pytest

from extraction.judgments.coram import read_coram
from extraction.judgments.judges import full_name, judge_name, judge_names
from extraction.judgments.opinions.closing import read_closing

PRINTED = {
    ("P.N. Bhagwati", 1978): [
        "P.N. Bhagwati, J.",
        "BHAGWATI, J.",
        "P. N. BHAGWATI",
        "Hon'ble Mr. Justice P. N. Bhagwati",
        "Justice Bhagwati",
        "Prafullachandra Natwarlal Bhagwati",
    ],
    ("D.Y. Chandrachud", 2023): [
        "Dr. Justice D.Y. Chandrachud, CJI",
        "Dr. Dhananjaya Y. Chandrachud",
        "HON'BLE THE CHIEF JUSTICE DR. D Y CHANDRACHUD",
        "CHANDRACHUD, C.J.I.",
    ],
    ("Y.V. Chandrachud", 1980): ["CHANDRACHUD, C.J.", "Y. V. Chandrachud, C.J."],
    ("Ranjana Prakash Desai", 2013): ["Mrs. Justice Ranjana Prakash Desai", "(RANJANA PRAKASH DESAI)"],
    ("V.R. Krishna Iyer", 1977): ["V. R. Krishnaiyer, J.", "KRISHNA IYER, J."],
    ("P.S. Narasimha", 2024): ["PAMIDIGHANTAM SRI NARASIMHA, J.", "Justice P.S. Narasimha"],
    ("S.C. Agrawal", 1995): ["S.C. Agarwal", "S. C. AGRAWAL, J."],
    ("Yashwant Varma", 2025): ["HON'BLE MR. JUSTICE YASHWANT VARMA", "YASHWANT VARMA, J."],
}


@pytest.mark.parametrize(("name", "year", "printed"), [(*key, p) for key, forms in PRINTED.items() for p in forms])
def test_every_printed_form_is_one_judge(name: str, year: int, printed: str) -> None:
    assert judge_name(printed, year) == name


@pytest.mark.parametrize("printed", ["SH. MOHIT ARORA", "Sh. Mohit Arora, J.", "SHRI MOHIT ARORA"])
def test_a_courtesy_is_no_part_of_the_name(printed: str) -> None:
    assert judge_names(printed, 2021) == ("Mohit Arora",)


def test_a_seat_in_a_tribunal_is_nobody() -> None:
    assert judge_names("Mohit Arora, Member (Judicial) and Neela Dhar, Member (Technical)", 2021) == (
        "Mohit Arora",
        "Neela Dhar",
    )


@pytest.mark.parametrize(
    "printed",
    [
        "Order of Court",
        "Per Curiam",
        "CAV Judgment",
        "Judge",
        "Advocates",
        "Whether approved for reporting? No",
        "BY THE COURT",
        "",
        "and others",
    ],
)
def test_what_names_nobody(printed: str) -> None:
    assert judge_names(printed, 1990) == ()


@pytest.mark.parametrize(
    ("surname", "bench", "name"),
    [
        ("Rao", ["Anita Rao", "B. Sen"], "Anita Rao"),
        ("A. Rao", ["Anita Rao", "B. Sen"], "Anita Rao"),
        ("Rao", ["Anita Rao", "Vijay Rao"], "Rao"),
        ("Mehta", ["Anita Rao"], "Mehta"),
    ],
)
def test_a_surname_joins_the_one_of_the_bench_that_bears_it(surname: str, bench: list[str], name: str) -> None:
    assert full_name(surname, bench) == name


@pytest.mark.parametrize(
    ("head", "bench"),
    [
        (
            "CORAM:\nHON'BLE MR. JUSTICE ASHOK VARMA HON'BLE MS. JUSTICE NEELA DHAR\n\nJ U D G M E N T\n",
            ("Ashok Varma", "Neela Dhar"),
        ),
        ("PRESENT\nTHE HONOURABLE DR. JUSTICE VASUDHA PRATAP\nCRIMINAL PETITION NO: 9/2026\n", ("Vasudha Pratap",)),
        ("CORAM :- M. W. CHAND, J.\n\nDATED :- 06.02.2026\n", ("M.W. Chand",)),
        ("Present: Mr. A. Sharma, Advocate for the petitioner\n", ()),
    ],
)
def test_a_bench_as_announced(head: str, bench: tuple[str, ...]) -> None:
    assert read_coram(head, 2025) == bench


@pytest.mark.parametrize(
    ("end", "bench"),
    [
        ("………J.\n(Ashok Varma)\n\n………J. (Neela Dhar)\nNew Delhi;\nMay 8, 2024", ("Ashok Varma", "Neela Dhar")),
        ("ASHOK VARMA, J.\n\nNEELA DHAR, J. MARCH 11, 2025/kk", ("Ashok Varma", "Neela Dhar")),
        ("(M. W. CHAND, J.)\nSigned by: Private Secretary", ("M.W. Chand",)),
        ("as was said in that case by\nASHOK VARMA, J." + " and this we follow in all that it says" * 5, ()),
    ],
)
def test_a_bench_as_signed(end: str, bench: tuple[str, ...]) -> None:
    text = f"1. The appeal is allowed.\n\n{end}\n"
    assert read_closing(text, 0, len(text)).judges == bench
