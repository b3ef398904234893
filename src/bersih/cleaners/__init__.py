"""The leaves: one file each, imported by nobody, found by name."""
