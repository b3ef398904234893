"""What was done, written for programs and for people."""
