"""References that could be of several cases are listed with their candidates."""

from pathlib import Path

from tests.support.cli_runs import answered, lawgraph

JUDGMENT = """# Ram Lal v. State of Punjab

Court: Supreme Court of India
Citations: {citation}
Date: {date}
Bench: {judge}, J.

1. The appeal of a dealer in {trade} came up for hearing before this Court.

2. The appeal was allowed, since {trade} may be sold without a licence.
"""
CITING = """# Sita Devi v. State of Haryana

Court: Supreme Court of India
Citations: AIR 1990 SC 1
Date: 5 January 1990
Bench: A.B. Mehta, J.

1. We follow Ram Lal v. State of Punjab, in which a licence was held to be needless.
"""


def test_a_name_that_two_judgments_bear_is_ambiguous(tmp_path: Path) -> None:
    first = JUDGMENT.format(citation="AIR 1971 SC 100", date="2 March 1971", judge="C.D. Shah", trade="lamp oil")
    second = JUDGMENT.format(citation="AIR 1982 SC 200", date="9 May 1982", judge="E.F. Khan", trade="brass wire")
    for name, text in (("first", first), ("second", second), ("citing", CITING)):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    store = tmp_path / "g.db"
    assert answered("build", tmp_path, "--no-embed", "--workers", 1, store=store)["citations"]["ambiguous"] == 1
    reference = answered("unresolved", store=store)["ambiguous"][0]
    candidates = ["ram-lal-v-state-of-punjab-1971", "ram-lal-v-state-of-punjab-1982"]
    assert (reference["document"], reference["title"]) == ("citing", "Ram Lal v. State of Punjab")
    assert sorted(reference["candidates"]) == candidates
    told = " ".join(lawgraph("unresolved", store=store).stdout.split())
    assert "citing: Ram Lal v. State of Punjab" in told
    assert all(candidate in told for candidate in candidates)
