"""Kanal: the connected accounts, how well they are read, and new ones.

The one rule: a time is never guessed; an account says up to when it is complete, or
that a person looked through it.
"""
