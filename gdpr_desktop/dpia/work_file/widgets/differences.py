"""What was changed in a work file, one below the other; of a clash both texts, and the choice.

Hundreds take a second to lay out: the first come a few at a time, and more when asked for.
"""

from collections.abc import Generator
from time import perf_counter

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.work_file.comparing import Difference, Side
from gdpr_desktop.dpia.work_file.difference_words import (
    Describing,
    heading,
    kind_words,
    part_words,
)
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.slices import Slices

_PORTION = 40
_TURN = 0.012  # seconds of laying out before the window has its turn
_PAUSE = 1  # millisecond


class DifferencesView(QWidget):
    """``choices()`` by the name of each difference that was changed on both sides."""

    def __init__(
        self, found: tuple[Difference, ...], catalogue: Catalogue, describing: Describing
    ) -> None:
        super().__init__()
        self._found, self._catalogue, self._describing = found, catalogue, describing
        self._asked: dict[str, RadioChoice] = {}
        self._to_ask = {one.name for one in found if one.clash}
        self._of_all: Side | None = None  # chosen before all were laid out
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if len(self._to_ask) > 1:
            column.addLayout(self._all_at_once())
        self._shown, self._last = 0, ""  # how many are laid out, and of what part the last was
        self._more = button("", "link")
        self._more.clicked.connect(self.show_more)
        self.show_more()

    def show_more(self) -> None:
        """Lay out the next portion."""
        until = min(self._shown + _PORTION, len(self._found))
        laying_out = self._lay_out(self._found[self._shown : until])
        self._shown = until
        self._column.removeWidget(self._more)
        self._more.hide()
        next(laying_out, None)
        self._slices = Slices(laying_out, self, pause=_PAUSE)
        self._slices.ended.connect(self._offer_more)
        self._slices.start()

    def _offer_more(self) -> None:
        left = len(self._found) - self._shown
        if left:
            words = _("Show {count} more")
            self._more.setText(words.format(count=left))
            self._column.addWidget(self._more)
            self._more.show()

    def _lay_out(self, portion: tuple[Difference, ...]) -> Generator[None, None, None]:
        """A piece for each turn of the window."""
        holder, began = self._add_holder(), perf_counter()
        for one in portion:
            if perf_counter() - began > _TURN:
                yield
                holder, began = self._add_holder(), perf_counter()
            if one.part.value != self._last:
                holder.addWidget(label(part_words(one.part), "heading"))
                self._last = one.part.value
            holder.addWidget(self._box(one, heading(one, self._catalogue)))

    def _add_holder(self) -> QVBoxLayout:
        """Each piece is measured by itself: the others keep their sizes."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._column.addWidget(holder)
        return column

    @property
    def is_at_rest(self) -> bool:
        """Is what was asked for laid out?"""
        return not self._slices.running

    def choices(self) -> dict[str, Side]:
        """What was chosen."""
        made = {name: asked.value() for name, asked in self._asked.items()}
        to_come = dict.fromkeys(self._to_ask - made.keys(), self._of_all)
        return {name: side for name, side in (made | to_come).items() if side}

    def is_begun(self) -> bool:
        """Has anything been chosen?"""
        return bool(self.choices())

    def problems(self) -> list[FieldProblem]:
        """What is still to be chosen, laid out or not. Shows more where nothing shown lacks it."""
        text, chosen = _("Choose which of the two is kept."), self.choices()
        left = [one.name for one in self._found if one.clash and one.name not in chosen]
        if left and self.is_at_rest and not any(name in self._asked for name in left):
            self.show_more()
        return [FieldProblem(field=name, text=text) for name in left]

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
        self._keep(Side.HERE)

    def _keep_there(self) -> None:
        self._keep(Side.THERE)

    def _keep(self, side: Side) -> None:
        self._of_all = side
        for asked in self._asked.values():
            asked.set_value(side)

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
        asked.set_value(self._of_all)
        self._asked[one.name] = asked
        return forms.FieldRow("", asked, name=title)


def _side(title: str, text: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label(title, "muted"))
    column.addWidget(label(text))
    column.addStretch(1)
    return column
