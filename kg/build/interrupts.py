"""Ctrl-C while a graph is built: noted, and heeded between two documents."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def noting_interrupts() -> Iterator[Callable[[], bool]]:
    """Within, the first Ctrl-C is only noted, and what it gives says so; a second one interrupts at once.

    Raised anywhere, an interrupt can fall between a transaction's end and the report of it, or into a callback that
    loses it. Where interrupts are ignored, and in threads, which get none, all stays as it is.
    """
    asked = False

    def note(_: int, __: FrameType | None) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    if threading.current_thread() is not threading.main_thread() or signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        yield lambda: False
        return
    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)
