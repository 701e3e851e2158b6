"""The versions of a form, to read and to compare two of them side by side."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms.comparing import Pair, compared
from gdpr_desktop.consents.forms.guidance import note
from gdpr_desktop.consents.forms.model import Version
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.labels import label, line
from gdpr_desktop.ui.notes import WhyNote
from gdpr_desktop.vault import Vault

DRAFT = 0  # in place of a version's number


class VersionsDialog(FormDialog):
    """The two newest first. Nothing can be changed here."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("The versions of the form")
        super().__init__(parent, title, _("Close"), width=960)
        self.cancel_button.hide()
        self._found = read_form(vault, case_id)
        self.form.addRow(WhyNote(note("versions").text))
        self._known = {one.number: one.content for one in self._found.versions}
        self._titles = {one.number: _title(one) for one in self._found.versions}
        if not self._found.approved:
            self._known[DRAFT] = self._found.draft
            self._titles[DRAFT] = _("The draft, not approved")
        self._add_choices()
        self._holder = QWidget()
        self.page_layout.addWidget(self._holder)
        self._show()
        self.older.setFocus()
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # to be read by key
        self.scroll_area.setAccessibleName(title)

    def _add_choices(self) -> None:
        pairs = sorted(self._titles.items(), key=_newest_first)
        self.older, self.newer = Choice(pairs), Choice(pairs)
        order = [number for number, _words in pairs]
        self.newer.set_value(order[0])
        self.older.set_value(order[min(1, len(order) - 1)])
        forms.add_pair(
            self.form,
            forms.FieldRow(_("To the &left"), self.older),
            forms.FieldRow(_("To the &right"), self.newer),
        )
        self.only_changed = QCheckBox(_("Only what &differs"))
        self.form.addRow(self.only_changed)
        slot: Callable[..., None] = self._on_chosen
        self.older.value_changed.connect(slot)
        self.newer.value_changed.connect(slot)
        self.only_changed.toggled.connect(slot)

    def _on_chosen(self, *_value: object) -> None:
        self._show()

    def _show(self) -> None:
        old, self._holder = self._holder, QWidget()
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for column, stretch in enumerate((2, 4, 4)):
            grid.setColumnStretch(column, stretch)
        left, right = self.older.value(), self.newer.value()
        grid.addWidget(label(_short(left), "heading"), 0, 1)
        grid.addWidget(label(_short(right), "heading"), 0, 2)
        pairs = compared(self._content(left), self._content(right), self._found.case.language)
        shown = [one for one in pairs if one.changed or not self.only_changed.isChecked()]
        for number, one in enumerate(shown):
            _add(grid, 2 * number + 1, one)
        if not shown:
            grid.addWidget(label(_("Nothing differs."), "muted"), 1, 1, 1, 2)
        swap(self.page_layout, old, self._holder)

    def _content(self, number: int) -> FormContent:
        return self._known[number]

    def save(self) -> None:
        """There is nothing to save."""
        self.reject()

    def is_dirty(self) -> bool:
        """What is compared is no answer."""
        return False


def _add(grid: QGridLayout, row: int, one: Pair) -> None:
    top = Qt.AlignmentFlag.AlignTop
    grid.addWidget(line(), row, 0, 1, 3)
    name = _("{name} (changed)").format(name=one.label) if one.changed else one.label
    grid.addWidget(label(name, "label" if one.changed else "muted"), row + 1, 0, top)
    grid.addWidget(label(one.older or _("Nothing")), row + 1, 1, top)
    role = "label" if one.changed else ""
    grid.addWidget(label(one.newer or _("Nothing"), role), row + 1, 2, top)


def _newest_first(pair: tuple[int, str]) -> tuple[bool, int]:
    """The draft is newer than every version."""
    number = pair[0]
    return (number != DRAFT, -number)


def _short(number: int) -> str:
    return _("Version {number}").format(number=number) if number != DRAFT else _("The draft")


def _title(version: Version) -> str:
    approved = version.approval
    text = _("Version {number}, approved {day} by {name}")
    return text.format(
        number=version.number, day=long_date(approved.decided_on), name=approved.name
    )
