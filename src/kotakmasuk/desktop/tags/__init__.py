"""Kelola tag: the agency's own words for sorting, made, renamed, merged and removed.

The one rule: nothing asks twice, because everything can be taken back by Ctrl+Z.
"""
