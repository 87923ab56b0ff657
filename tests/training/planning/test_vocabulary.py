"""Terms against a real tokenizer."""

import json
from pathlib import Path

import pytest

from tests.support.cli_runs import LANDMARKS, lawgraph
from training.planning.vocabulary import add_terms, examine
from training.tuning.base import load_plain, load_tokenizer


def test_fragmented_terms_and_savings_are_measured(llama: str) -> None:
    tokenizer = load_tokenizer(llama)
    found = examine(["The detenu filed habeas corpus. The detenu won."], tokenizer, 1)
    assert found.words == 8
    assert found.tokens_per_word > 1
    (term,) = [t for t in found.fragmented if t.word == "detenu"]
    assert term.count == 2
    assert len(term.pieces) > 1
    assert found.added == ["detenu"]
    assert found.saved == pytest.approx(2 * (len(term.pieces) - 1) / found.tokens, abs=1e-4)


def test_added_terms_are_one_token_and_begin_as_the_mean_of_their_pieces(llama: str, tmp_path: Path) -> None:
    model, tokenizer = load_plain(llama), load_tokenizer(llama)
    pieces = tokenizer(" detenu", add_special_tokens=False)["input_ids"]
    mean = model.get_input_embeddings().weight[pieces].mean(dim=0).detach().clone()
    assert add_terms(model, tokenizer, ["detenu"], tmp_path) == 1
    again, known = load_plain(str(tmp_path)), load_tokenizer(str(tmp_path))
    (token,) = known(" detenu", add_special_tokens=False)["input_ids"]
    assert again.get_input_embeddings().weight[token].detach().allclose(mean)


def test_the_command_adds_nothing_unless_asked(llama: str) -> None:
    result = lawgraph("train", "vocabulary", LANDMARKS, "--terms", 50, "--json")
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    assert len(found["added"]) == 50
    assert 0 < found["saved"] < 0.2


def test_nothing_to_read_is_one_clear_line(llama: str, tmp_path: Path) -> None:
    result = lawgraph("train", "vocabulary", tmp_path)
    assert result.exit_code != 0
    assert "there is nothing to read" in result.stderr
