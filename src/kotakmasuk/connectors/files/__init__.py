"""Files of messages: CSV, XLSX and JSON Lines."""
