"""Pages as users save them from the web: a judgment amid menus, counters, advertisements and scripts."""

INDIAN_KANOON = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Ratan Lal vs State Of Bihar on 12 April, 1975</title>
<style>.ad_doc { color: red }</style><script>var docid = 123; document.write("<p>bought</p>");</script></head>
<body>
<header class="site-header"><a href="/">Indian Kanoon - Search engine for Indian Law</a></header>
<nav><ul><li>Premium</li><li>Login</li></ul></nav>
<div class="search-box"><form action="/search/"><input name="formInput"><button>Search</button></form></div>
<div class="doc_options"><a href="?type=pdf">Get this document in PDF</a> <a href="?type=print">Print it</a></div>
<div class="covers"><span class="citetop">[Cites <a href="#">14</a>, Cited by <a href="#">98</a>]</span></div>
<div class="maindoc"><div class="ad_doc">Try our new service</div>
<div class="judgments">
<h2 class="docsource_main">Supreme Court of India</h2>
<h2 class="doc_title">Ratan Lal &amp; Ors vs State Of Bihar on 12 April, 1975</h2>
<h3 class="doc_citations">Equivalent citations: 1975 AIR 1234, 1975 SCR (3) 456, AIR 1975 SUPREME COURT 1234</h3>
<h3 class="doc_author">Author: <a href="/search/?authorid=7">P.N. Bhagwati</a></h3>
<h3 class="doc_bench">Bench: <a href="#">P.N. Bhagwati</a>, <a href="#">Y.V. Chandrachud</a></h3>
<p id="p_1">1. The appellant was convicted under <a href="/doc/1560742/">Section 302</a> of the Indian Penal Code.</p>
<p data-structure="Facts" id="p_2">2. Mr. Garg relied on <a href="/doc/257876/">Kesavananda Bharati vs State Of Kerala
(1973) 4 SCC 225</a><sup>1</sup>. The Court there said:</p>
<blockquote id="blockquote_1">"The basic structure cannot be destroyed."</blockquote>
<div class="ad_doc"><ins class="adsbygoogle">Buy now</ins></div>
<p id="p_3">3. We follow it. The appeal is dismissed<br>with costs.</p>
</div></div>
<aside id="sidebar"><h3>Related user Queries</h3><p>murder</p></aside>
<footer><p>About Disclaimer Privacy Policy</p></footer>
</body></html>
"""

JUDIS_LINES = """http://JUDIS.NIC.IN             SUPREME COURT OF INDIA                        Page 1 of 3
           PETITIONER:
MOHAN SINGH

        Vs.

RESPONDENT:
UNION OF INDIA

DATE OF JUDGMENT: 03/02/1989

BENCH:
SHARMA, L.M. (J)
BENCH:
SHARMA, L.M. (J)
OJHA, N.D. (J)

CITATION:
 1989 AIR 1001            1989 SCR  (1) 600

ACT:
     Constitution of India, 1950: Article 311.

JUDGMENT:
     CIVIL APPELLATE JURISDICTION: Civil Appeal No. 44 of 1985.
     1.  This appeal by special leave is directed against the judg-
ment of the High Court, which held that Article 311(2) of the Con-
stitution was not attracted, and followed Moti Ram Deka v. General
Manager, AIR 1964 SC 600.
http://JUDIS.NIC.IN             SUPREME COURT OF INDIA                        Page 2 of 3
     2.  We are unable to agree. The sub-section is plain.
     3.  The appeal is allowed.
"""

JUDIS = f"<html><body><p align=center>SUPREME COURT OF INDIA</p><pre>{JUDIS_LINES}</pre></body></html>"

ECOURTS = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"></head>
<body lang=EN-US><div class=WordSection1>
<p align=center><b>IN THE HIGH COURT OF DELHI AT NEW DELHI</b></p>
<p align=center>W.P.(C) 1234/2019</p>
<table width="100%"><tr><td>SUNIL KUMAR</td><td align=right>..... Petitioner</td></tr></table>
<p align=center>Versus</p>
<table width="100%"><tr><td>UNION OF INDIA &amp; ANR.</td><td align=right>..... Respondents</td></tr></table>
<p align=center><b><u>J&nbsp;U&nbsp;D&nbsp;G&nbsp;M&nbsp;E&nbsp;N&nbsp;T</u></b></p>
<ol><li><p>The petitioner invokes Article 226 of the&nbsp;Constitution.</p></li>
<li><p>Reliance is placed on <i>Union of India</i> v. <i>Tulsiram Patel</i>, (1985) 3 SCC 398.</p></li>
<li><p>The writ petition is dismissed.</p></li></ol>
</div></body></html>
"""
