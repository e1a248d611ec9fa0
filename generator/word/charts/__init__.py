"""Native charts: a figure of the page as a drawing that Word can edit, with its workbook inside.

The steps: `generator.page.figures` reads the numbers, `paint` chooses the colours, `chart` writes the part that Word
draws and the drawing with its caption in the text, `workbook` the part that Word edits. Only a page with a chart pays
for importing any of this.
"""
