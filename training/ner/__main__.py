"""Train the name tagger: `python -m training.ner LABELLED_DIR UNLABELLED_DIR OUT_DIR` (hours on two cores).

With `torchrun --nproc-per-node 2 -m training.ner ...` two processes of one thread train together, in half the time.
"""

import os
import shutil
import sys
import tomllib
from functools import partial
from pathlib import Path
from typing import Any

from safetensors.torch import load_file
from torch import distributed

from extraction.ner.windows import Vocabulary
from training.encoder import encoder_folder
from training.ner.data import Example, examples, read, split
from training.ner.evaluation import evaluate
from training.ner.export import export
from training.ner.network import Tagger
from training.ner.prediction import window_scores
from training.ner.train import Run, train
from training.ner.unlabelled import gather

CONFIG = Path(__file__).parent / "names.toml"


def main(labelled: Path, unlabelled: Path, out: Path) -> None:
    """Teacher, student, export. A stage whose weights are in `out` is not done again."""
    config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    if "RANK" in os.environ:
        distributed.init_process_group("gloo")
    vocabulary = Vocabulary(encoder_folder() / "tokenizer.json")
    training, dev = split(read(sorted(labelled.glob("*.jsonl"))), config["dev_percent"])
    measured = partial(evaluate, items=dev, vocabulary=vocabulary)
    made = examples(training, vocabulary)
    teacher = untrained(config["teacher"]["layers"])
    _stage(teacher, Run(made, [], measured, out / "teacher"), {**config, **config["teacher"]})
    texts = gather(unlabelled, config["unlabelled"], config["seed"])
    student = teacher.shortened(config["student"]["layers"])
    run = Run(made, taught(teacher, examples(texts, vocabulary)), measured, out / "student")
    _stage(student, run, {**config, **config["student"]})
    if os.environ.get("RANK", "0") != "0":
        return
    print(measured(student))
    export(student, out / "names.onnx", {"seed": str(config["seed"])})
    shutil.copyfile(encoder_folder() / "tokenizer.json", out / "names.tokenizer.json")


def untrained(layers: list[int]) -> Tagger:
    """The network with the encoder's own weights; its word pieces are not trained."""
    weights = load_file(encoder_folder() / "model.safetensors")
    model = Tagger(len(weights["embeddings.word_embeddings.weight"]), len(layers))
    model.load_encoder(weights, layers)
    return model


def taught(teacher: Tagger, made: list[Example]) -> list[Example]:
    """Windows with the teacher's scores."""
    scores = window_scores(teacher, made)
    return [Example(example.window, example.tags, own) for example, own in zip(made, scores, strict=True)]


def _stage(model: Tagger, run: Run, settings: dict[str, Any]) -> None:
    last = run.out / f"epoch{settings['epochs'] - 1}.safetensors"
    if not last.exists():
        train(model, run, settings)
    if distributed.is_initialized():
        distributed.barrier()
    model.load_state_dict(load_file(last))


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
