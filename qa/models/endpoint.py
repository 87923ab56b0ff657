"""A language model behind an OpenAI-compatible endpoint (vLLM, Ollama, llama.cpp and others)."""

import json
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

import httpx

from extraction.errors import first_line
from qa.errors import ModelError
from qa.models.interface import Message

TIMEOUT = 120.0  # seconds: a large model answers slowly on a CPU
BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
WAITS = (0.5, 2.0)
"""Seconds before an endpoint that says it is busy is asked again."""


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
        headers = _headers()
        try:
            with self._answered(body, headers) as response:
                streams = response.headers.get("Content-Type", "").startswith("text/event-stream")
                yield from (
                    _deltas(response.iter_lines()) if streams else [_content(json.loads(response.read()), "message")]
                )
        except httpx.HTTPStatusError as error:
            told = f"{error.response.status_code} {error.response.reason_phrase}"
            raise ModelError(f"{self._url} answered {told}: check model name and key") from error
        except httpx.TimeoutException as error:
            raise ModelError(f"{self._url} did not answer within {self._timeout:.0f} seconds") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ModelError(f"{self._url} cannot be reached ({first_line(error)}): is the server running?") from error
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise ModelError(f"{self._url} did not answer like an OpenAI-compatible endpoint; check the URL") from error

    @contextmanager
    def _answered(self, body: dict[str, Any], headers: dict[str, str]) -> Iterator[httpx.Response]:
        for wait in (*WAITS, None):
            with httpx.stream("POST", self._url, json=body, headers=headers, timeout=self._timeout) as response:
                if wait is None or response.status_code not in BUSY:
                    response.raise_for_status()
                    yield response
                    return
            time.sleep(wait)


def _headers() -> dict[str, str]:
    key = os.environ.get("OPENAI_API_KEY", "").strip()
    if not (key.isascii() and key.isprintable()):
        raise ModelError("OPENAI_API_KEY holds characters that no key has: set it again")
    return {"Authorization": f"Bearer {key}"} if key else {}


def _deltas(lines: Iterable[str]) -> Iterator[str]:
    """The pieces of text in a stream of server-sent events."""
    for line in lines:
        data = line.removeprefix("data:").strip()
        if line.startswith("data:") and data != "[DONE]":
            record = json.loads(data)
            if record["choices"]:
                yield _content(record, "delta")


def _content(record: Any, part: str) -> str:
    return str(record["choices"][0][part].get("content") or "")
