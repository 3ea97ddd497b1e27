"""One folder a platform, found by its manifest; nobody imports a connector by name."""
