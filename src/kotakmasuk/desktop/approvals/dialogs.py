"""The question which approver answers a file.

The one rule: who writes the file is told who alone can answer it, and how long.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.passage import Passage


class ApproverDialog(Dialog):
    """Asks for which approver a request is written."""

    def __init__(
        self, theme: Theme, parent: QWidget, people: Sequence[str], *, chosen: str
    ) -> None:
        super().__init__(
            theme,
            parent,
            title=self.tr("Siapa yang akan menjawab berkas ini?"),
            verb=self.tr("Pilih tempat berkas"),
        )
        words = self.tr(
            "Berkas memuat pesan warga yang sudah disamarkan, semua pilihan balasan, "
            "dan hasil ceklisnya. Hanya orang ini yang dapat menjawabnya, dalam tiga "
            "hari."
        )
        self.body.addWidget(Passage(theme, words, role="body", tone="text2"))
        self.approver = QComboBox()
        self.approver.addItems(list(people))
        self.approver.setCurrentIndex(max(self.approver.findText(chosen), 0))
        self.body.addWidget(Field(theme, self.tr("Penyetuju"), self.approver))
        self.verb_button.setDefault(True)
