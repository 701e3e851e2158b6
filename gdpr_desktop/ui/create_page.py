"""Making a new file in four short pages. Going back loses nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.errors import AppError, FieldProblem, InvalidInputError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms, tasks, vault_calls
from gdpr_desktop.ui.create_steps import FileStep, LettersStep
from gdpr_desktop.ui.labels import button, label, line
from gdpr_desktop.ui.letterhead_field import CheckLetterhead
from gdpr_desktop.ui.municipality_form import MunicipalityPart, PeoplePart
from gdpr_desktop.ui.new_vault import NewVault
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.ui.step_list import StepList

_WIDTH = 600  # pixels, of a page


class CreatePage(QWidget):
    """Emits ``created`` with the open vault, after the worker has made it."""

    created = Signal(object, object)  # vault, NewVault
    cancelled = Signal()

    def __init__(
        self,
        folder: Path,
        *,
        check_letterhead: CheckLetterhead,
        create_vault: Callable[[NewVault], Any] = vault_calls.create_vault,
        parent: QWidget | None = None,
    ) -> None:
        """``folder`` is where the file is suggested to lie."""
        super().__init__(parent)
        self._create_vault = create_vault
        self._new: NewVault | None = None
        self.municipality = MunicipalityPart()
        self.people = PeoplePart()
        self.letters = LettersStep(check_letterhead)
        self.file = FileStep(folder)
        self._parts = (self.municipality, self.people, self.letters, self.file)
        titles = (
            (_("The municipality"), _("Printed in letters, and can be changed later.")),
            (_("People"), _("Who answers for the data, and who advises.")),
            (_("Letters"), _("How letters look and in which written form.")),
            (_("File and password"), _("An encrypted file, and a key file beside it.")),
        )
        self.steps = StepList(tuple(title for title, _text in titles))
        self.steps.chosen.connect(self._on_step_chosen)
        self._stack = QStackedWidget()
        for (title, text), part in zip(titles, self._parts, strict=True):
            self._stack.addWidget(_scrolled(title, text, part))
        self._make_buttons()
        self._lay_out()
        self._go(0)

    def _make_buttons(self) -> None:
        self.cancel_button = button(_("Cancel"), "link")
        self.cancel_button.clicked.connect(self.cancelled)
        self.back_button = button(_("Back"))
        self.back_button.clicked.connect(self._on_back_clicked)
        self.next_button = button("", "primary")
        self.next_button.clicked.connect(self.go_on)
        self._general = label("", "problem")
        self._general.hide()
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(_("Making the register"))
        self._busy.hide()

    def _lay_out(self) -> None:
        side = QFrame()
        side.setProperty("role", "side")
        side.setMaximumWidth(320)
        self.steps.setMinimumWidth(184)
        column = QVBoxLayout(side)
        column.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)  # no title is cut
        column.setContentsMargins(24, 32, 24, 24)
        column.setSpacing(16)
        column.addWidget(label(_("A new register"), "heading"))
        column.addWidget(self.steps)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(40, 12, 40, 16)
        row.setSpacing(8)
        row.addWidget(self.cancel_button)
        row.addWidget(self._general, 1)
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self._busy)
        right.addWidget(line())
        right.addLayout(row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addLayout(right, 1)

    @property
    def step(self) -> int:
        """The page shown, from 0."""
        return self._stack.currentIndex()

    def go_on(self) -> None:
        """To the next page if this one is right; on the last page: make the file."""
        self._general.hide()
        part = self._parts[self.step]
        problems = tuple(part.problems())
        if problems:
            forms.show_problems(part, problems)
            return
        forms.clear_problems(part)
        if self.step < len(self._parts) - 1:
            self._go(self.step + 1)
        else:
            self._make()

    def _go(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self.steps.set_current(step)
        last = step == len(self._parts) - 1
        self.next_button.setText(_("Make the register") if last else _("Next"))
        self.back_button.setVisible(step > 0)
        if last:
            self.file.prepare(
                self.municipality.into(self.letters.municipality()).name, self.people.officer_name()
            )
        self._parts[step].focus_first()

    def _value(self) -> NewVault:
        municipality = self.people.into(self.municipality.into(self.letters.municipality()))
        return NewVault(
            path=self.file.path(),
            user=self.file.user(),
            password=self.file.password.text(),
            municipality=municipality,
            letterhead=self.letters.letterhead.content(),
        )

    def _make(self) -> None:
        new = self._new = self._value()
        self._set_busy(True)
        create = self._create_vault
        tasks.run(
            lambda: create(new),
            title=_("Making the register"),
            on_done=self._on_made,
            on_error=self._on_refused,
            quiet=True,
        )

    def _on_made(self, vault: Any) -> None:
        self._set_busy(False)
        new, self._new = self._new, None
        self.file.password.clear()
        self.created.emit(vault, new)

    def _on_refused(self, error: AppError) -> None:
        self._set_busy(False)
        problems = (
            error.problems
            if isinstance(error, InvalidInputError)
            else (FieldProblem(field="path", text=str(error)),)
        )
        homeless = forms.show_problems(self.file, problems)
        if homeless:
            self._general.setText(" ".join(problem.text for problem in homeless))
            self._general.show()

    def _on_back_clicked(self) -> None:
        self._general.hide()
        self._go(self.step - 1)

    def _on_step_chosen(self, step: int) -> None:
        while self.step < step:  # forward only through pages that are right
            before = self.step
            self.go_on()
            if self.step == before:
                return
        if step < self.step:
            self._go(step)

    def _set_busy(self, busy: bool) -> None:
        self._busy.setVisible(busy)
        for widget in (
            self._stack,
            self.steps,
            self.cancel_button,
            self.back_button,
            self.next_button,
        ):
            widget.setEnabled(not busy)


def _scrolled(title: str, text: str, part: QWidget) -> PageScroll:
    page = QWidget()
    inner = QWidget()
    inner.setMaximumWidth(_WIDTH)
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(label(title, "title"))
    column.addWidget(label(text, "muted"))
    column.addSpacing(16)
    column.addWidget(part, 1)
    row = QHBoxLayout(page)
    row.setContentsMargins(40, 32, 40, 24)
    row.addWidget(inner, 1)
    row.addStretch(0)
    return PageScroll(page)
