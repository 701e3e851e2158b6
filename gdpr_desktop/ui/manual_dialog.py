"""The officer's guide: install, back up, new machine, forgotten password, what is safe."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.paths import form
from gdpr_desktop.core.text import current_language
from gdpr_desktop.ui.information_dialog import InformationDialog
from gdpr_desktop.ui.labels import label


class ManualDialog(InformationDialog):
    """``forms/manual`` in the language of the screen, a heading and its text at a time."""

    def __init__(self, parent: QWidget | None) -> None:
        name = f"manual.{current_language().value}.md"
        text = form("manual").joinpath(name).read_text(encoding="utf-8")
        first, *parts = text.split("\n## ")
        super().__init__(parent, first.removeprefix("# ").strip(), 680, 720)
        for part in parts:
            heading, _newline, body = part.partition("\n")
            self.body.addSpacing(8)
            self.body.addWidget(label(heading.strip(), "heading"))
            words = label(body.strip())
            words.setTextFormat(Qt.TextFormat.MarkdownText)
            self.body.addWidget(words)
        self.body.addStretch(1)
