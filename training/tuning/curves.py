"""Loss and learning-rate curves, as text and as a picture."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

Points = list[tuple[int, float]]
BARS = "▁▂▃▄▅▆▇█"
WIDTH = 60  # characters of a curve on the terminal
CURVES = {"loss": "loss", "eval_loss": "held-out loss", "learning_rate": "learning rate"}


def draw_curves(log: Sequence[Mapping[str, Any]], folder: Path) -> None:
    """Write `curves.txt` and `curves.png` from a run's log entries."""
    curves = {name: points(log, key) for key, name in CURVES.items()}
    (folder / "curves.txt").write_text(as_text(curves), encoding="utf-8")
    _picture(curves, folder / "curves.png")


def points(log: Sequence[Mapping[str, Any]], key: str) -> Points:
    """(update, value) wherever the log has the key."""
    return [(int(entry["step"]), float(entry[key])) for entry in log if key in entry]


def as_text(curves: Mapping[str, Points]) -> str:
    """A line of bars a curve, between its lowest and highest value, with its first and last."""
    lines = []
    for name, found in curves.items():
        if found:
            values = [value for _, value in found]
            lines.append(f"{name:>14}  {bars(values)}  {values[0]:.4g} → {values[-1]:.4g}")
    return "\n".join(lines) + "\n"


def bars(values: Sequence[float]) -> str:
    """At most `WIDTH` signs, each the mean of its share of the values."""
    width = min(WIDTH, len(values))
    cuts = [round(i * len(values) / width) for i in range(width + 1)]
    means = [sum(values[a:b]) / (b - a) for a, b in pairwise(cuts)]
    low, span = min(means), (max(means) - min(means)) or 1.0
    return "".join(BARS[round((mean - low) / span * (len(BARS) - 1))] for mean in means)


def _picture(curves: Mapping[str, Points], path: Path) -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 4.5), layout="constrained")
    left = figure.subplots()
    right = left.twinx()
    for name, found in curves.items():
        if found:
            axis, style = (right, ":") if name == "learning rate" else (left, "-")
            axis.plot(*zip(*found, strict=True), style, label=name, marker="." if len(found) < 3 else "")
    left.set_xlabel("update")
    left.set_ylabel("loss")
    right.set_ylabel("learning rate")
    left.legend(loc="upper right")
    figure.savefig(path, dpi=110)
