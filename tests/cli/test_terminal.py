"""Answers on terminals of other encodings, and what was typed in another encoding."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.cli_runs import LANDMARKS, ROOT, answered

RUPEES = """Ram Lal v. State of Goa
Supreme Court of India
1 May 1970
1. The fine of \u20b9 500 under section 302 of the IPC was \u201cjust\u201d, \u0928\u094d\u092f\u093e\u092f.
2. Following Sita Devi v. State of Goa, AIR 1960 SC 27, the fine of \u20b9 500 stands.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rupees")
    (folder / "ram_lal.txt").write_text(RUPEES, encoding="utf-8")
    answered("build", folder, LANDMARKS, "--no-embed", "--workers", 1, store=folder / "g.db")
    return folder / "g.db"


def run(
    store: Path, *arguments: str | bytes, environment: dict[str, str] | None = None, typed: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-c", "from cli import main; main()", *arguments, "--store", str(store)]
    home = str(store.parent)
    return subprocess.run(
        command,
        cwd=ROOT,
        input=typed,
        capture_output=True,
        env={**os.environ, "XDG_STATE_HOME": home, **(environment or {})},
    )


UTF8 = {"PYTHONIOENCODING": "utf-8"}
TERMINALS = [
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "cp1252"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
]
COMMANDS = [
    ["ask", "What was decided in Ram Lal v. State of Goa?"],
    ["ask", "Is Golak Nath still good law?"],
    ["search", "fine just"],
]


@pytest.mark.parametrize("terminal", TERMINALS, ids=["ascii", "cp1252", "C"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_answer_comes_whole_on_any_terminal(store: Path, terminal: dict[str, str], command: list[str]) -> None:
    plain, wide = run(store, *command, environment=terminal), run(store, *command, environment=UTF8)
    assert (plain.returncode, plain.stderr) == (0, b"")
    assert len(plain.stdout.split()) >= len(wide.stdout.split())
    encoding = terminal.get("PYTHONIOENCODING", "ascii")
    assert "\ufffd" not in plain.stdout.decode(encoding)


@pytest.mark.parametrize("terminal", TERMINALS, ids=["ascii", "cp1252", "C"])
def test_json_loses_nothing_on_any_terminal(store: Path, terminal: dict[str, str]) -> None:
    shown = json.loads(run(store, "search", "fine just", "--json", environment=terminal).stdout)
    assert shown == json.loads(run(store, "search", "fine just", "--json", environment=UTF8).stdout)
    assert "\u20b9 500" in json.dumps(shown, ensure_ascii=False)


@pytest.mark.parametrize("command", [["ask", b"Is Golak N\xe2th good law?"], ["search", b"caf\xe9"], ["show", b"\xff"]])
def test_what_was_typed_in_another_encoding_is_told(store: Path, command: list[str | bytes]) -> None:
    told = run(store, *command)
    assert (told.returncode, told.stdout) == (2, b"")
    assert told.stderr == b"lawgraph: what was typed is not valid UTF-8; type it again\n"


def test_a_line_piped_in_another_encoding_costs_that_question_alone(store: Path) -> None:
    told = run(store, "chat", typed=b"caf\xe9?\nIs Golak Nath still good law?\n")
    assert told.returncode == 0
    assert told.stderr.count(b"not valid UTF-8") == 1
    assert b"Golak" in told.stdout


def test_an_act_with_half_a_character_is_a_problem_of_that_file_alone(store: Path, tmp_path: Path) -> None:
    text = '[{"section": "1", "title": "Short title", "text": "This Act \\ud83d is short."}]'
    (tmp_path / "act.json").write_text(text)
    (tmp_path / "ram.txt").write_text(RUPEES, encoding="utf-8")
    told = run(tmp_path / "g.db", "build", "--no-embed", "--workers", "1", str(tmp_path))
    assert told.returncode == 1
    assert b"act.json: JSON with half a character" in told.stderr
    assert b"added" in told.stdout
