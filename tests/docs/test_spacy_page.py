"""The page on spaCy: its examples run as printed, one after the other, and its table is what the components say."""

import re

from spacy.language import Language

from extraction.pipeline import COMPONENTS, TOKENIZER
from tests.support.cli_runs import ROOT
from tests.support.installed import run_installed

PAGE = (ROOT / "docs" / "spacy.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", PAGE, re.DOTALL)


def test_examples_print_what_stands_below_them() -> None:
    assert len(EXAMPLES) == PAGE.count("```python")
    printed = run_installed("\nprint('---')\n".join(code for code, _ in EXAMPLES))
    assert printed.split("---\n") == [expected for _, expected in EXAMPLES]


def test_the_table_has_the_components_in_their_order_with_what_they_write() -> None:
    assert tuple(re.findall(r"(?m)^\| `(lawgraph_\w+)`", PAGE)) == COMPONENTS
    assert f"`{TOKENIZER}`" in PAGE
    for name in COMPONENTS:
        (row,) = re.findall(rf"(?m)^\| `{name}` \| (.*?) \|", PAGE)
        assert {attribute for attribute in Language.get_factory_meta(name).assigns if attribute.startswith("span")} <= {
            word.strip("`") for word in row.split()
        }
