"""Data that do not go along: rule, which data and why, in rows that come and go."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.law.portability import Limit
from gdpr_desktop.requests.portability.claim import LeftOut
from gdpr_desktop.requests.portability.words import rule_words
from gdpr_desktop.requests.widgets.card_list import Card, CardList
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import label


class LeftOutRow(Card):
    """One rule."""

    def __init__(self) -> None:
        super().__init__()
        pairs = [(one, rule_words(one)) for one in Limit]
        self.limit = Choice(pairs, empty=_("Choose the rule"))
        self.what, self.explanation = LineField(), TextArea(max_length=5000, lines=2)
        self.limit.value_changed.connect(self._on_edited)
        self.what.text_changed.connect(self._on_edited)
        self.explanation.text_changed.connect(self._on_edited)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.limit, 1)
        top.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(label(_("Which data"), "help"))
        layout.addWidget(self.what)
        layout.addWidget(label(_("Why the rule applies. The person reads this."), "help"))
        layout.addWidget(self.explanation)

    def number(self, index: int, description: str) -> None:
        """Tell the screen reader which one this is."""
        name = _("Left out {number}").format(number=index)
        self.limit.setAccessibleName(name)
        self.limit.setAccessibleDescription(description)
        which, why, remove = _("which data"), _("why the rule applies"), _("Remove")
        self.what.set_accessible(f"{name}: {which}", description)
        self.explanation.set_accessible(f"{name}: {why}", description)
        self.remove.setAccessibleName(f"{remove}: {name}")

    def show_item(self, item: LeftOut) -> None:
        self.limit.set_value(item.limit)
        self.what.set_text(item.what)
        self.explanation.set_text(item.explanation)

    def state(self) -> list[str]:
        return [self.limit.value() or "", self.what.text(), self.explanation.text()]

    def restore(self, state: list[str]) -> None:
        code, what, explanation = state
        self.limit.restore_draft(code or None)
        self.what.set_text(what)
        self.explanation.set_text(explanation)

    def tab_chain(self) -> tuple[QWidget, ...]:
        return (self.limit, self.remove, self.what.line, self.explanation.editor)


class LeftOutList(CardList):
    """Give ``left_out()``; rows without a chosen rule are ``unfinished()``."""

    def __init__(self) -> None:
        super().__init__(_("&Add what is left out"))

    def new_card(self) -> LeftOutRow:
        return LeftOutRow()

    def left_out(self) -> tuple[LeftOut, ...]:
        """What is left out, by the rules chosen."""
        return tuple(
            LeftOut(
                limit=row.limit.value(), what=row.what.text(), explanation=row.explanation.text()
            )
            for row in self._rows
            if row.limit.value() is not None
        )

    def unfinished(self) -> bool:
        """Is something written where no rule is chosen?"""
        return any(
            row.limit.value() is None and (row.what.text() or row.explanation.text().strip())
            for row in self._rows
        )
