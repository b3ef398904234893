"""The engine: what a cleaner is, how a chain runs them, and how both are found and configured."""
