"""The outbox's words in the language of the screen."""

from PySide6.QtCore import QCoreApplication


def say(text: str) -> str:
    """Words of this feature in the language of the screen."""
    return QCoreApplication.translate("Outbox", text)
