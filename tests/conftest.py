"""Fixtures that all tests share."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real texts and labels (LAWGRAPH_DATA, or ../shared/data beside the repository)."""
    default = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
    folder = Path(os.environ.get("LAWGRAPH_DATA", default))
    if not folder.is_dir():
        pytest.skip(f"the shared data is not at {folder}; set LAWGRAPH_DATA to its folder")
    return folder
