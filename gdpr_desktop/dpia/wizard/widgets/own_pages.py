"""The last pages of the wizard: what is missing, all files, answers to earlier questions."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.dpia.advice.words import missing_words
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.folding import earlier
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.wizard.progress import missing
from gdpr_desktop.dpia.wizard.widgets.attachments import AttachmentsField
from gdpr_desktop.dpia.wizard.words import earlier_words
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.page_scroll import PageScroll

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from gdpr_desktop.vault import Vault


_MOST = 80  # of what is missing; the rest is counted


class OwnPage(QWidget):
    """A page with a title and what ``fill`` puts under it."""

    changed = Signal(object)  # Change

    def __init__(self, title: str, intro: str) -> None:
        super().__init__()
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(24, 16, 24, 24)
        self._column.setSpacing(12)
        self.title = label(title, "part")
        self._column.addWidget(self.title)
        self.intro = label(intro, "muted")
        self._column.addWidget(self.intro)
        self._body = QWidget()
        self._column.addWidget(self._body)
        self._column.addStretch(1)
        self.area = PageScroll(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def show_found(self, found: Dpia) -> None:
        """Show an assessment."""
        old, self._body = self._body, QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.fill(column, found)
        swap(self._column, old, self._body)

    def fill(self, column: QVBoxLayout, found: Dpia) -> None:
        """Make what stands on the page."""
        raise NotImplementedError


class MissingPage(OwnPage):
    """What is missing, with a way to each, and the way on. ``wanted``: section, question."""

    wanted = Signal(str, str)
    send_wanted = Signal()

    def __init__(self, catalogue: Catalogue, *, sends: bool) -> None:
        intro = _("You can send it as it is too: the officer sees what is missing.")
        if not sends:
            intro = _("You can send it back as it is too: the officer sees what is missing.")
        super().__init__(_("Before you send it"), intro)
        self._catalogue, self._sends = catalogue, sends
        self.send_button = button(_("&Send to the officer …"), "primary")
        self.send_button.clicked.connect(self.send_wanted)
        self._column.insertWidget(2, self.send_button, 0, Qt.AlignmentFlag.AlignLeft)

    @staticmethod
    def title_of(found: Dpia) -> str:
        """What the page is called: nothing is sent from where nobody writes."""
        return _("Before you send it") if found.writable else _("What is missing")

    def fill(self, column: QVBoxLayout, found: Dpia) -> None:
        self.title.setText(self.title_of(found))
        lacks = missing(self._catalogue, found.content)
        self.send_button.setVisible(self._sends and found.writable)
        self.intro.setVisible(found.writable)
        if not lacks:
            column.addWidget(label(_("Everything is answered."), "ok"))
            return
        words = ngettext("{count} thing is missing:", "{count} things are missing:", len(lacks))
        column.addWidget(label(words.format(count=len(lacks)), "label"))
        before = ""
        for one in lacks[:_MOST]:
            section = self._catalogue.section(one.section)
            if section is not None and one.section != before:
                column.addSpacing(8)
                column.addWidget(label(section.title.in_(current_language()), "muted"))
                before = one.section
            text = missing_words(self._catalogue, found.content, one)
            made = button(text.replace("&", "&&"), "link")
            made.clicked.connect(partial(self.wanted.emit, one.section, one.question))
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        more = len(lacks) - _MOST
        if more > 0:
            words = ngettext("… and {count} more", "… and {count} more", more)
            column.addWidget(label(words.format(count=more), "muted"))


class FilesPage(OwnPage):
    """All files of the assessment; new ones belong to all of it."""

    def __init__(self, vault: "Vault", catalogue: Catalogue) -> None:
        super().__init__(
            _("Files"),
            _(
                "All files that are attached, to whatever question. They are kept inside the"
                " register, and follow the assessment wherever it is sent."
            ),
        )
        self.field = AttachmentsField(vault)
        language = current_language()
        every = (one for part in catalogue.sections for one in part.questions)
        self.field.titles = {f"question:{one.id}": one.text.in_(language) for one in every}
        self.field.changed.connect(self.changed)
        self._column.insertWidget(2, self.field)
        self.setAcceptDrops(True)  # anywhere on the page

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        if self.field.acceptDrops():
            self.field.dragEnterEvent(event)

    def dropEvent(self, event: "QDropEvent") -> None:
        self.field.dropEvent(event)

    def fill(self, _column: QVBoxLayout, found: Dpia) -> None:
        self.field.show_found(found.case.id, found.content.attachments, None)
        self.field.set_read_only(not found.writable)


class EarlierPage(OwnPage):
    """Answers to questions that are not asked any more: to be read, and copied from.

    Above them what could not be saved once, since somebody else had written meanwhile.
    """

    seen = Signal()  # what could not be saved has been read

    def __init__(self, catalogue: Catalogue, unsaved: Callable[[], tuple[Answer, ...]]) -> None:
        super().__init__(
            _("From an earlier version"),
            _(
                "These were answered when other questions were asked. They are kept, and follow"
                " the assessment. Copy what is still right to where it belongs."
            ),
        )
        self._catalogue, self._unsaved = catalogue, unsaved

    def fill(self, column: QVBoxLayout, found: Dpia) -> None:
        lost = self._unsaved()
        if lost:
            text = _("This could not be saved when you left. Somebody had changed it meanwhile.")
            column.addWidget(label(text, "warning"))
            self._add_answers(column, lost)
            done = button(_("I have copied what I need"))
            done.clicked.connect(self.seen)
            column.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(16)
        self._add_answers(column, self.answers(found))

    def _add_answers(self, column: QVBoxLayout, answers: Iterable[Answer]) -> None:
        for one in answers:
            title, text = earlier_words(self._catalogue, one)
            column.addWidget(label(title, "label"))
            shown = label(text)
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            shown.setAccessibleName(title)
            column.addWidget(shown)
            column.addSpacing(8)

    def answers(self, found: Dpia) -> tuple[Answer, ...]:
        """What stands here."""
        return earlier(self._catalogue, found.content.answers)
