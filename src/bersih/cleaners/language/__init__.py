"""What language a document is in."""
