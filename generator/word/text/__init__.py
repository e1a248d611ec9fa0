"""The plan's own text: translates the blocks of a page into WordprocessingML.

`generator.page.vocabulary` reads the page and refuses what has no translation; `blocks` translates one kind of element
after another with the modules beside it. `translation` says what goes down to each element (`Context`) and what is
collected on the way (`Record`); what comes up is a list of blocks, on which `body` settles page breaks, contents and
the ends of sections.
"""
