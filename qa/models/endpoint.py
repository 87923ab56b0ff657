"""A language model behind an OpenAI-compatible endpoint (vLLM, Ollama, llama.cpp and others)."""

import json
import os
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator
from http.client import HTTPException
from typing import Any

from qa.errors import ModelError
from qa.models.interface import Message

TIMEOUT = 120.0


class OpenAIModel:
    """Speaks to `URL#model-name`; the key, if one is needed, is in OPENAI_API_KEY."""

    def __init__(self, spec: str, timeout: float = TIMEOUT) -> None:
        """Raises `ModelError` if no model name follows the address; nothing is sent yet."""
        base, _, model = spec.partition("#")
        if not model:
            raise ModelError(f"no model named in {spec}: write it after a '#', as in {base.rstrip('/')}#llama-3.2-3b")
        self.name = model
        self._url = base.rstrip("/") + "/chat/completions"
        self._timeout = timeout

    def write(self, messages: list[Message], limit: int) -> str:
        """The reply's text. Raises `ModelError` when the endpoint is unreachable, slow or answers with an error."""
        return "".join(self.stream(messages, limit))

    def stream(self, messages: list[Message], limit: int) -> Iterator[str]:
        """The reply's text as it comes, at once where the endpoint does not stream. Raises `ModelError` as `write`."""
        body = {"model": self.name, "messages": messages, "max_tokens": limit, "temperature": 0, "stream": True}
        try:
            yield from self._post(json.dumps(body).encode())
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise ModelError(f"{self._url} did not answer like an OpenAI-compatible endpoint; check the URL") from error

    def _post(self, body: bytes) -> Iterator[str]:
        request = urllib.request.Request(self._url, data=body, headers=self._headers())
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as response:
                streams = response.headers.get_content_type() == "text/event-stream"
                yield from _deltas(response) if streams else [_content(json.load(response), "message")]
        except urllib.error.HTTPError as error:
            raise ModelError(f"{self._url} answered {error.code} {error.reason}: check model name and key") from error
        except TimeoutError as error:
            raise ModelError(f"{self._url} did not answer within {self._timeout:.0f} seconds") from error
        except (urllib.error.URLError, OSError, HTTPException) as error:
            cause = getattr(error, "reason", error)
            raise ModelError(f"{self._url} cannot be reached ({cause}): is the server running?") from error

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json"}
        key = os.environ.get("OPENAI_API_KEY")
        if key:
            headers["Authorization"] = f"Bearer {key}"
        return headers


def _deltas(lines: Iterable[bytes]) -> Iterator[str]:
    """The pieces of text in a stream of server-sent events."""
    for line in lines:
        data = line.decode("utf-8").strip().removeprefix("data:").strip()
        if line.startswith(b"data:") and data != "[DONE]":
            record = json.loads(data)
            if record["choices"]:
                yield _content(record, "delta")


def _content(record: Any, part: str) -> str:
    return str(record["choices"][0][part].get("content") or "")
