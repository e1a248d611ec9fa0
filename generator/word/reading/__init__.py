"""The one reader of Word files: what stands in a document, and what it looks like."""
