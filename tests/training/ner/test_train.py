"""The tagger's training: what it learns from, and that its loss is what it says."""

import json
from itertools import product
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="training needs torch: pip install 'lawgraph[train]'")

import torch

from extraction.ner.tags import LABELS, OUTSIDE, TAGS, encode
from extraction.ner.windows import Window
from training.ner.data import Example, Item, batches, collate, read, split
from training.ner.network import Chain, Tagger
from training.ner.train import loss

COURT = LABELS.index("COURT")


def example(words: int) -> Example:
    none, pieces, places = [0] * (words + 2), [1, *range(2, 2 + words), 1], list(range(words))
    window = Window(pieces, none, none, none, [place + 1 for place in places], places)
    return Example(window, encode([(0, 2, COURT)], words))


def test_the_loss_is_the_share_of_the_labelled_tags_among_all() -> None:
    torch.manual_seed(0)
    chain, scores = Chain(), torch.randn(1, 2, TAGS)
    with torch.no_grad():
        chain.follows.normal_()
        losses = torch.stack([chain.loss(scores, torch.tensor([pair])) for pair in product(range(TAGS), repeat=2)])
    assert torch.exp(-losses).sum().item() == pytest.approx(1.0, abs=1e-4)


def test_filling_changes_no_loss() -> None:
    torch.manual_seed(0)
    chain, scores = Chain(), torch.randn(1, 3, TAGS)
    alone = chain.loss(scores, torch.tensor([[OUTSIDE, OUTSIDE, OUTSIDE]]))
    filled = chain.loss(torch.cat([scores, torch.randn(1, 2, TAGS)], dim=1), torch.tensor([[0, 0, 0, -1, -1]]))
    assert filled.item() == pytest.approx(alone.item(), abs=1e-4)


def test_a_small_network_learns_and_its_shorter_copy_starts_from_it() -> None:
    torch.manual_seed(0)
    model = Tagger(40, layers=3, width=12, heads=2)
    batch = collate([example(5), example(8)])
    optimizer = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=0.01)
    first = loss(model, batch).item()
    for _ in range(30):
        optimizer.zero_grad()
        now = loss(model, batch)
        now.backward()
        optimizer.step()
    assert now.item() < first / 4
    short = model.shortened([0, 2])
    assert len(short.blocks) == 2
    assert torch.equal(short.blocks[1].up.weight, model.blocks[2].up.weight)
    assert torch.equal(short.head.weight, model.head.weight)


def test_batches_hold_every_window_and_fit() -> None:
    made = [example(words) for words in range(3, 40)]
    found = list(batches(made, 60, None))
    assert sum(len(batch.tags) for batch in found) == len(made)
    assert all(batch.pieces.numel() <= 60 or len(batch.pieces) == 1 for batch in found)


def test_the_part_of_a_text_hangs_on_its_words_alone(tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    texts = [f"Text number {n // 2}.{' ' * (n % 2)}" for n in range(400)]
    rows = [{"id": str(n), "text": text, "spans": [[0, 4, "ORG"]]} for n, text in enumerate(texts)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    items = read([path])
    training, dev = split(items, 10)
    assert items[0] == Item("0", "Text number 0.", frozenset({(0, 4, "ORG")}))
    assert 15 < len(dev) < 70
    assert {" ".join(i.text.split()) for i in training}.isdisjoint({" ".join(i.text.split()) for i in dev})
    assert split(items, 10) == (training, dev)
