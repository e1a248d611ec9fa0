"""Turns semantic HTML into a Word document in a house style; knows nothing of plans.

`assembly` tells the steps: open the Word file (`package`, `housestyle`), find, mend or make a style for each role
(`styles`, `styling`), decide what of its own text stays (`frame`), fill that in (`filling`), translate the page
(`text`, `charts`), and put the parts together (`saving`), sealed so that a later run can tell whether somebody
changed the document (`seal`). `reporting` tells who owns the house style what a plan takes from it.

The names below are imported at their first use: who only opens a Word file (`generator.word.package`) does not
wait for the writer.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.word.assembly import Written, write, write_whole
    from generator.word.faults import HouseStyleError, PageError, PlaceholdersError
    from generator.word.frame.named import NoSuchPlaceError
    from generator.word.options import Options
    from generator.word.seal import is_untouched
    from generator.word.styling.found import StyleChoiceError, StyleFault, public

__all__ = [
    "HouseStyleError",
    "NoSuchPlaceError",
    "Options",
    "PageError",
    "PlaceholdersError",
    "StyleChoiceError",
    "StyleFault",
    "Written",
    "is_untouched",
    "public",
    "write",
    "write_whole",
]

_HOMES = {
    "assembly": ("Written", "write", "write_whole"),
    "faults": ("HouseStyleError", "PageError", "PlaceholdersError"),
    "frame.named": ("NoSuchPlaceError",),
    "options": ("Options",),
    "seal": ("is_untouched",),
    "styling.found": ("StyleChoiceError", "StyleFault", "public"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import a name of this package at its first use."""
        if name not in _HOME_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
