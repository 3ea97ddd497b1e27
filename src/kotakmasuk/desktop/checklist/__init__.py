"""Ceklis etika: the page in which an agency keeps the items that answers are checked by."""

from kotakmasuk.desktop.checklist.view import build


__all__ = ["build"]
