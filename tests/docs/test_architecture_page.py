"""The map is of the tree as it stands."""

import re

import pytest

from tests.support.cli_runs import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROOMS = ("extraction", "kg", "qa", "training")
SUB_ROOMS = sorted(
    f"{folder.parent.relative_to(ROOT)}/" for room in ROOMS for folder in (ROOT / room).glob("*/__init__.py")
)
PATHS = {
    (name, path)
    for name in ("docs/architecture.md", "CONTRIBUTING.md", "docs/decisions/0013-rooms.md")
    for path in re.findall(r"`([\w.]+(?:/[\w.-]+)*(?:/|\.(?:py|toml|md)))`", (ROOT / name).read_text(encoding="utf-8"))
}
OF_EVERY_ROOM = {"commands/", "serving/", "__init__.py"}


@pytest.mark.parametrize(("page", "path"), sorted(PATHS))
def test_every_path_that_is_named_exists(page: str, path: str) -> None:
    assert path in OF_EVERY_ROOM or (ROOT / path).exists(), page


@pytest.mark.parametrize("sub_room", SUB_ROOMS)
def test_every_sub_room_is_on_the_map(sub_room: str) -> None:
    table = PAGE.split("## The map")[1].split("## What must never be")[0]
    assert f"`{sub_room}`" in table


def test_the_map_leads_to_files_alone() -> None:
    """Each row of "Where do I change" names a file, so that the second step is to open it."""
    rows = [line for line in PAGE.split("## Where do I change")[1].splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 15
    assert all(re.search(r"`[\w/]+\.(?:py|toml)`", row) for row in rows)
