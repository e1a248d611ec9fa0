"""What comes from a stranger can hurt nobody: named cases of what once went wrong, and the laws around them."""
