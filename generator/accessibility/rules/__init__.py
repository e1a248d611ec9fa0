"""The table of rules, in the order in which their findings are told."""

from generator.accessibility.rules import alt_texts, contrast, language, layout, link_text, structure, table_headers

RULES = (
    *language.RULES,
    *structure.RULES,
    *table_headers.RULES,
    *alt_texts.RULES,
    *contrast.RULES,
    *link_text.RULES,
    *layout.RULES,
)
