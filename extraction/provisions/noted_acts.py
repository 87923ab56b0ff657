"""Acts of which a footnote gives the name: "the Oil Act, 1921[1]", "[1] Hereinafter 'the Act'"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.provisions.act_mentions import ActMention
from extraction.text.footnotes import Footnote

_BESIDE = 3  # characters before the mark of a note: a stop, a quotation mark, a space
_GIVEN = re.compile(
    r"\W{0,3}(?:(?:hereinafter|hereafter|for\s(?:short|brevity|the\ssake\sof\sbrevity)|in\sshort|shortly|briefly|abbreviated"
    r"|also|further|be|being|shall|referred|called|known|collectively|simply|to|as|the|,|-|:)[\s,:]{0,3}){1,9}"
    r"[\"'“‘`]{0,2}\s?(?:the\s)?(?P<name>(?:[A-Z\d][\w.&/-]*\s?){1,5}(?:,\s?\d{4})?)",
    re.IGNORECASE,
)


def with_notes(text: str, acts: Sequence[ActMention], footnotes: Sequence[Footnote]) -> list[ActMention]:
    """The acts of a text with what its notes add: the name by which one goes from there on, or the title in full."""
    by_end = {act.end: index for index, act in enumerate(acts)}
    by_start = {act.start: act for act in acts}
    found = list(acts)
    for note in footnotes:
        index = next(
            (at for back in range(_BESIDE + 1) if (at := by_end.get(note.mark_start - back)) is not None), None
        )
        if index is None or note.start == note.end:
            continue
        act = found[index]
        given = _GIVEN.match(text, note.start, note.end)
        titled = next((by_start[at] for at in range(note.start, note.start + 5) if at in by_start), None)
        if act.form != "pointing" and given and given["name"][0].isupper() and not act.nickname:
            found[index] = replace(act, nickname=given["name"].strip(" ,.'"))
        elif act.form == "pointing" and titled is not None and titled.form == "full":
            found[index] = replace(titled, start=act.start, end=act.end, nickname=text[act.start : act.end])
    return found
