"""What a web page puts around a text: menus, counters and footers, which are no part of it."""

import re

_FOOTER = re.compile(
    r"^(?:Related AI tags, queries and research notes|Related user Queries|Translation\s+Related user Queries"
    r"|About\s+Disclaimer\s+Privacy Policy)\s*$",
    re.MULTILINE,
)
_FOOTER_REACH = 20_000  # characters at the end in which a web page's footer begins
FRONT_MATTER = re.compile(r"\s*---\n(?P<fields>(?:[^\n]*\n){1,60}?)---\n")


def body_end(text: str) -> int:
    """Where the text ends and the page's footer begins (the text's length where there is none)."""
    reach = max(len(text) - _FOOTER_REACH, len(text) // 2)
    footer = _FOOTER.search(text, reach)
    return footer.start() if footer else len(text)
