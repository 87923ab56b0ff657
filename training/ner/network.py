"""The name tagger as a network: a MiniLM encoder over word pieces, and scores of tags for whole words.

The encoder is all-MiniLM-L6-v2 (Apache-2.0); Wang et al. 2020, "MiniLM". Shapes and gaps of words are added to
its input; a linear-chain conditional random field (Lafferty et al. 2001) scores whole sequences of tags.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from extraction.ner.tags import BEGIN, END, INSIDE, OUTSIDE, SINGLE, TAGS, N
from extraction.ner.words import GAPS, SHAPES

_FORBIDDEN = -1e4  # a score that no path takes, and that float32 still adds up


class Batch(NamedTuple):
    """Windows padded to one length: the first four are (windows, pieces), firsts and tags (windows, words).

    `firsts` is the place of each word's first piece; a tag of -1 fills up, as does piece 0. `taught` are a
    teacher's scores (windows, words, TAGS), which then stand in for the tags.
    """

    pieces: Tensor
    shapes: Tensor
    before: Tensor
    after: Tensor
    firsts: Tensor
    tags: Tensor
    taught: Tensor | None = None


class Block(nn.Module):
    """One transformer layer of BERT's kind (post-norm)."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, 4 * width)
        self.down = nn.Linear(4 * width, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """(windows, pieces, width) to the same; `mask` is added to attention (windows, 1, 1, pieces)."""
        q, k, v = self.qkv(x).view(*x.shape[:2], 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        attended = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm(x + self.out(attended.transpose(1, 2).flatten(2)))
        return self.norm2(x + self.down(functional.gelu(self.up(x))))


class Tagger(nn.Module):
    """Scores of tags (windows, words, TAGS) for a batch."""

    def __init__(self, vocabulary: int, layers: int, width: int = 384, heads: int = 12, longest: int = 512) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(longest, width)
        self.shapes = nn.Embedding(SHAPES, width)
        self.before = nn.Embedding(GAPS, width)
        self.after = nn.Embedding(GAPS, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.blocks = nn.ModuleList(Block(width, heads) for _ in range(layers))
        self.head = nn.Linear(width, TAGS)
        self.crf = Chain()
        self.pieces.weight.requires_grad_(False)
        for features in (self.shapes, self.before, self.after, self.head):
            nn.init.normal_(features.weight, std=0.02)

    def forward(self, pieces: Tensor, shapes: Tensor, before: Tensor, after: Tensor, firsts: Tensor) -> Tensor:
        """Scores of the tags of each word."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.positions(places)
        x = self.norm(x + self.shapes(shapes) + self.before(before) + self.after(after))
        mask = torch.where(pieces == 0, _FORBIDDEN, 0.0)[:, None, None, :].to(x.dtype)
        for block in self.blocks:
            x = block(x, mask)
        words = torch.gather(x, 1, firsts[:, :, None].expand(-1, -1, x.shape[-1]))
        return torch.as_tensor(self.head(words))

    def shortened(self, layers: Sequence[int]) -> "Tagger":
        """A new network with these layers of this one and all else alike."""
        table = self.pieces
        short = Tagger(table.num_embeddings, len(layers), table.embedding_dim, self.blocks[0].heads)
        kept = {str(at): str(layer) for at, layer in enumerate(layers)}
        own, weights = self.state_dict(), short.state_dict()
        for name in weights:
            room, _, rest = name.partition(".")
            at, _, inner = rest.partition(".")
            weights[name] = own[f"blocks.{kept[at]}.{inner}" if room == "blocks" else name]
        short.load_state_dict(weights)
        return short

    def load_encoder(self, weights: Mapping[str, Tensor], layers: list[int]) -> None:
        """Take the embeddings and these `layers` from the weights of a BERT model."""
        start = "embeddings."
        self.pieces.weight.data.copy_(weights[start + "word_embeddings.weight"])
        positions = weights[start + "position_embeddings.weight"] + weights[start + "token_type_embeddings.weight"][0]
        self.positions.weight.data.copy_(positions)
        _copy(self.norm, weights, start + "LayerNorm")
        for block, index in zip(self.blocks, layers, strict=True):
            at = f"encoder.layer.{index}."
            for kind in ("weight", "bias"):
                parts = [weights[f"{at}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                getattr(block.qkv, kind).data.copy_(torch.cat(parts))
            _copy(block.out, weights, at + "attention.output.dense")
            _copy(block.norm, weights, at + "attention.output.LayerNorm")
            _copy(block.up, weights, at + "intermediate.dense")
            _copy(block.down, weights, at + "output.dense")
            _copy(block.norm2, weights, at + "output.LayerNorm")


def _copy(layer: nn.Module, weights: Mapping[str, Tensor], name: str) -> None:
    for kind in ("weight", "bias"):
        getattr(layer, kind).data.copy_(weights[f"{name}.{kind}"])


class Chain(nn.Module):
    """A chain over tags, with no name before the first word and after the last.

    What it learns is how well one span, or none, follows another: (1 + N, 1 + N), 0 is none.
    """

    def __init__(self) -> None:
        super().__init__()
        self.follows = nn.Parameter(torch.zeros(1 + N, 1 + N))
        allowed = torch.full((TAGS, TAGS), _FORBIDDEN)
        for label in range(N):
            b, i, e = (part.start + label for part in (BEGIN, INSIDE, END))
            for left, right in ((b, i), (b, e), (i, i), (i, e)):
                allowed[left, right] = 0
        closes = torch.tensor([0, *range(END.start, END.stop), *range(SINGLE.start, SINGLE.stop)])
        opens = torch.tensor([0, *range(BEGIN.start, BEGIN.stop), *range(SINGLE.start, SINGLE.stop)])
        allowed[closes[:, None], opens] = 0
        groups = torch.tensor([0, *range(1, 1 + N), *range(1, 1 + N)])
        learnt = torch.zeros(TAGS, TAGS, dtype=torch.long)
        learnt[closes[:, None], opens] = groups[:, None] * (1 + N) + groups
        self.register_buffer("allowed", allowed)
        self.register_buffer("learnt", learnt)
        self.register_buffer("linked", (allowed == 0) & torch.isin(torch.arange(TAGS), closes)[:, None])

    def transitions(self) -> Tensor:
        """Score of each tag after each other: (TAGS, TAGS)."""
        return self.allowed + self.follows.flatten()[self.learnt] * self.linked

    def loss(self, scores: Tensor, tags: Tensor) -> Tensor:
        """Negative log-likelihood of `tags` (windows, words), -1 where filled up, summed over the windows."""
        real = tags >= 0
        transitions = self.transitions()
        chosen = tags.clamp(min=0)
        gold = (scores.gather(2, chosen[:, :, None])[:, :, 0] * real).sum()
        gold = gold + (transitions[chosen[:, :-1], chosen[:, 1:]] * real[:, 1:]).sum()
        last = chosen.gather(1, (real.sum(dim=1, keepdim=True) - 1))
        gold = gold + transitions[OUTSIDE, chosen[:, 0]].sum() + transitions[last, OUTSIDE].sum()
        return self._total(scores, real, transitions) - gold

    def _total(self, scores: Tensor, real: Tensor, transitions: Tensor) -> Tensor:
        factors = transitions.exp()
        alpha = scores[:, 0] + transitions[OUTSIDE]
        for at in range(1, scores.shape[1]):
            top = alpha.max(dim=1, keepdim=True).values.detach()
            step = top + ((alpha - top).exp() @ factors).clamp(min=1e-30).log() + scores[:, at]
            alpha = torch.where(real[:, at : at + 1], step, alpha)
        return (alpha + transitions[:, OUTSIDE]).logsumexp(dim=1).sum()
