"""The form of a privacy statement: sections to the left, saved together."""

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.text import _
from gdpr_desktop.information.statements.dialogs import sections as rows
from gdpr_desktop.information.statements.model import PrivacyStatement
from gdpr_desktop.information.statements.parts import Contact, Log, OwnText, Part, Responsible
from gdpr_desktop.information.statements.widgets.cookies import CookiesField
from gdpr_desktop.information.statements.widgets.editor import Editor, Row
from gdpr_desktop.information.statements.widgets.records import RecordsField
from gdpr_desktop.information.statements.words import part_name
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.dialogs.base import EntryDialog
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.ui.fields.bilingual import BilingualField
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.vault import Vault

_SIZE = QSize(1100, 740)
_CHARACTERS = 140  # in a line, so that larger text gets a wider window


class StatementDialog(EntryDialog):
    """A new statement, or one that is changed; ``part`` is the section it opens at."""

    feature = "information"
    kind = EntryKind.STATEMENT

    def __init__(
        self,
        vault: Vault,
        entry: Entry | None = None,
        parent: QWidget | None = None,
        part: str = "",
    ) -> None:
        title = _("Change the privacy statement") if entry else _("New privacy statement")
        super().__init__(vault, entry, parent, title, _("Save"), width=_SIZE.width())
        self.add_language_switch()
        self.sections = QListWidget()
        self.sections.setProperty("role", "sections")
        self.sections.setAccessibleName(_("Sections of the statement"))
        self.stack = QStackedWidget()
        self._editors: list[Editor] = []
        self._keys: list[str] = []
        for section in rows.sections(self._makers()):
            self._add_section(section)
        self._lay_out()
        self.sections.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.sections.setCurrentRow(self._keys.index(part) if part in self._keys else 0)
        self.show_content(entry.content if entry else PrivacyStatement(name=Bilingual()))

    def show_content(self, statement: PrivacyStatement) -> None:
        """Fill the fields."""
        self.before = statement
        for editor in self._editors:
            editor.set_value(statement)

    def content(self) -> PrivacyStatement:
        found: dict[str, Any] = {}
        for editor in self._editors:
            value = editor.value()
            found |= {name: getattr(value, name) for name in editor.fields}
        made: PrivacyStatement = _replaced(self.before, found)
        return made

    def field(self, name: str) -> Any:
        """The field of one part of the statement."""
        return next(one.fields[name] for one in self._editors if name in one.fields)

    def show_section(self, key: str) -> None:
        """Go to a section."""
        self.sections.setCurrentRow(self._keys.index(key))

    def showEvent(self, event: QShowEvent) -> None:
        fresh = not event.spontaneous()
        super().showEvent(event)
        if fresh:
            wide = max(_SIZE.width(), _CHARACTERS * self.fontMetrics().averageCharWidth())
            room = self.screen().availableGeometry()
            self.resize(min(wide, room.width() - 32), min(_SIZE.height(), room.height() - 64))

    # The fields that are more than lines and texts

    def _makers(self) -> dict[str, rows.Maker]:
        contacts = ("controller", "representative", "officer", "contact")
        return {
            **{name: partial(self._contact, name) for name in contacts},
            "activities": partial(self._picks, EntryKind.ACTIVITY),
            "processors": partial(self._picks, EntryKind.PROCESSOR),
            "systems": partial(self._picks, EntryKind.SYSTEM),
            "cookies": partial(CookiesField, self.language),
            "responsible": self._responsible,
            "parts": self._parts,
            "logs": self._logs,
            "own_texts": self._own_texts,
        }

    def _words(self, lines: int) -> BilingualField:
        return self.bilingual(lines=lines)

    def _editor(self, found: tuple[Row, ...], blank: Any, prefix: str) -> Editor:
        clock = self.vault.clock
        return Editor(found, blank, words=self._words, clock=clock, prefix=f"{prefix}.")

    def _contact(self, name: str) -> Editor:
        made = Editor(
            rows.contact_rows(),
            Contact(),
            words=self._words,
            clock=self.vault.clock,
            prefix=f"{name}.",
            paired=True,
        )
        made.setContentsMargins(16, 4, 0, 0)
        return made

    def _picks(self, kind: EntryKind) -> PicksField:
        return PicksField(store.names(self.vault.db, kind))

    def _responsible(self) -> RecordsField:
        return RecordsField(
            self._editor(rows.responsible_rows(), _blank_responsible(), "responsible"),
            Responsible,
            blank=_blank_responsible,
            name=_own_name,
            add=_("Add a controller"),
        )

    def _parts(self) -> RecordsField:
        return RecordsField(
            self._editor(rows.part_rows(), Part(), "parts"),
            Part,
            blank=Part,
            name=self._part_name,
            add=_("Add a topic"),
        )

    def _logs(self) -> RecordsField:
        return RecordsField(
            self._editor(rows.log_rows(), _blank_log(), "logs"),
            Log,
            blank=_blank_log,
            name=self._log_name,
            add=_("Add a log"),
        )

    def _own_texts(self) -> RecordsField:
        return RecordsField(
            self._editor(rows.text_rows(), OwnText(), "own_texts"),
            OwnText,
            blank=OwnText,
            name=self._text_name,
            add=_("Add a text"),
        )

    def _part_name(self, part: Part) -> str:
        return part_name(part).in_(self.language)

    def _log_name(self, log: Log) -> str:
        return log.what.in_(self.language)

    def _text_name(self, text: OwnText) -> str:
        return text.heading.in_(self.language) or text.text.in_(self.language)[:60]

    # How it stands

    def _add_section(self, section: rows.SectionRows) -> None:
        clock = self.vault.clock
        editor = Editor(
            section.rows, PrivacyStatement(name=Bilingual()), words=self._words, clock=clock
        )
        index = len(self._keys)
        page = _SectionPage(section, editor, partial(self.sections.setCurrentRow, index))
        self._editors.append(editor)
        self._keys.append(section.key)
        self.stack.addWidget(page)
        self.sections.addItem(section.title)

    def _lay_out(self) -> None:
        metrics = self.sections.fontMetrics()
        texts = [self.sections.item(row).text() for row in range(self.sections.count())]
        longest = max(map(metrics.horizontalAdvance, texts))
        self.sections.setFixedWidth(longest + 56)
        for row in range(self.sections.count()):
            self.sections.item(row).setSizeHint(QSize(longest + 40, metrics.height() + 16))
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.sections)
        columns.addWidget(self.stack, 1)
        self.page_layout.addLayout(columns, 1)
        for widget in (self.sections, self.stack):  # both scroll: the window itself need not
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            widget.setMinimumHeight(320)


class _SectionPage(PageScroll):
    """One section: a sentence, then its fields. ``expand`` brings it forward."""

    def __init__(self, section: rows.SectionRows, editor: Editor, show: Any) -> None:
        page = QWidget()
        super().__init__(page)
        self._show = show
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(16)
        column.addWidget(label(section.text, "muted"))
        column.addWidget(editor)
        column.addStretch(1)

    def expand(self) -> None:
        """Show this section: something in it must be put right."""
        self._show()


def _replaced(before: PrivacyStatement, found: dict[str, Any]) -> Any:
    from dataclasses import replace

    return replace(before, **found)


def _blank_responsible() -> Responsible:
    return Responsible(name="")


def _blank_log() -> Log:
    return Log(what=Bilingual())


def _own_name(one: Responsible) -> str:
    return one.name
