"""Tests of the accessibility check."""
