"""Characters are put right where they are surely wrong, and left alone where they are not."""

import pytest

from extraction.documents.mending import mended


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        ("the â€œruleâ€\x9d of the court", "the “rule” of the court"),
        ("the courtâ€™s order â€“ dated 4 May", "the court’s order – dated 4 May"),
        ("JosÃ© FÃ©lix v. State", "José Félix v. State"),
        ("Section 302Â IPC, the judgeâ€™s", "Section 302\u00a0IPC, the judge’s"),
        ("the o\ufb03cer \ufb01led it", "the officer filed it"),
        ("we over\u00adrule it", "we overrule it"),
        ("Ra\u200bm La\u200bl v. State, (2001)\u200b 1 SCC 6", "Ram Lal v. State, (2001) 1 SCC 6"),
        ("(2002) 2\u00adSCC 7", "(2002) 2 SCC 7"),
        ("(1998) 4 *SCC* 61", "(1998) 4 SCC 61"),
        ("[1951] 2 _SCR_ 88", "[1951] 2 SCR 88"),
        ("AIR 1961 *77 SC 12", "AIR 1961 SC 12"),
        ("Rao &amp; Sons, Rao &amp;amp; Sons", "Rao & Sons, Rao & Sons"),
        ("Di&shy;nesh&nbsp;Rao &ndash; D&#39;Mello", "Dinesh\u00a0Rao – D'Mello"),
        ("lN THE HlGH C0URT OF lNDIA", "IN THE HIGH COURT OF INDIA"),
        ("ln Ram v. Mona, AlR 196O SC 1O5", "In Ram v. Mona, AIR 1960 SC 105"),
        ("Penal Code, 186O", "Penal Code, 1860"),
        ("70 \u039d.J.L. 98 and 2 \u0421\u0420 5", "70 N.J.L. 98 and 2 CP 5"),
    ],
)
def test_wrong_characters_are_put_right(printed: str, right: str) -> None:
    assert mended(printed)[0] == right


@pytest.mark.parametrize(
    "text",
    [
        "the “rule” of the court’s order – 4 May",
        "José Félix, 5 €",
        "न्याय\u200dालय",
        "₹ 5,000",
        "M/s. Škoda v. Âsa",
        "in 1961 *never* 12",
        "243O. Bar to interference",
        "sections 194N and 194O",
        "5 ml of H2O, type O1 and GRADE10",
        "<act><p>Rao &amp; Sons</p></act>",
        '{"title": "Rao &quot;A&quot; v. Sons"}',
        "John & Co; A&B Ltd; R&amphora",
    ],
)
def test_right_characters_stay(text: str) -> None:
    assert mended(text) == (text, ())


def test_a_user_is_told_of_what_was_decoded_again() -> None:
    assert mended("the judgeâ€™s order\nplain\n")[1] == ("1 lines were encoded twice, and are decoded",)
