"""Measures how fast the program is; never a test."""
