"""Writes the Word files of the sample house styles in `templates/huisstijl/`, each from its description."""

from __future__ import annotations

from pathlib import Path

from scripts.fris import FRIS
from scripts.neutraal import NEUTRAAL
from scripts.style_package import write
from scripts.warm import WARM

STYLES = {
    "neutraal/huisstijl.docx": NEUTRAAL,
    "warm/huisstijl.docx": WARM,
    "fris/huisstijl.dotx": FRIS,
}
"""The house styles by the file that each becomes."""

if __name__ == "__main__":
    for name, style in STYLES.items():
        write(Path(__file__).parent.parent / "templates" / "huisstijl" / name, style)
        print(name)
