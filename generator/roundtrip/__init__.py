"""The way back: what people changed in a document for Word becomes answers again."""
