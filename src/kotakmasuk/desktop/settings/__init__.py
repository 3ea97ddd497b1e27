"""Atur: the agency, its officers, how the clock runs and how the window looks.

The one rule: every field saves itself, and says beside itself why it could not.
"""
