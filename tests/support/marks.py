"""Marks of tests that need a tool: such a test is skipped whole where the tool is absent, and no other test sees it.

Because a test finds on PATH only the tools that it names, one that uses LibreOffice without saying so is red on every
machine, also where LibreOffice is installed. In the full run, with WIJKPLAN_TOOLS_REQUIRED=1, absence is a failure.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.support.tools import PROGRAMS, lacking, path_with

if TYPE_CHECKING:
    from collections.abc import Generator


def _tools_of(item: pytest.Item) -> list[str]:
    return [tool for tool in PROGRAMS if item.get_closest_marker(tool)]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let the test and its fixtures find the tools that it names, and no other."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = path_with(_tools_of(item))
    try:
        return (yield)
    finally:
        os.environ["PATH"] = before


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test before anything of it runs, fixtures included, where a tool is absent."""
    absent = [missing for tool in _tools_of(item) if (missing := lacking(tool))]
    if absent:
        message = f"{absent[0]} is not installed; .ci/run installs it"
        if os.environ.get("WIJKPLAN_TOOLS_REQUIRED") == "1":
            pytest.fail(message, pytrace=False)
        pytest.skip(message)
