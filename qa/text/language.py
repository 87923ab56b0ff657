"""Words that questions and drafts are read by."""

import tomllib
from importlib.resources import files
from typing import Any

LANGUAGE: dict[str, Any] = tomllib.loads(files("qa").joinpath("data/draft.toml").read_text(encoding="utf-8"))
GENERIC = frozenset(LANGUAGE["words"]["generic"].split())
