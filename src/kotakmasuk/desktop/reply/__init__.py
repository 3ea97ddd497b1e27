"""Answering (Balas): the composer and the ethics checklist beside it.

The one rule: the presenter decides and holds no widget; what may leave is decided by
services.replies and the database, never here.
"""

from kotakmasuk.desktop.reply.view import ReplyParts, build


__all__ = ["ReplyParts", "build"]
