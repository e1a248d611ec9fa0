"""Tells what a plan takes from a Word file, for who sets up a house style."""
