"""Tests of what stays around the plan."""
