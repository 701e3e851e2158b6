"""What is held, one thing at a time: where it is, what becomes of it, and why it is kept."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.clock import Clock
from gdpr_desktop.core.text import _
from gdpr_desktop.law.erasure import KeepReason
from gdpr_desktop.requests.rights.erasure import ErasureItem, Fate, keep_words, words
from gdpr_desktop.requests.widgets.card_list import Card, CardList
from gdpr_desktop.ui import accessible
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.forms import FieldRow


class ItemCard(Card):
    """One thing. The exception is asked for once it is kept."""

    def __init__(self, clock: Clock, systems: Iterable[str], acts: Iterable[str]) -> None:
        super().__init__()
        self.what, self.system, self.provision = LineField(), LineField(), LineField()
        suggest(self.system.line, systems)
        suggest(self.provision.line, acts)
        self.fate = Choice(
            [(one, words(one)) for one in Fate], empty=_("Choose what becomes of it")
        )
        pairs = [(one, keep_words(one)) for one in KeepReason]
        self.keep = Choice(pairs, empty=_("Choose the exception"))
        self.until = DateField(clock)
        self.reason = TextArea(max_length=5000, lines=2)
        self._labels = {
            "what": _("What it is"),
            "system": _("System or place"),
            "fate": _("What becomes of it"),
            "keep": _("Why it is kept"),
            "provision": _("Act and section"),
            "until": _("Kept until"),
            "reason": _("Why the exception applies here"),
        }
        self._build()
        for field in (self.what, self.system, self.provision, self.reason):
            field.text_changed.connect(self._on_edited)
        self.until.value_changed.connect(self._on_edited)
        self.keep.value_changed.connect(self._on_edited)
        self.fate.value_changed.connect(self._on_fate_changed)
        self._kept.hide()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(self._line("what", "system"))
        last = self._line("fate")
        last.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(last)
        self._kept = QWidget()
        kept = QVBoxLayout(self._kept)
        kept.setContentsMargins(0, 0, 0, 0)
        kept.setSpacing(12)
        kept.addLayout(self._line("keep"))
        kept.addLayout(self._line("provision", "until"))
        helped = _("The person reads this. Blank: the reason you gave with the question.")
        kept.addWidget(FieldRow(self._labels["reason"], self.reason, helped))
        layout.addWidget(self._kept)

    def _line(self, *names: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(16)
        for name in names:
            line.addWidget(FieldRow(self._labels[name], getattr(self, name)), 1)
        return line

    def number(self, index: int, description: str) -> None:
        """Name the fields, for the screen reader and for problems."""
        said = _("Number {number}").format(number=index)
        for name, label in self._labels.items():
            field = getattr(self, name)
            field.setObjectName(f"items.{index - 1}.{name}")
            accessible.name(field, f"{said}: {label}", "")
        remove = _("Remove")
        self.remove.setAccessibleName(f"{remove}: {said}")

    def item(self) -> ErasureItem | None:
        """What is typed; None while it is not chosen what becomes of it."""
        fate = self.fate.value()
        if fate is None:
            return None
        kept = fate is Fate.KEEP
        return ErasureItem(
            what=self.what.text(),
            system=self.system.text(),
            fate=fate,
            keep=self.keep.value() if kept else None,
            provision=self.provision.text() if kept else "",
            reason=self.reason.text() if kept else "",
            until=self.until.date() if kept else None,
        )

    def show_item(self, item: ErasureItem) -> None:
        """Show one that was written before."""
        self.what.set_text(item.what)
        self.system.set_text(item.system)
        self.keep.set_value(item.keep)
        self.provision.set_text(item.provision)
        self.until.set_date(item.until)
        self.reason.set_text(item.reason)
        self.fate.set_value(item.fate)

    def blank(self) -> bool:
        """Is nothing written?"""
        return not (self.what.text() or self.system.text() or self.fate.value())

    def state(self) -> list[Any]:
        """As a draft keeps it."""
        texts = [self.what.text(), self.system.text(), self.provision.text(), self.reason.text()]
        choices = [self.fate.draft_state(), self.keep.draft_state()]
        return [*texts, *choices, self.until.draft_state()]

    def restore(self, state: list[Any]) -> None:
        """Put back what ``state`` gave."""
        what, system, provision, reason, fate, keep, until = state
        self.what.set_text(what)
        self.system.set_text(system)
        self.provision.set_text(provision)
        self.reason.set_text(reason)
        self.keep.restore_draft(keep)
        self.until.restore_draft(until)
        self.fate.restore_draft(fate)

    def tab_chain(self) -> tuple[QWidget, ...]:
        return (
            self.what.line,
            self.system.line,
            self.fate,
            self.remove,
            self.keep,
            self.provision.line,
            self.until.line,
            self.reason.editor,
        )

    def first(self) -> QWidget:
        return self.what

    def _on_fate_changed(self, fate: object) -> None:
        self._kept.setVisible(fate is Fate.KEEP)
        self.edited.emit()


class ItemList(CardList):
    """Give ``items()``; cards where it is not chosen what becomes of it are ``unfinished()``.

    ``systems`` and ``acts`` are suggested while one types.
    """

    def __init__(self, clock: Clock, systems: Iterable[str], acts: Iterable[str]) -> None:
        super().__init__(_("&Add one more"))
        self._clock, self._systems, self._acts = clock, tuple(systems), tuple(acts)

    def new_card(self) -> ItemCard:
        return ItemCard(self._clock, self._systems, self._acts)

    def items(self) -> tuple[ErasureItem, ...]:
        """What is written."""
        found = (card.item() for card in self._rows)
        return tuple(one for one in found if one is not None)

    def unfinished(self) -> int:
        """The number of the first card where a choice is missing; 0 when none is."""
        for number, card in enumerate(self._rows, 1):
            if card.item() is None and not card.blank():
                return number
        return 0
