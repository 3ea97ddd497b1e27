"""The parts every screen is built from, drawn in the look "Nila".

The one rule: a widget takes the theme first, knows no service, and says what the
officer did by a signal in the past tense.
"""
