"""Tries random input for some minutes: `python -m scripts.fuzz MINUTES`; ends at the first thing that goes wrong.

Each round draws anew; its seed is printed, and the law that failed prints its example. Make that a named case.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import time

_A_ROUND = "40"
"""Examples of each law in a round: about a minute and a half."""
_LAWS = ("tests/hostile/test_fuzz.py", "tests/word/package/test_fuzz.py")


def main(minutes: float) -> int:
    """Return the exit code of the last round."""
    end = time.monotonic() + minutes * 60
    rounds = code = 0
    while code == 0 and time.monotonic() < end:
        seed = secrets.randbelow(2**32)
        rounds += 1
        print(f"ronde {rounds}, seed {seed}", flush=True)
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", f"--hypothesis-seed={seed}"]
        environment = {name: value for name, value in os.environ.items() if name != "CI"} | {"WIJKPLAN_FUZZ": _A_ROUND}
        code = subprocess.run([*command, *_LAWS], env=environment, check=False).returncode
    return code


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 10))
