"""A slice of training data small enough to learn from within a test."""

from pathlib import Path

from training.examples.example import Example, write_examples

RECIPE = """
[model]
bits = {bits}
[data]
train = "train.jsonl"
held_out = "held_out.jsonl"
[lora]
rank = 2
alpha = 4
targets = ["q_proj", "v_proj"]
[schedule]
rate = {rate}
warmup = 0
updates = {updates}
accumulate = 1
length = 160
evaluate_every = 1
save_every = 1
checkpointing = false
"""
FACT = "Cooper v. Union of India (1970) overruled Gopalan v. State of Madras (1950). [1]"


def write_slice(folder: Path) -> None:
    """Four examples to train on and one held out."""
    chats = [
        [
            {"role": "user", "content": f"Evidence:\n- {FACT}\nQuestion: Who overruled it, {n}?"},
            {"role": "assistant", "content": FACT},
        ]
        for n in range(5)
    ]
    write_examples(folder / "train.jsonl", [Example(chat) for chat in chats[:4]])
    write_examples(folder / "held_out.jsonl", [Example(chats[4])])


def recipe(folder: Path, name: str, bits: int = 16, rate: float = 1e-3, updates: int = 2) -> Path:
    """A recipe file over the slice."""
    path = folder / f"{name}.toml"
    path.write_text(RECIPE.format(bits=bits, rate=rate, updates=updates))
    return path
