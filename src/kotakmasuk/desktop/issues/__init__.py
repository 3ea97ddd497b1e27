"""Isu: conversations about one thing, put together so that one draft answers them.

The one rule: a conversation is in one Isu at most; joining another moves it, and Ctrl+Z
puts it back.
"""
