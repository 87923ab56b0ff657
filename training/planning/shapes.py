"""The shapes of Llama models and what follows from them: parameters, adapters, activations."""

import json
import tomllib
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from qa.models.small_llama import local_folder
from training.errors import TrainingError


@dataclass(frozen=True)
class Shape:
    """Sizes of a Llama in elements; `head`: one attention head's width; `tied`: embeddings serve as output layer."""

    name: str
    layers: int
    hidden: int
    intermediate: int
    heads: int
    kv_heads: int
    head: int
    vocabulary: int
    tied: bool

    @cached_property
    def linears(self) -> dict[str, tuple[int, int]]:
        """(in, out) of each linear layer of a block."""
        queries, keys = self.heads * self.head, self.kv_heads * self.head
        return {
            "q_proj": (self.hidden, queries),
            "k_proj": (self.hidden, keys),
            "v_proj": (self.hidden, keys),
            "o_proj": (queries, self.hidden),
            "gate_proj": (self.hidden, self.intermediate),
            "up_proj": (self.hidden, self.intermediate),
            "down_proj": (self.intermediate, self.hidden),
        }

    @property
    def linear_parameters(self) -> int:
        """Parameters of the blocks' linear layers: what is quantised."""
        return self.layers * sum(i * o for i, o in self.linears.values())

    @property
    def other_parameters(self) -> int:
        """Embeddings, output layer and norms: what stays at full width."""
        return self.vocabulary * self.hidden * (1 if self.tied else 2) + (2 * self.layers + 1) * self.hidden

    def adapter_parameters(self, rank: int, targets: list[str] | None = None) -> int:
        """LoRA parameters over the `targets`, all linear layers where None."""
        chosen = targets or list(self.linears)
        return self.layers * sum(rank * sum(self.linears[name]) for name in chosen)

    def saved_per_token(self, rank: int) -> int:
        """Elements a block keeps for a token until its backward pass, with LoRA on all linear layers.

        The residual stream twice, both normed inputs, queries, keys and values as attention reads them (keys and
        values repeated for every head), attention's output as it leaves and as the output layer reads it, gate, its
        activation, up and their product, and seven low-rank outputs.
        """
        attention = self.heads * self.head
        return 4 * self.hidden + 5 * attention + 4 * self.intermediate + 7 * rank


def known_shapes() -> dict[str, Shape]:
    """The shapes shipped with lawgraph, by name."""
    table = tomllib.loads(files("training").joinpath("data/models.toml").read_text(encoding="utf-8"))
    return {name: Shape(name=name, **sizes) for name, sizes in table.items()}


def shape_of(model: str) -> Shape:
    """The shape of a known name, or of a model folder's `config.json`. Raises `TrainingError`."""
    known = known_shapes()
    if model in known:
        return known[model]
    config = Path(local_folder(model)).expanduser() / "config.json"
    if not config.is_file():
        raise TrainingError(f"{model} is no model folder and none of {', '.join(known)}")
    sizes = json.loads(config.read_text(encoding="utf-8"))
    try:
        heads = sizes["num_attention_heads"]
        return Shape(
            name=model,
            layers=sizes["num_hidden_layers"],
            hidden=sizes["hidden_size"],
            intermediate=sizes["intermediate_size"],
            heads=heads,
            kv_heads=sizes.get("num_key_value_heads") or heads,
            head=sizes.get("head_dim") or sizes["hidden_size"] // heads,
            vocabulary=sizes["vocab_size"],
            tied=bool(sizes.get("tie_word_embeddings")),
        )
    except KeyError as error:
        raise TrainingError(f"{config} is not a Llama's: it has no {error.args[0]}") from error
