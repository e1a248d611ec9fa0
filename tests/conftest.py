"""What tests share: the framework, the examples, and a cache folder of their own."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from generator.framework import load_framework

if TYPE_CHECKING:
    from generator.framework import Framework

# Nothing reads it before the first test: tests neither use nor fill the cache of the person who runs them.
_CACHE = tempfile.TemporaryDirectory(prefix="wijkplan-tests-")
os.environ["XDG_CACHE_HOME"] = _CACHE.name

# A busy machine is no fault in the program: no test is about time. A forge draws the same examples each time, so that
# a change is judged by what it changed; whoever runs the tests by hand draws new ones.
settings.register_profile("wijkplan", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("wijkplan")

pytest_plugins = ["tests.support.marks"]
ROOT = Path(__file__).parent.parent
EXAMPLES = ("molenkwartier", "stationsbuurt", "helmond")


@pytest.fixture(scope="session")
def kader() -> Framework:
    """Return the framework."""
    return load_framework()


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the project."""
    return ROOT
