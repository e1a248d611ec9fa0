"""What every kind of answer can do: read a text of the answer file, print it, and read that print back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    from generator.problems import Melding

JsonSchema: TypeAlias = dict[str, Any]

_V = TypeVar("_V")


class Kind(ABC, Generic[_V]):
    """A kind of answer, whose value in the program is a `_V`."""

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """The fixed choices, as the answer file and as the plan writes them; none for most kinds."""
        return ()

    @abstractmethod
    def parse(self, text: str) -> _V:
        """Return the answer that a text in the answer file gives.

        Raises:
            ProblemsError: The text is no answer of this kind.
        """

    def remark(self, text: str) -> Melding | None:  # noqa: ARG002 - most kinds have nothing to say
        """Return what somebody should know of how a text was read, if anything; `parse` reads it."""
        return None

    @abstractmethod
    def show(self, value: _V) -> str:
        """Return an answer as the plan prints it."""

    def write(self, value: _V) -> str:
        """Return an answer as an answer file writes it most often; `parse` reads it."""
        return self.show(value)

    def read_back(self, text: str, given: _V | None = None) -> _V:
        """Return the answer that a text in the plan gives; what `parse` understands is understood as well.

        Args:
            text: What stands in the plan.
            given: The answer that the plan was made with. Where its print stands unchanged, that is the answer,
                also where the print alone leaves room for doubt.

        Raises:
            ProblemsError: The text is no answer of this kind.
        """
        if given is not None and folded(text) == folded(self.show(given)):
            return given
        return self._read_print(text)

    def _read_print(self, text: str) -> _V:
        """Return the answer in a text of the plan, without knowledge of an earlier answer."""
        return self.parse(text)

    @abstractmethod
    def schema(self) -> JsonSchema:
        """Return the JSON Schema of what the answer file may hold."""


def folded(text: str) -> str:
    """Return a text with one ordinary space wherever there is any space."""
    return " ".join(text.split())
