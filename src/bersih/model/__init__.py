"""What flows through a chain: documents, and the edits, labels and layers made on them."""
