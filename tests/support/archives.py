"""A small archive of judgments in the layout of the open ones: tar parts of PDFs, and what the courts list of them."""

import io
import json
import tarfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.support.printed import Layout, printed

HEAD = (
    *("IN THE SUPREME COURT OF INDIA", "CIVIL APPEAL NO. 5 OF 2020", "ONE ... APPELLANT", "VERSUS"),
    *("OTHER ... RESPONDENT", "JUDGMENT", "A. NOBODY, J."),
)
PAGES = {
    "2024_1_10_20": [
        *HEAD,
        "1. We follow Rupa v. Union of India, (1999) 3 SCC 7, on article 14.",
        "2. The appeal fails.",
    ],
    "2024_1_30_44": ["ORDER", "1. The writ petition under article 32 is dismissed."],
    "2024_2_5_9": [*HEAD, "1. Sona Mills v. State of Goa, 2024 INSC 11, is overruled.", "2. The appeal is allowed."],
}
"""By stem: the pages say little of what the catalogue says, and that wrongly."""

LISTED: list[dict[str, Any]] = [
    {
        "title": "SONA MILLS versus STATE OF GOA",
        "petitioner": "SONA MILLS",
        "respondent": "STATE OF GOA",
        "judge": "B.R. GAVAI, SANDEEP MEHTA",
        "author_judge": "SANDEEP MEHTA",
        "citation": "[2024] 1 S.C.R. 10",
        "case_id": "2024 INSC 11",
        "cnr": "ESCR010000112024",
        "decision_date": "05-01-2024",
        "disposal_nature": "Dismissed",
        "court": "Supreme Court of India",
        "path": "2024_1_10_20",
        "nc_display": "2024INSC11",
    },
    {
        "title": "MOTI LAL versus RESERVE BANK OF INDIA",
        "petitioner": "MOTI LAL",
        "respondent": "RESERVE BANK OF INDIA",
        "judge": "B.R. GAVAI",
        "citation": "[2024] 1 S.C.R. 30",
        "cnr": "ESCR010000122024",
        "decision_date": "09-01-2024",
        "court": "Supreme Court of India",
        "path": "2024_1_30_44",
        "nc_display": "2024INSC12",
    },
    {"title": "ABSENT versus MISSING", "path": "2024_9_9_9", "decision_date": "10-01-2024"},
]

CARD = """<button id="link_0"><strong>HARI DAS versus UNION OF INDIA</strong></button>
<strong>Coram : SANJAY KAROL*, SANDEEP MEHTA</strong><span class="escrText">[2024] 2 S.C.R. 5</span>
<span class="ncDisplay">2024INSC40</span><input id="cnr" value="ESCR010000402024">
<strong class="caseDetailsTD"><span>Decision Date :</span><font> 14-02-2024</font> |
<span>Case No :</span><font> CIVIL APPEAL/77/2021</font> | <span>Disposal Nature :</span><font> Allowed</font>
</strong>"""


def pdf(lines: Sequence[str]) -> bytes:
    """The page of a judgment."""
    return printed(lines, Layout())


def tar(path: Path, members: Sequence[tuple[str, bytes]]) -> Path:
    """A tar archive of files."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(path, "w:gz" if path.suffix == ".gz" else "w") as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def supreme_court(root: Path) -> Path:
    """Two parts of PDFs, a translation, and the catalogue: two rows as Parquet, one as the portal's card in JSON."""
    import duckdb

    stems = list(PAGES)
    english = root / "data" / "tar" / "year=2024" / "english"
    tar(english / "english.tar", [(f"{stem}_EN.pdf", pdf(PAGES[stem])) for stem in stems[:2]])
    tar(english / "part-2.tar", [(f"{stems[2]}_EN.pdf", pdf(PAGES[stems[2]]))])
    tar(english.parent / "regional" / "regional.tar", [(f"{stems[0]}_HIN.pdf", pdf(["hindi"]))])
    (english / "english.index.json").write_text('{"file_count": 2}')
    rows = root / "metadata" / "parquet" / "year=2024" / "metadata.parquet"
    rows.parent.mkdir(parents=True)
    columns = list(LISTED[0])
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE listed ({', '.join(f'{column} VARCHAR' for column in columns)})")
        for row in LISTED:
            connection.table("listed").insert([row.get(column) for column in columns])
        connection.execute(f"COPY listed TO '{rows}' (FORMAT parquet, COMPRESSION snappy)")
    record = {"raw_html": CARD, "path": stems[2], "scraped_at": "2025-01-01"}
    tar(root / "metadata" / "tar" / "year=2024" / "metadata.tar", [(f"{stems[2]}.json", json.dumps(record).encode())])
    return root


def high_court(root: Path) -> Path:
    """A loose PDF and one in a tar part of a bench, with their records in JSON: loose, and in a compressed part."""
    bench = Path("year=2023", "court=7_26", "bench=dhcdb")
    loose, archived = "DLHC010000012023_1_2023-03-02", "DLHC010000022023_1_2023-03-03"
    pages = {
        loose: ["1. The petition under article 226 is allowed."],
        archived: ["1. The appeal fails under section 138 of the Negotiable Instruments Act, 1881."],
    }
    place = root / "data" / "pdf" / bench
    place.mkdir(parents=True)
    (place / f"{loose}.pdf").write_bytes(pdf(pages[loose]))
    tar(root / "data" / "tar" / bench / "pdfs.tar", [(f"{archived}.pdf", pdf(pages[archived]))])
    records = {
        loose: record("W.P.(C)/101/2022 of GOPAL DAS Vs STATE NCT OF DELHI", loose, "02-03-2023"),
        archived: record("CRL.A./7/2020 of MEERA Vs ARUN", archived, "03-03-2023"),
    }
    single = root / "metadata" / "json" / bench / f"{loose}.json"
    single.parent.mkdir(parents=True)
    single.write_text(json.dumps(records[loose]))
    member = (f"{archived}.json", json.dumps(records[archived]).encode())
    tar(root / "metadata" / "tar" / bench / "metadata.tar.gz", [member])
    return root


def record(title: str, stem: str, date: str) -> Mapping[str, str]:
    """A record of a High Court."""
    return {
        "title": title,
        "judge": "HON'BLE MR. JUSTICE RAJ KUMAR",
        "court": "High Court of Delhi",
        "decision_date": date,
        "cnr": stem.partition("_")[0],
        "pdf_link": f"court/cnrorders/dhcdb/orders/{stem}.pdf",
    }
