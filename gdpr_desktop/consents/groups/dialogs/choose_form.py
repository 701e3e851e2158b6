"""Which form it is about, before the dialog that makes forms for a group or registers answers."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.forms import store as forms_store
from gdpr_desktop.consents.forms.store import FormName
from gdpr_desktop.consents.groups.model import Group
from gdpr_desktop.core.errors import FieldProblem, InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.vault import Vault


class ChooseFormDialog(FormDialog):
    """``accepted_value`` carries the ``CaseId`` of the form."""

    def __init__(self, found: tuple[FormName, ...], title: str, parent: QWidget | None) -> None:
        super().__init__(parent, title, _("&Go on"), width=520)
        choices = [(one.id, f"{one.title} ({one.unit})") for one in found]
        self.which = Choice(choices, empty=_("Choose a form"))
        forms.add_row(self.form, _("Whi&ch form"), self.which, required=True, name="which")

    def is_dirty(self) -> bool:
        return False  # nothing is lost: it is chosen again in a moment

    def value(self) -> CaseId:
        chosen: CaseId | None = self.which.value()
        if chosen is None:
            raise InvalidInputError([FieldProblem(field="which", text=_("Choose a form."))])
        return chosen


def forms_for(vault: Vault, group: Group) -> tuple[FormName, ...]:
    """The forms in use, those of the group's unit first. Raises ``RefusedError`` for none."""
    found = forms_store.names(vault.db, vault.actor)
    if not found:
        raise RefusedError(
            _("No form is in use."),
            hint=_("Make a form on the shelf «Forms», and note its approval first."),
        )
    unit = group.unit.casefold()
    return tuple(sorted(found, key=lambda one: one.unit.casefold() != unit))
