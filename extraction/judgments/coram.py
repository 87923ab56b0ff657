"""The bench as a head without labels announces it: "CORAM: HON'BLE MR. JUSTICE ..."."""

import re

from extraction.judgments.judges import judge_names

_MARK = re.compile(r"^\W*(?:CORAM|PRESENT|BEFORE|QUORUM)\b[ \t]*[:.-]*[ \t-]*", re.IGNORECASE | re.MULTILINE)
_JUDGE = re.compile(r"\bJUSTICE\b|,\s*(?:C\.?\s?J|J\s?J?)\.(?:\s*I\.)?\W*$", re.IGNORECASE)


def read_coram(head: str, year: int | None) -> tuple[str, ...]:
    """The judges in the lines after such a mark; nothing where none of them is called a judge."""
    for mark in _MARK.finditer(head):
        names: list[str] = []
        for line in head[mark.end() :].lstrip().split("\n"):
            if not _JUDGE.search(line):
                break
            names += judge_names(line, year)
        if names:
            return tuple(dict.fromkeys(names))
    return ()
