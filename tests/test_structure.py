"""The house as a whole: every module has a name of its own, and no import comes back to where it started."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.support.documents import ROOT
from tests.support.modules import imports, modules

_DOMAIN = {"generator.answers", "generator.framework", "generator.plan", "generator.checks"}
"""A thing of the domain keeps its one Dutch name in each of these; any other name is used once."""


def test_a_name_is_used_once() -> None:
    """No two modules share a name, but for a thing of the domain in the stages that it passes through."""
    places = defaultdict(list)
    for module in modules():
        package, _, name = module.rpartition(".")
        places[name].append(package)
    shared = {name: found for name, found in places.items() if len(found) > 1 and not set(found) <= _DOMAIN}
    assert not shared


def test_no_import_goes_round() -> None:
    """No module imports another that leads back to it, not even inside a function."""
    known = modules()
    graph = {name: imports(path, known) - {name} for name, path in known.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise AssertionError(" → ".join(error.args[1])) from error


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "scripts").glob("*.py")))
def test_a_script_starts_as_a_module(name: str) -> None:
    """Each module of `scripts` can be imported as `python -m scripts.…` does, from the root of the project."""
    subprocess.run([sys.executable, "-c", f"import scripts.{name}"], cwd=ROOT, check=True)
