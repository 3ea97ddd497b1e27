"""Kontak resmi: the page in which an agency lists what it has made public itself."""

from kotakmasuk.desktop.contacts.view import build


__all__ = ["build"]
