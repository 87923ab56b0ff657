"""Short names of cases in running text: by "case" or "supra", after a word that introduces one, or by their fate."""

import pytest

from extraction.citations.short_forms import find_short_names


@pytest.mark.parametrize(
    ("text", "name", "printed"),
    [
        ("That was settled in Maneka Gandhi's case.", "Maneka Gandhi", "Maneka Gandhi's case"),
        ("The Makalu Case went further.", "Makalu", "The Makalu Case"),
        ("We turn to Tata Tea (supra) again.", "Tata Tea", "Tata Tea (supra)"),
        ("Kharak Singh, supra, is not in point.", "Kharak Singh", "Kharak Singh, supra"),
        ("as held in Mahesh Chandra by this Court", "Mahesh Chandra", "Mahesh Chandra"),
        ("Gopalan was wrongly decided.", "Gopalan", "Gopalan"),
        ("We are bound by Golak Nath on this.", "Golak Nath", "Golak Nath"),
        ("See paras 14, 16 & 17 of Chinnaswamy (supra) again.", "Chinnaswamy", "Chinnaswamy (supra)"),
        ("Hill & Valley Works (supra) is in point.", "Hill & Valley Works", "Hill & Valley Works (supra)"),
        ("Ramaiah and Co. (supra) is in point.", "Ramaiah and Co.", "Ramaiah and Co. (supra)"),
        ("Cotton Spinners 7J (supra) is in point.", "Cotton Spinners", "Cotton Spinners 7J (supra)"),
        ("as amplified in Hill Water", "Hill Water", "Hill Water"),
        ("the decisions in Minoo Mehra and Meena Vyal, cited", "Minoo Mehra", "Minoo Mehra"),
        ("the decisions in Minoo Mehra and Meena Vyal, cited", "Meena Vyal", "Meena Vyal"),
        ("the dicta in Minoo Mehra and Co. are old", "Minoo Mehra and Co", "Minoo Mehra and Co"),
    ],
)
def test_a_short_name(text: str, name: str, printed: str) -> None:
    found = {(one.name, text[one.start : one.end]) for one in find_short_names(text, [])}
    assert (name, printed) in found


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("We turn to Tata Tea (supra) again.", False),
        ("as held in Mahesh Chandra by this Court", False),
        ("They met in Mahesh Chandra the year before.", True),
        ("Gopalan was wrongly decided.", True),
        ("the decision of Tender Evaluation Committee was upheld", True),
        ("the decision of Lord Hanworth was upheld", True),
        ("in the judgment of Meher Dastur, J., on appeal", True),
        ("the view of Baron Hanworth (supra) is old", True),
        ("the view in Lord Venkata Bank (supra) is old", False),
        ("as laid down in Forest Circular 12", True),
    ],
)
def test_a_name_is_bare_where_nothing_before_it_speaks_of_a_decision(text: str, bare: bool) -> None:
    (found,) = find_short_names(text, [])
    assert found.bare is bare


@pytest.mark.parametrize(
    "text",
    [
        "In this case the facts differ.",
        "The State's case is that he fled.",
        "Criminal Case No. 5 was tried first.",
        "In that view the appeal fails.",
        "Relied on Justice Krishna Iyer for that.",
        "The evidence of Ram Lal was doubted in cross examination.",
        "We are bound by Regulation 33 alone.",
        "Chapter XIV (supra) has more.",
        "The layouts laid down in Phases IV and V are old.",
        "The judgment of First Additional Sessions Judge was set aside.",
        "The decision in Letters Patent Appeal was upheld.",
        "The statement of Ashok Kumar(reproduced supra) is clear.",
    ],
)
def test_what_is_no_short_name(text: str) -> None:
    assert find_short_names(text, []) == []


def test_a_judge_in_a_case_is_bare() -> None:
    found = {one.name: one.bare for one in find_short_names("in the judgment of Meher Dastur in Makalu", [])}
    assert found["Meher Dastur"]


def test_what_is_taken_already_is_not_found_again() -> None:
    text = "as held in Mahesh Chandra by this Court"
    start = text.index("Mahesh")
    assert find_short_names(text, [(start, start + len("Mahesh Chandra"))]) == []
