"""Turns semantic HTML into a Word document in a house style; knows nothing of plans.

`assembly` tells the steps: open the Word file (`package`, `opened_house_style`), find, mend or make a style for each
role (`styles`, `styling`), decide what of its own text stays (`frame`), fill that in (`filling`), translate the page
(`text`, `charts`), and put the parts together (`package.archive`), sealed so that a later run can tell whether
somebody changed the document (`seal`). `reporting` tells who owns the house style what a plan takes from it, and
`reading` is the one reader of Word files.
"""
