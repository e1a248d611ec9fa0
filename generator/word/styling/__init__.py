"""Gives every role of a plan a style in any Word template: finds it, mends it where needed, or makes it."""
