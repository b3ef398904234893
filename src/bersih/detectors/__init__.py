"""Evidence: which language a text is in. One file per detector."""
