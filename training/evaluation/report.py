"""A comparison as a table and a plot."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extraction.labels import write_items
from training.evaluation.compare import Comparison

Table = tuple[tuple[str, ...], list[tuple[str, ...]]]

SHOWN = {
    "f1": "answer-set F1",
    "verified_share": "sentences verified",
    "exact_provision": "exact provision",
    "refusal_accuracy": "refusal accuracy",
    "fabricated_per_answer": "fabricated per answer",
}


def report(found: Comparison, folder: Path) -> Table:
    """Write `comparison.json`, `comparison.md`, `comparison.png` and `judged.jsonl`; the table's heads and lines."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "comparison.json").write_text(json.dumps(found.as_json(), indent=2) + "\n", encoding="utf-8")
    write_items(folder / "judged.jsonl", found.drafts)
    heads, lines = _lines(found)
    table = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *(f"| {' | '.join(line)} |" for line in lines)]
    (folder / "comparison.md").write_text("\n".join(table) + "\n", encoding="utf-8")
    _plot(found, folder / "comparison.png")
    return heads, lines


def _lines(found: Comparison) -> Table:
    heads = ("row", *SHOWN.values(), "fabricated", "refused (unanswerable / answerable)", "tokens a second")
    lines = []
    for name, figures in found.rows.items():
        refused = " / ".join(_number(figures["refused"][side]) for side in ("unanswerable", "answerable"))
        measured = (_with_interval(figures, key) for key in SHOWN)
        counts = (str(figures["fabricated"]), refused, _number(figures["tokens_per_second"]))
        lines.append((name.replace("_", " and "), *measured, *counts))
    return heads, lines


def _with_interval(figures: Mapping[str, Any], key: str) -> str:
    low_high = figures["intervals"][key]
    return f"{_number(figures[key])} ({low_high[0]:.2f} to {low_high[1]:.2f})" if low_high else "–"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _plot(found: Comparison, path: Path) -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 4), layout="constrained")
    axes = figure.subplots(1, 2, sharey=True)
    for axis, key in zip(axes, ("f1", "verified_share"), strict=True):
        for place, figures in enumerate(found.rows.values()):
            value, low_high = figures[key], figures["intervals"][key]
            if value is not None and low_high:
                spread = [[max(0.0, value - low_high[0])], [max(0.0, low_high[1] - value)]]
                axis.barh(place, value, xerr=spread, color=f"C{place}", capsize=4)
        axis.set_yticks(range(len(found.rows)), [name.replace("_", " and ") for name in found.rows])
        axis.set_xlim(0, 1)
        axis.set_title(SHOWN[key])
        axis.invert_yaxis()
    figure.savefig(path, dpi=110)
