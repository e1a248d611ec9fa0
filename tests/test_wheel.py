"""The wheel: what a municipality installs, in an empty environment, far from this folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.documents import ROOT, paragraphs, parts_but_versions

pytestmark = pytest.mark.slow
_SCRIPTS, _SUFFIX = ("Scripts", ".exe") if sys.platform == "win32" else ("bin", "")


@dataclass(frozen=True)
class Installed:
    """An environment with nothing but the wheel and what it needs."""

    folder: Path
    work: Path

    def run(self, program: str, *words: str) -> str:
        """Run a program of the environment from the work folder, and return what it says."""
        environment = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "VIRTUAL_ENV"}}
        found = subprocess.run(
            [self.folder / _SCRIPTS / f"{program}{_SUFFIX}", *words],
            cwd=self.work,
            capture_output=True,
            encoding="utf-8",
            env={**environment, "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(self.folder / "cache")},
            timeout=300,
            check=False,
        )
        assert found.returncode == 0, found.stdout + found.stderr
        return found.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the source package, the wheel from that, and install the wheel."""
    folder, built, work = (tmp_path_factory.mktemp(name) for name in ("omgeving", "gebouwd", "werkmap"))
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(built), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, timeout=120)
    venv.create(folder, with_pip=True)
    [wheel] = built.glob("*.whl")
    there = Installed(folder, work)
    there.run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel))
    return there


def test_framework_and_templates_come_from_inside_the_wheel(installed: Installed) -> None:
    """Nothing is read from the folder of the project."""
    asked = (
        "from generator import resources as r; print(r.framework_file(), r.templates_dir(), r.neutral_house_style())"
    )
    for place in map(Path, installed.run("python", "-c", asked).split()):
        assert place.exists()
        assert place.is_relative_to(installed.folder)


def test_the_package_says_that_it_is_typed(installed: Installed) -> None:
    """A type checker reads the types of what another program imports."""
    asked = "from importlib import resources as r; print(r.files('generator').joinpath('py.typed').is_file())"
    assert installed.run("python", "-c", asked).split() == ["True"]


@pytest.mark.parametrize("start", [["wijkplan"], ["python", "-m", "generator"]], ids=" ".join)
def test_the_installed_command_makes_the_committed_plan(installed: Installed, start: list[str]) -> None:
    """Both ways to start it give the example's plan, part by part, from another folder."""
    example = ROOT / "examples" / "molenkwartier"
    target = installed.work / f"{start[0]}.docx"
    installed.run(*start, "genereer", str(example / "antwoorden.yaml"), "-o", str(target))
    made, committed = (parts_but_versions(file.read_bytes()) for file in (target, example / "plan.docx"))
    assert list(made) == list(committed)
    assert [name for name in made if made[name] != committed[name]] == []


def test_an_example_can_be_copied_from_it(installed: Installed) -> None:
    """Byte for byte as in the folder of the project, with its pictures, and its plan can be made."""
    installed.run("wijkplan", "nieuw", "voorbeeld", "--voorbeeld", "molenkwartier")
    example, there = ROOT / "examples" / "molenkwartier", installed.work / "voorbeeld"
    files = [Path("antwoorden.yaml"), *(path.relative_to(example) for path in (example / "beeld").iterdir())]
    assert len(files) > 4
    assert all((there / file).read_bytes() == (example / file).read_bytes() for file in files)
    installed.run("wijkplan", "genereer", "voorbeeld", "--formaat", "html")
    assert (there / "plan.html").read_text(encoding="utf-8").count('src="data:image/png') == len(files) - 1


def test_a_new_plan_can_be_made_with_it(installed: Installed) -> None:
    """New, check, generate, in Word and as a web page, with only the two names."""
    installed.run("wijkplan", "nieuw", "x", "--gemeente", "Elzenbeek", "--wijk", "De Hoek")
    assert "0 fouten" in installed.run("wijkplan", "controleer", "x/antwoorden.yaml")
    installed.run("wijkplan", "genereer", "x/antwoorden.yaml")
    installed.run("wijkplan", "genereer", "x/antwoorden.yaml", "--formaat", "html")
    assert any("De Hoek" in text for _, text in paragraphs((installed.work / "x" / "plan.docx").read_bytes()))
    assert "De Hoek" in (installed.work / "x" / "plan.html").read_text(encoding="utf-8")


_FORM = """
import threading, urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from generator.browser.opened_folder import OpenedFolder
from generator.browser.serving import FormServer
server = FormServer(OpenedFolder.of(Path()))
thread = threading.Thread(target=server.run)
thread.start()
browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
print(browser.open(server.address).read().count(b"<h1>Je plannen</h1>"))
for name in ("form.css", "form.js", "vendor/htmx.min.js", "vendor/htmx.LICENSE", "vendor/utrecht.css"):
    print(browser.open(f"http://127.0.0.1:{server.port}/static/{name}").status)
server.stop()
thread.join()
"""


def test_the_form_opens_from_it(installed: Installed) -> None:
    """With its pages, its looks and scripts, and their licences."""
    assert installed.run("python", "-c", _FORM).split() == ["1", *["200"] * 5]
