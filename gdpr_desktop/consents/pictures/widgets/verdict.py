"""May it be used: the answer in large, with its reasons beneath."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from gdpr_desktop.consents.pictures.model import PictureVerdict
from gdpr_desktop.consents.pictures.rules import Judgement
from gdpr_desktop.consents.pictures.words import reason_words, verdict_words
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.labels import label

LOOKS = {
    PictureVerdict.MAY: ("done", "ok"),
    PictureVerdict.ASK: ("warning", "warning"),
    PictureVerdict.NO: ("problem", "danger"),
}
_SIGN = 24  # pixels


class VerdictPanel(QFrame):
    """Follows the answers; a change is read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._sign = QLabel()
        self._sign.setFixedWidth(_SIGN)
        self.verdict = label("", "heading")
        self.reasons = label("")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.verdict, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 24, 20, 24)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.reasons)
        column.addStretch(1)

    def show_judgement(self, judged: Judgement | None) -> None:
        """The answer and why; None while questions are left."""
        if judged is None:
            self._sign.hide()
            self.verdict.setText(_("Answer all the questions."))
            self.reasons.setText(_("The answer comes here, with the reasons."))
            return
        before = self.verdict.text()
        icons.set_icon(self._sign, *LOOKS[judged.verdict], _SIGN)
        self._sign.show()
        self.verdict.setText(verdict_words(judged.verdict))
        self.reasons.setText("\n\n".join(reason_words(one) for one in judged.reasons))
        if before != self.verdict.text() and self.window().isVisible():
            announce(self, f"{self.verdict.text()}. {self.reasons.text()}")
