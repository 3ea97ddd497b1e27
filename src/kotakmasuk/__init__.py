"""Kotak Masuk: the social-media inbox of an agency's public relations desk.

Rule: every package imports only what stands on a lower floor; bootstrap joins them.
"""

__version__ = "0.2.0"
