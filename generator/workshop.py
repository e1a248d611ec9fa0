"""What plans share while they are made: compiled templates and opened Word files of house styles.

Who makes plans makes one workshop for all of them: for one command, for a batch, or for as long as a server runs. What
is in it never changes, whatever is made with it; a file that changed since is read again for the next plan.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from generator.kept import Kept, file_stamp

if TYPE_CHECKING:
    from pathlib import Path

    from generator.rendering import Templates
    from generator.word.opened_house_style import WordFile

_MOST = 8
"""So many Word files are kept; one of 100 kB is some 500 kB in memory."""


class Workshop:
    """The templates and Word files that plans are made with, each opened when it is first needed."""

    def __init__(self) -> None:
        """Start with nothing opened."""
        self._word_files = Kept(_opened, file_stamp, _MOST)

    @cached_property
    def templates(self) -> Templates:
        """The templates of plans."""
        from generator.rendering import Templates

        return Templates()

    def word_file(self, path: Path) -> WordFile:
        """Return the Word file of a house style: the same object for every plan, until the file changes.

        Raises:
            ProblemsError: The file is not there or is no Word document that can be used; with no file named.
        """
        return self._word_files.get(path)


def _opened(path: Path) -> WordFile:
    from generator.word.opened_house_style import open_word_file

    return open_word_file(path)
