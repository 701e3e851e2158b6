"""Register one answer: whom it is about, who gave it, when, how, and yes or no to each purpose."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.consents.forms.actions import Action
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.advice import advice, by_maturity, may_be_child
from gdpr_desktop.consents.given.dialogs.answer_dialog import AnswerDialog
from gdpr_desktop.consents.given.dialogs.answer_part import AnswerPart
from gdpr_desktop.consents.given.dialogs.person_part import PersonPart
from gdpr_desktop.consents.given.known import known_consent
from gdpr_desktop.consents.given.model import Consent, Statement
from gdpr_desktop.consents.given.service.base import NEW
from gdpr_desktop.consents.given.service.registering import Registered, register_answer
from gdpr_desktop.consents.given.words import advice_words, giver_words
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem, RefusedError
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class RegisterDialog(AnswerDialog):
    """A new consent, or with ``consent_id`` one more answer on the one that is there."""

    def __init__(
        self,
        vault: Vault,
        form_id: CaseId,
        parent: QWidget | None = None,
        consent_id: ConsentId | None = None,
    ) -> None:
        title = _("Register one answer") if consent_id is None else _("Register another answer")
        super().__init__(vault, form_id, parent, title, _("Register the answer"), width=720)
        self._consent_form = read_form(vault, form_id)
        if not self._consent_form.versions:
            raise RefusedError(
                _("The form is not approved."), hint=_("Only an approved form can be answered.")
            )
        self.known = store.consent(vault.db, consent_id) if consent_id is not None else None
        self._asked = consent_id is not None
        if consent_id is None:
            self.keep_draft_of(Action.REGISTER.value, form_id)
        self.person = PersonPart(self)
        self._build_version()
        self._note = NoteBox()
        self.form.addRow(self._note)
        self.answer = AnswerPart(
            self, self._purposes(), maturity=by_maturity(self._consent_form, self.today)
        )
        self.form.addRow(self.answer)
        self._build_more()
        self._advice = NoteBox(role="notice")
        self._pin(self._advice)
        if self.known is not None:
            self._show_known(self.known)
        self._watch()
        self._tell()

    def _build_version(self) -> None:
        numbers = [one.number for one in reversed(self._consent_form.versions)]
        pairs = [(one, self._version_words(one)) for one in numbers]
        self.version = Choice(pairs)
        if self.known is not None:
            self.version.set_value(self.known.version)
        row = forms.add_row(
            self.form,
            _("Vers&ion of the form"),
            self.version,
            _("It stands at the foot of the form."),
            name="version",
        )
        row.setVisible(len(pairs) > 1 and self.known is None)

    def _build_more(self) -> None:
        form = self.answer.more.form
        self.valid_from, self.note = self.day_field(None, required=False), LineField()
        help_ = _("Where it was given for later use. Else it holds from the day of the answer.")
        forms.add_row(form, _("Holds from"), self.valid_from, help_, name="valid_from")
        forms.add_row(form, _("Note"), self.note, name="note")

    def _pin(self, box: QWidget) -> None:
        """Always in sight, above the buttons."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # of every form
        layout.insertWidget(1, box)

    def _version_words(self, number: int) -> str:
        version = self._consent_form.version(number)
        assert version is not None  # it is one of them
        day = long_date(version.approved_on)
        return _("{number}, approved {day}").format(number=number, day=day)

    def _purposes(self) -> tuple:
        version = self._consent_form.version(self.version.value())
        return version.content.purposes if version is not None else ()

    def _show_known(self, known: Consent) -> None:
        self.person.show(known.subject, known.parents, care_order=known.care_order)
        self.person.name.setEnabled(False)
        self.person.birth_date.setEnabled(known.subject.birth_date is None)
        self.person.group.setEnabled(False)

    def _watch(self) -> None:
        self.answer.changed.connect(self._on_changed)
        self.version.value_changed.connect(self._on_version)
        self.person.name.text_changed.connect(self._on_person)
        self.person.birth_date.value_changed.connect(self._on_person)
        self.person.parents.value_changed.connect(self._on_changed)
        self.person.care_order.toggled.connect(self._on_changed)

    def _on_version(self, _number: int) -> None:
        self.answer.purposes.set_purposes(self._purposes())
        self._on_person()

    def _on_person(self, _value: object = None) -> None:
        """Is the person here already? Then the answer is one more on the same consent."""
        self.answer.suggest_givers(self.person.guardians())
        if not self._asked:
            member = self.person.member
            self.known = known_consent(
                self.vault.db,
                self.case_id,
                self.version.value(),
                self.person.subject(),
                member.id if member is not None else None,
            )
        self._on_changed()

    def _on_changed(self, _value: object = None) -> None:
        self.forget_doubts()
        self._tell()

    def _tell(self) -> None:
        self._note.say(self._known_words())
        after = self._after()
        self.person.show_child_rows(may_be_child(after.subject, self._consent_form, self.today))
        found = advice(after, self._consent_form, self.today)
        born = after.subject.birth_date
        nothing = born is None and not after.statements
        text = "" if nothing else advice_words(found, care_order=after.care_order)
        self._advice.say(text, _("What this is worth") if text else "")

    def _known_words(self) -> str:
        if self.known is None or not self.known.statements:
            return ""
        who = ", ".join(_said(one) for one in self.known.standing())
        return _("Answers are registered already: {who}. This one is added to them.").format(
            who=who
        )

    def _after(self) -> Consent:
        """The consent as it would be kept."""
        before = self.known or Consent(
            id=NEW,
            form_id=self.case_id,
            version=self.version.value(),
            subject=self.person.subject(),
        )
        said = self.answer.statement()
        typed = (said,) if said is not None and (said.yes or said.no) else ()
        return replace(
            before,
            subject=replace(before.subject, birth_date=self.person.birth_date.date()),
            statements=(*before.statements, *typed),
            parents=self.person.parents.value(),
            care_order=self.person.care_order.isChecked(),
            valid_from=self.valid_from.date() or before.valid_from,
            valid_until=None,
        )

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.answer.relation.value() is None:
            found.append(FieldProblem(field="relation", text=_("Choose who gave the answer.")))
        if self.answer.file.problem():
            found.append(FieldProblem(field="file", text=self.answer.file.problem()))
        return found

    def register(self, *, anyway: bool) -> Change:
        said = self.answer.statement()
        assert said is not None  # asked for in field_problems
        member = self.person.member
        registered = Registered(
            subject=self.person.subject(),
            statements=(said,),
            version=self.version.value(),
            group_id=member.group_id if member is not None else None,
            member_id=member.id if member is not None else None,
            parents=self.person.parents.value(),
            care_order=self.person.care_order.isChecked(),
            valid_from=self.valid_from.date(),
            note=self.note.text(),
        )
        known = self.known.id if self.known is not None else None
        return register_answer(
            self.vault, self.case_id, registered, consent_id=known, anyway=anyway
        )

    def done(self, result: int) -> None:
        self.answer.file.stop()
        super().done(result)

    def draft_about(self) -> str:
        return self._consent_form.draft.title.in_(current_language())


def _said(one: Statement) -> str:
    day = long_date(one.given_on) if one.given_on else _("without a date")
    return f"{giver_words(one)}, {day}"
