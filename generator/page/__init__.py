"""The page of a plan: its vocabulary of semantic HTML, and what hangs on it: figures, remarks, Markdown.

The Word writer and the web page both read a page from here; nothing here knows of either.
"""
