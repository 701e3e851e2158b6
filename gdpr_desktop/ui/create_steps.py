"""The last two pages of making a file: letters; place, user and password."""

import re
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.core.names import clean
from gdpr_desktop.core.paths import REGISTER_SUFFIX
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms, icons, notices, vault_calls
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.letterhead_field import CheckLetterhead, LetterheadField
from gdpr_desktop.ui.municipality_form import LanguageField
from gdpr_desktop.ui.new_password import NewPassword

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class LettersStep(QWidget):
    """Language of the letters and letterhead."""

    def __init__(self, check: CheckLetterhead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.form = forms.form_layout()
        layout.addLayout(self.form)
        layout.addStretch(1)
        self.language = LanguageField()
        self.letterhead = LetterheadField(check)
        forms.add_row(
            self.form,
            _("&Language of the letters"),
            self.language,
            _("Used where the recipient's own choice is not known."),
            name="language",
        )
        forms.add_row(self.form, _("Letter&head"), self.letterhead, name="letterhead")

    def focus_first(self) -> None:
        """Start at the top."""
        self.language.setFocus()

    def municipality(self) -> Municipality:
        """A municipality with the language chosen, and no name yet."""
        return Municipality(name="", language=self.language.value())

    def problems(self) -> list[FieldProblem]:
        """What is wrong."""
        text = self.letterhead.problem()
        return [FieldProblem(field="letterhead", text=text)] if text else []


class PlaceField(QWidget):
    """Where the file shall lie, with warnings about places that are not good."""

    problem_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setMaxLength(1000)
        self.line.textChanged.connect(self._on_line_changed)
        self._pick = button(_("Choose…"))
        self._pick.setAccessibleName(_("Choose a folder"))
        self._pick.clicked.connect(self._on_pick_clicked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self._pick)
        self._warning = QWidget()
        warning = QHBoxLayout(self._warning)
        warning.setContentsMargins(0, 0, 0, 0)
        warning.setSpacing(8)
        sign = QLabel()
        icons.set_icon(sign, "warning", "warning", 16)
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sentence = label("", "warning")
        warning.addWidget(sign)
        warning.addWidget(self._sentence, 1)
        self._warning.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._warning)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(300)
        self._timer.timeout.connect(self._look)
        self.setFocusProxy(self.line)

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (self.line,)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(description)

    def path(self) -> Path:
        """The file, with its suffix."""
        typed = Path(self.line.text().strip()).expanduser()
        return (
            typed
            if typed.suffix == REGISTER_SUFFIX
            else typed.with_name(typed.name + REGISTER_SUFFIX)
        )

    def set_path(self, path: Path) -> None:
        """Show a file."""
        self.line.setText(str(path))

    def warning(self) -> str:
        """The sentence about the place; empty when it is a good one."""
        self._look()
        return self._sentence.text()

    def problem(self) -> str:
        """A sentence when the place cannot be used."""
        typed = Path(self.line.text().strip() or ".").expanduser()
        if not typed.name or not typed.is_absolute():
            return _("Choose where the file shall lie.")
        if self.path().exists():
            return _("There is already a file with this name. Choose another name.")
        return ""

    def _look(self) -> None:
        self._timer.stop()
        text = self.line.text().strip()
        found = vault_calls.place_warnings(self.path()) if Path(text).name else ()
        self._sentence.setText(" ".join(found))
        self._warning.setVisible(bool(found))

    def _on_line_changed(self) -> None:
        self.problem_changed.emit("")
        self._timer.start()

    def _on_pick_clicked(self) -> None:
        path = self.path()
        folder = notices.folder(self, _("Choose a folder"), path.parent)
        if folder is not None:
            self.set_path(folder / path.name)


class FileStep(QWidget):
    """Place of the file, user name, password twice."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._suggested = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.form = forms.form_layout()
        layout.addLayout(self.form)
        layout.addStretch(1)
        self.place = PlaceField()
        forms.add_row(
            self.form,
            _("&Place of the file"),
            self.place,
            _("Two files are made here: the register and its key file. They belong together."),
            required=True,
            name="path",
        )
        self._user = QLineEdit()
        self._user.setMaxLength(120)
        forms.add_row(
            self.form,
            _("&User name"),
            self._user,
            _("Shown in the log, and typed when you unlock."),
            required=True,
            name="user",
        )
        self.password = NewPassword(self.form, self)
        self.form.addRow(
            label(
                _("Nobody can open the register without the password. Keep it somewhere safe."),
                "warning",
            )
        )

    def focus_first(self) -> None:
        """Start at the top."""
        self.place.setFocus()

    def prepare(self, municipality: str, officer: str) -> None:
        """Suggest a name for the file and the user, where nothing else was typed."""
        self.password.municipality = municipality
        name = _NOT_IN_NAMES.sub("", municipality).strip(" .") or _("Register")
        suggested = str(self._folder / f"{name}{REGISTER_SUFFIX}")
        if self.place.line.text() in ("", self._suggested):
            self._suggested = suggested
            self.place.line.setText(suggested)
        if not self._user.text():
            self._user.setText(officer)

    def path(self) -> Path:
        """Where the file shall lie."""
        return self.place.path()

    def user(self) -> str:
        """The first user."""
        return clean(self._user.text())

    def problems(self) -> list[FieldProblem]:
        """What is wrong."""
        self.password.user = self.user()
        found = []
        if self.place.problem():
            found.append(FieldProblem(field="path", text=self.place.problem()))
        if not self.user():
            found.append(FieldProblem(field="user", text=_("Type a user name.")))
        return found + self.password.problems()
