"""What Qt's models and delegates are asked with: an index, and the parent of all rows."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex


Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
