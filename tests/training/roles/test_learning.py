"""The labels of passages, and what is learnt from them."""

from pathlib import Path

import numpy as np
import pytest

from training.roles.evaluation import by_wordings, figures
from training.roles.labels import Labelled, folds, read
from training.roles.learning import learn, predicted

LABELS = Path(__file__).parents[3] / "data" / "roles"


@pytest.fixture(scope="module")
def items() -> list[Labelled]:
    return read(LABELS)


def test_labels_are_of_many_judgments_and_of_every_role(items: list[Labelled]) -> None:
    assert len(items) >= 1500
    assert len({item.document for item in items}) >= 300
    assert min(count for *_, count in figures(items, np.zeros(len(items), np.intp)).rows) >= 20


def test_a_document_is_learnt_from_or_measured_on_and_never_both(items: list[Labelled]) -> None:
    places = {(item.document, fold) for item, fold in zip(items, folds(items), strict=True)}
    assert len(places) == len({document for document, _ in places})


def test_what_is_learnt_tells_other_documents_better_than_wordings(items: list[Labelled], tmp_path: Path) -> None:
    fold = np.array(folds(items))
    seen = [item for item, own in zip(items, fold, strict=True) if own < 2]
    unseen = [item for item, own in zip(items, fold, strict=True) if own == 4]
    learnt = figures(unseen, predicted(learn(seen), unseen))
    assert learnt.accuracy > figures(unseen, by_wordings(unseen)).accuracy + 0.05
