"""Scripts that make what the repository carries beside its code."""
