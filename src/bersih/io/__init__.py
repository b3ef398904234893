"""In and out: bytes to text and back, and files a person wrote."""
