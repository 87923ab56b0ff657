"""One training run of the tagger: steps over shuffled batches, the dev figures after each epoch."""

import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import distributed
from torch.nn import functional

from training.ner.data import Example, batches
from training.ner.network import Batch, Tagger

# words of a usual batch: losses are divided by it, so that short batches weigh as little as they hold
_USUAL_WORDS = 700


@dataclass(frozen=True, slots=True)
class Run:
    """What a run learns from, labelled windows and windows with a teacher's scores, and what tells its figures."""

    labelled: Sequence[Example]
    taught: Sequence[Example]
    measured: Callable[[Tagger], str]
    out: Path


def train(model: Tagger, run: Run, settings: Mapping[str, Any]) -> None:
    """Train `model` in place; weights and figures of every epoch are kept in the run's folder."""
    run.out.mkdir(parents=True, exist_ok=True)
    order = random.Random(settings["seed"])
    torch.manual_seed(settings["seed"])
    steps = settings["epochs"] * len(_drawn(run, settings, random.Random(settings["seed"])))
    optimizer = torch.optim.AdamW(
        _groups(model, settings), betas=(0.9, 0.98), weight_decay=settings["weight_decay"], fused=True
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _warm(step, steps))
    for epoch in range(settings["epochs"]):
        began = time.perf_counter()
        model.train()
        for done, batch in enumerate(_drawn(run, settings, order), 1):
            loss(model, batch).backward()
            _share(model)
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()
            if done % 100 == 0:
                print(f"epoch {epoch}, step {done}, {time.perf_counter() - began:.0f} s", flush=True)
        if _rank():
            continue
        save_file(model.state_dict(), run.out / f"epoch{epoch}.safetensors")
        _log(run.out, f"epoch {epoch}: {time.perf_counter() - began:.0f} s; {run.measured(model)}")


def loss(model: Tagger, batch: Batch) -> torch.Tensor:
    """The loss of a batch: against the teacher's scores where it has them, against the labels where not."""
    scores = model(batch.pieces, batch.shapes, batch.before, batch.after, batch.firsts)
    if batch.taught is None:
        return model.crf.loss(scores, batch.tags) / _USUAL_WORDS
    real = batch.tags >= 0
    wanted = batch.taught[real].softmax(dim=-1)
    return functional.cross_entropy(scores[real], wanted, reduction="sum") / _USUAL_WORDS


def _drawn(run: Run, settings: Mapping[str, Any], order: random.Random) -> list[Batch]:
    labelled = [e for e in run.labelled if any(e.tags) or order.random() < settings["empty_share"]]
    size = settings["pieces_a_batch"]
    drawn = [*batches(labelled, size, order), *batches(run.taught, size, order)]
    order.shuffle(drawn)
    shares = distributed.get_world_size() if distributed.is_initialized() else 1
    return drawn[_rank() : len(drawn) - len(drawn) % shares : shares]


def _rank() -> int:
    return distributed.get_rank() if distributed.is_initialized() else 0


def _share(model: Tagger) -> None:
    """Average the gradients over the processes that train together (`torchrun`), each on its own batches."""
    if distributed.is_initialized():
        learning = [p for p in model.parameters() if p.requires_grad]
        gradients = [torch.zeros_like(p) if p.grad is None else p.grad for p in learning]
        together = torch.cat([gradient.flatten() for gradient in gradients])
        distributed.all_reduce(together)
        together /= distributed.get_world_size()
        for parameter, part in zip(learning, together.split([p.numel() for p in learning]), strict=True):
            parameter.grad = part.view_as(parameter)


def _groups(model: Tagger, settings: Mapping[str, Any]) -> list[dict[str, Any]]:
    rate, decay, depth = settings["rate"], settings["decay"], len(model.blocks)
    layers = [
        {"params": list(block.parameters()), "lr": rate * decay ** (depth - 1 - at)}
        for at, block in enumerate(model.blocks)
    ]
    low = [*model.positions.parameters(), *model.norm.parameters()]
    new = [*model.shapes.parameters(), *model.before.parameters(), *model.after.parameters(), *model.head.parameters()]
    return [
        *layers,
        {"params": low, "lr": rate * decay**depth},
        {"params": new, "lr": settings["head_rate"]},
        {"params": list(model.crf.parameters()), "lr": 10 * settings["head_rate"]},
    ]


def _warm(step: int, steps: int) -> float:
    rising = max(1, steps // 10)
    return (step + 1) / rising if step < rising else max(0.0, (steps - step) / (steps - rising))


def _log(out: Path, line: str) -> None:
    print(line, flush=True)
    with (out / "log.txt").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
