"""What was sent each time, and what is written now: two of them side by side."""

from collections.abc import Callable, Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice.comparing import Pair, Piece, compared
from gdpr_desktop.dpia.advice.model import SubmissionHead
from gdpr_desktop.dpia.advice.reading import section_title
from gdpr_desktop.dpia.catalogue.service import catalogue
from gdpr_desktop.dpia.content import Assessment
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.labels import label, line
from gdpr_desktop.vault import Vault

NOW = 0  # in place of a number: what is written now
_PORTION = 12  # parts that are laid out at once; the next ones when one has read so far


class VersionsDialog(FormDialog):
    """The two newest first, what differs only. Nothing can be changed here."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Compare versions")
        super().__init__(parent, title, _("Close"), width=1000)
        self.cancel_button.hide()
        self._vault, self._found = vault, read_dpia(vault, case_id)
        self._catalogue = catalogue(vault.db)
        self._read: dict[int, Assessment] = {NOW: self._found.content}
        self._add_choices()
        self._holder = QWidget()
        self._left: list[Pair] = []  # to be laid out when they are scrolled to
        self._section: str | None = None  # that was laid out last
        self.page_layout.addWidget(self._holder)
        self.page_layout.addStretch(1)
        self._show()
        bar = self.scroll_area.verticalScrollBar()
        slot: Callable[..., None] = self._on_scrolled
        bar.valueChanged.connect(slot)
        bar.rangeChanged.connect(slot)
        self.older.setFocus()
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # to be read by key
        self.scroll_area.setAccessibleName(title)

    def _add_choices(self) -> None:
        sent = [(one.number, _short(one)) for one in reversed(self._found.submissions)]
        pairs = [(NOW, _("What is written now")), *sent]
        self.older, self.newer = Choice(pairs), Choice(pairs)
        # while it lies with others, what is written now is what was sent last
        first = 0 if self._found.writable or len(sent) < 2 else 1
        self.newer.set_value(pairs[first][0])
        self.older.set_value(pairs[min(first + 1, len(pairs) - 1)][0])
        forms.add_pair(
            self.form,
            forms.FieldRow(_("To the &left"), self.older),
            forms.FieldRow(_("To the &right"), self.newer),
        )
        self.only_changed = QCheckBox(_("Only what &differs"))
        self.only_changed.setChecked(True)
        self.form.addRow(self.only_changed)
        slot: Callable[..., None] = self._on_chosen
        self.older.value_changed.connect(slot)
        self.newer.value_changed.connect(slot)
        self.only_changed.toggled.connect(slot)

    def _on_chosen(self, *_value: object) -> None:
        self._show()

    def _show(self) -> None:
        old, self._holder = self._holder, QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        left, right = self.older.value(), self.newer.value()
        pairs = compared(self._content(left), self._content(right), self._catalogue)
        self._left = [one for one in pairs if one.changed or not self.only_changed.isChecked()]
        self._section = None
        if self._left:
            self._add_portion()
        else:
            column.addWidget(label(_("Nothing differs."), "muted"))
        swap(self.page_layout, old, self._holder)

    def _on_scrolled(self, *_value: object) -> None:
        bar = self.scroll_area.verticalScrollBar()
        if self._left and bar.value() + bar.pageStep() >= bar.maximum():
            self._add_portion()

    def _add_portion(self) -> None:
        """Lay out the next parts: all of them at once would hold up the window."""
        portion = QWidget()
        grid = QGridLayout(portion)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        now, self._left = self._left[:_PORTION], self._left[_PORTION:]
        for one in now:
            if one.section != self._section:
                self._section = one.section
                title = section_title(self._catalogue, one.section) or _("From an earlier version")
                grid.addWidget(label(title, "part"), grid.rowCount(), 0, 1, 2)
            _add(grid, one)
        layout = self._holder.layout()
        assert layout is not None, "given when it was made"
        layout.addWidget(portion)

    def _content(self, number: int) -> Assessment:
        if number not in self._read:
            sent = store.submission(self._vault.db, self._found.case.id, number)
            assert sent is not None, "what was sent is never taken away"
            self._read[number] = sent.content
        return self._read[number]

    def save(self) -> None:
        """There is nothing to save."""
        self.reject()

    def is_dirty(self) -> bool:
        """What is compared is no answer."""
        return False


def _short(sent: SubmissionHead) -> str:
    text = _("Number {number}, {day}")
    return text.format(number=sent.number, day=long_date(local_date(sent.at)))


def _add(grid: QGridLayout, one: Pair) -> None:
    row = grid.rowCount()
    top = Qt.AlignmentFlag.AlignTop
    grid.addWidget(line(), row, 0, 1, 2)
    name = _("{name} (changed)").format(name=one.label) if one.changed else one.label
    grid.addWidget(label(name, "label" if one.changed else "muted"), row + 1, 0, 1, 2)
    grid.addWidget(_text(one.older, "s"), row + 2, 0, top)
    grid.addWidget(_text(one.newer, "b"), row + 2, 1, top)


def _text(pieces: Iterable[Piece], mark: str) -> QLabel:
    """What is gone is struck out, what is new stands bold and underlined."""
    pieces = tuple(pieces)
    made = label("")
    if not pieces:
        made.setText(_("Nothing"))
        made.setProperty("role", "muted")
        return made
    made.setProperty("textFormat", "RichText")  # by name: see the note in theme.py
    made.setText("".join(_marked(one, mark) for one in pieces))
    made.setAccessibleName("".join(one.text for one in pieces))
    return made


def _marked(piece: Piece, mark: str) -> str:
    said = escape(piece.text).replace("\n", "<br>")
    if not piece.changed:
        return said
    return f"<{mark}><u>{said}</u></{mark}>" if mark == "b" else f"<{mark}>{said}</{mark}>"
