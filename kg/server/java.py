"""Neo4j Community from its jars: the Java that is there, the release that runs on it, and the jars by Maven."""

import os
import re
import shutil
import subprocess
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import mkdtemp

from kg.folders import FOLDERS
from kg.store import StoreError

DATA = files("kg") / "data" / "neo4j"
_JAVA_VERSION = re.compile(r'version "(?:1\.)?(\d+)')
_NO_JAVA = (
    "a Neo4j server needs Java 17 or newer, or a Docker engine; install one of them (java: set JAVA_HOME or PATH)"
)
_NO_MAVEN = "Neo4j's jars are fetched by Maven, and there is no mvn on the PATH; install Maven, or run a Docker engine"


@dataclass(frozen=True, slots=True)
class Release:
    """A release of Neo4j Community, the oldest Java that runs it, and its main class."""

    version: str
    java: int
    main: str


def java() -> Path:
    """The `java` of JAVA_HOME, else of the PATH. Raises StoreError where there is none."""
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=str(Path(home) / "bin") if home else None)
    if found is None:
        raise StoreError(_NO_JAVA)
    return Path(found)


@cache
def java_version(program: Path) -> int:
    """The feature release of a `java`, such as 17."""
    try:
        said = subprocess.run([program, "-version"], capture_output=True, text=True, timeout=60, check=False).stderr
    except (OSError, subprocess.TimeoutExpired):
        raise StoreError(_NO_JAVA) from None
    match = _JAVA_VERSION.search(said)
    if match is None:
        raise StoreError(_NO_JAVA)
    return int(match[1])


def release_for(java_release: int) -> Release:
    """The newest release of Neo4j that runs on this Java."""
    for row in tomllib.loads((DATA / "releases.toml").read_text("utf-8"))["release"]:
        if java_release >= row["java"]:
            return Release(**row)
    raise StoreError(
        f"a Neo4j server needs Java 17 or newer, and this is Java {java_release}; set JAVA_HOME to a newer"
    )


def jars(release: Release) -> Path:
    """The folder of a release's jars, fetched by Maven the first time (some 140 MB)."""
    cached = FOLDERS.user_cache_path / f"neo4j-{release.version}"
    if cached.is_dir():
        return cached
    maven = shutil.which("mvn")
    if maven is None:
        raise StoreError(_NO_MAVEN)
    cached.parent.mkdir(parents=True, exist_ok=True)
    part = Path(mkdtemp(prefix=f".{cached.name}-", dir=cached.parent))
    try:
        _fetch(maven, release, part)
        part.chmod(0o755)
        if not cached.is_dir():
            part.rename(cached)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return cached


def _fetch(maven: str, release: Release, folder: Path) -> None:
    with as_file(DATA / "pom.xml") as pom:
        command = [maven, "--batch-mode", "--quiet", "--file", str(pom), f"-Dneo4j.version={release.version}"]
        command += ["dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        said = [line for line in done.stdout.splitlines() if line.startswith("[ERROR]")] or ["no reason given"]
        raise StoreError(f"Maven could not fetch Neo4j {release.version}: {said[0].removeprefix('[ERROR] ')}")
