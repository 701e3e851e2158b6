"""A dialog of several pages, with the list of them at the side, and what comes of it below."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.screening.dialogs.base import NeedCaseDialog
from gdpr_desktop.ui import form_state, forms
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.ui.step_list import StepList

_SIDE = 272  # pixels
_HEIGHT = 680


class PagedDialog(NeedCaseDialog):
    """Subclasses add pages with ``add_page``, what stands at the side to ``side_column``, and
    call ``begin``. ``problems_of(page)`` says what hinders that one goes on."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, width=1060, **named)
        self._step = 0
        self.pages: list[QWidget] = []
        self._titles: list[str] = []
        self.side_column = QVBoxLayout()
        self.side_column.setSpacing(12)
        self._add_buttons()

    def add_page(self, title: str, intro: str) -> QVBoxLayout:
        """A page with its heading; fill its column."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(title, "heading"))
        column.addWidget(label(intro))
        self.pages.append(page)
        self._titles.append(title)
        self.page_layout.addWidget(page)
        return column

    def _add_buttons(self) -> None:
        self.back_button = button(_("Back"))
        self.back_button.clicked.connect(self.go_back)
        self.next_button = button(_("Next"), "primary")
        self.next_button.clicked.connect(self.go_on)
        place = self.button_row.indexOf(self.save_button)
        self.button_row.insertWidget(place, self.back_button)
        self.button_row.insertWidget(place + 1, self.next_button)

    def begin(self, furthest: int = 0) -> None:
        """The pages stand; those up to ``furthest`` have been answered before."""
        self.page_layout.addStretch(1)
        self.step_list = StepList(tuple(self._titles))
        self.step_list.chosen.connect(self.go_to)
        self.step_list.set_current(furthest)
        self._add_side()
        form_state.watch(self._page, self._on_answers_changed)
        self._on_answers_changed()

    def _add_side(self) -> None:
        side = QFrame()
        side.setProperty("role", "side")
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 24, 16, 16)
        column.setSpacing(16)
        column.addWidget(self.step_list)
        column.addLayout(self.side_column)
        column.addStretch(1)
        scroll = PageScroll(side)
        scroll.setMinimumWidth(max(_SIDE, side.minimumSizeHint().width() + 16))
        scroll.setMaximumWidth(scroll.minimumWidth())
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.removeWidget(self.scroll_area)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(scroll)
        row.addWidget(self.scroll_area, 1)
        outer.insertLayout(0, row, 1)

    def problems_of(self, page: int) -> list[FieldProblem]:
        """What is lacking on a page."""
        raise NotImplementedError

    def show_result(self) -> None:
        """Show what comes of the answers so far."""
        raise NotImplementedError

    @property
    def step(self) -> int:
        """The number of the page shown."""
        return self._step

    def go_on(self) -> None:
        """To the next page, if this one is answered."""
        forms.clear_problems(self)
        found = self.problems_of(self._step)
        if found:
            self.show_problems(found)
            return
        self.go_to(min(self._step + 1, len(self.pages) - 1))

    def go_back(self) -> None:
        """To the page before."""
        self.go_to(max(self._step - 1, 0))

    def go_to(self, step: int) -> None:
        """Show a page and begin at its first field."""
        self._step = step
        self._on_answers_changed()
        self.scroll_area.ensureVisible(0, 0)
        announce(self, self._titles[step])
        first = next((one for one in self.pages[step].findChildren(forms.FieldRow)), None)
        (first.field if first is not None else self.save_button).setFocus()

    def _on_answers_changed(self, *_value: object) -> None:
        self.show_result()
        last = len(self.pages) - 1
        for number, page in enumerate(self.pages):
            page.setVisible(number == self._step)
        self.save_button.setVisible(self._step == last)
        self.next_button.setVisible(self._step != last)
        self.back_button.setVisible(self._step > 0)
        self.step_list.set_current(self._step)

    def save(self) -> None:
        if self._step != len(self.pages) - 1:  # Enter and Ctrl+Enter go on until the end
            self.go_on()
        else:
            super().save()

    def show_problems(self, problems: Iterable[FieldProblem]) -> None:
        found = tuple(problems)
        names = {one.field for one in found}
        for number, page in enumerate(self.pages):
            if any(page.findChild(QWidget, name) is not None for name in names):
                self.go_to(number)
                break
        super().show_problems(found)

    def restore_draft(self, state: form_state.State) -> None:
        super().restore_draft(state)
        self._on_answers_changed()

    def _order(self) -> None:
        super()._order()
        chain = (self.cancel_button, self.back_button, self.next_button, self.save_button)
        for one, other in pairwise(chain):
            self.setTabOrder(one, other)

    def _grow(self) -> None:
        """The size stays as it is when a line of what is wrong comes: the page scrolls."""

    def _fit(self) -> None:
        super()._fit()  # one size, whatever the page
        room = self.screen().availableGeometry().height() - 64
        self.resize(self.width(), min(_HEIGHT, room))
