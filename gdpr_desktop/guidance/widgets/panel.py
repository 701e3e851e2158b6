"""The checklists under the text: which there are, and those filled in before."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.guidance.dialogs import (
    ROOM,
    ChecklistDialog,
    new_checklist,
    print_checklist,
)
from gdpr_desktop.guidance.model import FilledChecklist
from gdpr_desktop.guidance.report import checklist_report
from gdpr_desktop.guidance.service import checklists as filled_checklists
from gdpr_desktop.guidance.service import may_change, remove_checklist
from gdpr_desktop.guidance.texts import CHECKLISTS, checklist, checklists
from gdpr_desktop.guidance.words import filled_progress, filled_words
from gdpr_desktop.letters.file_names import document_name
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.drafts import unfinished
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.notice_bar import say

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft


class ChecklistPanel(QWidget):
    """Fill in, open, print, remove. ``draft`` marks a checklist that was begun and not saved."""

    opened = Signal(object)  # the dialog

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._filled: tuple[FilledChecklist, ...] = ()
        self.kinds = _list(_("Checklists"))
        self.kinds.currentRowChanged.connect(self._on_kind_changed)
        self.filled = _list(_("Filled in before"))
        self.filled.currentRowChanged.connect(self._show_buttons)
        self.filled.itemActivated.connect(self._on_open_clicked)
        self.fill_button = button(_("&Fill in…"), "primary")
        self.open_button = button(_("&Open"))
        self.print_button = button(_("&Print…"))
        self.word_button = button(_("&Word…"))
        self.remove_button = button(_("&Remove"))
        self.fill_button.clicked.connect(self._on_fill_clicked)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.word_button.clicked.connect(self._on_word_clicked)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self._nothing = label("", "muted")
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.filled)
        self._stack.addWidget(self._nothing)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        lists = QHBoxLayout()
        lists.setSpacing(16)
        for heading, widget, stretch in (
            (_("Checklists"), self.kinds, 2),
            (_("Filled in before"), self._stack, 3),
        ):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label(heading, "label"))
            column.addWidget(widget, 1)
            lists.addLayout(column, stretch)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for made in (
            self.fill_button,
            self.open_button,
            self.word_button,
            self.print_button,
            self.remove_button,
        ):
            buttons.addWidget(made)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(lists, 1)
        layout.addLayout(buttons)

    def refresh(self) -> None:
        """Read anew; what was chosen stays chosen."""
        begun = {draft.form.split(".")[1] for draft in unfinished(self._vault) if _is_ours(draft)}
        row = self.kinds.currentRow()
        was = self.kinds.blockSignals(True)
        self.kinds.clear()
        for one in checklists():
            text = _("{checklist} (draft)") if one.id in begun else "{checklist}"
            self.kinds.addItem(QListWidgetItem(text.format(checklist=one.title)))
        self.kinds.blockSignals(was)
        waiting = next((i for i, name in enumerate(CHECKLISTS) if name in begun), 0)
        self.kinds.setCurrentRow(row if row >= 0 else waiting)

    def checklist(self) -> str:
        """The checklist chosen."""
        return CHECKLISTS[max(self.kinds.currentRow(), 0)]

    def chosen(self) -> FilledChecklist | None:
        """The filled one chosen."""
        row = self.filled.currentRow()
        return self._filled[row] if 0 <= row < len(self._filled) else None

    def resume_draft(self, draft: "Draft") -> None:
        """Go on with what was typed and not saved."""
        _room, name, *rest = draft.form.split(".")
        if name not in CHECKLISTS:
            return
        self.kinds.setCurrentRow(CHECKLISTS.index(name))
        known = {str(one.id): one for one in self._filled}
        if rest and rest[0] in known:
            self._open(known[rest[0]])
        elif not rest:
            self._on_fill_clicked()

    def _on_kind_changed(self, _row: int = 0) -> None:
        before = self.chosen()
        self._filled = filled_checklists(self._vault, checklist=self.checklist())
        was = self.filled.blockSignals(True)
        self.filled.clear()
        for one in self._filled:
            text = f"{filled_words(one)} · {filled_progress(one)}"
            self.filled.addItem(QListWidgetItem(text))
        self.filled.blockSignals(was)
        self._nothing.setText(_("Nobody has filled in this checklist yet."))
        self._stack.setCurrentIndex(0 if self._filled else 1)
        ids = [one.id for one in self._filled]
        row = ids.index(before.id) if before and before.id in ids else 0
        self.filled.setCurrentRow(row if ids else -1)
        self._show_buttons()

    def _show_buttons(self, _row: int = 0) -> None:
        chosen = self.chosen()
        self.fill_button.setEnabled(may_change(self._vault))
        self.open_button.setEnabled(chosen is not None)
        self.print_button.setEnabled(chosen is not None)
        self.word_button.setEnabled(chosen is not None)
        self.remove_button.setEnabled(chosen is not None and may_change(self._vault, chosen))

    def _on_fill_clicked(self) -> None:
        self._open(new_checklist(self._vault, self.checklist()))

    def _on_open_clicked(self, _item: object = None) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self._open(chosen)

    def _open(self, filled: FilledChecklist) -> None:
        dialog = ChecklistDialog(self, self._vault, filled)
        dialog.accepted_value.connect(self._on_saved)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()
        self.opened.emit(dialog)

    def _on_saved(self, change: Change) -> None:
        self.refresh()
        row = next((i for i, one in enumerate(self._filled) if one.id == change.id), -1)
        self.filled.setCurrentRow(row)
        bus.tell(change, self)
        say(self, _("The checklist is saved."))

    def _on_dialog_finished(self, _code: int) -> None:
        if self._vault.is_open:  # a draft may have been kept
            self.refresh()

    def _on_print_clicked(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            print_checklist(self, chosen)

    def _on_word_clicked(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        from gdpr_desktop.correspondence.dialogs.document import DocumentDialog

        day = self._vault.clock.today()
        title = checklist(chosen.checklist).title
        DocumentDialog(
            self._vault,
            title,
            partial(checklist_report, self._vault, chosen),
            suggested=partial(_document_name, chosen, day),
            parent=self,
        ).open()

    def _on_remove_clicked(self) -> None:
        chosen = self.chosen()
        if chosen is None or not notices.ask(
            self,
            _("Remove the checklist?"),
            _("The answers will be gone: {checklist}").format(checklist=filled_words(chosen)),
            _("Remove the checklist"),
            dangerous=True,
        ):
            return
        try:
            change = remove_checklist(self._vault, chosen.id)
        except AppError as error:
            notices.error(self, error)
            return
        self.refresh()
        bus.tell(change, self)


def _document_name(filled: FilledChecklist, day: date, language: Language) -> str:
    return document_name(filled.about_name, checklist(filled.checklist, language).title, day)


def _is_ours(draft: "Draft") -> bool:
    return draft.form.startswith(f"{ROOM}.")


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.setSpacing(3)
    made.setMinimumHeight(made.fontMetrics().lineSpacing() * 4 + 32)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
