"""The agreements with a processor as an inner list: added, changed, taken away."""

from collections.abc import Iterable
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.register.processors.findings import agreement_gaps
from gdpr_desktop.register.processors.model import Agreement
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.vault import Vault


class AgreementsField(QWidget):
    """What is in the list stands once more in a hidden text, so that the form notices changes."""

    draft_changed = Signal()

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._agreements: tuple[Agreement, ...] = ()
        self._text = QPlainTextEdit(self)
        self._text.hide()
        self.add_button = button(_("&Add an agreement …"))
        self.add_button.clicked.connect(self._on_add_clicked)
        self._holder = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._holder)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        layout.addLayout(row)
        self.setFocusProxy(self.add_button)
        self._show()

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.add_button.setAccessibleDescription(" ".join((name, description)).strip())
        self._text.setAccessibleName(name)

    def value(self) -> tuple[Agreement, ...]:
        """The agreements in the list."""
        return self._agreements

    def set_value(self, agreements: Iterable[Agreement]) -> None:
        """Show exactly these."""
        self._agreements = tuple(agreements)
        self._show()
        self.draft_changed.emit()

    def draft_state(self) -> Any:
        """As JSON can hold it."""
        return msgspec.to_builtins(self._agreements)

    def restore_draft(self, state: Any) -> None:
        """Put back what ``draft_state`` gave."""
        self.set_value(msgspec.convert(state, type=tuple[Agreement, ...]))

    def _show(self) -> None:
        self._text.setPlainText(msgspec.json.encode(self._agreements).decode())
        old, self._holder = self._holder, QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if not self._agreements:
            column.addWidget(label(_("No agreement yet"), "muted"))
        for number, one in enumerate(self._agreements):
            column.addLayout(self._row(number, one))
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        swap(layout, old, self._holder)

    def _row(self, number: int, agreement: Agreement) -> QHBoxLayout:
        name = agreement.name or _("Agreement {number}").format(number=number + 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(f"{name}: {summary(agreement)}"), 1)
        for words, slot in (
            (_("Change …"), self._on_change_clicked),
            (_("Take away"), self._on_remove_clicked),
        ):
            made = button(words, "link")
            made.setAccessibleName(f"{words} {name}")
            made.clicked.connect(partial(slot, number))
            row.addWidget(made)
        return row

    def _open(self, number: int | None) -> None:
        from gdpr_desktop.register.processors.dialogs.agreement import AgreementDialog

        before = None if number is None else self._agreements[number]
        dialog = AgreementDialog(self._vault, before, self.window())
        dialog.accepted_value.connect(partial(self._on_agreement_given, number))
        dialog.open()

    def _on_add_clicked(self) -> None:
        self._open(None)

    def _on_change_clicked(self, number: int) -> None:
        self._open(number)

    def _on_remove_clicked(self, number: int) -> None:
        self.set_value(one for place, one in enumerate(self._agreements) if place != number)

    def _on_agreement_given(self, number: int | None, agreement: Agreement) -> None:
        if number is None:
            self.set_value((*self._agreements, agreement))
        else:
            kept = list(self._agreements)
            kept[number] = agreement
            self.set_value(kept)


def summary(agreement: Agreement) -> str:
    """How the agreement stands, in a few words."""
    if agreement.over:
        return _("over")
    gaps = agreement_gaps(agreement)
    state = ngettext("lacks clause {letters}", "lacks clauses {letters}", len(gaps)).format(
        letters=", ".join(gaps)
    )
    parts = [
        state if gaps else _("has all eight clauses"),
        _("signed {day}").format(day=long_date(agreement.signed_on))
        if agreement.signed_on
        else _("not signed"),
        _("runs out {day}").format(day=long_date(agreement.runs_out)) if agreement.runs_out else "",
    ]
    return ", ".join(part for part in parts if part)
