"""Learn the roles of passages: `python -m training.roles [LABELS_DIR] [OUT_FILE]` (some minutes)."""

import sys
from pathlib import Path

from training.roles.evaluation import Figures, by_wordings, figures, held_out
from training.roles.labels import read
from training.roles.learning import learn


def main(labels: Path = Path("data/roles"), out: Path = Path("extraction/data/roles.npz")) -> None:
    """Say how well roles are told in documents held out, then learn from all and write the weights."""
    items = read(labels)
    for name, told in (("wordings alone", by_wordings(items)), ("learnt", held_out(items))):
        _show(name, figures(items, told))
    learn(items).save(out)


def _show(name: str, found: Figures) -> None:
    print(f"{name}: macro-F1 {found.macro_f1:.3f}, right {found.accuracy:.3f}")
    for role, precision, recall, f1, count in found.rows:
        print(f"  {role:10} P {precision:.2f}  R {recall:.2f}  F1 {f1:.2f}  of {count}")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:3]))
