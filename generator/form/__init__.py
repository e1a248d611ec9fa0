"""The answer file as a form: the few questions of a first draft, what else can be asked, and blocks to add."""
