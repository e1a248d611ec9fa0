"""How long the sheet beside a question takes: `python -m benchmarks.preview`.

Each turn changes one answer of the full example, as somebody who types does. It tells reading and checking the answers
apart from planning and rendering the chapter, for an answer in each of a few chapters.
"""

from __future__ import annotations

import sys
import time
from statistics import median

from benchmarks.bench import EXAMPLE, TURNS
from generator.browser.preview import Preview
from generator.checks import check
from generator.framework import load_framework
from generator.pipeline import find_house_style, known_keys_of
from generator.source import parse
from generator.workshop import Workshop

KEYS = ("wijk.aanleiding", "wijk", "doelen", "randvoorwaarden", "interventies", "financien", "besluit")


def main() -> None:
    """Measure each, and print medians in milliseconds."""
    turns = max(TURNS, int(sys.argv[1])) if len(sys.argv) > 1 else TURNS
    framework, style, preview = load_framework(), find_house_style(None), Preview(Workshop())
    text, known = EXAMPLE.read_text(encoding="utf-8"), known_keys_of(framework)
    print("| chapter with | read and check | plan and render | processor ms, clock ms |\n| --- | ---: | ---: | ---: |")
    for key in KEYS:
        rows = []
        for turn in range(turns + 2):
            changed = text.replace("aanleiding: |-\n", f"aanleiding: |-\n    Versie {turn}.", 1)
            clock, start = time.perf_counter(), time.process_time()
            checked = check(parse(changed, str(EXAMPLE), known), framework)
            read = time.process_time()
            preview.sheet(checked, key, style)
            rows.append((read - start, time.process_time() - read, time.perf_counter() - clock))
        reading, showing, wall = (1000 * median(times) for times in zip(*rows[2:], strict=True))
        print(f"| `{key}` | {reading:.0f} | {showing:.0f} | {reading + showing:.0f}, {wall:.0f} |")


if __name__ == "__main__":
    main()
