"""What an officer can do, as plain blocking functions; one module a slice."""
