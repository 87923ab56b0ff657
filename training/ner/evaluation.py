"""The strict figures of a network in training. Only the command imports it."""

from collections.abc import Sequence

from extraction.evaluation.spans import score
from extraction.ner.windows import Vocabulary
from extraction.ner.words import read_words
from training.ner.data import Item
from training.ner.network import Tagger
from training.ner.prediction import spans, word_scores


def evaluate(model: Tagger, items: Sequence[Item], vocabulary: Vocabulary) -> str:
    """Figures of the network alone over all labels and for each, in a line."""
    words = [read_words(item.text) for item in items]
    found = spans(
        [item.text for item in items], words, word_scores(model, words, vocabulary), model.crf.follows.detach().numpy()
    )
    scores = score([item.spans for item in items], found)
    by_label = " ".join(f"{label} {own.f1:.3f}" for label, own in scores.by_label.items())
    micro = scores.micro
    return f"dev F1 {micro.f1:.4f} (precision {micro.precision:.4f}, recall {micro.recall:.4f}); {by_label}"
