"""Work that goes on in a thread of its own while a page waits, and what came of it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.problems import ProblemsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.problems import Problem


@dataclass(kw_only=True)
class BackgroundWork:
    """Something that is being made, or was; what comes out of it is there before it is said to be finished."""

    problems: tuple[Problem, ...] = ()
    """Why it was not made."""
    failure: Exception | None = None
    """A fault in the program itself."""
    finished: threading.Event = field(default_factory=threading.Event)

    @property
    def is_busy(self) -> bool:
        """Whether it is still being made."""
        return not self.finished.is_set()

    def begin(self, act: Callable[[], None], name: str) -> None:
        """Begin.

        Args:
            act: Does the work, and keeps what comes of it.
            name: What the thread is called.
        """
        threading.Thread(target=self._run, args=(act,), name=name).start()

    def _run(self, act: Callable[[], None]) -> None:
        try:
            act()
        except ProblemsError as error:
            self.problems = error.problems
        except Exception as error:  # raised again where the page asks how far it is
            self.failure = error
        finally:
            self.finished.set()
