"""The table of rules, in the order in which their findings are told."""

from generator.accessibility.rules import (
    alt_texts,
    contrast,
    heading_order,
    language,
    link_text,
    page_layout,
    reading_order,
    real_lists,
    table_headers,
)

RULES = (
    *language.RULES,
    *heading_order.RULES,
    *real_lists.RULES,
    *table_headers.RULES,
    *alt_texts.RULES,
    *contrast.RULES,
    *link_text.RULES,
    *page_layout.RULES,
    *reading_order.RULES,
)
