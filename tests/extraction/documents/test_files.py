"""Files and folders become documents: names, digests, formats, and one clear line for what cannot be read."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from extraction.documents.files import DocumentError, find_documents, load

JUDGMENT = "A v B\nSupreme Court of India\n\n1 May 1970\nC.A. No. 1 of 1969\n1. The appeal is dismissed.\n"
ACT = [{"section": 1, "title": "Short title", "description": "This Act may be called the Toll Act, 1950."}]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "texts"
    for name in ("b.txt", "a.md", "sub/c.txt", "sub/deep/d.JSON", "notes.odt", ".hidden.txt", ".git/e.txt"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(JUDGMENT)
    return root


def test_a_folder_is_searched_to_the_bottom_and_names_are_paths_in_it(folder: Path) -> None:
    listing = find_documents([folder])
    assert [file.name for file in listing.files] == ["a", "b", "sub/c", "sub/deep/d"]
    assert [path.name for path in listing.ignored] == ["notes.odt"]
    assert listing.problems == ()


def test_what_a_browser_saves_beside_a_page_is_passed_over(folder: Path) -> None:
    for name in ("page.html", "page_files/ad.html", "other_files/d.html"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"<html><body>{JUDGMENT}")
    names = [file.name for file in find_documents([folder]).files]
    assert names == ["a", "b", "other_files/d", "page", "sub/c", "sub/deep/d"]


def test_a_file_given_directly_goes_by_its_stem(folder: Path) -> None:
    listing = find_documents([folder / "sub" / "c.txt", str(folder / "b.txt")])
    assert [(file.name, file.path.name) for file in listing.files] == [("b", "b.txt"), ("c", "c.txt")]


def test_two_files_of_one_name_keep_the_first_and_report_the_other(folder: Path) -> None:
    (folder / "b.md").write_text(JUDGMENT)
    listing = find_documents([folder])
    assert [file.path.name for file in listing.files if file.name == "b"] == ["b.md"]
    assert len(listing.problems) == 1
    assert "b.txt" in listing.problems[0]
    assert "'b' is already taken" in listing.problems[0]
    assert "rename" in listing.problems[0]


def test_the_same_file_given_twice_is_one_document(folder: Path) -> None:
    listing = find_documents([folder, folder, folder / "b.txt"])
    assert [file.name for file in listing.files].count("b") == 1
    assert listing.problems == ()


def test_a_missing_path_is_a_problem_and_the_rest_goes_on(folder: Path) -> None:
    listing = find_documents([folder / "nowhere", folder])
    assert len(listing.files) == 4
    assert listing.problems == (f"{folder / 'nowhere'}: there is no such file or folder; check the path",)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every folder")
def test_a_folder_without_permission_is_a_problem(folder: Path) -> None:
    (folder / "sub").chmod(0)
    try:
        listing = find_documents([folder])
    finally:
        (folder / "sub").chmod(0o755)
    assert [file.name for file in listing.files] == ["a", "b"]
    assert "cannot be opened" in listing.problems[0]


def test_text_keeps_every_character_and_the_digest_is_of_the_bytes(tmp_path: Path) -> None:
    data = "A v B\r\n\r\n1. caf\u00e9\r\n".encode()
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    document = load(path, "a")
    assert document.text == "A v B\r\n\r\n1. caf\u00e9\r\n"
    assert document.digest == hashlib.sha256(data).hexdigest()
    assert (document.name, document.format, document.notes) == ("a", "judgment", ())


def test_invalid_utf8_is_replaced_and_noted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(JUDGMENT.encode() + "Naïve ".encode() + b"\xff of \xfe")
    document = load(path, "a")
    assert document.text.endswith("\ufffd of \ufffd")
    assert document.notes == ("2 characters are not valid UTF-8 and were replaced",)


@pytest.mark.parametrize(
    ("text", "format"),
    [
        (JUDGMENT, "judgment"),
        ("Words without any form.", "judgment"),
        ("[1978] 2 SCR 621 is the report of this case.", "judgment"),
        (json.dumps(ACT), "act-json"),
        (json.dumps({"title": "The Toll Act, 1950", "sections": ACT}), "act-json"),
        (
            "# The Toll Act, 1950\n\nBE it enacted by Parliament as follows:--\n1.\nShort title.-\nThis Act is short.\n"
            "2.\nDefinitions.-\nIn this Act, toll means toll.\n3.\nLevy.-\nToll is levied.\n",
            "act-text",
        ),
        ("# The Toll Act, 1950 v. Nobody\n\n1. It was argued. \n2. Dismissed.", "judgment"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".json"])
def test_the_format_is_found_by_content_not_suffix(tmp_path: Path, text: str, format: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text(text)
    assert load(path, "a").format == format


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n ", "the file is blank"),
        (b"MZ\x90\x00\x03" * 100, "looks binary"),
        (bytes(range(128, 256)) * 50, "looks binary"),
        (b'[\n {"section": 1,\n  "title": }\n]', "malformed JSON at line 3, column 12"),
        (b'{"hello": "world"}', "JSON of an unknown shape"),
        (b"[[1, 2], [3]]", "JSON of an unknown shape"),
        (b"[" * 100_000, "JSON"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    with pytest.raises(DocumentError) as caught:
        load(path, "bad")
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert says in message
    assert ";" in message, "says how to mend it"
    assert "\n" not in message


def test_a_missing_file_is_a_document_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read"):
        load(tmp_path / "gone.txt", "gone")


def test_all_shared_documents_load(shared_data: Path) -> None:
    acts = find_documents([shared_data / "statutes" / "acts"])
    formats = {file.name: load(file.path, file.name).format for file in acts.files}
    assert {name: format for name, format in formats.items() if format != "act-json"} == {
        "the_indian_contract_act_1872": "act-text",
        "the_information_technology_act_2000": "act-text",
    }
    landmarks = find_documents([shared_data / "judgments" / "landmarks"])
    assert {load(file.path, file.name).format for file in landmarks.files} == {"judgment"}
