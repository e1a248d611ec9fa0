"""Wijkplan: from a municipality's answers and the framework to a Word plan van aanpak."""

__version__ = "0.1.0"
