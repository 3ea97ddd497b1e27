"""What every connector is built from and judged by."""
