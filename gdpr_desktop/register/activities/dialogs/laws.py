"""Provisions: an act, suggested while it is typed, and the section in it."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.register.activities.parts import Law
from gdpr_desktop.register.acts import act_named, act_names
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import button


class LawField(QWidget):
    """One provision. An act we know is kept in both written forms."""

    draft_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = Law()
        self.act, self.section = LineField(max_length=120), LineField(max_length=120)
        self.act.line.setPlaceholderText(_("The act"))
        self.section.line.setPlaceholderText(_("The section"))
        suggest(self.act.line, act_names(current_language()))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.act, 3)
        self.row.addWidget(self.section, 2)
        for field in (self.act, self.section):
            field.text_changed.connect(self._on_text_changed)
        self.setFocusProxy(self.act)
        self.set_accessible(_("Law"), "")

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (*self.act.editors(), *self.section.editors())

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.act.set_accessible(_("{field}: the act").format(field=name), description)
        self.section.set_accessible(_("{field}: the section").format(field=name), description)

    def value(self) -> Law:
        """The provision; empty when nothing is typed."""
        shown, typed = self._before.act.in_(current_language()), self.act.text()
        act: Bilingual = self._before.act if typed == shown else act_named(typed)
        return Law(act=act, section=self.section.text())

    def set_value(self, law: Law) -> None:
        """Show ``law``."""
        self._before = law
        self.act.set_text(law.act.in_(current_language()))
        self.section.set_text(law.section)

    def draft_state(self) -> Any:
        """As JSON can hold it."""
        law = self.value()
        return {"nn": law.act.nn, "nb": law.act.nb, "section": law.section}

    def restore_draft(self, state: Any) -> None:
        """Put back what ``draft_state`` gave."""
        act = Bilingual(nn=str(state.get("nn", "")), nb=str(state.get("nb", "")))
        self.set_value(Law(act=act, section=str(state.get("section", ""))))

    def _on_text_changed(self, _text: str) -> None:
        self.draft_changed.emit()


class LawsField(QWidget):
    """Provisions under each other; one line to begin with."""

    draft_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._description = _("Law"), ""
        self._fields: list[LawField] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add_button = button(_("Add another provision"), "link")
        self.add_button.clicked.connect(self._on_add_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._rows)
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        layout.addLayout(line)
        self.set_value(())

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return tuple(editor for field in self._fields for editor in field.editors())

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self._name, self._description = name, description
        self.add_button.setAccessibleDescription(name)
        self._name_fields()

    def value(self) -> tuple[Law, ...]:
        """Those where something is typed."""
        found = (field.value() for field in self._fields)
        return tuple(law for law in found if law.act or law.section)

    def set_value(self, laws: Iterable[Law]) -> None:
        """Show exactly these."""
        for field in self._fields:
            self._rows.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._fields = []
        for law in tuple(laws) or (Law(),):
            self._append(law)
        self._name_fields()
        self.draft_changed.emit()

    def draft_state(self) -> Any:
        """As JSON can hold it."""
        return [
            {"nn": law.act.nn, "nb": law.act.nb, "section": law.section} for law in self.value()
        ]

    def restore_draft(self, state: Any) -> None:
        """Put back what ``draft_state`` gave."""
        self.set_value(
            Law(
                act=Bilingual(nn=str(one.get("nn", "")), nb=str(one.get("nb", ""))),
                section=str(one.get("section", "")),
            )
            for one in state
        )

    def _append(self, law: Law) -> LawField:
        field = LawField()
        field.set_value(law)
        field.draft_changed.connect(self.draft_changed)
        away = button(_("Take away"), "link")
        away.clicked.connect(partial(self._remove, field))
        field.row.addWidget(away)
        self._rows.addWidget(field)
        self._fields.append(field)
        self.setFocusProxy(self._fields[0])
        return field

    def _name_fields(self) -> None:
        for number, field in enumerate(self._fields, start=1):
            name = self._name if len(self._fields) == 1 else f"{self._name} {number}"
            field.set_accessible(name, self._description)

    def _on_add_clicked(self) -> None:
        field = self._append(Law())
        self._name_fields()
        field.act.setFocus()

    def _remove(self, field: LawField) -> None:
        self.set_value(one.value() for one in self._fields if one is not field)
