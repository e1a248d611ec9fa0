"""Tells that `wijkplan` was started by a double click in Windows: in a window of its own, with nobody typing in it.

Elsewhere a command without a window may be a script or a planned task, which is to get the help and no browser.
"""

from __future__ import annotations

import sys
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_FOLDER = "wijkplan"
_MOST = 64
_MAY_BE_ASKED = 0x1000
"""The right to ask a process of Windows what its program is."""
_LONGEST_NAME = 32_768


def was_double_clicked() -> bool:
    """Tell whether nothing but this program is at its window."""
    return are_all_ours(_programs_at_this_window())


def are_all_ours(programs: Collection[str]) -> bool:
    """Tell whether of the programs at a window each is ours: the starter of the command, and Python."""
    names = {PureWindowsPath(program).stem.lower() for program in programs}
    return bool(names) and all(name in {"wijkplan", "py"} or name.startswith("python") for name in names)


def usual_folder() -> Path:
    """Return the folder for plans of who named none: one among the documents of the user, made where it is not there.

    Raises:
        ProblemsError: It cannot be made.
    """
    from platformdirs import user_documents_path

    from generator.saving import make_folder

    folder = user_documents_path() / _FOLDER
    make_folder(folder)
    return folder


def _programs_at_this_window() -> list[str]:
    """Return the file of each program that is attached to the window; of one that may not be asked, its number."""
    if sys.platform != "win32":
        return []
    import ctypes

    system = ctypes.windll.kernel32
    numbers = (ctypes.c_uint32 * _MOST)()
    found = []
    for number in numbers[: min(_MOST, system.GetConsoleProcessList(numbers, _MOST))]:
        process = system.OpenProcess(_MAY_BE_ASKED, False, number)
        name, length = ctypes.create_unicode_buffer(_LONGEST_NAME), ctypes.c_uint32(_LONGEST_NAME)
        is_known = process and system.QueryFullProcessImageNameW(process, 0, name, ctypes.byref(length))
        found.append(name.value if is_known else str(number))
        if process:
            system.CloseHandle(process)
    return found
