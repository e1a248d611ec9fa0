"""Turns what LibreOffice exports into a PDF that everybody can read, and reads pages from it; the only user of pypdf.

The steps: LibreOffice exports (`options` says how), `mending` repairs what it gets wrong for PDF/UA and takes out
what differs from run to run, `checking` opens the result and holds it against what was asked, and `seal` marks it.
"""

from generator.pdf.export import FORM, write
from generator.pdf.outline import heading_pages
from generator.pdf.seal import is_untouched

__all__ = ["FORM", "heading_pages", "is_untouched", "write"]
