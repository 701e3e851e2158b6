"""Put right what was noted wrong. What stood there is kept, with the reason."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.consents.given.advice import by_maturity
from gdpr_desktop.consents.given.dialogs.answer_dialog import AnswerDialog
from gdpr_desktop.consents.given.dialogs.answer_part import AnswerPart
from gdpr_desktop.consents.given.model import Statement, Subject
from gdpr_desktop.consents.given.service.base import readable
from gdpr_desktop.consents.given.service.registering import Corrected, correct_consent
from gdpr_desktop.consents.given.words import giver_words
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import ConsentId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.vault import Vault


class CorrectDialog(AnswerDialog):
    """The person, and one of the answers."""

    def __init__(self, vault: Vault, consent_id: ConsentId, parent: QWidget | None = None) -> None:
        self.consent = readable(vault, consent_id)
        intro = _(
            "Only for what was noted wrong. Who has changed their mind gives a new answer, or"
            " withdraws. What stood here is kept."
        )
        title = _("Correct the consent")
        super().__init__(
            vault, self.consent.form_id, parent, title, _("Save the correction"), intro=intro,
            width=720,
        )  # fmt: skip
        self._statements = self.consent.statements
        self._build_person()
        self._build_answer()
        self.reason = self.ask_why(_("What was wron&g"), lines=2)
        self.reason.setObjectName("why")
        self.answer.changed.connect(self.forget_doubts)

    def _build_person(self) -> None:
        subject = self.consent.subject
        self.name = LineField()
        self.birth_date = DateField(self.vault.clock, past=True)
        self.parents = Choice(((1, _("One")), (2, _("Two"))), empty=_("Not known"))
        self.care_order = QCheckBox(_("There is a care &order: child welfare answers"))
        self.name.set_text(subject.name)
        self.birth_date.set_date(subject.birth_date)
        known = self.consent.parents
        self.parents.set_value(min(known, 2) if known else None)
        self.care_order.setChecked(self.consent.care_order)
        self.protected = QCheckBox(_("Protected address: lists say no more than «no»"))
        self.protected.setChecked(subject.protected)
        name = forms.FieldRow(_("&Name"), self.name, required=True)
        born = forms.FieldRow(_("&Born"), self.birth_date)
        self.name.setObjectName("name")
        self.birth_date.setObjectName("birth_date")
        forms.add_pair(self.form, name, born, stretch=(3, 2))
        forms.add_row(self.form, "", self.protected, name="protected")
        label = _("How &many have parental responsibility")
        forms.add_row(self.form, label, self.parents, name="parents")
        forms.add_row(self.form, "", self.care_order, name="care_order")

    def _build_answer(self) -> None:
        form = read_form(self.vault, self.case_id)
        version = form.version(self.consent.version)
        purposes = version.content.purposes if version is not None else ()
        pairs = [(index, _words(one)) for index, one in enumerate(self._statements)]
        self.which = Choice(pairs)
        row = forms.add_row(self.form, _("Answer &to correct"), self.which, name="which")
        row.setVisible(len(pairs) > 1)
        self.struck = QCheckBox(_("This answer was never given: strike &it out"))
        forms.add_row(self.form, "", self.struck, name="struck")
        self.answer = AnswerPart(self, purposes, maturity=by_maturity(form, self.today))
        self.form.addRow(self.answer)
        self.which.value_changed.connect(self._on_which)
        self.struck.toggled.connect(self.answer.setHidden)
        self._on_which(self.which.value())

    def _on_which(self, index: int | None) -> None:
        if index is not None:
            self.answer.show_statement(self._statements[index])

    def _corrected(self) -> tuple[Statement, ...]:
        index, before = self.which.value(), list(self._statements)
        if index is None:
            return self._statements
        if self.struck.isChecked():
            del before[index]
            return tuple(before)
        said = self.answer.statement()
        assert said is not None  # every answer has a giver
        old = before[index]
        before[index] = old if said == old else replace(said, which=old.which)
        return tuple(before)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if not self.struck.isChecked() and self.answer.file.problem():
            found.append(FieldProblem(field="file", text=self.answer.file.problem()))
        return found

    def register(self, *, anyway: bool) -> Change:
        subject = Subject(
            name=self.name.text(),
            birth_date=self.birth_date.date(),
            protected=self.protected.isChecked(),
        )
        known, typed = self.consent.parents, self.parents.value()
        corrected = Corrected(
            subject=subject,
            statements=self._corrected(),
            why=self.reason.text(),
            parents=known if known is not None and typed == min(known, 2) else typed,
            care_order=self.care_order.isChecked(),
        )
        return correct_consent(self.vault, self.consent.id, corrected, anyway=anyway)

    def done(self, result: int) -> None:
        self.answer.file.stop()
        super().done(result)


def _words(one: Statement) -> str:
    day = long_date(one.given_on) if one.given_on else _("without a date")
    return f"{giver_words(one)}, {day}"
