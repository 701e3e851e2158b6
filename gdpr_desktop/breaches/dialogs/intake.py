"""Somebody calls: what happened, when and by whom it was discovered. It takes a minute."""

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.breaches import lists
from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.clock.aware_words import example_words
from gdpr_desktop.breaches.clock.machine import machine_words
from gdpr_desktop.breaches.clock.model import clock_of
from gdpr_desktop.breaches.clock.words import left_words, moment_words
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import Incident, Ongoing, Reporter
from gdpr_desktop.breaches.model import Breach, Intake
from gdpr_desktop.breaches.service.intake import change_intake, register_breach
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.moment import MomentField
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.more_part import MorePart
from gdpr_desktop.ui.notes import NoteBox, WhyNote
from gdpr_desktop.vault import Vault

_LONG_AGO = timedelta(days=365)


class IntakeDialog(DeedDialog):
    """Register a breach; with ``breach``, change what was registered."""

    feature = "breaches"

    def __init__(
        self, vault: Vault, parent: QWidget | None = None, breach: Breach | None = None
    ) -> None:
        title = _("Change what was registered") if breach else _("New breach")
        deed = _("Save the changes") if breach else _("Register the breach")
        super().__init__(vault, parent, title, deed, width=640)
        self.breach = breach
        self.keep_draft_of(Action.CHANGE_INTAKE.value, breach.case.id if breach else None)
        self.form.addRow(NoteBox(machine_words(vault), role="notice"))
        self._old: datetime | None = None  # a discovery long ago that was asked about
        self._build_what()
        self._build_discovery()
        self._build_kind()
        self._build_aware()
        self._build_more()
        if breach is not None:
            self._show(breach.intake)
        self._on_moment_changed()

    def _build_what(self) -> None:
        self.title_line, self.what = LineField(max_length=120), TextArea(lines=3)
        forms.add_row(
            self.form,
            _("&What happened, in a few words"),
            self.title_line,
            _("Without names: this is what the list shows."),
            True,
            name="title",
        )
        forms.add_row(
            self.form,
            _("&Tell more"),
            self.what,
            _(
                "As you were told. No more about persons than is needed. The letters to those"
                " affected are made from it."
            ),
            name="what",
        )

    def _build_discovery(self) -> None:
        now = self.vault.clock.now().replace(second=0, microsecond=0)
        before = self.breach.intake if self.breach else None
        self.discovered = self.moment_field(before.discovered if before else now)
        forms.add_row(self.form, _("&Discovered"), self.discovered, "", True, name="discovered")
        self.discovered_by, self.unit = LineField(), LineField()
        self.discovered_by.setObjectName("discovered_by")
        self.unit.setObjectName("unit")
        found = entries.names(self.vault.db, EntryKind.UNIT)
        known = dict.fromkeys(
            (*(name for _id, name in found), *lists.units(self.vault.db, self.vault.actor))
        )
        suggest(self.unit.line, known)
        forms.add_pair(
            self.form,
            forms.FieldRow(_("Discovered &by"), self.discovered_by, required=True),
            forms.FieldRow(_("&Unit where it happened"), self.unit),
        )
        self.discovered.value_changed.connect(self._on_moment_changed)

    def _build_kind(self) -> None:
        self.incident = Choice([(one, words(one)) for one in Incident], empty=_("Choose"))
        self.incident.setObjectName("incident")
        self.ongoing = Choice([(one, words(one)) for one in Ongoing])
        self.ongoing.setObjectName("ongoing")
        self.ongoing.set_value(Ongoing.UNKNOWN)
        forms.add_pair(
            self.form,
            forms.FieldRow(_("What &kind of thing"), self.incident),
            forms.FieldRow(_("Is it &still going on?"), self.ongoing),
        )

    def _build_aware(self) -> None:
        self.clock_note = NoteBox()
        self.form.addRow(self.clock_note)
        self.later = QCheckBox(_("We were sure of it only &later"))
        self.later.setObjectName("later")
        self.aware = self.moment_field(None)
        self.aware_reason = TextArea(lines=2)
        self._aware_part = QWidget()
        inside = forms.form_layout(self._aware_part)
        forms.add_row(inside, _("&Aware of it"), self.aware, "", True, name="aware")
        forms.add_row(
            inside, _("Wh&y it came later"), self.aware_reason, "", True, name="aware_reason"
        )
        inside.addRow(WhyNote(example_words(), _("When are we aware? Examples")))
        self._aware_part.hide()
        self.later.toggled.connect(self._on_later_toggled)
        self.aware.value_changed.connect(self._on_moment_changed)
        if self.breach is None:
            self.form.addRow(self.later)
            self.form.addRow(self._aware_part)
        else:  # which has a dialog of its own, with the reason
            self.later.setParent(self)
            self.later.hide()
            self._aware_part.setParent(self)

    def _build_more(self) -> None:
        more = MorePart()
        self.reporter = Choice([(one, words(one)) for one in Reporter])
        forms.add_row(
            more.form,
            _("Who told us, or found &out"),
            self.reporter,
            _("Where a processor tells us, we are aware from when we were told."),
            name="reporter",
        )
        self.form.addRow(more)

    def _show(self, intake: Intake) -> None:
        self.title_line.set_text(intake.title)
        self.what.set_text(intake.what)
        self.discovered_by.set_text(intake.discovered_by)
        self.incident.set_value(intake.incident)
        self.ongoing.set_value(intake.ongoing)
        self.unit.set_text(intake.unit)
        self.reporter.set_value(intake.reporter)

    def aware_at(self) -> datetime | None:
        """When the 72 hours start, as the form stands now.

        In a change it follows the discovery where the two were the same and nothing was sent.
        """
        discovered = self.discovered.moment()
        if self.breach is None:
            return self.aware.moment() if self.later.isChecked() else discovered
        before = self.breach.intake
        follows = before.aware == before.discovered and not self.breach.notifications
        return discovered if follows else before.aware

    def _on_later_toggled(self, later: bool) -> None:
        self._aware_part.setVisible(later)
        if later and self.aware.moment() is None:
            self.aware.set_moment(self.vault.clock.now().replace(second=0, microsecond=0))
        self._on_moment_changed()

    def _on_moment_changed(self, _moment: object = None) -> None:
        aware, now = self.aware_at(), self.vault.clock.now()
        if aware is None or aware > now or aware < now - _LONG_AGO:
            self.clock_note.say("")
            return
        state = clock_of(aware, now, stopped_at=None)
        text = _("The 72 hours end {when}: {left}.")
        self.clock_note.say(text.format(when=moment_words(state.due, now), left=left_words(state)))

    def field_problems(self) -> list[FieldProblem]:
        """A discovery long ago is asked about once: most often the year is wrong."""
        found = super().field_problems()
        discovered = self.discovered.moment()
        before = self.breach.intake.discovered if self.breach is not None else None
        if discovered is None or discovered in (self._old, before):
            return found
        if discovered < self.vault.clock.now() - _LONG_AGO:
            self._old = discovered
            text = _("That is more than a year ago. Is the date right? Then save once more.")
            found.append(FieldProblem(field="discovered", text=text))
        return found

    def other_problems(self) -> list[FieldProblem]:
        found = super().other_problems()
        discovered, aware = self.discovered.moment(), self.aware_at()
        if self.breach is not None and discovered and aware and aware < discovered:
            text = _("This is after we were aware of it, {when}. Change that first.")
            when = moment_words(aware, self.vault.clock.now())
            found.append(FieldProblem(field="discovered", text=text.format(when=when)))
        return found

    def do(self) -> Change:
        discovered, aware = _typed(self.discovered), self.aware_at()
        if self.breach is not None:
            return self._change(discovered, aware or discovered)
        reason = self.aware_reason.text() if self.later.isChecked() else ""
        intake = Intake(
            title=self.title_line.text(),
            what=self.what.text(),
            discovered=discovered,
            discovered_by=self.discovered_by.text(),
            aware=aware or discovered,
            aware_reason=reason,
            ongoing=self.ongoing.value(),
            incident=self.incident.value() or Incident.OTHER,
            reporter=self.reporter.value(),
            unit=self.unit.text(),
        )
        return self.register(intake)

    def register(self, intake: Intake) -> Change:
        """A new breach."""
        return register_breach(self.vault, intake)

    def _change(self, discovered: datetime, aware: datetime) -> Change:
        assert self.breach is not None
        intake = replace(
            self.breach.intake,
            title=self.title_line.text(),
            what=self.what.text(),
            discovered=discovered,
            discovered_by=self.discovered_by.text(),
            aware=aware,
            ongoing=self.ongoing.value(),
            incident=self.incident.value() or Incident.OTHER,
            reporter=self.reporter.value(),
            unit=self.unit.text(),
        )
        return change_intake(self.vault, self.breach.case.id, intake)

    def draft_about(self) -> str:
        return self.breach.case.number if self.breach else self.title_line.text()


def _typed(field: MomentField) -> datetime:
    moment = field.moment()
    assert moment is not None  # a required one: without it the form is not saved
    return moment
