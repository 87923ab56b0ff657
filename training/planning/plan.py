"""GPU memory and time of a run before either is spent."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from training.planning.shapes import Shape

BLOCK = 64  # weights that share a constant in NF4
DOUBLE_BLOCK = 256  # constants that share one in turn
NF4 = 0.5 + 1 / BLOCK + 4 / (BLOCK * DOUBLE_BLOCK)
TILE_TOKENS = 4096  # of trl's ChunkedLogProbFunction
TILE_TERMS = 32768  # of the same
TILES_ON_GPU = 3  # one kernel reads the output layer
TILES_ON_CPU = 7  # as measured
CARDS = (16, 24, 48, 80)  # GB of common cards
SHARE_OF_CARD = 0.92  # the rest is the driver's and what fragmentation loses
LARGEST_BATCH = 64  # sequences at once: larger batches are not looked for
PARTS = ("weights", "constants", "adapters", "gradients", "optimizer", "activations", "runtime", "total")
GIB = 1024**3
RUNTIME = 64 * 1024**2  # bytes of the process that are no tensor
FLOPS = 6  # for each parameter and token: two forward, four backward
UTILISATION = 0.35  # of a card's peak
TFLOPS = {"T4": 65.0, "RTX 4090": 165.0, "A6000": 155.0, "A100": 312.0}


@dataclass(frozen=True, slots=True)
class Setting:
    """What decides memory: `length` tokens a sequence, `batch` sequences at once, `width` bytes an element.

    On a `gpu` the optimizer is the paged 8-bit one, and the output layer is read by one kernel.
    """

    rank: int = 16
    length: int = 1024
    batch: int = 1
    bits: int = 4
    checkpointing: bool = True
    width: int = 2
    gpu: bool = True


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes by part; activations at the peak, which is in the backward pass.

    `runtime` is what the trainer takes beyond tensors, as measured on a CPU.
    """

    weights: int
    constants: int
    adapters: int
    gradients: int
    optimizer: int
    activations: int
    runtime: int

    @property
    def total(self) -> int:
        """The sum of all parts."""
        return sum(getattr(self, name) for name in PARTS[:-1])


def memory(shape: Shape, setting: Setting) -> Memory:
    """The memory of one training step.

    NF4 takes half a byte a weight and, after double quantisation, one byte for `BLOCK` weights and four for
    `DOUBLE_BLOCK` of those (Dettmers et al. 2023, section 3). Adapters and their gradients are float32; the
    8-bit Adam keeps two bytes a parameter, the 32-bit one eight.
    """
    linear, other = shape.linear_parameters, shape.other_parameters
    adapters = shape.adapter_parameters(setting.rank)
    quantised = setting.bits == 4
    return Memory(
        weights=round((linear * 0.5 if quantised else linear * setting.width) + other * setting.width),
        constants=round(linear * (NF4 - 0.5)) if quantised else 0,
        adapters=adapters * 4,
        gradients=adapters * 4,
        optimizer=adapters * (2 if setting.gpu else 8),
        activations=activations(shape, setting),
        runtime=RUNTIME,
    )


def activations(shape: Shape, setting: Setting) -> int:
    """Bytes kept for the backward pass, and those of its widest step.

    With checkpointing each block keeps its input alone and one block at a time is computed again. The widest step
    is a block's feed-forward in reverse (three tensors of its inner width) with a dequantised weight where weights
    are 4-bit. The output layer is read in float32 tiles of at most `TILE_TOKENS` by `TILE_TERMS` (trl's
    ChunkedLogProbFunction); on a CPU seven of them live at once, as measured.
    """
    tokens = setting.batch * setting.length
    block = shape.saved_per_token(setting.rank)
    kept = shape.layers * shape.hidden + block if setting.checkpointing else shape.layers * block
    widest = 3 * shape.intermediate
    weight = shape.hidden * shape.intermediate if setting.bits == 4 else 0
    tiles = TILES_ON_GPU if setting.gpu else TILES_ON_CPU
    output = 4 * tiles * min(TILE_TOKENS, tokens) * min(TILE_TERMS, shape.vocabulary)
    return setting.width * tokens * (kept + 2 * shape.hidden) + max(setting.width * (tokens * widest + weight), output)


def fitting_batch(shape: Shape, setting: Setting, card: int) -> int:
    """The most sequences at once that a card of `card` GiB holds; 0 where not even one fits."""
    room = card * GIB * SHARE_OF_CARD
    batch = 0
    while batch < LARGEST_BATCH and memory(shape, replace(setting, batch=batch + 1)).total <= room:
        batch += 1
    return batch


def hours(shape: Shape, tokens: int, tflops: float) -> float:
    """Hours for `tokens` of training: two operations a weight forward, two back through frozen weights.

    Checkpointing adds another forward pass; `UTILISATION` of the card's peak is what fine-tuning reaches.
    """
    parameters = shape.linear_parameters + shape.vocabulary * shape.hidden
    return FLOPS * parameters * tokens / (tflops * 1e12 * UTILISATION) / 3600


def plan(shape: Shape, setting: Setting, examples: int) -> dict[str, Any]:
    """GiB by part, the batch that each card of `CARDS` holds, and hours for `examples` sequences by kind of card."""
    need = memory(shape, setting)
    parts = {name: getattr(need, name) / GIB for name in PARTS}
    tokens = examples * setting.length
    return {
        "gib": {name: round(gib, 3) for name, gib in parts.items()},
        "batch": {str(card): fitting_batch(shape, setting, card) for card in CARDS},
        "hours": {name: round(hours(shape, tokens, tflops), 2) for name, tflops in TFLOPS.items()},
    }


def fits(planned: Mapping[str, Any]) -> list[str]:
    """The batches of a plan as shown: a number, or "no"."""
    return [str(batch or "no") for batch in planned["batch"].values()]
