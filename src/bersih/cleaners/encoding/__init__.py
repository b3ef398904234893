"""Repair of what went wrong between bytes and text."""
