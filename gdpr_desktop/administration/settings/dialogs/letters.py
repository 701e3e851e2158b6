"""The letters' section: language, letterhead, and the letterhead tried out."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.administration.settings import sample
from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms, notices, tasks
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.letterhead_field import LetterheadField
from gdpr_desktop.ui.municipality_form import LanguageField
from gdpr_desktop.ui.notes import NoteBox

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from gdpr_desktop.administration.settings.sample import Note
    from gdpr_desktop.core.municipality import Municipality


def read_letterhead(path: Path) -> bytes:
    """The content of a .docx that may be a letterhead; for the worker. Raises ``AppError``."""
    from gdpr_desktop.letters import check_letterhead

    check_letterhead(path)
    return path.read_bytes()


class LettersPart(QWidget):
    """``municipality`` gives what is typed in the other sections: the sample is sent by it."""

    def __init__(
        self,
        municipality: "Callable[[], Municipality]",
        today: "date",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._municipality, self._today = municipality, today
        self._saved: Path | None = None
        self.language = LanguageField()
        self.letterhead = LetterheadField(read_letterhead)
        self.letterhead.problem_changed.connect(self._on_letterhead_changed)
        form = forms.form_layout(self)
        forms.add_row(
            form,
            _("&Language of the letters"),
            self.language,
            _("Used where the recipient's own choice is not known."),
            name="language",
        )
        forms.add_row(form, _("Letter&head"), self.letterhead, name="letterhead")
        self.try_button = button(_("&Try the letterhead…"))
        self.try_button.clicked.connect(self._on_try_clicked)
        self.open_button = button(_("&Open the sample"), "link")
        self.open_button.clicked.connect(self._on_open_clicked)
        self.result = NoteBox()
        form.addRow(self._trial())
        self._forget()

    def _trial(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        text = _("A letter to somebody who does not exist is saved where you choose.")
        column.addWidget(label(text, "muted"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.try_button)
        row.addWidget(self.open_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.result)
        return box

    def problems(self) -> list[FieldProblem]:
        """What is wrong."""
        text = self.letterhead.problem()
        return [FieldProblem(field="letterhead", text=text)] if text else []

    def _on_letterhead_changed(self, _problem: str) -> None:
        self._forget()

    def _forget(self) -> None:
        self._saved = None
        self.open_button.hide()
        self.result.say("")

    def _on_try_clicked(self) -> None:
        problem = self.letterhead.problem()
        if problem:
            self.letterhead.problem_changed.emit(problem)
            return
        path = notices.save_path(
            self,
            _("Save a sample letter"),
            Path.home() / sample.FILE_NAME,
            _("Word files") + " (*.docx)",
        )
        if path is None:
            return
        self._forget()
        self.try_button.setEnabled(False)
        tasks.run(
            partial(
                sample.save_sample,
                self._municipality(),
                self.letterhead.content(),
                self._today,
                path,
            ),
            title=_("Trying the letterhead"),
            on_done=partial(self._on_saved, path),
            on_error=self._on_refused,
        )

    def _on_saved(self, path: Path, notes: "tuple[Note, ...]") -> None:
        self._saved = path
        self.try_button.setEnabled(True)
        self.open_button.show()
        told = _("{name} is saved. Look at it in Word: top, address, page numbers.")
        parts = [told.format(name=path.name), *map(sample.note_words, notes)]
        self.result.say("\n".join(parts), _("The letterhead can be used"))

    def _on_refused(self, error: AppError) -> None:
        self.try_button.setEnabled(True)
        self.result.say(str(error), _("The letterhead cannot be used like this"))

    def _on_open_clicked(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))
