"""The base of the small forms: one thing of an activity, kept when the activity is saved."""

from typing import Any

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.clock import Clock
from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.bilingual import BilingualField, LanguageSwitch
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.typed import TypedField
from gdpr_desktop.ui.forms import FieldRow


class ItemDialog(FormDialog):
    """Subclasses build their fields and give ``item``. ``accepted_value`` carries it."""

    def __init__(self, parent: QWidget | None, title: str, *, width: int = 640) -> None:
        super().__init__(parent, title, _("OK"), width=width)
        self._language: Language = _language_of(parent)

    def add_language_switch(self) -> None:
        """Put the switch between nynorsk and bokmål at the top of the form."""
        switch = LanguageSwitch(self._language)
        switch.attach(self)
        self.form.addRow(switch)

    def bilingual(self, *, lines: int = 1) -> BilingualField:
        """A field for words in both written forms."""
        return BilingualField(self._language, lines=lines)

    def day_field(self, clock: Clock) -> DateField:
        """A date that may be left blank."""
        return DateField(clock)

    def item(self) -> Any:
        """What is filled in."""
        raise NotImplementedError

    def value(self) -> Any:
        """The thing itself. Raises ``InvalidInputError``."""
        problems = [
            FieldProblem(field=row.field.objectName(), text=_("Must be filled in."))
            for row in self.findChildren(FieldRow)
            if row.isVisibleTo(self) and row.lacks_text()
        ]
        problems += [
            FieldProblem(field=field.objectName(), text=field.problem())
            for field in self.findChildren(TypedField)
            if field.isVisibleTo(self) and field.problem()
        ]
        require_valid(problems)
        return self.item()

    def _state(self) -> tuple[Any, ...]:
        return (self.draft_state(),)  # another written form on the screen is no change


def _language_of(parent: QWidget | None) -> Language:
    """The written form that the form around it shows now."""
    switch = getattr(parent.window(), "switch", None) if parent else None
    return switch.language() if isinstance(switch, LanguageSwitch) else current_language()
