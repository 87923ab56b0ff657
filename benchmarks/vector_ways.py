"""Ways to find the ten nearest of many vectors, each made once and asked in another process: of `vector_search`."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.nodes import Chunk
from kg.store import Batch
from kg.stores.open import open_store

Floats = NDArray[np.float32]
Ask = Callable[[Floats], list[int]]
TOP = 10
PART = 50_000
_THREADS = 2
_EIGHT = 300  # times a unit vector's numbers, of which none here is above 0.426, they fill 8 bits


def _eight(vectors: Floats) -> NDArray[np.int8]:
    return np.rint(vectors * _EIGHT).clip(-127, 127).astype(np.int8)


class Lawgraph:
    """The embedded engine as it is: signs, then the 8 bits of the nearest by them."""

    def make(self, vectors: Floats, folder: Path) -> None:
        store = open_store(str(folder / "g.db"), create=True)
        for start in range(0, len(vectors), PART):
            part = vectors[start : start + PART]
            store.write(Batch(nodes=[Chunk(f"{start + i:07}", embedding=row) for i, row in enumerate(part)]))
        store.close()

    def open(self, folder: Path) -> Ask:
        store = open_store(str(folder / "g.db"))
        return lambda q: [int(hit.node.id) for hit in store.vector_search(q, TOP, Chunk)]

    def size(self, folder: Path) -> int:
        """Of its two tables alone."""
        sql = "SELECT sum(pgsize) FROM dbstat WHERE name IN ('embedding', 'signs')"
        return int(sqlite3.connect(folder / "g.db").execute(sql).fetchone()[0])


class Way:
    """A way that is a file in a folder."""

    def size(self, folder: Path) -> int:
        return sum(path.stat().st_size for path in folder.iterdir())


class Product(Way):
    """One product in 32 bits by numpy."""

    def make(self, vectors: Floats, folder: Path) -> None:
        np.save(folder / "v.npy", vectors)

    def open(self, folder: Path) -> Ask:
        vectors = np.load(folder / "v.npy")

        def ask(question: Floats) -> list[int]:
            scores = vectors @ question
            best = np.argpartition(scores, -TOP)[-TOP:]
            return [int(i) for i in best[np.argsort(-scores[best])]]

        return ask


class UsearchExact(Way):
    """usearch, every vector in 8 bits."""

    def make(self, vectors: Floats, folder: Path) -> None:
        np.save(folder / "v.npy", _eight(vectors))

    def open(self, folder: Path) -> Ask:
        from usearch.index import MetricKind, search

        kept = np.load(folder / "v.npy", mmap_mode="r")
        return lambda q: [
            int(key)
            for key in search(kept, _eight(q[np.newaxis]), TOP, MetricKind.Cos, exact=True, threads=_THREADS).keys
        ]


class UsearchGraph(Way):
    """usearch, a graph of neighbours in 8 bits, read from the disk."""

    def make(self, vectors: Floats, folder: Path) -> None:
        from usearch.index import Index

        index = Index(ndim=vectors.shape[1], metric="cos", dtype="i8")
        index.add(np.arange(len(vectors)), vectors, threads=_THREADS)
        index.save(str(folder / "i.usearch"))

    def open(self, folder: Path) -> Ask:
        from usearch.index import Index

        index = Index.restore(str(folder / "i.usearch"), view=True)
        return lambda q: [int(key) for key in index.search(q, TOP).keys]


class Hnswlib(Way):
    """hnswlib, a graph of neighbours in 32 bits."""

    def make(self, vectors: Floats, folder: Path) -> None:
        import hnswlib

        index = hnswlib.Index(space="ip", dim=vectors.shape[1])
        index.init_index(max_elements=len(vectors), ef_construction=128, M=16)
        index.add_items(vectors, num_threads=_THREADS)
        index.save_index(str(folder / f"{vectors.shape[1]}.hnsw"))

    def open(self, folder: Path) -> Ask:
        import hnswlib

        [file] = folder.glob("*.hnsw")
        index = hnswlib.Index(space="ip", dim=int(file.stem))
        index.load_index(str(file))
        index.set_ef(64)
        return lambda q: [int(key) for key in index.knn_query(q, TOP)[0][0]]


class Faiss(Way):
    """faiss, made from its own description of an index."""

    def __init__(self, described: str) -> None:
        self._described = described

    def make(self, vectors: Floats, folder: Path) -> None:
        import faiss

        faiss.omp_set_num_threads(_THREADS)
        index = faiss.index_factory(vectors.shape[1], self._described, faiss.METRIC_INNER_PRODUCT)
        index.train(vectors[:: max(1, len(vectors) // 100_000)])
        index.add(vectors)
        faiss.write_index(index, str(folder / "i.faiss"))

    def open(self, folder: Path) -> Ask:
        import faiss

        faiss.omp_set_num_threads(_THREADS)
        index = faiss.read_index(str(folder / "i.faiss"), faiss.IO_FLAG_MMAP)
        if "IVF" in self._described:
            faiss.extract_index_ivf(index).nprobe = 32
        return lambda q: [int(key) for key in index.search(q[np.newaxis], TOP)[1][0]]


class SqliteVec(Way):
    """sqlite-vec, every vector in 8 bits, in a SQLite file."""

    def _connect(self, folder: Path) -> sqlite3.Connection:
        import sqlite_vec

        connection = sqlite3.connect(folder / "v.db", isolation_level=None)
        connection.enable_load_extension(True)
        sqlite_vec.load(connection)
        return connection

    def make(self, vectors: Floats, folder: Path) -> None:
        connection = self._connect(folder)
        connection.execute(f"CREATE VIRTUAL TABLE v USING vec0(e int8[{vectors.shape[1]}] distance_metric=cosine)")
        connection.execute("BEGIN")
        rows = ((i, row.tobytes()) for i, row in enumerate(_eight(vectors)))
        connection.executemany("INSERT INTO v (rowid, e) VALUES (?, vec_int8(?))", rows)
        connection.execute("COMMIT")
        connection.close()

    def open(self, folder: Path) -> Ask:
        connection = self._connect(folder)
        sql = f"SELECT rowid FROM v WHERE e MATCH vec_int8(?) AND k = {TOP} ORDER BY distance"  # noqa: S608
        return lambda q: [row for (row,) in connection.execute(sql, (_eight(q).tobytes(),))]


WAYS: dict[str, Lawgraph | Product | UsearchExact | UsearchGraph | Hnswlib | Faiss | SqliteVec] = {
    "lawgraph": Lawgraph(),
    "numpy-32bit": Product(),
    "usearch-exact-8bit": UsearchExact(),
    "usearch-hnsw-8bit": UsearchGraph(),
    "hnswlib-32bit": Hnswlib(),
    "faiss-exact-8bit": Faiss("SQ8"),
    "faiss-ivf-8bit": Faiss("IVF1024,SQ8"),
    "sqlite-vec-8bit": SqliteVec(),
}
