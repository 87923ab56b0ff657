"""The open archives of judgments, built as they lie: tar parts of PDFs, and a catalogue that is trusted."""

import io
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from extraction.documents.archives import contents
from kg.build.build import build
from kg.edges import Cites, DecidedBy
from kg.nodes import Case, Chunk, Document
from kg.store import Store
from kg.stores.open import open_store
from tests.support.archives import HEAD, PAGES, high_court, pdf, supreme_court, tar
from tests.support.cli_runs import lawgraph

ENGLISH = "data/tar/year=2024/english"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "g.db"), create=True)
    yield opened
    opened.close()


def by_stem(store: Store) -> dict[str, Case]:
    return {name.rpartition("/")[2]: case for case in store.find(Case, {"has_text": True}) for name in case.documents}


def test_an_archive_of_the_supreme_court(store: Store, tmp_path: Path) -> None:
    report = build(store, [supreme_court(tmp_path / "sc")])
    assert report.failed == []
    assert [name.rpartition("/")[2] for name in report.added] == [f"{stem}_EN" for stem in PAGES]
    assert report.notes == ["entries of the catalogue have no file here, and are left out: 1 (the first: 2024_9_9_9)"]
    cases = by_stem(store)
    sona = cases["2024_1_10_20_EN"]
    assert (sona.title, sona.court, sona.date) == ("Sona Mills v. State of Goa", "Supreme Court of India", "2024-01-05")
    assert (sona.neutral_citation, sona.bench_size, sona.authors) == ("2024 INSC 11", 2, ("Sandeep Mehta",))
    assert set(sona.citations) == {"2024 INSC 11", "(2024) 1 SCR 10"}
    assert {edge.target for edge in store.expand([sona.id], [DecidedBy])} == {"judge/b-r-gavai", "judge/sandeep-mehta"}
    hari = cases["2024_2_5_9_EN"]
    assert (hari.title, hari.date, hari.authors) == ("Hari Das v. Union of India", "2024-02-14", ("Sanjay Karol",))
    assert (hari.case_number, hari.neutral_citation) == ("CIVIL APPEAL/77/2021", "2024 INSC 40")
    (edge,) = store.expand([hari.id], [Cites])
    assert (edge.target, edge.treatment) == (sona.id, "overruled")
    assert any("Rupa" in chunk.text for chunk in store.scan_nodes(Chunk))


def test_an_archive_of_a_high_court(store: Store, tmp_path: Path) -> None:
    report = build(store, [high_court(tmp_path / "hc")])
    assert (report.failed, report.notes) == ([], [])
    case = by_stem(store)["DLHC010000012023_1_2023-03-02"]
    assert (case.title, case.case_number) == ("Gopal Das v. State NCT of Delhi", "W.P.(C)/101/2022")
    assert (case.court, case.date, case.year) == ("Delhi High Court", "2023-03-02", 2023)
    other = by_stem(store)["DLHC010000022023_1_2023-03-03"]
    assert (other.title, other.authors) == ("Meera v. Arun", ("Raj Kumar",))


def test_a_case_is_shown_by_the_number_that_its_court_gave_the_record(tmp_path: Path) -> None:
    place = tmp_path / "g.db"
    result = lawgraph("build", supreme_court(tmp_path / "sc"), "--no-embed", "--workers", 2, store=place)
    assert result.exit_code == 0, result.stderr
    assert "Moti Lal v. Reserve Bank of India" in lawgraph("show", "ESCR010000122024", store=place).stdout


def test_a_part_that_was_interrupted_goes_on_with_the_rest(store: Store, tmp_path: Path) -> None:
    def interrupt(done: int, total: int, name: str) -> None:
        assert total == len(PAGES)
        if done == 2:
            raise KeyboardInterrupt

    root = supreme_court(tmp_path / "sc")
    assert build(store, [root], progress=interrupt).interrupted
    report = build(store, [root])
    assert (len(report.skipped), len(report.added)) == (2, 1)


def test_what_the_catalogue_corrects_is_read_again(store: Store, tmp_path: Path) -> None:
    root = high_court(tmp_path / "hc")
    build(store, [root])
    (single,) = root.glob("metadata/json/**/*.json")
    single.write_text(single.read_text().replace("GOPAL DAS", "MADHAV RAO"))
    assert len(build(store, [root]).changed) == 1
    assert by_stem(store)["DLHC010000012023_1_2023-03-02"].title == "Madhav Rao v. State NCT of Delhi"


def test_a_part_without_its_catalogue_and_a_part_given_by_itself(store: Store, tmp_path: Path) -> None:
    root = supreme_court(tmp_path / "sc")
    alone = root / ENGLISH / "part-2.tar"
    report = build(store, [alone])
    assert report.added == ["part-2/2024_2_5_9_EN"]
    report = build(store, [alone, root / "metadata" / "parquet"])
    assert "files have no entry in the catalogue, and are read by their pages alone: 1" in " ".join(report.notes)


def test_what_is_gone_from_a_part_is_pruned_but_not_from_a_broken_one(store: Store, tmp_path: Path) -> None:
    root = supreme_court(tmp_path / "sc")
    build(store, [root])
    part = root / ENGLISH / "english.tar"
    whole = part.read_bytes()
    part.write_bytes(whole[: len(whole) // 3])
    report = build(store, [root], prune=True)
    assert report.pruned == []
    assert "fetch it again" in " ".join(report.failed)
    tar(part, [("2024_1_10_20_EN.pdf", pdf(PAGES["2024_1_10_20"]))])
    assert [name.rpartition("/")[2] for name in build(store, [root], prune=True).pruned] == ["2024_1_30_44_EN"]
    assert len(store.find(Document)) == 2


def test_a_broken_file_and_a_broken_catalogue_are_told_and_the_rest_is_read(store: Store, tmp_path: Path) -> None:
    root = supreme_court(tmp_path / "sc")
    tar(
        root / ENGLISH / "part-3.tar",
        [("2024_3_1_1_EN.pdf", b"%PDF-1.4 cut"), ("2024_3_2_2_EN.pdf", pdf([*HEAD, "1. The appeal is dismissed."]))],
    )
    (root / "metadata" / "parquet" / "year=2024" / "metadata.parquet").write_bytes(b"PAR1 damaged")
    report = build(store, [root])
    assert [name.rpartition("/")[2] for name in report.added] == [*(f"{stem}_EN" for stem in PAGES), "2024_3_2_2_EN"]
    damaged, catalogue = sorted(report.failed)
    assert "part-3.tar/2024_3_1_1_EN.pdf: " in damaged
    assert "metadata.parquet: it is no whole Parquet file" in catalogue


def test_parquet_without_its_package_is_told(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    report = build(store, [supreme_court(tmp_path / "sc")])
    assert "pip install 'lawgraph[archives]'" in " ".join(report.failed)
    assert by_stem(store)["2024_2_5_9_EN"].title == "Hari Das v. Union of India"


def test_members_that_are_no_files_lead_out_or_come_twice(tmp_path: Path) -> None:
    path = tmp_path / "tricks.tar"
    with tarfile.open(path, "w") as archive:
        for name, data in (("../out.pdf", b"x"), ("/etc/in.pdf", b"x"), ("a/b.pdf", b"old"), ("a/b.pdf", b"newer")):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.pdf")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        archive.addfile(tarfile.TarInfo("._b.pdf"))
    found = contents(path)
    assert [(member.name, member.size) for member in found.members] == [("a/b.pdf", 5)]
    assert len(found.problems) == 4
    for told in (
        "'../out.pdf' in it leads out",
        "'/etc/in.pdf' in it leads out",
        "twice",
        "'link.pdf' in it is a link",
    ):
        assert told in " ".join(found.problems)


def test_a_huge_member_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "huge.tar"
    info = tarfile.TarInfo("huge.pdf")
    info.size = 600_000_000
    with path.open("wb") as file:
        file.write(info.tobuf())
        file.truncate(512 + 600_000_000 + 1024)
    found = contents(path)
    assert (found.members, found.whole) == ((), True)
    assert "'huge.pdf' in it has 600,000,000 bytes" in found.problems[0]
