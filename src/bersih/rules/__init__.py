"""Evidence: what is known about languages, as data, and how to look it up. Evidence never edits."""
