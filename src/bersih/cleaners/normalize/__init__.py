"""One of several equal spellings."""
