"""Turns what LibreOffice exports into a PDF that everybody can read, and reads pages from it; the only user of pypdf.

The steps: LibreOffice exports (`options` says how), `accessible` repairs what it gets wrong for PDF/UA and takes
out what differs from run to run, `opened` holds the result against what was asked, and `pdf_seal` marks it.
"""

from generator.pdf.export import FORM, to_export, write
from generator.pdf.outline import heading_pages
from generator.pdf.pdf_seal import is_untouched

__all__ = ["FORM", "heading_pages", "is_untouched", "to_export", "write"]
