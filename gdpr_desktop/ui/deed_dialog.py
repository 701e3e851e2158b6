"""A form with one deed on the vault: dates that must be readable, and what must be filled in."""

from datetime import date, datetime

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFormLayout, QPushButton, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, InvalidInputError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import form_state, forms
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.drafts import DraftKey
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.moment import MomentField
from gdpr_desktop.ui.fields.typed import TypedField
from gdpr_desktop.ui.notes import WhyNote
from gdpr_desktop.vault import Vault


class DeedDialog(FormDialog):
    """A form with one deed on the vault; ``accepted_value`` carries the ``Change``.

    ``feature`` is the feature whose tab goes on with its drafts.
    """

    feature = ""

    def __init__(
        self,
        vault: Vault,
        parent: QWidget | None,
        title: str,
        deed: str,
        *,
        intro: str = "",
        why: str = "",
        width: int = 560,
    ) -> None:
        super().__init__(parent, title, deed, intro=intro, width=width)
        self.vault = vault
        self.today = vault.clock.today()
        self._required: list[DateField] = []
        self._todays: list[DateField | MomentField] = []
        self._required_moments: list[MomentField] = []
        if why:
            self.form.addRow(WhyNote(why))

    def day_row(
        self,
        label: str,
        name: str,
        day: date | None,
        *,
        help: str = "",  # noqa: A002
        required: bool = True,
        form: QFormLayout | None = None,
    ) -> DateField:
        """Add a date field to the form (or to ``form``)."""
        field = self.day_field(day, required=required)
        forms.add_row(form or self.form, label, field, help, required, name=name)
        return field

    def day_field(self, day: date | None, *, required: bool = True) -> DateField:
        """A date field on the vault's clock, to be placed by the caller."""
        field = DateField(self.vault.clock)
        field.set_date(day)
        if required:
            self._required.append(field)
        if day == self.today:
            self._todays.append(field)
        return field

    def moment_field(self, moment: datetime | None, *, required: bool = True) -> MomentField:
        """A date and a time on the vault's clock, to be placed by the caller."""
        field = MomentField(self.vault.clock)
        field.set_moment(moment)
        if required:
            self._required_moments.append(field)
        if moment is not None:
            self._todays.append(field)  # tomorrow the form would suggest another
        return field

    def keep_draft_of(self, form: str, case_id: CaseId | None) -> None:
        """Keep what is typed as the draft of ``form`` (a code inside the feature) on a case."""
        self.keep_draft(self.vault, DraftKey(form=f"{self.feature}.{form}", case_id=case_id))

    def draft_changes(self, untouched: form_state.State) -> form_state.State:
        """With the dates suggested for today: tomorrow the form would suggest another."""
        found = super().draft_changes(untouched)
        if found:
            for field in self._todays:
                found.setdefault(field.objectName(), field.draft_state())
        return found

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        focused = self.focusWidget()
        if isinstance(focused, QPushButton) and focused.property("kind") == "link":
            self.focusNextChild()  # one begins at the first field, not at an explanation

    def value(self) -> Change:
        """Do the deed. Raises ``InvalidInputError`` and other ``AppError``."""
        self.require_answers()
        return self.do()

    def require_answers(self) -> None:
        """Raises ``InvalidInputError`` for what cannot be read and what is missing."""
        found = self.field_problems()
        if found:  # all in one round, not the rest when these are put right
            seen = {problem.field for problem in found}
            others = (one for one in self.other_problems() if one.field not in seen)
            raise InvalidInputError([*found, *others])

    def other_problems(self) -> list[FieldProblem]:
        """What the deed itself would refuse, as far as it is known before it is done."""
        return [
            FieldProblem(field=row.field.objectName(), text=_("Must be filled in."))
            for row in self.findChildren(forms.FieldRow)
            if row.isVisibleTo(self) and row.lacks_text()
        ]

    def do(self) -> Change:
        """The deed itself: one service verb."""
        raise NotImplementedError

    def field_problems(self) -> list[FieldProblem]:
        """Dates and times that cannot be read, required ones that are missing."""
        moments = self.findChildren(MomentField)  # each speaks for its parts
        parts = {part for field in moments for part in (field.date_part, field.time_part)}
        typed = (field for field in self.findChildren(TypedField) if field not in parts)
        fields: list[TypedField | MomentField] = [*typed, *moments]
        unreadable = [
            FieldProblem(field=field.objectName(), text=field.problem())
            for field in fields
            if field.isVisibleTo(self) and field.problem()
        ]
        missing = [
            FieldProblem(field=field.objectName(), text=_("Give the date."))
            for field in self._required
            if field.isVisibleTo(self) and field.date() is None and not field.problem()
        ]
        untimed = [
            FieldProblem(field=field.objectName(), text=_("Give the date and the time."))
            for field in self._required_moments
            if field.isVisibleTo(self) and field.moment() is None and not field.problem()
        ]
        return unreadable + missing + untimed
