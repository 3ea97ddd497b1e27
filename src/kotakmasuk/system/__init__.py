"""The machine we run on: its folders, clock, lock, keyring and log."""
