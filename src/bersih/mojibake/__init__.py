"""Evidence: which lines are mojibake, and what they were before they were decoded with the wrong encoding."""
