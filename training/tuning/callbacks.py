"""What happens during a run: progress, a stop at a loss that is no number, the GPU's memory and use in the log."""

import math
from typing import Any

from transformers import TrainerCallback

from extraction.progress import Progress
from training.errors import TrainingError


class Told(TrainerCallback):  # type: ignore[misc]
    """Tells how far the run is, with the last loss."""

    def __init__(self, advance: Progress) -> None:
        self._advance, self._last = advance, ""

    def on_log(self, args: Any, state: Any, control: Any, logs: dict[str, Any] | None = None, **_: Any) -> None:
        """Keep the newest losses."""
        shown = [
            f"{key.replace('eval_loss', 'held-out loss')} {(logs or {})[key]:.4f}"
            for key in ("loss", "eval_loss")
            if key in (logs or {})
        ]
        self._last = " ".join(shown) or self._last
        self._advance(state.global_step, state.max_steps, self._last)

    def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        """One update further."""
        self._advance(state.global_step, state.max_steps, self._last)


class NoNumber(TrainerCallback):  # type: ignore[misc]
    """Ends the run at a loss that is no number."""

    def on_log(self, args: Any, state: Any, control: Any, logs: dict[str, Any] | None = None, **_: Any) -> None:
        """Raises `TrainingError`."""
        for key in ("loss", "eval_loss", "grad_norm"):
            value = (logs or {}).get(key)
            if value is not None and not math.isfinite(float(value)):
                raise TrainingError(
                    f"the {key.replace('_', ' ')} is {value} at update {state.global_step}: lower schedule.rate, or "
                    "look for damaged examples"
                )


class Utilisation(TrainerCallback):  # type: ignore[misc]
    """Adds the GPU's peak memory (GB) and use (percent) to each log entry, where there is a GPU."""

    def on_log(self, args: Any, state: Any, control: Any, logs: dict[str, Any] | None = None, **_: Any) -> None:
        """Write into the entry that was just logged."""
        import torch

        if not torch.cuda.is_available() or not state.log_history:
            return
        state.log_history[-1]["gpu_memory_gb"] = round(torch.cuda.max_memory_allocated() / 1e9, 2)
        try:
            state.log_history[-1]["gpu_utilisation"] = torch.cuda.utilization()
        except (ModuleNotFoundError, RuntimeError):
            return
