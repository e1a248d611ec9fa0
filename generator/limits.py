"""The limits on what a stranger can hand us, in one place; `docs/veiligheid.md` has them in words.

Each is far above what a real file has, and far below what would keep the program busy for minutes or fill a memory.
Whoever goes past one is told so, with its number or with what to do.
"""

from __future__ import annotations

_MB = 1024 * 1024

# Answers and huisstijl.yaml.
YAML_BYTES = 2_000_000
"""A filled-in answer file is some 50 kB."""
YAML_LINES = 20_000
"""A filled-in answer file has a thousand."""
YAML_DEPTH = 40
"""The answer file itself is nested eight deep at the most."""
YAML_ITEMS = 1_000
"""In one list, or under one key; the longest list of a real plan has some fifty."""
TEXT = 20_000
"""Characters of one answer."""
PROBLEMS = 1_000
"""Faults in one file that are kept and shown."""

# The form in a browser.
FORM_VERSIONS, FORM_BYTES = 500, 50 * _MB
"""Earlier states of one answer file that can be gone back to, and their size in all."""

# Templates.
STEPS = 200_000
"""Turns of loops, calls and items that filters look at, in all; a full plan takes a few thousand."""
OUTPUT = 5_000_000
"""Characters of a page; a full plan has 200,000."""
WRITTEN = 4 * OUTPUT
"""Characters that all parts of a template write together, those that come to nothing included."""
TEMPLATE_DEPTH, TEMPLATE_BLOCKS = 90, 19
"""So many parts of a template, and so many loops and conditions, can stand in each other; Python compiles no more."""

# Word files.
FILE = 100 * _MB
UNPACKED = 150 * _MB
ENTRY = 64 * _MB
ENTRIES = 5_000
RATIO, RATIO_MATTERS = 200, 20 * _MB
"""How much larger a file may become when it is unpacked, from so many bytes on."""
XML = 40 * _MB
"""Of one part of XML; a template of 400 pages has 10 MB."""
RELATIONS = 4 * _MB
"""Of one list of relationships or content types; one with 10,000 links has 1.5 MB."""
NODES = 1_500_000
"""Elements and attributes of all parts together, which take up to 250 bytes each in memory; 400 pages have 600,000."""
TAGS = 1_000
"""Placeholders of a template; together they may take as many steps as one page."""
BASES = 100
"""Styles that are based on each other; in real files there are seldom more than six."""

# Pictures, design tokens, documents that are there already, and LibreOffice.
PICTURE_BYTES, PICTURE_PIXELS = 10_000_000, 50_000_000
PICTURE_PARTS = 10_000
"""Before what a JPEG file shows; a photo with a profile of its colours has some hundred."""
TOKEN_BYTES = 20_000_000
DOCUMENT = 200_000_000
"""A larger file was not written by us, and is not read to see whether it was."""
OFFICE_SECONDS = 180
"""A plan of 35 pages takes two to ten."""

# The form in the browser.
SENT_BYTES = 8 * _MB
"""A form without files; an answer file has 2 MB at the most, and a sign can be sent as nine."""
UPLOAD_BYTES = 2 * FILE
"""A form with files: an edited plan, or several."""
SENT_FIELDS = 5_000
"""Fields of one form, and files in it; the longest list of a real plan has some hundreds."""
SHOWN_PAGES, SHOWN_WIDTH, SHOWN_HEIGHT, SHOWN_SECONDS = 4, 900, 1800, 60
"""Pages that are drawn of a template and of the plan in it, their pixels, and the seconds that LibreOffice gets."""
