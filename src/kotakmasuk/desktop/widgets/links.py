"""Opening an address in the browser.

The one rule: only web addresses are opened. Links come from strangers' files and posts,
and a file or a program behind one must never be started by a click here.
"""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


WEB = ("http", "https")


def open_link(address: str) -> bool:
    """Open a web address in the browser; False where it was not opened."""
    url = QUrl(address)
    return url.scheme() in WEB and QDesktopServices.openUrl(url)
