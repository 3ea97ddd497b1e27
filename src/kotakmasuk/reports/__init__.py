"""A WeeklySummary becomes a document; nothing here reads the inbox."""
