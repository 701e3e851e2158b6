"""What was changed in a work file, one below the other; of a clash both texts, and the choice."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.work_file.comparing import Difference, Part, Side
from gdpr_desktop.dpia.work_file.difference_words import (
    Describing,
    heading,
    kind_words,
    part_words,
)
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.labels import button, label


class DifferencesView(QWidget):
    """``choices()`` by the name of each difference that was changed on both sides."""

    def __init__(
        self, found: tuple[Difference, ...], catalogue: Catalogue, describing: Describing
    ) -> None:
        super().__init__()
        self._describing = describing
        self._asked: dict[str, RadioChoice] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if sum(one.clash for one in found) > 1:
            column.addLayout(self._all_at_once())
        last: Part | None = None
        for one in found:
            if one.part is not last:
                column.addWidget(label(part_words(one.part), "heading"))
                last = one.part
            column.addWidget(self._box(one, heading(one, catalogue)))

    def choices(self) -> dict[str, Side]:
        """What was chosen."""
        return {name: asked.value() for name, asked in self._asked.items() if asked.value()}

    def is_begun(self) -> bool:
        """Has anything been chosen?"""
        return bool(self.choices())

    def problems(self) -> list[FieldProblem]:
        """What is still to be chosen."""
        text = _("Choose which of the two is kept.")
        return [
            FieldProblem(field=name, text=text)
            for name, asked in self._asked.items()
            if asked.value() is None
        ]

    def _all_at_once(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(label(_("Of all that was changed on both sides:"), "muted"), 1)
        for words, deed in (
            (_("Keep all from here"), self._keep_here),
            (_("Take all from the file"), self._keep_there),
        ):
            made = button(words, "link")
            made.clicked.connect(deed)
            row.addWidget(made)
        return row

    def _keep_here(self) -> None:
        for asked in self._asked.values():
            asked.set_value(Side.HERE)

    def _keep_there(self) -> None:
        for asked in self._asked.values():
            asked.set_value(Side.THERE)

    def _box(self, one: Difference, title: str) -> QFrame:
        box = QFrame()
        box.setProperty("role", "side")
        column = QVBoxLayout(box)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(label(title, "label"))
        column.addWidget(label(self._what(one), "warning" if one.clash else "muted"))
        sides = QHBoxLayout()
        sides.setSpacing(24)
        other = one.here if one.clash else one.before
        if other is not None or one.clash:
            words = _("Here now") if one.clash else _("Before")
            sides.addLayout(_side(words, self._describing.text(other, one.there)), 1)
        if one.there is not None or one.clash:
            sides.addLayout(_side(_("In the file"), self._describing.text(one.there, other)), 1)
        column.addLayout(sides)
        if one.clash:
            column.addWidget(self._choice(one, title))
        return box

    def _what(self, one: Difference) -> str:
        return _("Changed on both sides") if one.clash else kind_words(one)

    def _choice(self, one: Difference, title: str) -> QWidget:
        asked = RadioChoice(
            ((Side.HERE, _("Keep what stands here")), (Side.THERE, _("Take what is in the file"))),
            horizontal=True,
        )
        asked.setObjectName(one.name)
        asked.set_accessible(title, "")
        self._asked[one.name] = asked
        return forms.FieldRow("", asked)


def _side(title: str, text: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label(title, "muted"))
    column.addWidget(label(text))
    column.addStretch(1)
    return column
