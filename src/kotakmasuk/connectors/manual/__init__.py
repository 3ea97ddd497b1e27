"""What an officer enters by hand from a link and a text."""
