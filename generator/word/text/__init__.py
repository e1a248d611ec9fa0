"""The plan's own text: translates the blocks of a page into WordprocessingML.

`generator.page.vocabulary` reads the page and refuses what has no translation; `blocks` translates one kind of element
after another with the modules beside it; `state` keeps what one translation counts.
"""
