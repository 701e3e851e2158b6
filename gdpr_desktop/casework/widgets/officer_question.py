"""Asks whether who decided is the officer, where a shortened name may stand for theirs."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gdpr_desktop.casework.checks import problem
from gdpr_desktop.casework.officers import may_be_officer, officers
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class OfficerQuestion(QWidget):
    """Hidden until the name asks for it; with the tick a namesake may decide.

    ``name`` is the field of who decided, whose object name is that of its problem.
    """

    def __init__(self, vault: Vault, name: LineField) -> None:
        super().__init__()
        self._officers, self._name = officers(vault), name
        self._asked = NoteBox(role="notice")
        self.another = QCheckBox(_("No, this is another p&erson"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._asked)
        layout.addWidget(self.another)
        self.hide()
        name.text_changed.connect(self._on_named)

    def problems(self) -> list[FieldProblem]:
        """The question itself at the name, until it is answered."""
        asked = self._question()
        if not asked or self.another.isChecked():
            return []
        return [problem(self._name.objectName(), asked)]

    def _question(self) -> str:
        officer = may_be_officer(self._name.text(), self._officers)
        if not officer:
            return ""
        text = _("Is this the officer, {name}? The officer advises and cannot decide.")
        return text.format(name=officer)

    def _on_named(self, _text: str) -> None:
        asked = self._question()
        self.another.setChecked(False)
        self._asked.say(asked)
        self.setVisible(bool(asked))
