"""Asks LibreOffice for another format of a document: the one place that starts another program."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from generator import limits
from generator.problems import ProblemsError

_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = {
    "win32": (
        r"C:\Program Files\LibreOffice\program\soffice.exe",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    ),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}
_ABSENT = (
    "LibreOffice staat niet op deze computer. Dat gratis programma maakt de pdf en telt de pagina’s.",
    "Installeer het van https://nl.libreoffice.org, of wijs het aan met --soffice. "
    "Een pdf maken kan ook in Word zelf: Bestand, Opslaan als, PDF.",
)
_PROCESS_GROUP = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)


def find_office(given: Path | None = None) -> Path:
    """Return the program `soffice`: the one that is given, else the one on PATH or in a usual place.

    Raises:
        ProblemsError: It is not there, or it is no program.
    """
    if given is not None:
        return _checked(given)
    places = [shutil.which(name) for name in _NAMES] + [*_USUAL_PLACES.get(sys.platform, ())]
    found = next((place for place in places if place and Path(place).is_file()), None)
    if found is None:
        raise ProblemsError.about("LibreOffice", *_ABSENT)
    return Path(found)


def present_office() -> Path | None:
    """Return the program `soffice` where it is on this computer."""
    try:
        return find_office()
    except ProblemsError:
        return None


def convert(document: bytes, office: Path, form: str, *, time_out: float = limits.OFFICE_SECONDS) -> bytes:
    """Return a Word document in another format.

    LibreOffice works in a folder and with a profile that are thrown away, so that calls side by side and a
    LibreOffice that stands open do not disturb each other. Only the file it leaves counts, not its exit code.

    Args:
        document: The Word document.
        office: The program, from `find_office`.
        form: The extension of the format, with the name and options of the export filter after a colon.
        time_out: Seconds after which it is stopped.

    Raises:
        ProblemsError: It could not start, did not finish in time, or left no file.
    """
    with tempfile.TemporaryDirectory(prefix="wijkplan-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        source, out = folder / "plan.docx", folder / "uit"
        source.write_bytes(document)
        _run(_command(office, folder, source, out, form), office, time_out)
        target = out / f"plan.{form.partition(':')[0]}"
        made = target.read_bytes() if target.is_file() else b""
    if not made:
        remedy = "Probeer het opnieuw. Blijft het zo? Installeer LibreOffice dan opnieuw, met Writer erbij."
        raise ProblemsError.about(office, "LibreOffice is gestopt zonder een bestand te maken.", remedy)
    return made


def _checked(given: Path) -> Path:
    remedy = "Wijs met --soffice het programma soffice zelf aan. Het staat in de map program van LibreOffice."
    if given.is_dir():
        raise ProblemsError.about(given, "Dit is een map, geen programma.", remedy)
    if not given.exists():
        raise ProblemsError.about(given, "Dit programma bestaat niet.", remedy)
    if not os.access(given, os.X_OK):
        raise ProblemsError.about(given, "Dit bestand is geen programma dat je mag starten.", remedy)
    return given.absolute()


def _command(office: Path, folder: Path, source: Path, out: Path, form: str) -> list[str]:
    profile = (folder / "profiel").as_uri()
    return [
        str(office),
        f"-env:UserInstallation={profile}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        *("--convert-to", form, "--outdir", str(out), str(source)),
    ]


def _run(command: list[str], office: Path, time_out: float) -> None:
    """Run LibreOffice to its end, and leave nothing of it behind, whatever happens."""
    try:
        process = subprocess.Popen(  # noqa: S603 - the program is the user's own LibreOffice, without a shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=_PROCESS_GROUP,
        )
    except OSError as error:
        remedy = "Controleer of LibreOffice zelf opent, of wijs het aan met --soffice."
        raise ProblemsError.about(office, f"LibreOffice start niet: {error.strerror or error}.", remedy) from error
    try:
        process.wait(time_out)
    except subprocess.TimeoutExpired as error:
        melding = f"LibreOffice was na {time_out:g} seconden nog niet klaar. Het is gestopt."
        remedy = "Sluit andere programma’s en probeer het opnieuw. Een pdf maken kan ook in Word zelf."
        raise ProblemsError.about(office, melding, remedy) from error
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Stop the process and those it started: `soffice` itself only starts the program that does the work."""
    if sys.platform == "win32":
        if process.poll() is None:
            command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own process, by number
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # the group is empty: all has ended by itself
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
