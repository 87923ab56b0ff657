"""Small acts in Akoma Ntoso, in words of this project."""

NAMESPACES = {
    "2.0": "http://www.akomantoso.org/2.0",
    "3.0": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0",
}

WELLS = """
<section id="section-1"><num>1.</num><heading>Short title.—</heading>
  <paragraph><content><p>This Act may be called the Village Wells Act, 1961.</p></content></paragraph></section>
<chapter id="chapter-II"><num>II</num><heading>Wells</heading>
  <section id="section-2"><num>2.</num><heading>Duty to keep a well</heading>
    <subsection><num>(1)</num><content><p>Every village keeps a well under section 3.</p></content></subsection>
    <subsection><num>(2)</num><content><blockList>
      <listIntroduction>A well has—</listIntroduction>
      <item><num>(a)</num><p>a <i>rope</i>; and</p></item>
      <item><num>(b)</num><p>a bucket:</p></item>
    </blockList><p>Provided that a hand pump needs neither.</p>
    <p>Explanation.—A spring is no well.</p><p>Illustration.—A digs a pit. It is no well.</p></content></subsection>
  </section>
  <section id="section-2A"><num>2A.</num><heading>Penalty</heading>
    <content><p>Whoever fouls a well commits an offence under section 277 of the Indian Penal Code, 1860.</p></content>
  </section>
</chapter>
<part><num>III</num><section><num>3.</num><heading>Rates</heading>
  <content><table><tr><td><p>Rope</p></td><td><p>2 rupees</p></td></tr></table></content></section></part>
"""

SCHEDULE = """<component id="component-firstschedule"><doc name="firstschedule">
<meta><identification><FRBRWork><FRBRalias value="FIRST SCHEDULE"/></FRBRWork></identification></meta>
<mainBody><article id="firstschedule"><paragraph><content><p>Depth: ten metres.</p></content></paragraph></article>
</mainBody></doc></component>"""


def akoma_ntoso(
    body: str = WELLS,
    title: str = "The Village Wells Act, 1961",
    address: str = "/in-union/act/1961/9",
    version: str = "2.0",
    after: str = f"<components>{SCHEDULE}</components>",
    meta: str = "",
    preface: str = "",
    within: str = "",
    marks: str = "",
) -> str:
    """An act in Akoma Ntoso with that body, and `after` it the components.

    `meta` goes on with what identifies it, `within` stands in the act after the body, `marks` in its first tag.
    """
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{NAMESPACES[version]}"><act{marks}><meta>'
        f'<identification source="#us"><FRBRWork><FRBRuri value="{address}"/><FRBRalias value="{title}"/>'
        f"</FRBRWork></identification>{meta}</meta>{preface}<body>{body}</body>{within}</act>{after}</akomaNtoso>"
    )
