"""Evidence: what a line looks like. Looks alone never remove anything; they support or veto a marker."""
