"""The table of rules, in the order in which their findings are told."""

from generator.accessibility.rules import contrast, headings, language, layout, links, lists, pictures, reading, tables

RULES = (
    *language.RULES,
    *headings.RULES,
    *lists.RULES,
    *tables.RULES,
    *pictures.RULES,
    *contrast.RULES,
    *links.RULES,
    *layout.RULES,
    *reading.RULES,
)
