"""Starts the command line: `wijkplan`, or `python -m generator`."""

from __future__ import annotations

import sys

_STOPPED = 130


def main() -> None:
    """Run the command line, which has its own answer to Ctrl-C once it is loaded."""
    try:
        from generator.cli import main as run
    except KeyboardInterrupt:
        sys.exit(_STOPPED)
    run()


if __name__ == "__main__":
    main()
