"""Writes small pages in the neutral house style."""

from __future__ import annotations

from generator.resources import neutral_house_style
from generator.word.assembly import write
from tests.support.documents import body, paragraphs, parts, text_of

__all__ = ["body", "document", "page", "paragraphs", "parts", "text_of"]

HEAD = "<title>Titel</title><meta name='organisatie' content='gemeente X'><meta name='versie' content='0.1'>"


def page(content: str) -> str:
    """Return a page with this content."""
    return f"<!DOCTYPE html>\n<html lang='nl'><head>{HEAD}</head><body><main>\n{content}\n</main></body></html>"


def document(content: str) -> bytes:
    """Return a document with this content."""
    return write(page(content), neutral_house_style() / "huisstijl.docx")
