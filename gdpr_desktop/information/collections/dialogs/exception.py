"""An exception instead of telling, with what proves it."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections import guidance, service
from gdpr_desktop.information.collections.actions import Action
from gdpr_desktop.information.collections.dialogs.base import CollectionDialog
from gdpr_desktop.information.collections.model import ExceptionUse
from gdpr_desktop.information.collections.steps import Step
from gdpr_desktop.information.collections.words import exception_words, proof_label
from gdpr_desktop.law.information_exceptions import InformationException, Proof
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault

_LINES = frozenset({Proof.ACT, Proof.SECTION, Proof.PUBLISHED_WHERE})


class ExceptionDialog(CollectionDialog):
    """Only the fields of the chosen exception are shown."""

    topic = "collection.exception"

    action = Action.EXCEPTION

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(
            vault,
            case_id,
            parent,
            _("Use an exception"),
            _("Save"),
            intro=_("What you write here must prove that the exception holds."),
            why=guidance.why(Step.EXCEPTION),
            width=900,
        )
        from_person = self.collection.intake.from_person
        offered = [one for one in InformationException if one.holds_for(from_person=from_person)]
        pairs = [(one, exception_words(one, from_person=from_person)) for one in offered]
        self.exception = Choice(pairs, empty=_("Choose"))
        forms.add_row(self.form, _("&Exception"), self.exception, required=True, name="exception")
        self.fields: dict[Proof, QWidget] = {}
        self._rows: dict[Proof, forms.FieldRow] = {}
        for proof in Proof:
            self._add(proof)
        self.exception.value_changed.connect(self._on_exception_changed)
        self._show()
        self._on_exception_changed(self.exception.value())

    def _add(self, proof: Proof) -> None:
        field: QWidget
        if proof is Proof.PUBLISHED_ON:
            field = self.day_field(None, required=False)
        else:
            field = LineField() if proof in _LINES else TextArea(lines=3)
        self.fields[proof] = field
        self._rows[proof] = forms.add_row(
            self.form, proof_label(proof), field, required=True, name=proof.value
        )

    def _show(self) -> None:
        before = self.collection.exception
        if before is None:
            return
        self.exception.set_value(before.exception)
        for proof, field in self.fields.items():
            value = getattr(before, proof.value)
            if isinstance(field, DateField):
                field.set_date(value)
            elif isinstance(field, LineField | TextArea):
                field.set_text(value)

    def _on_exception_changed(self, chosen: InformationException | None) -> None:
        wanted = chosen.proofs if chosen else ()
        for proof, row in self._rows.items():
            row.setVisible(proof in wanted)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.exception.value() is None:
            found.append(FieldProblem(field="exception", text=_("Choose the exception.")))
        return found

    def do(self) -> Change:
        values: dict[str, object] = {}
        for proof, field in self.fields.items():
            if isinstance(field, DateField):
                values[proof.value] = field.date()
            elif isinstance(field, LineField | TextArea):
                values[proof.value] = field.text()
        use = ExceptionUse(exception=self.exception.value(), **values)  # type: ignore[arg-type]
        return service.use_exception(self.vault, self.case_id, use)
