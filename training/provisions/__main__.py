"""Make the files of the search for provisions: `python -m training.provisions OUT_DIR GRAPH QUESTIONS_DIR`."""

import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import numpy as np
import torch

from kg.stores.open import open_store
from qa.retrieval.provisions.asked import Asked, Asking
from qa.retrieval.provisions.signals import SIGNALS, Knowledge
from training.choice import weigh, write
from training.encoder import encoder_folder
from training.meaning.encoder import export
from training.provisions.graph import Weighed, cases_of, passages_of, told_provisions
from training.provisions.network import Reader
from training.provisions.questions import Written, by_heading, read_wanted, read_written
from training.provisions.report import report, wants_told
from training.small_onnx import in_eight_bits

CONFIG = Path(__file__).parent / "provisions.toml"
ABOUT = "What speaks for a provision, weighed by training/provisions; `none` is the worth of no provision."


def main(out: Path, graph: str, folder: Path) -> None:
    """Weigh the signals on the questions of a writer held out, then learn from all of them."""
    settings = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    store = open_store(graph)
    provisions = told_provisions(store)
    passages = passages_of(store, provisions)
    written = read_written(folder, set(passages.provisions))
    asked = [question for question in written if question.provisions]
    others = [question for question in asked if question.writer != settings["held_out"]]
    held = [question for question in asked if question.writer == settings["held_out"]]
    reader = Reader(encoder_folder(), settings)
    wanted = read_wanted(folder, settings)
    seen = [q for q in wanted if q.writer not in (settings["held_out"], *settings["held_out_wanting"])]
    reader.learn(others, passages, seen, _told)
    unseen = [q for q in wanted if q.writer in settings["held_out_wanting"]]
    print(wants_told(unseen, reader.wants([q.text for q in unseen])), flush=True)
    beside = [q for q in written if not q.provisions] + by_heading(provisions, settings)
    acts = {node.act_id for node in provisions}
    asking = _asking(reader, others)
    choices = {}
    for known in get_args(Knowledge):
        kinds = cases_of(held, others, beside, Weighed(store, asking, known), settings, acts)
        print(known, report(kinds, settings), sep="\n", flush=True)
        choices[known] = weigh([case for cases in kinds.values() for case in cases], settings["penalty"])
    write(choices, SIGNALS, ABOUT, out / "provisions.toml")
    reader = Reader(encoder_folder(), settings)
    reader.learn(asked, passages, wanted, _told)
    _save_asked(_asking(reader, asked).asked, out / "asked.npz")
    export(
        reader.network,
        out / "asking.onnx",
        ["vectors", "wants"],
        {"model": "all-MiniLM-L6-v2, taught questions on provisions"},
    )


def _told(epoch: int, pointing: float, wanting: float) -> None:
    print(f"epoch {epoch}: loss {pointing:.3f} of provisions, {wanting:.3f} of wants", flush=True)


def _asking(reader: Reader, asked: Sequence[Written]) -> Asking:
    vectors = reader.vectors([question.text for question in asked])
    rows = [(row, id) for row, question in enumerate(asked) for id in sorted(question.provisions)]
    index = Asked(vectors[[row for row, _ in rows]], [id for _, id in rows])
    return Asking(lambda text: np.asarray(reader.vectors([text])[0]), index)


def _save_asked(asked: Asked, target: Path) -> None:
    whole, scale = in_eight_bits(torch.from_numpy(asked.vectors))
    np.savez_compressed(target, whole=whole.numpy(), scale=scale.numpy(), provisions=np.array(asked.provisions))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
