"""QLoRA fine-tuning: recipe, run, merge, sweep. Others import `run`, `recipe`, `merge` and `sweep`."""
