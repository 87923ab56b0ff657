"""The judges that a text names."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.linking.judges import judges
from kg.nodes import Judge
from kg.store import Batch, Store
from kg.stores.open import open_store

JUDGES = ("P.N. Bhagwati", "N.H. Bhagwati", "V.R. Krishna Iyer", "Y.V. Chandrachud", "D.Y. Chandrachud", "S.B. Sinha")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("judges")
    graph = open_store(str(folder / "graph.db"), create=True)
    graph.write(Batch(nodes=[Judge(f"judge/{name}", name=name) for name in JUDGES]))
    yield graph
    graph.close()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("judgments by Justice P.N. Bhagwati", {"P.N. Bhagwati"}),
        ("judgments by P.N. Bhagwati", {"P.N. Bhagwati"}),
        ("judgments by p n bhagwati", {"P.N. Bhagwati"}),
        ("judgments of N.H. Bhagwati, J.", {"N.H. Bhagwati"}),
        ("judgments by Justice Bhagwati", {"P.N. Bhagwati", "N.H. Bhagwati"}),
        ("Bhagwati J. on liberty", {"P.N. Bhagwati", "N.H. Bhagwati"}),
        ("judgments by Krishna Iyer", {"V.R. Krishna Iyer"}),
        ("judgments by Justice Krishna Aiyer", set()),
        ("judgments by D.Y. Chandrachud", {"D.Y. Chandrachud"}),
        ("judgments by Chandrachud CJ", {"Y.V. Chandrachud", "D.Y. Chandrachud"}),
        ("judgments by Justice K.K. Bhagwati", set()),
        ("Bhagwati v. State of Bihar", set()),
        ("Sinha v. Union of India", set()),
        ("which cases cite article 21?", set()),
    ],
)
def test_the_judges_that_a_text_names(store: Store, text: str, named: set[str]) -> None:
    assert {judge.name for judge in judges(store, text)} == named
