"""Neo4j Browser, driven in a headless Chromium."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

GRAPH = "svg.neod3viz"
_SECONDS = 60_000


def chromium() -> str:
    """The system's Chromium; skips where there is none, unless the run must not skip."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None and "LAWGRAPH_REQUIRE_NEO4J" not in os.environ:
        pytest.skip("no Chromium here to open Neo4j Browser with: install chromium")
    assert found, "Chromium is required and not installed"
    return found


@contextmanager
def browser_at(address: str, password: str) -> Iterator["Page"]:
    """Neo4j Browser opened at `address` and connected."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        try:
            page = browser.new_page(viewport={"width": 1680, "height": 1050})
            page.set_default_timeout(_SECONDS)
            page.goto(address)
            page.fill("input[type=password]", password)
            page.keyboard.press("Enter")
            page.wait_for_selector("input[type=password]", state="detached")
            yield page
        finally:
            browser.close()


def run_query(page: "Page") -> None:
    """Run what is in the editor."""
    page.click(".monaco-editor")
    page.keyboard.press("Control+Enter")


def enlarge(page: "Page") -> None:
    """Show the graph alone, all of it, and wait until it has come to rest."""
    page.locator("article", has=page.locator(GRAPH)).locator("button[title='Fullscreen']").click()
    page.wait_for_timeout(6000)
    page.click("button[aria-label='zoom-to-fit']")
    page.wait_for_timeout(2000)
