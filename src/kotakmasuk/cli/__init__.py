"""The same services without a window; one module a slice."""
