"""From a page to its main content."""
