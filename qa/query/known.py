"""Whether a question asks for a case by what it stands for, and what that is."""

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

_TABLE: dict[str, Any] = tomllib.loads(files("qa").joinpath("data/known.toml").read_text(encoding="utf-8"))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("{case}", _TABLE["case"]).replace("{held}", _TABLE["held"]), re.IGNORECASE)


_ASKS = [_compiled(pattern) for pattern in _TABLE["asks"]]
_AROUND = _compiled(_TABLE["around"])
_SEVERAL = _compiled(_TABLE["several"])


@dataclass(frozen=True, slots=True)
class Described:
    """What the case stands for that is asked for, and whether `several` cases are."""

    told: str
    several: bool


def described(text: str) -> Described | None:
    """What is told of the case that a question asks for: "X is barred" of "Which case held that X is barred?"."""
    found = next((match for pattern in _ASKS if (match := pattern.search(text))), None)
    if found is None:
        return None
    told = _AROUND.sub("", f"{text[: found.start()]} {text[found.end() :]}").strip(" ?.,;:–—-'\"")
    return Described(told, bool(_SEVERAL.search(found.group()))) if told else None


def told(text: str) -> str:
    """What a question tells of a case; all of it where nothing of it only asks."""
    asked = described(text)
    return asked.told if asked else text
