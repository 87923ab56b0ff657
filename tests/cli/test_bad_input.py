"""Bad input: one clear line each, a non-zero exit where the command failed, and nothing lost."""

import contextlib
import os
import socket
from pathlib import Path

import pytest

from extraction import extract_all
from extraction.records import Extraction, SourceDocument
from tests.support.cli_runs import LANDMARKS, answered, lawgraph, one_line

BUILD = ("build", "--no-embed", "--workers", 1)
GOOD = LANDMARKS / "1978_maneka_gandhi.md"

BAD_FILES = [
    ("empty.txt", b"", "empty"),
    ("blank.md", b" \n\n\t", "blank"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe", "not text"),
    ("cut.json", b'[{"section": "1", "title": "Short ti', "malformed JSON"),
    ("deep.json", b"[" * 100_000, "JSON"),
    ("other.json", b'{"colour": "green"}', "unknown shape"),
    ("cut.xml", b'<?xml version="1.0"?><akomaNtoso><act>', "malformed XML"),
    ("feed.xml", b"<?xml version='1.0'?><rss></rss>", "lawgraph reads acts in Akoma Ntoso"),
    ("page.html", b"<html><body><pre></pre></body></html>", "blank"),
]


@pytest.mark.parametrize(("name", "content", "said"), BAD_FILES, ids=[name for name, _, _ in BAD_FILES])
def test_an_unreadable_document_is_reported_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / GOOD.name).write_bytes(GOOD.read_bytes())
    result = lawgraph(*BUILD, tmp_path / name, tmp_path / GOOD.name, store=tmp_path / "g.db")
    assert result.exit_code == 1
    assert name in one_line(result)
    assert said in one_line(result)
    assert answered("show", "Maneka Gandhi", store=tmp_path / "g.db")["has_text"]


def test_a_bad_new_version_leaves_the_good_one(tmp_path: Path) -> None:
    document, store = tmp_path / GOOD.name, tmp_path / "g.db"
    document.write_bytes(GOOD.read_bytes())
    answered(*BUILD, document, store=store)
    document.write_bytes(b"")
    assert lawgraph(*BUILD, document, store=store).exit_code == 1
    assert answered("show", "Maneka Gandhi", store=store)["has_text"]


def test_invalid_utf_8_is_read_with_a_note(tmp_path: Path) -> None:
    document = tmp_path / GOOD.name
    document.write_bytes(GOOD.read_bytes() + b"\n\n99. Na\xefve.\n")
    report = answered(*BUILD, document, store=tmp_path / "g.db")
    assert len(report["notes"]) == 1
    assert "not valid UTF-8" in report["notes"][0]


def test_a_judgment_of_20_mb_is_read(tmp_path: Path) -> None:
    heard = "and learned counsel who appeared for the appellant was heard at length on each of the questions raised, "
    paragraph = "{}. The appellant relies on Maneka Gandhi v. Union of India, AIR 1978 SC 597. " + heard * 97
    body = "\n\n".join(paragraph.format(number) for number in range(1, 2051))
    (tmp_path / "long.txt").write_text(f"A v. B\n\nSupreme Court of India\n\n{body}", encoding="utf-8")
    assert (tmp_path / "long.txt").stat().st_size > 20_000_000
    assert answered(*BUILD, tmp_path / "long.txt", store=tmp_path / "g.db")["added"] == ["long"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_without_permission_is_reported(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0)
    result = lawgraph(*BUILD, locked, GOOD, store=tmp_path / "g.db")
    locked.chmod(0o700)
    assert result.exit_code == 1
    assert "permission" in one_line(result)


FAILING = [
    (["build", "nowhere"], 1, "no such file or folder"),
    (["build"], 2, "Missing argument"),
    (["build", ".", "--chunk-size", "100", "--chunk-overlap", "50"], 2, "--chunk-overlap"),
    (["build", ".", "--workers", "0"], 2, "--workers"),
    (["ask", ""], 2, "empty"),
    (["ask", " \n "], 2, "empty"),
    (["ask", "who?" * 2500], 2, "10,000 characters"),
    (["ask", "\udcff"], 2, ""),
    (["ask", "Is Golak Nath good law?", "--model", "/nowhere/model"], 2, "model"),
    (["ask", "Is Golak Nath good law?", "--top", "0"], 2, "--top"),
    (["show", "Zebra Corporation v. Unheard Of"], 1, "nothing called"),
    (["show", ""], 1, "nothing called"),
    (["show", "x" * 10_000], 1, "nothing called"),
    (["path", "Maneka Gandhi", "zzzz"], 1, "nothing called"),
    (["search", " "], 2, "nothing to search for"),
    (["remove", "zzzz"], 2, "no document"),
    (["export", "graph.doc"], 2, "unknown kind of export"),
    (["export", "nowhere/graph.jsonl"], 2, "cannot be written"),
    (["precedents", "nowhere.txt"], 2, "no such file"),
    (["precedents", "/nowhere/facts"], 2, "no such file"),
    (["precedents", "my facts.docx"], 2, "no such file"),
    (["precedents", "./facts of the case"], 2, "no such file"),
    (["precedents", "."], 2, "is a folder"),
    (["precedents", "वादी की भूमि ले ली गई"], 2, "no words in English letters"),
    (["precedents", "/dev/null"], 2, "is a pipe, a socket or a device"),
    (["eval", "qa", "nowhere.jsonl"], 2, "cannot be read"),
    (["judge"], 2, "No such command"),
    (["stats", "--colour"], 2, "No such option"),
]


@pytest.mark.parametrize(("command", "code", "said"), FAILING, ids=[" ".join(c)[:30] for c, _, _ in FAILING])
def test_one_clear_line_and_an_exit_code(
    demo_graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    store = tmp_path / "new.db" if command[0] == "build" else demo_graph
    result = lawgraph(*command, store=store)
    assert result.exit_code == code
    assert said in one_line(result)
    assert len(one_line(result)) < 400


@pytest.mark.parametrize("given", ["nowhere", "picture.png", "empty_folder"])
def test_where_there_is_nothing_to_build_no_graph_is_left(tmp_path: Path, given: str) -> None:
    (tmp_path / "picture.png").write_bytes(b"not a document")
    (tmp_path / "empty_folder").mkdir()
    result = lawgraph("build", tmp_path / given, "--no-embed", store=tmp_path / "g.db")
    assert result.exit_code == 1
    assert given in one_line(result)
    assert not list(tmp_path.glob("g.db*"))


@pytest.mark.parametrize("name", ["pleading.docx", "note"])
def test_where_no_kind_is_read_the_kinds_that_are_read_are_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(GOOD.read_bytes())
    for given in (tmp_path, tmp_path / name):
        result = lawgraph("build", given, "--no-embed", store=tmp_path / "g.db")
        assert result.exit_code == 1
        assert name in one_line(result)
        assert ".txt, .md, .json, .pdf" in one_line(result)


def test_files_of_other_kinds_are_counted_and_named(tmp_path: Path) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    for name in (GOOD.name, "a.docx", "b.DOCX", "c"):
        (folder / name).write_bytes(GOOD.read_bytes())
    result = lawgraph(*BUILD, folder, store=tmp_path / "g.db")
    told = " ".join(result.stdout.split())
    assert "3 files of other kinds (.docx 2, no suffix 1): a.docx, b.DOCX, c; lawgraph reads .txt" in told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_pipe_or_socket_in_a_folder_is_passed_over_and_named(tmp_path: Path, workers: int) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    (folder / GOOD.name).write_bytes(GOOD.read_bytes())
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as bound, contextlib.chdir(folder):
        bound.bind("socket.md")
    report = answered("build", "--no-embed", "--workers", workers, folder, store=tmp_path / "g.db")
    assert report["added"] == [GOOD.stem]
    assert sorted(Path(path).name for path in report["ignored"]) == ["pipe.txt", "socket.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_given_directly_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    result = lawgraph(*BUILD, tmp_path / "pipe.txt", store=tmp_path / "g.db")
    assert result.exit_code == 1
    assert "pipe.txt: it is a pipe" in one_line(result)


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"caf\xe9"])
def test_a_name_that_is_no_text_is_a_problem_of_that_file_alone(tmp_path: Path, name: bytes) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    (folder / GOOD.name).write_bytes(GOOD.read_bytes())
    odd = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
    odd.write_bytes(GOOD.read_bytes()) if odd.suffix else odd.mkdir()
    (odd / "a.txt").write_bytes(GOOD.read_bytes()) if odd.is_dir() else None
    result = lawgraph(*BUILD, folder, store=tmp_path / "g.db")
    assert result.exit_code == 1
    assert "not valid UTF-8; rename it" in one_line(result)
    assert answered("show", "Maneka Gandhi", store=tmp_path / "g.db")["has_text"]


def test_a_fault_of_the_reading_is_a_failed_document_and_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_on_one(document: SourceDocument, *sizes: int) -> tuple[Extraction, ...]:
        if document.name == "bad":
            raise ValueError("min() arg is\nan empty sequence")
        return extract_all(document, *sizes)

    monkeypatch.setattr("kg.build.reading.extract_all", fails_on_one)
    for name in ("bad.txt", GOOD.name):
        (tmp_path / name).write_bytes(GOOD.read_bytes())
    result = lawgraph(*BUILD, tmp_path, store=tmp_path / "g.db")
    assert result.exit_code == 1
    assert "bad.txt: lawgraph fails to read it (ValueError: min() arg is an empty sequence" in one_line(result)
    assert answered("show", "Maneka Gandhi", store=tmp_path / "g.db")["has_text"]


READING = [
    ["ask", "Who?"],
    ["show", "x"],
    ["path", "a", "b"],
    ["search", "x"],
    ["stats"],
    ["unresolved"],
    ["remove", "x"],
]


@pytest.mark.parametrize("command", READING, ids=[command[0] for command in READING])
def test_without_a_graph_the_way_to_one_is_told_and_none_is_made(tmp_path: Path, command: list[str]) -> None:
    result = lawgraph(*command, store=tmp_path / "none.db")
    assert result.exit_code == 2
    assert "lawgraph build" in one_line(result)
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("content", [b"", b"plain text, not a database\n" * 100])
def test_a_file_that_is_no_graph_is_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "notes.db"
    file.write_bytes(content)
    result = lawgraph("stats", store=file)
    assert result.exit_code == 2
    assert "notes.db" in one_line(result)
    assert file.read_bytes() == content
