"""«Templates»: the letters to the left, the text in the middle, what it becomes to the right."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from gdpr_desktop.administration.templates.dialogs.differences_view import DifferencesView
from gdpr_desktop.administration.templates.dialogs.letter_list import LetterList
from gdpr_desktop.administration.templates.dialogs.sample import SamplePart
from gdpr_desktop.administration.templates.dialogs.text_part import TextPart
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.letters import copies, file_name, unsaved
from gdpr_desktop.letters.trial import Trial, try_out
from gdpr_desktop.ui import notices, tasks
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.labels import button, line
from gdpr_desktop.ui.notice_bar import NoticeBar
from gdpr_desktop.vault import Vault

_SIZE = QSize(1400, 900)
_STILL_FOR = 1000  # milliseconds without a change
_SAVE, _DROP = "save", "drop"


class TemplatesDialog(QDialog):
    """Stays open from letter to letter; each saving is a deed of its own."""

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(_("Templates"))
        self.vault = vault
        self.trial: Trial | None = None
        self._original = self._saved = ""
        self._compared = self._leaving = False
        self._turn = 0
        self._gone = ("", current_language(), "")
        self.letters = LetterList(vault, current_language())
        self.text = TextPart()
        self.sample = SamplePart()
        self.differences = DifferencesView()
        self._notice_bar: NoticeBar | None = None
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(_("What the text becomes"))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self._wide: bool | None = None
        self._placed = False
        self._build()
        self._connect()
        self._keep_soon = QTimer(self)
        self._keep_soon.setSingleShot(True)
        self._keep_soon.setInterval(_STILL_FOR)
        self._keep_soon.timeout.connect(self.keep_now)
        self._begin()

    def _build(self) -> None:
        self.close_button = button(_("Close"))
        self.save_button = button(_("&Save the wording"), "primary")
        self.save_button.setToolTip("Ctrl+S")
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 16)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.save_button)
        self.tabs.addTab(self.sample, _("Sample letter"))
        self.tabs.addTab(self.differences, _("Differences"))
        self.splitter.addWidget(self.letters)
        self.splitter.addWidget(self.text)
        self.splitter.addWidget(self.tabs)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(line())
        layout.addLayout(row)

    @property
    def notice_bar(self) -> NoticeBar:
        """The line below the text, made at the first notice."""
        if self._notice_bar is None:
            self._notice_bar = NoticeBar()
            self._column.insertWidget(1, self._notice_bar)
        return self._notice_bar

    def _connect(self) -> None:
        self.letters.wanted.connect(self._on_letter_wanted)
        self.text.editor.textChanged.connect(self.sample.preview.refresh_later)
        self.text.editor.textChanged.connect(self._on_text_changed)
        self.text.compare_wanted.connect(self.compare)
        self.text.original_wanted.connect(self.return_to_original)
        self.sample.wanted.connect(self.try_out)
        self.sample.export_wanted.connect(self.export)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.close_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save)

    # Which letter

    def _begin(self) -> None:
        before = unsaved.kept(self.vault)
        if before is None:
            self._show_letter(self.letters.template().id, current_language())
            return
        self._show_letter(before.template, before.language)
        self.text.editor.replace_text(before.text)
        self.notice_bar.say(_("The text that you had not saved is brought back."), tone="info")

    def _show_letter(self, template: str, language: Language) -> None:
        self.letters.choose(template, language)
        self._language = language
        found = self.letters.template()
        copied = copies.copy_of(self.vault, template, language)
        self._original = found.body(language)
        self._saved = copied.text if copied else self._original
        self._compared = False
        self.trial = None
        self.sample.show_template(found)
        self.text.show_letter(found, language, self._saved)
        self._tell_state()
        self.try_out()

    def _tell_state(self) -> None:
        found = self.letters.template()
        copied = copies.copy_of(self.vault, found.id, self._language)
        self.text.show_state(copies.state(found, self._language, copied), copied)
        self.letters.refresh()
        self._on_text_changed()

    def _on_letter_wanted(self, template: str, language: Language) -> None:
        if self._may_leave():
            self._show_letter(template, language)
        else:
            self.letters.refresh()

    def is_dirty(self) -> bool:
        """Is there text that is not saved?"""
        return self.text.editor.text() != self._saved

    def _on_text_changed(self) -> None:
        own = self.text.editor.text() != self._original or self._saved != self._original
        self.text.original_button.setEnabled(own)
        self._keep_soon.start()

    # The trial

    def try_out(self) -> None:
        """Check the text and make the sample letter, in the worker."""
        self._turn += 1
        work = partial(
            _try_out,
            self._turn,
            self.letters.template(),
            self._language,
            self.text.editor.text(),
            variant=self.sample.variant.value() or "",
            municipality=self.vault.municipality(),
            day=self.vault.clock.today(),
            warn_in=current_language(),
        )
        tasks.run(work, title=_("Trying the text out"), on_done=self._on_tried, quiet=True)

    def _on_tried(self, answer: tuple[int, Trial]) -> None:
        turn, trial = answer
        if turn != self._turn or not self.isEnabled():
            return  # the text has changed since
        self.trial = trial
        self.text.show_trial(trial)
        self.sample.show_trial(trial)
        if self.tabs.currentWidget() is self.differences:
            self._show_differences()

    # Deeds

    def save(self) -> None:
        """Use the text from now on."""
        text = self.text.editor.text()
        found = self.letters.template()
        try:
            change = copies.save_copy(
                self.vault, found.id, self._language, text, compared=self._compared
            )
        except AppError as error:
            self.try_out()
            self._complain(error)
            return
        self._after(change, text)
        self.notice_bar.say(_("Saved. Letters have these words from now on."))

    def compare(self) -> None:
        """Show how the text differs from the original."""
        self.tabs.setCurrentWidget(self.differences)
        self.differences.browser.setFocus()

    def return_to_original(self) -> None:
        """Ask, then use the original; the text can be had back by «Undo»."""
        if not notices.ask(
            self,
            _("Go back to the original?"),
            _("The municipality's own wording of this letter goes. Letters get the original."),
            _("Go back to the original"),
            dangerous=True,
        ):
            return
        gone = self.text.editor.text()
        try:
            change = copies.return_to_original(
                self.vault, self.letters.template().id, self._language
            )
        except AppError as error:
            self._complain(error)
            return
        self.text.editor.replace_text(self._original)
        self._after(change, self._original)
        self._gone = (self.letters.template().id, self._language, gone)
        self.notice_bar.say(
            _("The original is used again."), action=_("Undo"), on_action=self.take_back
        )

    def take_back(self) -> None:
        """Undo the return to the original."""
        template, language, text = self._gone
        if (template, language) != (self.letters.template().id, self._language):
            if not self._may_leave():
                return
            self._show_letter(template, language)
        self.text.editor.replace_text(text)
        self.save()

    def export(self) -> None:
        """Save the sample letter as Word, on the municipality's letterhead."""
        if self.trial is None or self.trial.letter is None:
            return
        template, day = self.letters.template(), self.vault.clock.today()
        name = file_name(_("Sample letter"), template, self._language, day)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        place = Path(QStandardPaths.writableLocation(documents)) / name
        title, kind = _("Export the sample letter"), _("Word document (*.docx)")
        path = notices.save_path(self, title, place, kind)
        if path is None:
            return
        try:
            self.trial.letter.save(path, self.vault.letterhead())
        except AppError as error:
            self._complain(error)
            return
        self.notice_bar.say(_("Saved {name}").format(name=path.name))

    def _after(self, change: Change, text: str) -> None:
        self._saved = text
        self._compared = False
        self._forget_unsaved()
        self._tell_state()
        bus.tell(change, self)

    def _complain(self, error: AppError) -> None:
        self.notice_bar.say(str(error), tone="danger")

    # Leaving

    def _may_leave(self) -> bool:
        if not self.is_dirty():
            return True
        answer = notices.choose(
            self,
            _("Save the wording first?"),
            _("The text of «{title}» is not saved.").format(title=self.text.title.text()),
            ((_SAVE, _("Save")), (_DROP, _("Leave without saving"))),
        )
        if answer == _SAVE:
            self.save()
            return not self.is_dirty()
        if answer == _DROP:
            self._forget_unsaved()
        return bool(answer == _DROP)

    def keep_now(self) -> bool:
        """Keep the text that is not saved, for the next time; False when there is no room."""
        self._keep_soon.stop()
        if self.vault.read_only:
            return True
        if not self.is_dirty():
            self._forget_unsaved()
            return True
        template, text = self.letters.template().id, self.text.editor.text()
        try:
            unsaved.keep(
                self.vault,
                unsaved.Unsaved(template=template, language=self._language, text=text),
            )
        except AppError as error:
            self._complain(error)
            return False
        return True

    def _forget_unsaved(self) -> None:
        self._keep_soon.stop()
        try:
            unsaved.drop(self.vault)
        except AppError as error:
            self._complain(error)

    def discard(self) -> None:
        """Close without asking: the register is being locked. What is typed is kept."""
        self.keep_now()
        self._leaving = True
        self.close()

    def reject(self) -> None:
        """Escape and the button: asks first when there is text that is not saved."""
        if self._leaving or self._may_leave():
            self._leaving = True
            super().reject()
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and not self._leaving and not self._may_leave():
            event.ignore()
            return
        self._leaving = True
        self._keep_soon.stop()
        self._turn += 1  # what the worker still brings is not for us
        super().closeEvent(event)

    # Room

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and not self._placed:
            self._placed = True
            room = self.screen().availableGeometry()
            width = min(_SIZE.width(), room.width() - 16)
            self.resize(width, min(_SIZE.height(), room.height() - 48))
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """With little room the text becomes the first of the tabs."""
        em = self.fontMetrics().horizontalAdvance("n")
        wide = self.width() >= 150 * em
        if wide is self._wide:
            return
        self._wide = wide
        if wide:
            self.splitter.insertWidget(1, self.text)
            self.text.show()
            self.splitter.setSizes([260, 620, 520])
        else:
            self.tabs.insertTab(0, self.text, _("The text"))
            self.tabs.setCurrentIndex(0)
            self.splitter.setSizes([240, 760])

    def _on_tab_changed(self, _index: int) -> None:
        if self.tabs.currentWidget() is self.differences:
            self._show_differences()

    def _show_differences(self) -> None:
        self._compared = True
        self.differences.show_texts(self._original, self.text.editor.text())


def _try_out(turn: int, *args: Any, **options: Any) -> tuple[int, Trial]:
    return turn, try_out(*args, **options)
