"""One point of the first hour: a box, and when it is ticked who did it, when, and a note."""

import textwrap

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gdpr_desktop.breaches.facts.first_hour import Point
from gdpr_desktop.breaches.model import Ticked
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import LONGEST_LINE
from gdpr_desktop.ui.fields.moment import MomentField
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.vault import Vault


def who_words(point: Point) -> str:
    """Who does it, and a word of help."""
    return ": ".join(part for part in (point.who, point.help) if part)


class PointRow(QWidget):
    """Ticking it fills in who and when, which can be changed behind a link."""

    toggled = Signal(bool)

    def __init__(self, vault: Vault, point: Point, ticked: Ticked | None) -> None:
        super().__init__()
        self._vault, self._point = vault, point
        self.box = QCheckBox(textwrap.fill(point.text, LONGEST_LINE))
        self.box.setObjectName(point.id)
        self.box.setAccessibleName(point.text)
        self.box.setAccessibleDescription(who_words(point))
        self.by, self.note = LineField(), LineField()
        self.at = MomentField(vault.clock)
        self._said = label("", "ok")
        self._change = button(_("Change, or add a note"), "link")
        self._change.setAccessibleName(_("Change, or add a note: {point}").format(point=point.text))
        self._details = QWidget()
        self._done = QWidget()
        self._lay_out()
        if ticked is not None:
            self.box.setChecked(True)
            self.by.set_text(ticked.by)
            self.at.set_moment(ticked.at)
            self.note.set_text(ticked.note)
        self.box.toggled.connect(self._on_box_toggled)
        self._change.toggled.connect(self._details.setVisible)
        for changed in (self.by.text_changed, self.note.text_changed, self.at.value_changed):
            changed.connect(self._tell)
        self._tell()

    def _lay_out(self) -> None:
        form = forms.form_layout(self._details)
        form.setVerticalSpacing(8)
        name = self._point.id
        forms.add_row(form, _("Done by"), self.by, name=f"{name}_by")
        forms.add_row(form, _("Done at"), self.at, name=f"{name}_at")
        forms.add_row(form, _("Note"), self.note, name=f"{name}_note")
        self._change.setCheckable(True)
        self._details.hide()
        done = QVBoxLayout(self._done)
        done.setContentsMargins(0, 0, 0, 0)
        done.setSpacing(4)
        done.addWidget(self._said)
        done.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
        done.addWidget(self._details)
        under = QVBoxLayout()
        under.setContentsMargins(28, 0, 0, 0)
        under.setSpacing(2)
        under.addWidget(label(who_words(self._point), "muted"))
        under.addWidget(self._done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(2)
        layout.addWidget(self.box)
        layout.addLayout(under)

    def expand(self) -> None:
        """Show who and when: a problem stands there."""
        self._change.setChecked(True)

    def is_ticked(self) -> bool:
        """Is it done?"""
        return self.box.isChecked()

    def value(self) -> Ticked | None:
        """The point when it is done; None while it is not, or its time is missing."""
        at = self.at.moment()
        if not self.is_ticked() or at is None:
            return None
        return Ticked(point=self._point.id, by=self.by.text(), at=at, note=self.note.text())

    def problem(self) -> str:
        """What is wrong with the time of a point that is done."""
        if not self.is_ticked() or self.at.moment() is not None:
            return ""
        return self.at.problem() or _("Give the date and the time.")

    def _on_box_toggled(self, on: bool) -> None:
        if on and not self.by.text() and self.at.moment() is None:
            self.by.set_text(self._vault.actor.name)
            self.at.set_moment(self._vault.clock.now().replace(second=0, microsecond=0))
        self._tell()
        self.toggled.emit(on)

    def _tell(self, *_value: object) -> None:
        at = self.at.moment()
        parts = (self.by.text(), long_instant(at) if at else "", self.note.text())
        self._said.setText(" · ".join(part for part in parts if part))
        self._done.setVisible(self.is_ticked())
