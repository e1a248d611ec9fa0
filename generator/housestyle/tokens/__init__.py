"""Reads NL Design System design tokens and picks from them what a Word file can show: two fonts and four colours."""

from generator.housestyle.tokens.token_choice import Chosen, choose
from generator.housestyle.tokens.token_files import load_tokens

__all__ = ["Chosen", "choose", "load_tokens"]
