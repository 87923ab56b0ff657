"""Reading PDF files in a process of its own, so that no file can hold up or end the one that asks."""

import atexit
import json
import math
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from extraction.documents.pdf import PdfError, read_pdf
from extraction.documents.reflow import PagedText

if sys.platform != "win32":
    import resource

SECONDS = 20  # for any PDF, however short: for the start of the process on a busy machine
BYTES_A_SECOND = 25_000  # a long file is given longer in proportion
MEMORY = 1 << 30  # a file of a few kilobytes can unpack to any size
_OCR_FACTOR = 10  # pages that are read as pictures take many times as long as letters that are given
_SERVE = "import sys; sys.path.append(sys.argv[1]); from extraction.documents.pdf_worker import serve; serve()"
_MEND = "print it to a new PDF and give that one"


class PdfReader:
    """A process that reads PDF files one after the other; it is started when needed, and again where it ended.

    A file may take 20 CPU seconds and one more for each 25,000 bytes, ten times as much with text recognition, and
    1 GiB of memory. Windows sets no such limits.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, data: bytes, ocr: bool) -> tuple[PagedText, tuple[str, ...]]:
        """What `read_pdf` gives; raises PdfError as it does, and for a file that takes too long or too much memory."""
        seconds = (SECONDS + len(data) // BYTES_A_SECOND) * (_OCR_FACTOR if ocr else 1)
        asked = {"size": len(data), "ocr": ocr, "seconds": seconds, "memory": MEMORY}
        with self._turn:
            process = self._running()
            try:
                line = _exchange(process, json.dumps(asked).encode() + b"\n" + data)
            except BaseException:
                self.close()
                raise
            if not line:
                raise PdfError(_why(process.wait(), seconds))
        answer = json.loads(line)
        if "error" in answer:
            raise PdfError(answer["error"])
        pages = tuple((offset, page) for offset, page in answer["pages"])
        return PagedText(answer["text"], pages), tuple(answer["notes"])

    def close(self) -> None:
        """End the process, whatever it does."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            command = [sys.executable, "-P", "-c", _SERVE, str(Path(__file__).parents[2])]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
        return self._process


READER = PdfReader()
atexit.register(READER.close)


def _exchange(process: subprocess.Popen[bytes], request: bytes) -> bytes:
    """The line that answers a request; empty where the process ended over it."""
    assert process.stdin
    assert process.stdout
    try:
        process.stdin.write(request)
        process.stdin.flush()
    except BrokenPipeError:
        return b""
    return process.stdout.readline()


def _why(status: int, seconds: int) -> str:
    if status == -signal.SIGXCPU:
        return f"the PDF takes more than {seconds} seconds to read; {_MEND}"
    return f"the PDF makes its reader fail, or needs more than {MEMORY / (1 << 30):.2g} GiB of memory; {_MEND}"


def serve() -> None:
    """Answer requests on the standard input until it ends, each within the limits that it sets."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while head := sys.stdin.buffer.readline():
        asked = json.loads(head)
        data = sys.stdin.buffer.read(asked["size"])
        _limit(asked["seconds"], asked["memory"])
        sys.stdout.write(_answer(data, asked["ocr"]) + "\n")
        sys.stdout.flush()


def _answer(data: bytes, ocr: bool) -> str:
    try:
        paged, notes = read_pdf(data, ocr)
    except PdfError as error:
        return json.dumps({"error": str(error)})
    return json.dumps({"text": paged.text, "pages": paged.pages, "notes": notes})


def _limit(seconds: int, memory: int) -> None:
    """Have the system end this process after so many more CPU seconds, and refuse it more bytes of memory."""
    if sys.platform != "win32":
        until = math.ceil(time.process_time()) + seconds
        for kind, most in ((resource.RLIMIT_CPU, until), (resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
