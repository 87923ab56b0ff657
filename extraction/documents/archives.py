"""Tar archives read where they lie: each file in them is a stretch of the archive, and nothing is unpacked."""

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

ARCHIVE = ".tar"
_LARGEST = 500_000_000  # bytes of a file in an archive: no judgment comes near, and each is held in memory


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name there, and where its bytes begin."""

    name: str
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The files of an archive by name, what is wrong with it, a line each, and whether it could be read to its end."""

    members: tuple[Member, ...]
    problems: tuple[str, ...]
    whole: bool


def contents(archive: Path) -> Contents:
    """List an archive. What leads out of it, is no file, is too large or is there twice is told and left out."""
    found: dict[str, Member] = {}
    problems: list[str] = []
    try:
        end = archive.stat().st_size
        with tarfile.open(archive, "r:") as tar:
            for info in _files(tar):
                if wrong := _wrong(info, found):
                    problems.append(f"{archive}: {wrong}")
                if info.isfile() and not _leads_out(info.name) and info.size <= _LARGEST and _within(info, end):
                    found[info.name] = Member(info.name, info.offset_data, info.size)
    except (tarfile.TarError, OSError) as error:
        broken = f"it is no whole tar archive: it ends or is damaged after {len(found)} files ({error})"
        problems.append(f"{archive}: {broken}; these are read; fetch it again, and unpack it if it is compressed")
        return Contents(tuple(found.values()), tuple(problems), False)
    return Contents(tuple(found.values()), tuple(problems), True)


def _files(tar: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """What an archive holds but folders and hidden files."""
    return (m for m in tar if not m.isdir() and not any(p.startswith("._") for p in PurePosixPath(m.name).parts))


def _wrong(info: tarfile.TarInfo, found: dict[str, Member]) -> str:
    if not info.isfile():
        return f"{info.name!r} in it is a link or a device and no file; it is left out"
    if _leads_out(info.name):
        return f"{info.name!r} in it leads out of the archive; it is left out"
    if info.size > _LARGEST:
        return f"{info.name!r} in it has {info.size:,} bytes, more than a judgment has; it is left out"
    return f"{info.name!r} is in it twice; the later one is read" if info.name in found else ""


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts


def _within(info: tarfile.TarInfo, end: int) -> bool:
    """Whether all bytes of a file are there, and not cut off."""
    return info.offset_data + info.size <= end
