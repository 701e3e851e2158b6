"""A work file, open: what this is, then the wizard over the whole width, and the way back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.feature import NAME
from gdpr_desktop.dpia.wizard.page import WizardPage
from gdpr_desktop.dpia.work_file.making import origin_of
from gdpr_desktop.dpia.work_file.model import Origin
from gdpr_desktop.dpia.work_file.returning import FORM
from gdpr_desktop.dpia.work_file.store import only_case
from gdpr_desktop.ui.feature import call
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.vault.work_file import register_id

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft

_WIDTH = 640  # pixels


class WorkFileTab(QWidget):
    """The first page explains; the wizard comes when it is asked for, or has been before."""

    def __init__(self, vault: "Vault") -> None:
        super().__init__()
        self._vault = vault
        case_id, origin = only_case(vault.db), origin_of(vault)
        assert case_id is not None, "a work file has one case"
        assert origin is not None, "a work file says where it comes from"
        self._case_id: CaseId = case_id
        self._origin = origin
        self.wizard: WizardPage | None = None
        self.stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._strip())
        layout.addWidget(self.stack, 1)
        self.intro = self._intro()
        self.stack.addWidget(self.intro)
        sent = store.sent_content(vault.db, case_id, register_id(vault))
        if store.dpia(vault.db, case_id).content != sent:
            self.show_wizard()  # begun already: go on

    def _strip(self) -> QFrame:
        strip = QFrame()
        strip.setProperty("role", "notice")
        strip.setProperty("tone", "info")
        words = _("Work file from {municipality}").format(municipality=self._origin.municipality)
        self.about_button = button(_("About this file"), "link")
        self.about_button.clicked.connect(self.show_intro)
        self.back_button = button(_("Send it back …"))
        self.back_button.clicked.connect(self.ask_send_back)
        row = QHBoxLayout(strip)
        row.setContentsMargins(24, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(label(words), 1)
        row.addWidget(self.about_button)
        row.addWidget(self.back_button)
        return strip

    def _intro(self) -> QWidget:
        page = QWidget()
        middle = QHBoxLayout(page)
        column = QVBoxLayout()
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(12)
        middle.addStretch(1)
        middle.addLayout(column, 4)
        middle.addStretch(1)
        found = store.dpia(self._vault.db, self._case_id)
        column.addWidget(label(found.about.title, "title"))
        for text in (*intro_texts(self._origin), officers_words(found)):
            made = label(text)
            made.setMaximumWidth(_WIDTH)
            made.setVisible(bool(text))
            column.addWidget(made)
        self.begin_button = button(_("Go to the assessment"), "primary")
        self.begin_button.clicked.connect(self.show_wizard)
        column.addSpacing(8)
        column.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return PageScroll(page)

    def show_wizard(self) -> None:
        """The questions, where they were left."""
        if self.wizard is None:
            self.wizard = WizardPage(self._vault)
            self.wizard.left.connect(self.show_intro)
            self.stack.addWidget(self.wizard)
        self.wizard.show_case(self._case_id)
        self.stack.setCurrentWidget(self.wizard)

    def show_intro(self) -> None:
        """What this file is."""
        if self.wizard is not None:
            self.wizard.leave()
        self.stack.setCurrentWidget(self.intro)
        self.begin_button.setFocus()

    def ask_send_back(self) -> None:
        """Is it ready? Then it is closed, and told what to do with it."""
        from gdpr_desktop.dpia.work_file.dialogs.send_back import SendBackDialog

        if self.wizard is not None:
            self.wizard.leave()  # what is being typed is saved first
        dialog = SendBackDialog(self._vault, self._case_id, self._origin, self)
        dialog.accepted_value.connect(self._on_sent_back)
        dialog.open()

    def _on_sent_back(self, _change: Change) -> None:
        self.window().work_files.send_back()  # type: ignore[attr-defined]  # see ui/work_files

    # What the window asks of a page

    def show_case(self, _case_id: CaseId) -> None:
        """There is but one."""
        self.show_wizard()

    def selected_id(self) -> int | None:
        """The wizard is shown again where it was."""
        shown = self.wizard is not None and self.stack.currentWidget() is self.wizard
        return self._case_id if shown else None

    def resume_draft(self, draft: "Draft") -> None:
        """The word to the one who sent it, or a dialog of the wizard."""
        self.show_wizard()
        if draft.form == f"{NAME}.{FORM}":
            self.ask_send_back()

    def refresh(self, change: Change | None = None) -> None:
        """Something was written."""
        if self.wizard is not None:
            call(self.wizard, "refresh", change)

    def leave(self) -> None:
        """Locking or closing."""
        if self.wizard is not None:
            self.wizard.leave()

    def undo_words(self) -> str:
        """What Ctrl+Z takes back."""
        made = getattr(self.stack.currentWidget(), "undo_words", None)
        return str(made()) if made else ""

    def undo(self) -> None:
        """Take it back."""
        call(self.stack.currentWidget(), "undo")

    def find(self) -> None:
        """Go to the search field."""
        call(self.stack.currentWidget(), "find")


def officers_words(found: Dpia) -> str:
    """What the officer says must be worked on; nothing where it was not sent back."""
    given = found.opinion
    if given is None or given.given_on is None or not given.text.plain:
        return ""
    return _("The officer says") + ":\n" + given.text.plain


def intro_texts(origin: Origin) -> tuple[str, ...]:
    """What the file is, how it is worked in, and how it comes back."""
    asked = _(
        "{name} in {municipality} asks you, {recipient}, to work on this assessment. The file was"
        " made {day}."
    )
    return (
        asked.format(
            name=origin.sent_by,
            municipality=origin.municipality,
            recipient=origin.recipient,
            day=long_date(origin.sent_at.astimezone(OSLO).date()),
        ),
        _(
            "You are led through it page by page. Each question says why it is asked, and shows an"
            " example. Skip what you do not know: you can come back to it."
        ),
        _(
            "All you write is saved at once, in this file and nowhere else. You can close the"
            " program at any time and go on another day. The file is encrypted."
        ),
        _(
            "When you are done, press «Send it back». Then send the file back the way you got it."
            " Nobody sees what you write before that."
        ),
    )
