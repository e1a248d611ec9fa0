"""The way back from Word to the answers."""
