"""The same page for a browser."""
