"""A list of what is said to be wrong, and what came of each: rows that come and go."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.law.rectification import Finding
from gdpr_desktop.requests.rights.rectification import FINDING_WORDS, Disputed
from gdpr_desktop.requests.widgets.card_list import Card, CardList
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import label

_TEXTS = ("claim", "right", "place", "evidence", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """One row as typed: the finding may not be chosen yet."""

    texts: dict[str, str]
    finding: Finding | None

    @property
    def blank(self) -> bool:
        """Is there nothing in it?"""
        return self.finding is None and not any(text.strip() for text in self.texts.values())


class _Row(Card):
    """One thing that is said to be wrong."""

    def __init__(self, places: Iterable[str]) -> None:
        super().__init__()
        self.title = label("", "label")
        self.claim = TextArea(max_length=5000, lines=2)
        self.right = TextArea(max_length=5000, lines=2)
        self.place, self.evidence = LineField(), LineField()
        suggest(self.place.line, places)
        pairs = [(code, _(FINDING_WORDS[code])) for code in Finding]
        self.finding = Choice(pairs, empty=_("Choose what came of it"))
        self.reason = TextArea(max_length=5000, lines=2)
        self._lay_out()
        self._on_finding_changed()
        self.finding.value_changed.connect(self._on_finding_changed)
        for name in _TEXTS:
            getattr(self, name).text_changed.connect(self._on_edited)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(top)
        form = forms.form_layout()
        form.setVerticalSpacing(8)
        layout.addLayout(form)
        self._rows = {
            "claim": forms.FieldRow(_("What is said to be wrong"), self.claim, required=True),
            "right": forms.FieldRow(
                _("What the person says is right"),
                self.right,
                _("Word for word in the letter. Write in the third person: «She came each day.»"),
                required=True,
            ),
            "place": forms.FieldRow(_("Where it stands"), self.place, required=True),
            "evidence": forms.FieldRow(_("Evidence or declaration"), self.evidence),
            "finding": forms.FieldRow(_("What came of it"), self.finding, required=True),
            "reason": forms.FieldRow(
                _("Why it is kept"), self.reason, _("The person reads this."), required=True
            ),
        }
        forms.add_pair(form, self._rows["claim"], self._rows["right"], stretch=(1, 1))
        forms.add_pair(form, self._rows["place"], self._rows["evidence"], stretch=(1, 1))
        form.addRow(self._rows["finding"])
        form.addRow(self._rows["reason"])

    def number(self, index: int, description: str) -> None:
        """Name its fields, for problems and for the screen reader."""
        title = _("Point {number}").format(number=index)
        self.title.setText(title)
        self.remove.setAccessibleName(f"{self.remove.text()}: {title}")
        for name in self._rows:
            getattr(self, name).setObjectName(f"items.{index}.{name}")

    def show_item(self, typed: dict[str, Any]) -> None:
        """Fill the fields."""
        for name in _TEXTS:
            getattr(self, name).set_text(str(typed.get(name, "")))
        code = typed.get("finding")
        self.finding.set_value(Finding(code) if code else None)

    def state(self) -> dict[str, Any]:
        return self.typed().texts | {"finding": self.finding.value() or ""}

    def restore(self, state: dict[str, Any]) -> None:
        self.show_item(state)

    def first(self) -> QWidget:
        return self.claim

    def typed(self) -> Typed:
        """As typed; no reason where nothing is kept."""
        code = self.finding.value()
        texts = {name: getattr(self, name).text() for name in _TEXTS}
        if code is not None and not code.kept:
            texts["reason"] = ""
        return Typed(texts=texts, finding=code)

    def _on_finding_changed(self, *_value: object) -> None:
        code = self.finding.value()
        self._rows["reason"].setVisible(code is not None and code.kept)
        self.edited.emit()


class DisputedList(CardList):
    """Give ``items()``; rows without a finding are ``unfinished()``."""

    def __init__(self, places: Iterable[str]) -> None:
        super().__init__(_("Add one &more"))
        self._places = tuple(places)

    def new_card(self) -> _Row:
        return _Row(self._places)

    def set_items(self, items: Iterable[Disputed]) -> None:
        """Show these, and a blank one where there are none."""
        self.restore_draft([_state(one) for one in items] or [{}])

    def items(self) -> tuple[Disputed, ...]:
        """The rows with a finding, in order."""
        return tuple(
            Disputed(finding=typed.finding, **typed.texts)
            for typed in (row.typed() for row in self._rows)
            if typed.finding is not None
        )

    def unfinished(self) -> tuple[str, ...]:
        """Names of the finding fields that must be chosen: of rows with words, or the only row."""
        alone = len(self._rows) == 1
        return tuple(
            row.finding.objectName()
            for row in self._rows
            if row.finding.value() is None and (alone or not row.typed().blank)
        )

    def tidy(self) -> None:
        """Take blank rows away, so that the numbers are those of the items."""
        for row in self.rows:
            if row.typed().blank and len(self._rows) > 1:
                self._take_away(row)

    def _arrange(self) -> None:
        super()._arrange()
        for row in self._rows:
            row.remove.setVisible(len(self._rows) > 1)


def _state(one: Disputed) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _TEXTS} | {"finding": one.finding.value}
