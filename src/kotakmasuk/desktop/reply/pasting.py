"""Pictures in what is dropped or pasted.

The one rule: a file is taken by its path, so that it is looked at before it is read; a
picture without a file becomes PNG.
"""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage


def pictures_in(dropped: QMimeData) -> list[Path | bytes]:
    """The files or the picture in it; empty where it is only text."""
    if dropped.hasUrls():
        files = [url.toLocalFile() for url in dropped.urls() if url.isLocalFile()]
        return [Path(file) for file in files]
    if not dropped.hasImage():
        return []
    image = QImage(dropped.imageData())
    return [] if image.isNull() else [as_png(image)]


def as_png(image: QImage) -> bytes:
    """The picture as a PNG file would hold it."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes
    return bytes(kept.data())
