"""Ways to find the ten nearest of many vectors: python -m benchmarks.vector_search GRAPH QUESTIONS [COUNT] [WAY...].

GRAPH has embeddings, QUESTIONS is JSON lines with a `question`. The vectors of the passages, grown to COUNT by mixing
pairs of them, are kept in every way, or in those named, and asked for with the vectors of questions. Of each way: how
long it takes to make, what it adds to the disk, the first question of a process (opening, and reading in), the median
of the others and their CPU, the memory of that process, and the share of the ten nearest in 32 bits that are found.

Beside lawgraph it needs: pip install usearch faiss-cpu sqlite-vec hnswlib.
"""

import json
import multiprocessing
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.vector_ways import PART, TOP, WAYS, Floats
from kg.nodes import Chunk
from kg.search.embedding import default_embedder
from kg.search.vectors import unit
from kg.stores.open import open_store

_ASKED = 60
_COLUMNS = ("made s", "disk MB", "first s", "next ms", "CPU ms", "RSS MB", "recall")


def make(way: str, vectors: Path, folder: Path) -> float:
    """Seconds to keep the vectors in this way."""
    told = np.load(vectors)
    began = time.perf_counter()
    WAYS[way].make(told, folder)
    return time.perf_counter() - began


def ask(way: str, questions: Floats, folder: Path) -> tuple[tuple[float, float, float, float], list[list[int]]]:
    """Seconds of the first question, milliseconds of one of the others by clock and CPU, megabytes; what was found."""
    before, began = _resident(), time.perf_counter()
    asking = WAYS[way].open(folder)
    found = [asking(questions[0])]
    first, times, used = time.perf_counter() - began, [], time.process_time()
    for question in questions[1:]:
        began = time.perf_counter()
        found.append(asking(question))
        times.append(time.perf_counter() - began)
    busy = (time.process_time() - used) / len(times)
    return (first, median(times) * 1000, busy * 1000, _resident() - before), found


def _resident() -> float:
    """Megabytes of this process, with what it reads by memory map."""
    [line] = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def passages(graph: str, count: int) -> Floats:
    """The vectors of a graph's passages, and mixtures of two of them each, of unit length."""
    kept = [chunk.embedding for chunk in open_store(graph).scan_nodes(Chunk, embeddings=True)]
    real = unit(np.stack([vector for vector in kept if vector is not None][:count]))
    random = np.random.default_rng(7)
    grown = [real]
    for start in range(len(real), count, PART):
        more = min(PART, count - start)
        one, other = (real[random.integers(0, len(real), more)] for _ in range(2))
        share = random.uniform(0.1, 0.5, (more, 1)).astype(np.float32)
        noise = random.normal(0, 0.01, one.shape).astype(np.float32)
        grown.append(unit(one + share * (other - one) + noise))
    return np.concatenate(grown)


def main(graph: str, asked: Path, count: int, ways: list[str]) -> None:
    """Print a line for each way."""
    told = [json.loads(line)["question"] for line in asked.read_text("utf-8").splitlines()]
    questions = default_embedder().encode(told[:: max(1, len(told) // _ASKED)][:_ASKED])
    vectors = passages(graph, count)
    true = [set(np.argpartition(row, -TOP)[-TOP:].tolist()) for row in questions @ vectors.T]
    print(f"{len(vectors):,} vectors of {vectors.shape[1]}, {len(questions)} questions")
    print(f"{'':20}", *(f"{name:>8}" for name in _COLUMNS))
    with TemporaryDirectory() as scratch:
        file = Path(scratch) / "vectors.npy"
        np.save(file, vectors)
        del vectors
        for way in ways:
            row(way, file, questions, true)


def row(way: str, file: Path, questions: Floats, true: list[set[int]]) -> None:
    """Measure one way, made and asked each in a process of its own."""
    spawn = multiprocessing.get_context("spawn")
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with spawn.Pool(1, maxtasksperchild=1) as pool:
            made = pool.apply(make, (way, file, folder))
            figures, found = pool.apply(ask, (way, questions, folder))
        shares = [len(best.intersection(rows)) / TOP for best, rows in zip(true, found, strict=True)]
        told = (made, WAYS[way].size(folder) / 2**20, *figures, sum(shares) / len(shares))
        print(f"{way:20}", *(f"{figure:8.4g}" for figure in told), flush=True)


if __name__ == "__main__":
    graph, asked, *others = sys.argv[1:]
    main(graph, Path(asked), int(others[0]) if others else 172_168, others[1:] or list(WAYS))
