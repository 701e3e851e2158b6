"""The wizard on one assessment: the parts left, a page of questions right."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gdpr_desktop.casework.deed import note_opened
from gdpr_desktop.casework.widgets.case_deeds import dialog_class
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.catalogue.service import catalogue
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.dpia.wizard import progress, unsaved
from gdpr_desktop.dpia.wizard.widgets.autosave import Autosave
from gdpr_desktop.dpia.wizard.widgets.deeds import WizardDeeds
from gdpr_desktop.dpia.wizard.widgets.frame import Foot, Head
from gdpr_desktop.dpia.wizard.widgets.own_pages import EarlierPage, MissingPage
from gdpr_desktop.dpia.wizard.widgets.pages import (
    EARLIER,
    FILES,
    MISSING,
    Making,
    make_page,
    own_pages,
)
from gdpr_desktop.dpia.wizard.widgets.question_block import QuestionBlock
from gdpr_desktop.dpia.wizard.widgets.section_list import SectionList, side_width
from gdpr_desktop.dpia.wizard.widgets.section_page import SectionPage
from gdpr_desktop.dpia.wizard.widgets.turning import Turning
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.shortcuts import shortcuts

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_AHEAD = 60  # milliseconds between two pages that are made ahead


class WizardPage(QWidget):
    """Used in the tab, and alone where a work file is open.

    Pages are made when they are first shown, and kept. ``left`` is sent when the person is done.
    """

    left = Signal()

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self.case_id: CaseId | None = None
        self.found: Dpia | None = None
        self._catalogue: Catalogue | None = None
        self._pages: dict[str, Any] = {}
        self._stale: set[str] = set()
        self._telling = False
        self._unsaved: tuple[Answer, ...] = ()
        self.current = ""
        self._deeds = WizardDeeds(vault, self)
        self.autosave = Autosave(vault, self)
        self.autosave.waiting.connect(self._on_waiting)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.failed.connect(self._on_failed)
        self.list: SectionList | None = None
        self._is_alone = bool(getattr(vault, "is_work_file", False))
        self.head = Head(alone=self._is_alone)
        self.head.back.clicked.connect(self._on_back_clicked)
        self.foot = Foot()
        self._stack = QStackedWidget()
        self.turning = Turning(self, self._stack, self.foot)
        self.foot.previous.clicked.connect(self.turning.back)
        self.foot.next.clicked.connect(self.turning.on)
        self.foot.first.clicked.connect(self.go_to_first_unanswered)
        self._side = QHBoxLayout()
        self._side.setSpacing(0)
        self._ahead = QTimer(self)  # the other pages are made while this one is read
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_AHEAD)
        self._ahead.timeout.connect(self._on_ahead)
        self._lay_out()
        for keys, slot in (("next_page", self.go_on), ("previous_page", self.go_back)):
            made = QShortcut(shortcuts.sequence(keys), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(slot)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self.foot)
        self._side.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(self._side, 1)

    # What the window calls

    def show_case(self, case_id: CaseId, section: str = "") -> None:
        """Show an assessment, at a section or where it was left. Raises ``RefusedError``."""
        self.leave()
        if case_id != self.case_id:
            for page in self._pages.values():  # not where another one was read to
                page.area.verticalScrollBar().setValue(0)
        note_opened(self._vault, case_id)
        self._unsaved = unsaved.put_in(self._vault, case_id)
        found = read_dpia(self._vault, case_id)
        self.case_id, self.found = case_id, found
        self._take(catalogue(self._vault.db))
        assert self._catalogue is not None, "it was taken just now"
        self.autosave.begin(case_id, self._catalogue.version)
        self._stale = set(self._pages)
        self._tell_all()
        known = self.list.names() if self.list is not None else ()
        self.go_to(section if section in known else self._where_left())
        if self.list is not None:
            self.list.setFocus()

    def refresh(self, change: Change | None = None) -> None:
        """Read anew, where somebody else has changed the case; what is typed is saved first."""
        if self._telling or self.case_id is None:
            return
        if change is not None and change.ids and self.case_id not in change.ids:
            return
        self.autosave.save_now()
        self._read()

    def leave(self) -> None:
        """Keep what is typed."""
        if self.case_id is not None and not self.autosave.save_now():
            self._keep_unsaved(self.case_id)
        self.autosave.stop()
        self._ahead.stop()

    def find(self) -> None:
        """Go to what is not answered."""
        self.go_to_first_unanswered()

    def undo_words(self) -> str:
        """What Ctrl+Z takes back."""
        return self._deeds.undo_words(self.case_id)

    def undo(self) -> None:
        """Take it back."""
        if self.case_id is not None:
            self._deeds.undo(self.case_id)
            self._read()

    # Going about

    def go_to(self, name: str, question: str = "") -> None:
        """Show a page; what was typed on the one before is saved."""
        if self.found is None or self.list is None:
            return
        self.autosave.save_now()
        page = self._page(name)
        if name in self._stale:
            self._stale.discard(name)
            page.show_found(self.found)
        elif isinstance(page, SectionPage):
            page.fold(progress.answers_of(self.found.content))
        else:
            page.show_found(self.found)
        self.current = name
        self.head.bar.follow(None)
        self._stack.setCurrentWidget(page)
        self.list.set_current(name)
        names = self.list.names()
        self.foot.show_place(names.index(name), len(names), writable=self.found.writable)
        self._ahead.start(_AHEAD)
        if question:
            page.go_to(question)
        self.turning.tell()

    def go_on(self) -> None:
        """The next page."""
        self._step(1)

    def go_back(self) -> None:
        """The page before."""
        self._step(-1)

    def go_to_first_unanswered(self) -> None:
        """The first question that lacks an answer; the last page when none does."""
        if self.found is None or self._catalogue is None:
            return
        self.autosave.save_now()
        lacks = progress.missing(self._catalogue, self.found.content)
        if lacks:
            first = next((one for one in lacks if one.question), lacks[0])
            self.go_to(first.section, first.question)
        else:
            self.go_to(MISSING)

    def _step(self, step: int) -> None:
        if self.list is None:
            return
        self.autosave.save_now()
        assert self._catalogue is not None, "a case is shown"
        folded = progress.folded(self._catalogue, self._found().content) - {self.current}
        names = [one for one in self.list.names() if one not in folded]
        place = names.index(self.current) + step
        if 0 <= place < len(names):
            self.go_to(names[place])

    def _where_left(self) -> str:
        """The section of the answer that was written last."""
        assert self._catalogue is not None, "a case is shown"
        assert self.case_id is not None, "a case is shown"
        last = store.last_answered(self._vault.db, self.case_id)
        for section in self._catalogue.sections:
            if any(one.id == last for one in section.questions):
                return section.id
        return self._catalogue.sections[0].id

    # Pages

    def _take(self, found: Catalogue) -> None:
        """Ask these questions from now on."""
        if self._catalogue == found:
            return
        for page in self._pages.values():
            page.deleteLater()
        self._pages.clear()
        if self.list is not None:
            self._side.removeWidget(self.list)
            self.list.deleteLater()
        self._catalogue = found
        self.list = SectionList(found, own_pages())
        self.list.fit(side_width(self.list))
        self.list.chosen.connect(self.go_to)
        self._side.insertWidget(0, self.list)

    def _page(self, name: str) -> Any:
        if name not in self._pages:
            page = self._pages[name] = self._made(name)
            if self._stack.indexOf(page) < 0:
                self._stack.addWidget(page)
            self._stale.add(name)
        return self._pages[name]

    def _made(self, name: str) -> Any:
        assert self._catalogue is not None, "a case is shown"
        making = Making(
            vault=self._vault,
            catalogue=self._catalogue,
            parent=self._stack,
            found=self._found,
            unsaved=self._still_unsaved,
            alone=self._is_alone,
        )
        page = make_page(name, making)
        page.changed.connect(self._on_changed)
        if isinstance(page, SectionPage):
            page.edited.connect(self._on_edited)
            page.told.connect(self._on_told)
            page.focused.connect(self.head.bar.follow)
            page.scrolled.connect(self.turning.tell)
        elif isinstance(page, MissingPage):
            page.wanted.connect(self.go_to)
            page.send_wanted.connect(self._on_send_wanted)
        elif isinstance(page, EarlierPage):
            page.seen.connect(self._on_unsaved_seen)
        return page

    def _still_unsaved(self) -> tuple[Answer, ...]:
        return self._unsaved

    def _found(self) -> Dpia:
        assert self.found is not None, "a case is shown"
        return self.found

    # What happens

    def _on_ahead(self) -> None:
        if self.found is None or self.list is None or not self.isVisible():
            return
        names = self.list.names()
        place = names.index(self.current) if self.current in names else 0
        for name in (*names[place:], *names[:place]):
            if name not in self._pages or name in self._stale:
                self._page(name).show_found(self.found)
                self._stale.discard(name)
                self._ahead.start(_AHEAD)
                return

    def _on_edited(self, block: QuestionBlock) -> None:
        self.autosave.edited(block)

    def _on_waiting(self) -> None:
        if self._ahead.isActive():
            self._ahead.start(_AHEAD * 10)  # not while somebody types
        self.head.show_saving()

    def _on_saved(self, change: Change, answer: Answer) -> None:
        assert self.found is not None, "a case is shown"
        others = (one for one in self.found.content.answers if one.question != answer.question)
        kept = (*others, answer) if answer else tuple(others)
        content = replace(self.found.content, answers=kept)
        self.found = replace(self.found, content=content)
        self._stale |= {FILES, MISSING, EARLIER}
        self._tell_all()
        if change.ids:
            self._tell(change)

    def _on_failed(self, error: AppError) -> None:
        self.head.show_failure(error)

    def _on_changed(self, change: Change) -> None:
        """Files were changed on a page."""
        self.autosave.save_now()
        self._read()
        self._telling = True
        self._deeds.tell(change)
        self._telling = False

    def _on_told(self, change: Change | None) -> None:
        """Risks or comments were changed on a page, which has told of it."""
        self.autosave.save_now()
        self._read()
        if change is not None:
            self._deeds.remember(change)

    def _keep_unsaved(self, case_id: CaseId) -> None:
        """What cannot be saved now is kept as a draft, and put in when it can be."""
        try:
            unsaved.keep(self._vault, case_id, self.autosave.unsaved())
        except AppError as error:
            notices.error(self, error)

    def _on_unsaved_seen(self) -> None:
        assert self.case_id is not None, "a case is shown"
        unsaved.forget(self._vault, self.case_id)
        self._unsaved = ()
        self._read()

    def _on_send_wanted(self) -> None:
        if self.case_id is None or not self.autosave.save_now():
            return
        made = dialog_class("dpia.advice.dialogs", "send", "SendDialog")
        dialog = made(self._vault, self.case_id, self)
        dialog.accepted_value.connect(self._on_sent)
        dialog.open()

    def _on_sent(self, change: Change) -> None:
        self._deeds.tell(change)
        self.left.emit()

    def _on_back_clicked(self) -> None:
        self.autosave.save_now()
        if not self.autosave.is_waiting:
            self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        if self.case_id is not None and self.autosave.is_waiting:
            self.autosave.save_now()
        super().hideEvent(event)

    # Telling

    def _read(self) -> None:
        if self.case_id is None or self.list is None:
            return
        self.found = read_dpia(self._vault, self.case_id)
        self._stale = set(self._pages)
        self._tell_all()
        if self.current not in self.list.names():  # there is nothing of an earlier version left
            self.go_to(MISSING)
        page = self._pages.get(self.current)
        if page is not None:
            self._stale.discard(self.current)
            page.show_found(self.found)

    def _tell(self, change: Change) -> None:
        from gdpr_desktop.ui.bus import bus

        self._telling = True
        bus.tell(change, self)
        self._telling = False

    def _tell_all(self) -> None:
        """Show how far it has come."""
        found, asked = self.found, self._catalogue
        if found is None or asked is None or self.list is None:
            return
        counted = progress.count(asked, found.content)
        self.list.show_states(progress.states(asked, found), counted)
        self.list.set_title(MISSING, MissingPage.title_of(found))
        earlier_page = self._page(EARLIER)
        self.list.set_shown(EARLIER, bool(self._unsaved or earlier_page.answers(found)))
        self.head.show_found(found, waiting=self.autosave.is_waiting)
