"""Documents from files, through a chain, and back."""
