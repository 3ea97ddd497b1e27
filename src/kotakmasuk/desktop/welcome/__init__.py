"""The first run: who works here, how the data is locked, and how to begin.

The one rule: nothing is made before the officer has said so, and the recovery words are
shown once and asked for before going on.
"""
