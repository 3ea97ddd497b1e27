"""The steps from an empty file to today's; each stands alone and is never edited."""
