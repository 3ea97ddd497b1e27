"""Pengumuman: new posts to everybody, through the same checklist and approval.

The one rule: editor and checklist are the composer's own, lent by pages.py; this
feature knows of no other.
"""
