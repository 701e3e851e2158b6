"""A work file has come back: it is chosen, looked through, and taken in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, FieldProblem, InvalidInputError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.dpia.catalogue.service import catalogue
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.dpia.work_file import taking_in
from gdpr_desktop.dpia.work_file.comparing import Difference
from gdpr_desktop.dpia.work_file.difference_words import Describing, in_order
from gdpr_desktop.dpia.work_file.model import Returned
from gdpr_desktop.dpia.work_file.widgets.differences import DifferencesView
from gdpr_desktop.ui import forms, notices, tasks
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.elided_label import ElidedLabel
from gdpr_desktop.ui.fields.password import PasswordField
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.works_aside import FEW, WorksAside
from gdpr_desktop.vault import Vault

_FOLDER = "work_file_folder"  # kept on the application while it runs
_AT_ONCE = 2_000_000  # bytes of attachments


class TakeInDialog(WorksAside, CaseDialog):
    """``accepted_value`` carries the ``Change``, which can be undone."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(
            vault,
            case_id,
            parent,
            _("Take in a work file"),
            _("Take it in"),
            intro=_(
                "You see what was changed in the file before anything is changed here. What was"
                " changed on both sides, you choose."
            ),
            width=760,
        )
        self.path: Path | None = None
        self.returned: Returned | None = None
        self.found: tuple[Difference, ...] = ()
        self.view: DifferencesView | None = None
        self._reading = False
        self._make_file_row()
        self.password = PasswordField()
        self.password.entered.connect(self._read)
        help_text = _(
            "The register does not keep it any more. Type the one that the file was given."
        )
        self._password_row = forms.add_row(
            self.form, _("&Password of the file"), self.password, help_text, name="password"
        )
        self._password_row.hide()
        self.state = label("", "muted")
        self.form.addRow(self.state)
        self._shown = QVBoxLayout()
        self.page_layout.addLayout(self._shown)
        self.page_layout.addStretch(1)
        self.save_button.setEnabled(False)

    def _make_file_row(self) -> None:
        self.pick = button(_("Choose the &file…"))
        self.pick.clicked.connect(self.choose)
        self._name = ElidedLabel(_("No file chosen"), "muted")
        holder = QWidget()
        holder.setObjectName("file")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.pick)
        row.addWidget(self._name, 1)
        holder.setFocusProxy(self.pick)
        forms.add_row(self.form, "", holder, name="file")

    def is_dirty(self) -> bool:
        return self.view is not None and self.view.is_begun()

    def choose(self) -> None:
        """Let the person point at the file, and look into it."""
        kinds = _("Work files") + " (*.dpia)"
        path = notices.open_path(self, self.windowTitle(), _last_folder(), kinds)
        if path is not None:
            self.look_into(path)

    def look_into(self, path: Path) -> None:
        """Which file is it, and what was changed in it?"""
        _remember_folder(path.parent)
        self._clear()
        self.path = path
        self._name.setText(path.name)
        try:
            known = taking_in.sent_file_at(self.vault, self.case_id, path)
        except AppError as error:
            self._show_refusal(error)
            return
        asks = known is None or not known.password
        self._password_row.setVisible(asks)
        if asks:
            self.password.setFocus()
            self.save_button.setText(_("Look into the file"))
            self.save_button.setEnabled(True)
        else:
            self._read()

    def save(self) -> None:
        if self._reading:
            return
        if self.returned is None:
            self._read()
        else:
            super().save()

    def do(self) -> Change:
        return self._taking_in()()

    def is_long(self) -> bool:
        files = self.returned.contents.values() if self.returned is not None else ()
        return len(self.found) > FEW or sum(map(len, files)) > _AT_ONCE

    def job(self) -> Callable[[], Change]:
        self.require_answers()
        return self._taking_in()

    def _taking_in(self) -> Callable[[], Change]:
        assert self.returned is not None
        choices = self.view.choices() if self.view is not None else {}
        return partial(
            taking_in.take_in, self.vault, self.case_id, self.returned, self.found, choices
        )

    def _clear(self) -> None:
        self.returned, self.found = None, ()
        self._general.hide()
        forms.clear_problems(self)
        self._password_row.hide()
        self.state.setText("")
        self.save_button.setEnabled(False)
        if self.view is not None:
            self._shown.removeWidget(self.view)
            self.view.deleteLater()
            self.view = None

    def _read(self) -> None:
        if self.path is None or self._reading or self._working:
            return
        forms.clear_problems(self)
        password = self.password.text() if self._password_row.isVisibleTo(self) else ""
        if self._password_row.isVisibleTo(self) and not password.strip():
            text = _("Type the password of the file.")
            self.show_problems((FieldProblem(field="password", text=text),))
            return
        self._set_reading(True)
        tasks.run(
            partial(taking_in.read, self.vault, self.case_id, self.path, password),
            title=self.windowTitle(),
            on_done=self._on_read,
            on_error=self._on_unreadable,
            quiet=True,
        )

    def _set_reading(self, reading: bool) -> None:
        """Cancel leaves it: nothing is changed by reading."""
        self._reading = reading
        self.state.setText(_("The file is being read …") if reading else "")
        self.pick.setEnabled(not reading)
        self.password.setEnabled(not reading)
        self.save_button.setEnabled(not reading)

    def _on_read(self, returned: Returned) -> None:
        self._set_reading(False)
        self.returned = returned
        here = read_dpia(self.vault, self.case_id).content
        self.found = taking_in.changes(self.vault, self.case_id, returned)
        self._password_row.hide()
        self.save_button.setText(_("Take it in"))
        asked = catalogue(self.vault.db)
        describing = Describing(asked, (returned.base, returned.theirs, here))
        self.view = DifferencesView(in_order(self.found, asked), asked, describing)
        self._shown.addWidget(self.view)
        self.state.setText(_found_words(self.found))
        announce(self, self.state.text())
        self.save_button.setFocus()

    def _on_unreadable(self, error: AppError) -> None:
        self._set_reading(False)
        if self._password_row.isVisibleTo(self):
            self.show_problems((FieldProblem(field="password", text=str(error)),))
            self.password.line.selectAll()
        else:
            self._show_refusal(error)

    def _show_refusal(self, error: AppError) -> None:
        self.save_button.setEnabled(False)
        self.show_problems((FieldProblem(field="file", text=str(error)),))

    def other_problems(self) -> list[FieldProblem]:
        found = super().other_problems()
        return found + (self.view.problems() if self.view is not None else [])

    def require_answers(self) -> None:
        super().require_answers()
        if problems := self.other_problems():
            raise InvalidInputError(problems)


def _found_words(found: tuple[Difference, ...]) -> str:
    clashes = sum(one.clash for one in found)
    said = taking_in.count_words(len(found))
    if not clashes:
        return said
    words = ngettext(
        "{count} was changed on both sides: choose below.",
        "{count} were changed on both sides: choose below.",
        clashes,
    )
    return f"{said} {words.format(count=clashes)}"


def _last_folder() -> Path:
    app = QCoreApplication.instance()
    return Path(app.property(_FOLDER) or Path.home()) if app else Path.home()


def _remember_folder(folder: Path) -> None:
    app = QCoreApplication.instance()
    if app:
        app.setProperty(_FOLDER, str(folder))
