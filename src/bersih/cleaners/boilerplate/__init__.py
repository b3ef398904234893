"""Removal of what the template put around and between the text."""
