"""The answers: one in large with its proof, and several in a list."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gdpr_desktop.consents.allowed.model import Ground, Permission
from gdpr_desktop.consents.allowed.service import Forms, PersonAnswer
from gdpr_desktop.consents.allowed.words import (
    born_words,
    ground_rows,
    reason_words,
    remedies,
    short_answer,
    verdict_words,
)
from gdpr_desktop.consents.codes import Reason
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.facts_panel import Facts, FactsPanel
from gdpr_desktop.ui.labels import button, label, restyle
from gdpr_desktop.ui.list_model import Column, Count, WindowedModel
from gdpr_desktop.ui.list_view import ListView
from gdpr_desktop.ui.notes import NoteBox

_LINES = 7  # of the list that are shown without scrolling
_YES, _NO = ("done", "ok"), ("close", "danger")


class AnswerPanel(QWidget):
    """Yes or no, why, and the proof of each form."""

    consent_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self.verdict = label("", "title")
        self.reasons = label("")
        self.remedy = NoteBox(role="notice")
        self.caution = NoteBox(role="notice")
        self._grounds = QWidget()
        self._answer = QFrame()
        self._answer.setProperty("role", "notice")
        head = QHBoxLayout(self._answer)
        head.setContentsMargins(16, 16, 16, 16)
        head.setSpacing(16)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.verdict, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addWidget(self._answer)
        for part in (self.reasons, self.caution, self.remedy, self._grounds):
            self._layout.addWidget(part)

    def show_answer(self, answer: Permission, forms: Forms, *, name: str, protected: bool) -> None:
        """Show the answer for ``name``."""
        look = _YES if answer.yes else _NO
        icons.set_icon(self._sign, *look, 32)
        self._answer.setProperty("tone", look[1])
        restyle(self._answer)
        said = verdict_words(answer)
        self.verdict.setText(_("{answer}: {name}").format(answer=said, name=name) if name else said)
        # that there is no consent is what the big line says already
        told = [reason_words(one) for one in answer.reasons if one is not Reason.NONE]
        self.reasons.setText("\n".join(told))
        self.reasons.setVisible(bool(told))
        self.remedy.say("\n".join(remedies(answer)), _("What to do") if remedies(answer) else "")
        caution = _(
            "The address is secret. A picture can tell where somebody is: ask the officer before it"
            " is used. In lists the answer is no."
        )
        self.caution.say(caution if protected and answer.yes else "")
        old, self._grounds = self._grounds, self._proofs(answer, forms)
        swap(self._layout, old, self._grounds)
        if self.window().isVisible():
            announce(self, f"{self.verdict.text()}. {self.reasons.text()}")

    def last_told(self) -> QWidget:
        """The last that is said of the answer itself, before the proof."""
        told = (self.remedy, self.caution, self.reasons)
        return next((one for one in told if one.isVisible()), self.verdict)

    def _proofs(self, answer: Permission, forms: Forms) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for ground in answer.grounds:
            column.addLayout(self._proof(ground, forms, alone=len(answer.grounds) == 1))
        return holder

    def _proof(self, ground: Ground, forms: Forms, *, alone: bool) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setSpacing(8)
        if not alone:
            row = QHBoxLayout()
            row.setSpacing(8)
            sign, yes = QLabel(), not ground.reasons
            icons.set_icon(sign, *(_YES if yes else _NO), 20)
            said = _("Yes") if yes else " ".join(reason_words(one) for one in ground.reasons)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(said, "label"), 1)
            part.addLayout(row)
        panel = FactsPanel()
        panel.show_facts(Facts(facts=ground_rows(ground, forms)))
        part.addWidget(panel)
        show = button(_("Show the consent"), "link")
        show.clicked.connect(partial(self.consent_wanted.emit, int(ground.consent.id)))
        part.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        return part


class _Source:
    """Answers that are all at hand."""

    def __init__(self) -> None:
        self.rows: tuple[PersonAnswer, ...] = ()

    def count(self) -> Count:
        return Count(len(self.rows))

    def page(self, offset: int, limit: int) -> tuple[PersonAnswer, ...]:
        return self.rows[offset : offset + limit]

    def sort(self, key: str, descending: bool) -> None:
        """The order is that of the names."""


class AnswerList(QWidget):
    """Name, birth year and answer; ``chosen`` tells the line."""

    chosen = Signal(object)  # PersonAnswer

    def __init__(self, *, births: bool, parent: QWidget | None = None) -> None:
        """``births``: also when they were born, to tell them apart."""
        super().__init__(parent)
        self._source = _Source()
        self._alike: Counter[tuple[str, int]] = Counter()
        self.counts = label("", "label")
        self.model = WindowedModel(self._source, self._columns(births=births), parent=self)
        self.view = ListView(self.model, "consents_allowed")
        self.view.setAccessibleName(_("Answers"))
        self.view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.counts)
        layout.addWidget(self.view, 1)

    def show_answers(self, rows: tuple[PersonAnswer, ...], counts: str) -> None:
        """Show these, with ``counts`` above them."""
        self._source.rows = rows
        years = ((one.name, one.birth_date.year) for one in rows if one.birth_date)
        self._alike = Counter(years)
        self.counts.setText(counts)
        self.view.setCurrentIndex(self.model.index(-1, 0))
        self.view.clearSelection()
        self.model.refresh()
        line = self.view.verticalHeader().defaultSectionSize()
        head = self.view.horizontalHeader().sizeHint().height()
        self.view.setFixedHeight(head + line * min(len(rows), _LINES) + 8)

    def _columns(self, *, births: bool) -> tuple[Column, ...]:
        name = Column(header=_("Person"), text=_name, width=260)
        born = Column(header=_("Born"), text=self._born, width=150)
        answer = Column(header=_("Answer"), text=short_answer, icon=_look, width=170)
        return (name, born, answer) if births else (name, answer)

    def _born(self, row: PersonAnswer) -> str:
        day = row.birth_date
        alike = day is not None and self._alike[row.name, day.year] > 1
        return born_words(day, alike)

    def _on_row_changed(self) -> None:
        line = self.view.currentIndex().row()
        if 0 <= line < len(self._source.rows):
            self.chosen.emit(self._source.rows[line])


def _name(row: PersonAnswer) -> str:
    return row.name


def _look(row: PersonAnswer) -> tuple[str, str]:
    return _YES if row.answer.yes else ("close", "muted")
