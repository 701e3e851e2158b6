"""A list of exceptions: the provision used, and why, in rows that come and go."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.law.exceptions import grounds_for
from gdpr_desktop.requests.exception_words import exception_words
from gdpr_desktop.requests.rights.access import Exempted
from gdpr_desktop.requests.widgets.card_list import Card, CardList
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import label

# what single items are held back on; a claim is refused as such in a form of its own
ITEMS = tuple(one for one in grounds_for("15") if not one.whole_request)


class _Row(Card):
    """One exception."""

    def __init__(self) -> None:
        super().__init__()
        pairs = [(code, exception_words(code)) for code in ITEMS]
        self.exception = Choice(pairs, empty=_("Choose the exception"))
        self.explanation = TextArea(max_length=5000, lines=2)
        self.exception.value_changed.connect(self._on_edited)
        self.explanation.text_changed.connect(self._on_edited)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.exception, 1)
        top.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(label(_("Why it applies. The person reads this."), "help"))
        layout.addWidget(self.explanation)

    def number(self, index: int, description: str) -> None:
        """Tell the screen reader which one this is."""
        name = _("Exception {number}").format(number=index)
        self.exception.setAccessibleName(name)
        self.exception.setAccessibleDescription(description)
        why, remove = _("why it applies"), _("Remove")
        self.explanation.set_accessible(f"{name}: {why}", description)
        self.remove.setAccessibleName(f"{remove}: {name}")

    def show_item(self, item: Exempted) -> None:
        self.exception.set_value(item.exception)
        self.explanation.set_text(item.explanation)

    def state(self) -> list[str]:
        return [self.exception.value() or "", self.explanation.text()]

    def restore(self, state: list[str]) -> None:
        code, explanation = state
        self.exception.restore_draft(code or None)
        self.explanation.set_text(explanation)

    def tab_chain(self) -> tuple[QWidget, ...]:
        return (self.exception, self.remove, self.explanation.editor)


class ExemptedList(CardList):
    """Give ``exempted()``; rows without a chosen exception are ``unfinished()``."""

    def __init__(self) -> None:
        super().__init__(_("&Add an exception"))

    def new_card(self) -> _Row:
        return _Row()

    def exempted(self) -> tuple[Exempted, ...]:
        """The exceptions chosen."""
        return tuple(
            Exempted(exception=row.exception.value(), explanation=row.explanation.text())
            for row in self._rows
            if row.exception.value() is not None
        )

    def unfinished(self) -> bool:
        """Is there a row with an explanation, but no exception chosen?"""
        return any(
            row.exception.value() is None and row.explanation.text().strip() for row in self._rows
        )
