"""A folder of acts in Akoma Ntoso is built from the command line."""

from pathlib import Path

from tests.support.akoma_ntoso import akoma_ntoso
from tests.support.cli_runs import answered, lawgraph


def test_two_states_acts_of_one_title_stay_apart(tmp_path: Path) -> None:
    folder, store = tmp_path / "acts", tmp_path / "g.db"
    folder.mkdir()
    for state in ("kar", "bih"):
        xml = akoma_ntoso(title="Village Wells Act, 1961", address=f"/in-{state}/act/1961/9")
        (folder / f"{state}.xml").write_text(xml, encoding="utf-8")
    report = answered("build", folder, "--no-embed", "--workers", 1, store=store)
    assert sorted(report["added"]) == ["bih", "kar"]
    assert not report["failed"]
    assert report["nodes"]["Provision"] == 2 * 5 + 1
    exported = tmp_path / "graph.jsonl"
    answered("export", exported, store=store)
    text = exported.read_text(encoding="utf-8")
    assert "village-wells-act-1961-karnataka/section-2A" in text
    assert "village-wells-act-1961-bihar/section-2A" in text


def test_an_act_is_written_alone(tmp_path: Path) -> None:
    act, store, written = tmp_path / "wells.xml", tmp_path / "g.db", tmp_path / "act.xml"
    act.write_text(akoma_ntoso(), encoding="utf-8")
    answered("build", act, "--no-embed", "--workers", 1, store=store)
    report = answered("export", "--akn", "village wells act", written, store=store)
    assert (report["act"], report["provisions"]) == ("village-wells-act-1961", 5)
    assert "<heading>Duty to keep a well</heading>" in written.read_text(encoding="utf-8")
    refused = lawgraph("export", "--akn", "no such act", tmp_path / "none.xml", "--store", store)
    assert refused.exit_code == 2
    assert refused.stderr.count("\n") == 1
    assert not (tmp_path / "none.xml").exists()
