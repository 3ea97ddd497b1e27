"""Indonesian text: stems, personal data, cues. Pure: no file, no clock, no domain."""
