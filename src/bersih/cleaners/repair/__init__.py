"""Repair of words broken by extraction or translation."""
