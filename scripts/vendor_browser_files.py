"""Fetches what the form in the browser takes from npm: htmx, idiomorph, and parts of the NL Design System.

Needs npm and the network; who uses or builds the program needs neither, for the files are in the repository. Of the
component library of Utrecht only the components that the screens use are taken: the whole is three times as large. Its
design tokens stay behind: `form.css` gives the few that these components ask for, from the colours of a house style.
A test compares the files with `SEALS`; after another version, put in what this script prints.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "generator" / "browser" / "static" / "vendor"
HTMX, IDIOMORPH = "htmx.org", "idiomorph"
COMPONENTS = {
    "alert": "3.0.1",
    "button": "3.1.0",
    "button-group": "2.0.1",
    "button-link": "2.0.1",
    "checkbox": "2.0.1",
    "form-field": "2.0.1",
    "form-field-description": "2.0.1",
    "form-field-error-message": "2.0.1",
    "form-fieldset": "2.0.1",
    "form-label": "2.0.1",
    "link": "2.0.1",
    "radio-button": "2.0.1",
    "select": "2.0.1",
    "skip-link": "2.0.1",
    "status-badge": "1.0.0",
    "table": "2.0.2",
    "textarea": "3.0.1",
    "textbox": "3.1.0",
}
"""Of `@utrecht/NAME-css`."""
PACKAGES = {HTMX: "2.0.11", IDIOMORPH: "0.8.0"} | {
    f"@utrecht/{name}-css": version for name, version in COMPONENTS.items()
}
SOURCES = {
    "htmx.min.js": (f"{HTMX}/dist/htmx.min.js",),
    "htmx.LICENSE": (f"{HTMX}/LICENSE",),
    "idiomorph-ext.min.js": (f"{IDIOMORPH}/dist/idiomorph-ext.min.js",),
    "idiomorph.LICENSE": (f"{IDIOMORPH}/LICENSE",),
    "utrecht.css": tuple(f"@utrecht/{name}-css/dist/index.css" for name in COMPONENTS),
    "utrecht.LICENSE": ("@utrecht/button-css/LICENSE.md",),
}
"""What each file is made of, in the folder with packages."""
SEALS = {
    "htmx.min.js": "7f14135fe8ee3ed5f1a85fea21ba4dfba8236d697c4f95ab575d1c9091bb06ca",
    "htmx.LICENSE": "d3d2456f76414f2456104660ebd65aff1c04cd7966b942bdabd63f3cdb316a38",
    "idiomorph-ext.min.js": "22ef1f6f79e9b2229c58eb2ad661795cf7c660b6eaf85889f32de5644846e9e0",
    "idiomorph.LICENSE": "d3d2456f76414f2456104660ebd65aff1c04cd7966b942bdabd63f3cdb316a38",
    "utrecht.css": "b6a9bcc4f62ef59e65b1ef9b1387eb36c7ed22b67d7138fdd2fd662950e84893",
    "utrecht.LICENSE": "61989d1869678ff0c047d0835fdbe5284bed0cb139b87f2187e137da27126ba8",
}
"""The SHA-256 of each file."""


def fetched(folder: Path) -> dict[str, bytes]:
    """Return each file by its name, made of packages that npm puts in a folder; no script of a package runs."""
    wanted = [f"{name}@{version}" for name, version in PACKAGES.items()]
    (folder / "package.json").write_text(json.dumps({"private": True}), encoding="utf-8")
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--omit=peer", "--silent"]
    subprocess.run(["npm", "install", *options, *wanted], cwd=folder, check=True)  # noqa: S607 - whichever npm is here
    packages = folder / "node_modules"
    return {
        name: b"\n".join((packages / source).read_bytes().strip() for source in sources) + b"\n"
        for name, sources in SOURCES.items()
    }


def main() -> None:
    """Put the files in their place, and print their seals."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        files = fetched(Path(folder))
    for name, data in files.items():
        (FOLDER / name).write_bytes(data)
        print(f'    "{name}": "{hashlib.sha256(data).hexdigest()}",')


if __name__ == "__main__":
    main()
