"""The base install answers without torch or any other package of the other tiers."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from kg.commands.doctor import TIERS
from tests.support.cli_runs import ROOT

BLOCKED = sorted(name.replace("-", "_") for tier, names in TIERS.items() if tier != "base" for name in names)
SCRIPT = f"""
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {BLOCKED!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Absent())
from cli import main
main()
"""


def test_questions_are_answered_without_any_other_tier(demo_graph: Path) -> None:
    command = [sys.executable, "-c", SCRIPT, "ask", "Is Golak Nath still good law?", "--store", str(demo_graph)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "overruled" in done.stdout


@pytest.mark.parametrize(
    "command", [["ask", "Is Golak Nath still good law?"], ["show", "art 21"], ["search", "liberty"]]
)
def test_reading_a_graph_starts_without_the_packages_that_only_building_export_and_models_need(
    demo_graph: Path, command: list[str]
) -> None:
    unwanted = {"kg.build.build", "networkx", "onnxruntime", "scipy", "torch", "training", "typer"}
    script = f"""
import sys, cli
sys.argv = ["lawgraph", *{command!r}, "--store", {str(demo_graph)!r}]
try:
    cli.main()
finally:
    print("\\nloaded:", sorted({unwanted!r} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("loaded: []\n")


def test_doctor_knows_the_tiers_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    declared = {"base": project["dependencies"], **{tier: extras[tier] for tier in TIERS if tier != "base"}}
    packages = {
        tier: tuple(wanted.partition(">=")[0] for wanted in names if not wanted.startswith("lawgraph["))
        for tier, names in declared.items()
    }
    assert packages == TIERS
