"""Programs run as beside an installed lawgraph: its entry points are those of pyproject.toml."""

import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path

from tests.support.cli_runs import ROOT


def run_installed(program: str, extra: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """What a program prints, in a new process; `extra` are entry points of another package, by group."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    with tempfile.TemporaryDirectory() as folder:
        _install(Path(folder), "lawgraph", project["entry-points"])
        _install(Path(folder), "another", extra or {})
        path = os.pathsep.join([folder, str(ROOT)])
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _install(folder: Path, name: str, entry_points: Mapping[str, Mapping[str, str]]) -> None:
    about = folder / f"{name}-0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0\n")
    lines = [f"[{group}]\n" + "".join(f"{k} = {v}\n" for k, v in of.items()) for group, of in entry_points.items()]
    (about / "entry_points.txt").write_text("\n".join(lines))
