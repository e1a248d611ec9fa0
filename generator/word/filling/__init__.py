"""Fills in what a house style shows of the plan: placeholders, property fields, bound controls, document properties."""
