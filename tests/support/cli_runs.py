"""Running the command in this process, and small documents to build from."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from cli import main

ROOT = Path(__file__).resolve().parents[2]
LANDMARKS = ROOT / "data" / "landmarks"
ACT = [
    {"section": "1", "title": "Short title", "text": "This Act may be called the Lamp Oil Act, 1921."},
    {"section": "2", "title": "Licences", "text": "No person shall sell lamp oil without a licence."},
    {"section": "3", "title": "Penalty", "text": "Whoever contravenes section 2 shall pay a fine."},
]


def lawgraph(*arguments: object, store: Path | None = None) -> Result:
    """Run the command; an exception that escapes it fails the test with its traceback."""
    words = [str(argument) for argument in arguments] + (["--store", str(store)] if store else [])
    return CliRunner(catch_exceptions=False).invoke(main, words)


def answered(*arguments: object, store: Path) -> dict[str, Any]:
    """What the command prints with --json, the only thing on stdout."""
    result = lawgraph(*arguments, "--json", store=store)
    assert result.exit_code == 0, result.stderr
    data = json.loads(result.stdout)
    assert isinstance(data, dict)
    return data


def documents(folder: Path) -> Path:
    """A folder with three judgments that cite each other and an act in JSON."""
    folder.mkdir(exist_ok=True)
    for name in ("1950_ak_gopalan", "1970_rc_cooper", "1978_maneka_gandhi"):
        (folder / f"{name}.md").write_bytes((LANDMARKS / f"{name}.md").read_bytes())
    act = {"title": "The Lamp Oil Act, 1921", "sections": ACT}
    (folder / "lamp_oil_act_1921.json").write_text(json.dumps(act), encoding="utf-8")
    return folder


def one_line(result: Result) -> str:
    """The one line that a failed command leaves on stderr."""
    lines = result.stderr.splitlines()
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("lawgraph: ")
    return lines[0]
