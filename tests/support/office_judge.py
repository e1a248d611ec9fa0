"""LibreOffice as a judge of tracked changes: what a document says with all of them accepted, and with all rejected."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tests.support.tools import office

if TYPE_CHECKING:
    from pathlib import Path

ACCEPT, REJECT = "AcceptAllTrackedChanges", "RejectAllTrackedChanges"
_DOCTYPE = '<!DOCTYPE {root} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{kind}.dtd">'
_LIBRARY = "http://openoffice.org/2000/library"
_SETTINGS = (
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Office">'
    '<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>'
)
"""So LibreOffice counts as started before, and leaves the macros that are there."""
_MACRO = """
Sub Main
{calls}
End Sub

Sub Decide(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim form(1) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "Text (encoded)"
  form(1).Name = "FilterOptions"
  form(1).Value = "UTF8,LF,,"
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" & command, "", 0, Array())
  document.storeToURL(target, form())
  document.close(True)
End Sub
"""


def judged(folder: Path, *cases: tuple[bytes, str]) -> list[list[str]]:
    """Return the lines of text of documents, once LibreOffice accepted or rejected all that was tracked in them.

    Args:
        folder: An empty one.
        cases: The documents, each with `ACCEPT` or `REJECT`.
    """
    calls, targets = [], []
    for number, (data, command) in enumerate(cases):
        source, target = folder / f"{number}.docx", folder / f"{number}.txt"
        source.write_bytes(data)
        targets.append(target)
        calls.append(f'  Decide("{source.as_uri()}", "{target.as_uri()}", "{command}")')
    profile = folder / "profile"
    _write_macro(profile / "user", _MACRO.format(calls="\n".join(calls)))
    command = [str(office()), f"-env:UserInstallation={profile.as_uri()}", "--headless", "macro:///Standard.Judge.Main"]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    return [[line for line in target.read_text("utf-8-sig").splitlines() if line.strip()] for target in targets]


def _write_macro(user: Path, text: str) -> None:
    """Give a profile a macro."""
    folder = user / "basic" / "Standard"
    folder.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    named = f'xmlns:library="{_LIBRARY}"'
    (user / "basic" / "script.xlc").write_text(
        _DOCTYPE.format(root="library:libraries", kind="libraries")
        + f'<library:libraries {named}><library:library library:name="Standard" library:link="false"/>'
        "</library:libraries>",
        "utf-8",
    )
    (folder / "script.xlb").write_text(
        _DOCTYPE.format(root="library:library", kind="library")
        + f'<library:library {named} library:name="Standard" library:readonly="false">'
        '<library:element library:name="Judge"/></library:library>',
        "utf-8",
    )
    (folder / "Judge.xba").write_text(
        _DOCTYPE.format(root="script:module", kind="module")
        + '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Judge"'
        f' script:language="StarBasic">{escape(text)}</script:module>',
        "utf-8",
    )
