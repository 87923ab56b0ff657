"""Judgments saved from the web are read without the page around them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction import Judgment, extract, load
from extraction.documents.files import DocumentError
from extraction.documents.html import is_html, read_html
from tests.support.web_pages import ECOURTS, INDIAN_KANOON, JUDIS


def read(folder: Path, page: str, encoding: str = "utf-8", name: str = "page.html") -> Judgment:
    path = folder / name
    path.write_text(page, encoding=encoding)
    judgment = extract(load(path, path.stem))
    assert isinstance(judgment, Judgment)
    return judgment


def test_a_page_of_indian_kanoon(tmp_path: Path) -> None:
    judgment = read(tmp_path, INDIAN_KANOON)
    assert (judgment.title, judgment.court, judgment.date) == (
        "Ratan Lal v. State of Bihar",
        "Supreme Court of India",
        "1975-04-12",
    )
    assert [c.text for c in judgment.citations] == ["AIR 1975 SC 1234", "(1975) 3 SCR 456"]
    assert judgment.bench == ("P.N. Bhagwati", "Y.V. Chandrachud")
    assert judgment.authors == ("P.N. Bhagwati",)
    (kesavananda,) = judgment.references
    assert kesavananda.title.casefold() == "kesavananda bharati v. state of kerala"
    assert kesavananda.citations[0].text == "(1973) 4 SCC 225"
    assert kesavananda.mentions[0].paragraph == "2"
    assert judgment.provisions[0].provision == "indian-penal-code-1860/section-302"
    assert {number for chunk in judgment.chunks for number in chunk.paragraphs} == {"1", "2", "3"}


def test_nothing_of_the_page_is_left(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(INDIAN_KANOON)
    text = load(tmp_path / "page.html", "page").text
    for furniture in ("bought", "Login", "Search", "Cites", "Buy now", "new service", "Privacy", "murder", "color"):
        assert furniture not in text
    assert '225[1]. The Court there said:\n\n"The basic structure cannot be destroyed."\n\n3. We follow it.' in text


def test_a_page_of_the_supreme_court_with_set_lines(tmp_path: Path) -> None:
    judgment = read(tmp_path, JUDIS)
    assert (judgment.title, judgment.date) == ("Mohan Singh v. Union of India", "1989-02-03")
    assert [c.text for c in judgment.citations] == ["AIR 1989 SC 1001", "(1989) 1 SCR 600"]
    assert judgment.bench == ("L.M. Sharma", "N.D. Ojha")
    (moti_ram,) = judgment.references
    assert moti_ram.title == "Moti Ram Deka v. General Manager"
    text = " ".join(chunk.text for chunk in judgment.chunks)
    assert "directed against the judgment of the High Court" in text
    assert "the Constitution was not attracted" in text
    assert "sub-section is plain" in text
    assert "JUDIS" not in text


def test_a_page_of_a_high_court_numbers_its_list(tmp_path: Path) -> None:
    judgment = read(tmp_path, ECOURTS, encoding="cp1252")
    assert (judgment.title, judgment.court) == ("Sunil Kumar v. Union of India", "Delhi High Court")
    assert [(p.provision, p.paragraph) for p in judgment.provisions] == [("constitution-of-india/article-226", "1")]
    assert [(r.citations[0].text, r.mentions[0].paragraph) for r in judgment.references] == [("(1985) 3 SCC 398", "2")]


@pytest.mark.parametrize("name", ["page.txt", "page.md", "page.htm"])
def test_a_page_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, INDIAN_KANOON, name=name).title == "Ratan Lal v. State of Bihar"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>1<sup>st</sup> and 2<sup>2</sup></p>", "1st and 2[2]\n"),
        ("<p>a <!-- no --> b</p><p hidden>c</p><p style='display: none'>d</p>", "a b\n"),
        ("<ul><li>one</li></ul><ol start=7><li>seven<li>eight</ol>", "one\n\n7. seven\n\n8. eight\n"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc\n"),
        ("<div>Ratan<b>Lal</b> &amp; <i>Sons</i></div>", "RatanLal & Sons\n"),
        ("<pre>a\n<b>b</b> c<br>d</pre>", "a\nb c d\n"),
        ("<pre>a b<pre>c d</pre>e f</pre>", "a b c d e f\n"),
        ("<pre>a<script>var b</script></pre>", "a\n"),
        ("<table><tr><td><pre></pre></td><td>b</td></tr></table>", "b\n"),
        ("<pre> \n </pre><p>a</p>", "a\n"),
        ("<article></article><p>a</p>", "a\n"),
        (f"<ol start={'9' * 5000}><li>a</ol>", "a\n"),
    ],
)
def test_small_pages(page: str, text: str) -> None:
    assert read_html(page).replace("\n\n", "\n") == text.replace("\n\n", "\n")


@pytest.mark.parametrize("text", ["1. <p> was written", "A v B\n<div>", "", "{}", "[1978] 2 SCR 621"])
def test_text_is_no_page(text: str) -> None:
    assert not is_html(text)


def test_deep_and_endless_pages_are_read() -> None:
    assert read_html("<div>" * 20_000 + "deep").strip() == "deep"
    assert read_html("<p>" + "word " * 400_000).count("word") == 400_000
    assert "last" in read_html("<b>" * 3_000 + "</p>" * 3_000 + "last")


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<body></body>",
        "<body><script>var a</script></body>",
        "<pre></pre>",
        "<pre><pre>\n</pre></pre>",
        "<table><tr><td><pre></pre></td></tr></table>",
        "<pre>Page 1 of 2</pre>",
        "<html><frameset><frame src=a></frameset></html>",
    ],
)
def test_a_page_without_text_is_blank(tmp_path: Path, page: str) -> None:
    assert read_html(page).strip() == ""
    with pytest.raises(DocumentError, match="blank"):
        read(tmp_path, page)


@pytest.mark.parametrize(
    "mark", ['<sup><a href="#n7">7</a></sup>', '<a href="#n7"><sup>7</sup></a>', '<sup><a href="#n7">[7]</a></sup>']
)
@pytest.mark.parametrize("note", ['<li id="n7">AIR 1970 SC 4. &#8617;</li>', '<li><p id="n7">AIR 1970 SC 4.</p></li>'])
def test_an_item_to_which_a_mark_links_is_its_note(mark: str, note: str) -> None:
    written = read_html(f"<html><p>As in Ram v. Shyam{mark}.</p><ol><li>Costs follow.</li>{note}</ol>")
    assert [line for line in written.split("\n") if line] == [
        "As in Ram v. Shyam[7].",
        "1. Costs follow.",
        "[7] AIR 1970 SC 4.",
    ]


PIECES = [f"<{slash}{tag}>" for tag in ("pre", "sup", "ol", "li", "td", "div", "script") for slash in ("", "/")]


@given(
    st.text(alphabet="<>/pdivolrse&;!-\"'= a1\n", max_size=300)
    | st.lists(st.sampled_from([*PIECES, "a", " 1 ", "\n"]), max_size=30).map("".join)
)
def test_any_markup_is_read(markup: str) -> None:
    assert isinstance(read_html(f"<html>{markup}"), str)
