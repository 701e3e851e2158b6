"""A request comes in, or what was typed about it is put right."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QCompleter, QWidget

from gdpr_desktop.casework import lists
from gdpr_desktop.casework.model import Person, PersonRole
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, RefusedError
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.requests import guidance, service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.checks import intake_problems
from gdpr_desktop.requests.dialogs.authority_part import AuthorityPart
from gdpr_desktop.requests.dialogs.base import DeedDialog
from gdpr_desktop.requests.dialogs.intake_notes import (
    age_text,
    asker_text,
    channel_text,
    due_text,
    other_access_text,
)
from gdpr_desktop.requests.dialogs.person import PersonPart, SubjectPart
from gdpr_desktop.requests.dialogs.repeat_note import RepeatNote
from gdpr_desktop.requests.dialogs.rights_part import RightsField
from gdpr_desktop.requests.model import Channel, Intake, OnBehalfOf, Request, Right
from gdpr_desktop.requests.service.subject import asks_who
from gdpr_desktop.requests.words import words
from gdpr_desktop.ui import forms, notices
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.fields.time import TimeField
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.municipality_form import LanguageField
from gdpr_desktop.ui.notes import NoteBox, WhyNote
from gdpr_desktop.vault import Vault, people

_WAIT = 400  # milliseconds after the last key before other cases are looked up
_SHOWN = 5  # case numbers named


class IntakeDialog(DeedDialog):
    """Register a request; with ``request``, change what was typed about it."""

    def __init__(
        self, vault: Vault, parent: QWidget | None = None, request: Request | None = None
    ) -> None:
        title = _("Change the request") if request else _("New request")
        deed = _("Save the changes") if request else _("Register the request")
        super().__init__(vault, parent, title, deed, width=680)
        self.request = request
        self.keep_draft_of(Action.CHANGE_INTAKE.value, request.case.id if request else None)
        self._build_receipt()
        self._build_wish()
        self._build_subject()
        self._build_asker()
        self._build_case()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.look_for_similar)
        for signal in (self.subject.changed, self.rights.changed, self.received.date_changed):
            signal.connect(self._timer.start)
        if request:
            self._show(request)
        self._on_received_changed()

    def _build_receipt(self) -> None:
        self.received = self.day_field(self.today)
        self.received.setObjectName("received")
        self.received_time = TimeField()
        self.received_time.setObjectName("received_time")
        forms.add_pair(
            self.form,
            forms.FieldRow(
                _("&Received"),
                self.received,
                _("The day it reached the municipality, wherever it came in."),
                required=True,
            ),
            forms.FieldRow(_("&Time, if known"), self.received_time),
            stretch=(3, 2),
        )
        self.due = NoteBox()
        self.form.addRow(self.due)
        self.received.date_changed.connect(self._on_received_changed)
        pairs = [(code, words(code)) for code in Channel]
        self.channel = Choice(pairs, empty=_("Choose"))
        forms.add_row(self.form, _("How it &came"), self.channel, required=True, name="channel")
        self.channel_note = NoteBox()
        self.form.addRow(self.channel_note)
        self.channel.value_changed.connect(self._on_channel_changed)

    def _build_wish(self) -> None:
        self.form.addRow(label(_("What they ask for"), "heading"))
        self.rights = RightsField()
        forms.add_row(
            self.form,
            _("It is about"),
            self.rights,
            _("Tick all that fits: one case, one deadline, an answer to each."),
            name="rights",
        )
        self.other_access_note = NoteBox()
        self.form.addRow(self.other_access_note)
        self.rights.changed.connect(self._on_received_changed)
        self.wording = TextArea(lines=5)
        forms.add_row(
            self.form,
            _("In their own &words"),
            self.wording,
            _("Write it as it was said or written. It may be blank."),
            name="wording",
        )
        self.oral = QCheckBox(_("Wants an &oral answer"))
        self.oral.setObjectName("wants_oral_answer")
        self.form.addRow(self.oral)
        self._oral_why = WhyNote(guidance.note("oral").text)
        self._oral_why.hide()
        self.form.addRow(self._oral_why)
        self.oral.toggled.connect(self._oral_why.setVisible)

    def _build_subject(self) -> None:
        self.form.addRow(label(_("Whom the data are about"), "heading"))
        self.subject = SubjectPart(self.vault.clock)
        self.similar_note = NoteBox()
        self.form.addRow(self.similar_note)
        self.repeat_note = RepeatNote(self.vault, self.request.case.id if self.request else None)
        self.form.addRow(self.repeat_note)
        self.form.addRow(self.subject)
        self.subject.birth_date.date_changed.connect(self._on_birth_date_changed)

    def _build_asker(self) -> None:
        self.form.addRow(label(_("Who asks and who receives"), "heading"))
        self.on_behalf_of = RadioChoice([(code, words(code)) for code in OnBehalfOf])
        self.on_behalf_of.set_value(OnBehalfOf.SELF)
        forms.add_row(self.form, _("Who &asks"), self.on_behalf_of, name="on_behalf_of")
        self.asker_note = NoteBox()
        self.form.addRow(self.asker_note)
        self.representative = PersonPart("representative_", _("&Name of who asks"), keys=False)
        self.form.addRow(self.representative)
        self.other_recipient = QCheckBox(_("Somebody else shall receive the &data"))
        self.other_recipient.setObjectName("other_recipient")
        self.form.addRow(self.other_recipient)
        self.recipient = PersonPart("recipient_", _("&Name of who receives"), keys=False)
        self.form.addRow(self.recipient)
        self.authority = AuthorityPart()
        self.form.addRow(self.authority)
        self.on_behalf_of.value_changed.connect(self._on_asker_changed)
        self.other_recipient.toggled.connect(self._show_parts)
        self._show_parts()

    def _build_case(self) -> None:
        self.form.addRow(label(_("The case"), "heading"))
        self.language = LanguageField()
        self.language.set_value(self.vault.municipality().language)
        forms.add_row(self.form, _("&Language of the letters"), self.language, name="language")
        self.unit = LineField()
        suggest(self.unit.line, [n for _id, n in entries.names(self.vault.db, EntryKind.UNIT)])
        forms.add_row(
            self.form, _("Unit it concerns"), self.unit, _("Where it is one."), name="unit"
        )
        self.archive_number = LineField(max_length=60)
        self.archive_number.setObjectName("archive_number")
        self.caseworker = LineField()
        self.caseworker.setObjectName("caseworker")
        self.caseworker.set_text(self.vault.actor.name)
        self.caseworker.line.setCompleter(_users(self.vault, self.caseworker))
        forms.add_pair(
            self.form,
            forms.FieldRow(_("Archive case n&umber"), self.archive_number),
            forms.FieldRow(
                _("Case&worker"),
                self.caseworker,
                _("The name of a user gives that user the case."),
            ),
            stretch=(2, 3),
        )

    def _show(self, request: Request) -> None:
        self.received.set_date(request.case.received)
        self.received_time.set_time(request.received_time)
        self.channel.set_value(request.channel)
        self.subject.show_person(request.subject)
        self.on_behalf_of.set_value(request.on_behalf_of)
        for role, part in (
            (PersonRole.REPRESENTATIVE, self.representative),
            (PersonRole.RECIPIENT, self.recipient),
        ):
            part.show_person(request.persons.get(role, Person(name="")))
        self.other_recipient.setChecked(PersonRole.RECIPIENT in request.persons)
        self.authority.show_authority(request.authority)
        self.rights.set_rights(part.right for part in request.parts)
        self.unit.set_text(request.unit)
        self.wording.set_text(request.wording)
        self.oral.setChecked(request.wants_oral_answer)
        self.language.set_value(request.case.language)
        self.archive_number.set_text(request.case.archive_number)
        self.caseworker.set_text(request.case.caseworker)

    def intake(self) -> Intake:
        """What is typed; for a received date that cannot be read stands today."""
        return Intake(
            received=self.received.date() or self.today,
            received_time=self.received_time.time(),
            channel=self.channel.value(),
            subject=self.subject.person(),
            on_behalf_of=self.on_behalf_of.value(),
            representative=self.representative.person() if self._acts() else None,
            recipient=self.recipient.person() if self.other_recipient.isChecked() else None,
            authority=self.authority.authority(),
            rights=self.rights.rights(),
            wording=self.wording.text(),
            wants_oral_answer=self.oral.isChecked(),
            language=self.language.value(),
            unit=self.unit.text(),
            archive_number=self.archive_number.text(),
            caseworker=self.caseworker.text(),
        )

    def draft_about(self) -> str:
        number = f"{self.request.case.number}, " if self.request else ""
        return number + self.subject.name.text()

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.channel.value() is None:
            found.append(FieldProblem(field="channel", text=_("Choose how the request came.")))
        return found

    def other_problems(self) -> list[FieldProblem]:
        return list(intake_problems(self.intake(), self.vault.clock))

    def do(self) -> Change:
        intake = self.intake()
        if self.request:
            case_id = self.request.case.id
            same = self._same_person(service.read_request(self.vault, case_id), intake)
            return service.change_intake(self.vault, case_id, intake, same_person=same)
        unstructured = _(
            "Unstructured data: e-mail, files, paper, pictures, SMS", language=intake.language
        )
        return service.register_request(self.vault, intake, unstructured=unstructured)

    def _same_person(self, request: Request, intake: Intake) -> bool:
        if not asks_who(request, intake):
            return False
        who = notices.choose(
            self,
            _("Is it another person?"),
            _(
                "The name or the number of whom the data are about is not as it was. What has "
                "been found, assessed and written is about the one before. For another person "
                "it is taken away and must be done anew. The timeline keeps that it was done."
            ),
            ((True, _("The same person")), (False, _("Another person"))),
        )
        if who is None:
            raise RefusedError(_("Nothing is changed."))
        return bool(who)

    def look_for_similar(self) -> None:
        """Name other cases of possibly the same person. Never in the way."""
        self._timer.stop()
        but = self.request.case.id if self.request else None
        found = lists.similar(self.vault.db, self.subject.person(), self.vault.actor, but=but)
        text = ngettext(
            "Possibly the same person as in case {numbers}.",
            "Possibly the same person as in the cases {numbers}.",
            len(found),
        )
        numbers = ", ".join(case.number for case in found[:_SHOWN])
        if len(found) > _SHOWN:
            numbers += " …"
        self.similar_note.say(text.format(numbers=numbers) if found else "")
        received = self.received.date() or self.today
        self.repeat_note.look(self.subject.person(), self.rights.rights(), received)

    def _acts(self) -> bool:
        return self.on_behalf_of.value() is not OnBehalfOf.SELF

    def _on_asker_changed(self, value: OnBehalfOf) -> None:
        self.authority.suggest(value)
        self.asker_note.say(asker_text(value))
        self._show_parts()

    def _show_parts(self, *_checked: object) -> None:
        self.representative.setVisible(self._acts())
        self.recipient.setVisible(self.other_recipient.isChecked())
        self.authority.setVisible(self._acts() or self.other_recipient.isChecked())

    def _on_received_changed(self, *_day: object) -> None:
        day = self.received.date()
        self.due.say(due_text(day, self.today, self.rights.rights()))
        self._say_other_access()
        self._on_birth_date_changed()

    def _say_other_access(self) -> None:
        day = self.received.date()
        wanted = Right.ACCESS in self.rights.rights()
        text = other_access_text(day) if wanted and day is not None else ""
        self.other_access_note.say(text, _("Does another act fit better?"))

    def _on_channel_changed(self, value: Channel | None) -> None:
        self.channel_note.say(channel_text(value))

    def _on_birth_date_changed(self, *_day: object) -> None:
        received = self.received.date() or self.today
        self.subject.age_note.say(*age_text(self.subject.birth_date.date(), received))


def _users(vault: Vault, parent: QWidget) -> QCompleter:
    """Suggests the users at work while a name is typed."""
    names = [user.name for user in people.users(vault) if not user.removed]
    completer = QCompleter(names, parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
