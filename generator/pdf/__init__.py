"""Turns what LibreOffice exports into a PDF that everybody can read, and reads pages from it; the only user of pypdf.

The steps: LibreOffice exports (`export` says how), `accessible` repairs what it gets wrong for PDF/UA and takes out
what differs from run to run, `opened` holds the result against what was asked and seals it.
"""

from generator.pdf.export import FORM, to_export, write
from generator.pdf.opened import is_untouched
from generator.pdf.outline import heading_pages

__all__ = ["FORM", "heading_pages", "is_untouched", "to_export", "write"]
