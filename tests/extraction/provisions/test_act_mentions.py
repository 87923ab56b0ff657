"""Where a text names an act, and which act that is."""

import pytest

from extraction.provisions.act_mentions import find_acts
from extraction.provisions.act_resolution import read_acts


def acts(text: str, year: int | None = None) -> list[str | None]:
    """The ids of the acts that a text names, in order; None where it could be any."""
    return [act.id if act else None for act in read_acts(find_acts(text), year)]


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("under the Evidence Act, 1872 a confession is no proof", "Evidence Act, 1872", "full"),
        ("as in the Power Of Attorney Act, 1882 it stands", "Power Of Attorney Act, 1882", "full"),
        ("the Code of Criminal Procedure, 1973 applies", "Code of Criminal Procedure, 1973", "full"),
        ("as the Transfer of Property Act provides", "Transfer of Property Act", "full"),
        ("Prevention of Corruption Act (2 of 1947)", "Prevention of Corruption Act", "full"),
        ("punishable under the IPC alone", "IPC", "abbreviation"),
        ("investigated as the Cr.P.C. requires", "Cr.P.C.", "abbreviation"),
        ("detained under COFEPOSA for a year", "COFEPOSA", "abbreviation"),
        ("the Constitution is supreme", "Constitution of India", "abbreviation"),
        ("the Constitution of India is supreme", "Constitution of India", "abbreviation"),
        ("when the Act came into force", "Act", "pointing"),
        ("the 1894 Act was silent", "Act, 1894", "pointing"),
        ("the Ordinance lapsed", "Ordinance", "pointing"),
    ],
)
def test_one_mention(text: str, name: str, form: str) -> None:
    assert [(mention.name, mention.form) for mention in find_acts(text)] == [(name, form)]


@pytest.mark.parametrize(
    "text",
    [
        "It was an act of God.",
        "They act in concert, and the code of honour is no law.",
        "The constitution of the Bench was questioned.",
        "",
    ],
)
def test_no_act_is_named(text: str) -> None:
    assert find_acts(text) == []


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ("Under the said Act no appeal lies.", "the said"),
        ("That Code is exhaustive.", "that"),
        ("In such Act there is no room for it.", "such"),
        ("Act or no Act, he must pay.", ""),
    ],
)
def test_a_noun_that_points_keeps_the_word_that_points(text: str, pointer: str) -> None:
    assert find_acts(text)[0].pointer == pointer


@pytest.mark.parametrize(
    ("text", "nickname"),
    [
        ('The Bihar Cess Act, 1930 (hereinafter referred to as "the Cess Act") was challenged.', "Cess Act"),
        ("The Land Acquisition Act, 1894 (for short, the LA Act) governs.", "LA Act"),
        ("The Land Acquisition Act, 1894 governs.", None),
    ],
)
def test_a_name_given_for_short(text: str, nickname: str | None) -> None:
    assert find_acts(text)[0].nickname == nickname


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("the Indian Penal Code and the Cr.P.C.", ["indian-penal-code-1860", "code-of-criminal-procedure-1973"]),
        ("the IPC; the Constitution", ["indian-penal-code-1860", "constitution-of-india"]),
        (
            "The Land Acquisition Act, 1894 was amended. Under the said Act notice is due.",
            ["land-acquisition-act-1894", "land-acquisition-act-1894"],
        ),
        (
            "The Land Acquisition Act, 1894 applies, not the Arbitration Act, 1940. The 1894 Act is special.",
            ["land-acquisition-act-1894", "arbitration-act-1940", "land-acquisition-act-1894"],
        ),
        (
            'The Bihar Lamp Oil Act, 1921 ("the Oil Act") was passed. The Oil Act came into force at once.',
            ["bihar-lamp-oil-act-1921"] * 3,
        ),
        (
            "The Bihar Lamp Oil Act, 1921 was passed. Licences under the Lamp Oil Act are annual.",
            ["bihar-lamp-oil-act-1921", "bihar-lamp-oil-act-1921"],
        ),
        (
            "The Arms Act, 1959, as amended by the Border Posts Act, 1983, is strict. The Act needs no other.",
            ["arms-act-1959", "border-posts-act-1983", "arms-act-1959"],
        ),
        (
            "The Arms Act, 1959 was changed by the Finance Act, 2015. The Act is strict.",
            ["arms-act-1959", "finance-act-2015", "arms-act-1959"],
        ),
        (
            "The Code of Criminal Procedure, 1973 and the Indian Penal Code were read. The Code is exhaustive.",
            ["code-of-criminal-procedure-1973", "indian-penal-code-1860", "code-of-criminal-procedure-1973"],
        ),
        ("Negotiable Instrument Act, 1881; Prevention Of Corruption Acts", ["negotiable-instruments-act-1881"]),
        ("the Sind Re-organization Act, 1951", ["sind-re-organisation-act-1951"]),
        ("the Punjab Courts Act, 1918; the Uttar Pradesh Act, 1950", ["punjab-courts-act-1918", None]),
        ("the Constitution and the Mettur Dam Act, 1931", ["constitution-of-india", "mettur-dam-act-1931"]),
        ("under Chapter IX of the Mettur Dam Regulations, 1931", ["mettur-dam-regulations-1931"]),
        ("the Banking Regulation Act, 1949", ["banking-regulation-act-1949"]),
        ("the General Clauses Act; Foreign Post Regulation", ["general-clauses-act-1897"]),
        ("The Act is silent.", [None]),
        ("The said Code is silent.", [None]),
        ("The State Act must yield.", [None]),
    ],
)
def test_which_act_is_meant(text: str, ids: list[str | None]) -> None:
    assert acts(text) == ids


@pytest.mark.parametrize(
    ("year", "id"),
    [(1965, "code-of-criminal-procedure-1898"), (1995, "code-of-criminal-procedure-1973")],
)
def test_a_name_of_two_acts_is_the_one_in_force_when_the_court_spoke(year: int, id: str) -> None:
    assert acts("section 161 of the Code of Criminal Procedure", year) == [id]


def test_the_act_that_a_document_names_most_is_what_the_act_means_elsewhere() -> None:
    far = "The facts are these. " * 100
    text = f"The Arms Act, 1959 applies; the Arms Act is strict. {far}Now the Act is a central one."
    assert acts(text) == ["arms-act-1959"] * 3


@pytest.mark.parametrize(
    ("sentences", "last"), [(1, "arbitration-act-1940"), (20, "arbitration-act-1940"), (100, None)]
)
def test_the_said_act_is_the_one_named_last_unless_that_is_far_away(sentences: int, last: str | None) -> None:
    between = "The facts are these. " * sentences
    text = f"The Arms Act, 1959 and the Arbitration Act, 1940 apply. {between}The said Act is silent."
    assert acts(text) == ["arms-act-1959", "arbitration-act-1940", last]
