"""The inbox: sidebar, list, conversation and details (Pesan).

The one rule: the presenter decides and holds no widget; the widgets show and ask.
"""
