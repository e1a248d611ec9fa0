"""The screens of the form, one module each, with the addresses at which it answers."""
