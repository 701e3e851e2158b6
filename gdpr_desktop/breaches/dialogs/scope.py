"""Whose and which data, where they are now, and what it may lead to: seven parts that fold."""

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import (
    BreachKind,
    Consequence,
    DataCategory,
    PeopleCategory,
    Protection,
    Seen,
)
from gdpr_desktop.breaches.dialogs.facts.base import FactsDialog, FoldingPart
from gdpr_desktop.breaches.dialogs.facts.count_field import CountField
from gdpr_desktop.breaches.dialogs.facts.many_checks import ManyChecks
from gdpr_desktop.breaches.dialogs.facts.record_part import RecordPart
from gdpr_desktop.breaches.facts.first_hour import point
from gdpr_desktop.breaches.facts.from_record import Known
from gdpr_desktop.breaches.facts.service import describe_scope
from gdpr_desktop.breaches.model import Scope
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.form_state import State
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

_CARE = (  # not of art. 9, but under a duty of secrecy or easily misused
    DataCategory.IDENTITY_NUMBER,
    DataCategory.PROTECTED_ADDRESS,
    DataCategory.PASSWORD,
    DataCategory.ACCOUNT,
    DataCategory.FINANCES,
    DataCategory.FAMILY,
    DataCategory.LOCATION,
    DataCategory.CASE_FILE,
    DataCategory.SOCIAL_WELFARE,
    DataCategory.CHILD_WELFARE,
)


def data_groups() -> tuple[tuple[str, tuple[tuple[DataCategory, str], ...]], ...]:
    """The kinds of data by how much care they need."""
    special = tuple(one for one in DataCategory if one.special)
    ordinary = tuple(one for one in DataCategory if one not in (*_CARE, *special))
    groups = (
        (_("Ordinary data"), ordinary),
        (_("Need extra care"), _CARE),
        (_("Special categories, and criminal offences (articles 9 and 10)"), special),
    )
    return tuple((title, tuple((one, words(one)) for one in some)) for title, some in groups)


class ScopeDialog(FactsDialog):
    """All that is not known may be put right later; at least one kind of breach is chosen."""

    action = Action.SCOPE
    step = Step.SCOPE

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        intro = _("Only the first part must be filled in now. The rest may follow.")
        super().__init__(
            vault, case_id, parent, _("People and data"), _("Save"), intro=intro, width=760
        )
        self._parts: list[FoldingPart] = []
        self._add_kinds()
        self._add_record()
        self._add_people()
        self._add_data()
        self._add_where()
        self._add_before()
        self._add_consequences()
        self._show(self.breach.scope or Scope())
        for part in self._parts[1:]:
            part.fold_if_filled()

    def _part(self, title: str) -> FoldingPart:
        made = self.section(title)
        self._parts.append(made)
        return made

    def _add_kinds(self) -> None:
        part = self._part(_("What kind of breach"))
        form = part.form
        self.kinds = ManyChecks([("", [(one, words(one)) for one in BreachKind])])
        help_ = _("One breach can be of several kinds.")
        forms.add_row(form, _("&Kinds"), self.kinds, help_, name="kinds")
        part.sum_up(partial(_codes, self.kinds))

    def _add_record(self) -> None:
        part = self._part(_("Where it happened: from the record"))
        form = part.form
        self.record = RecordPart(self.vault)
        self.record.fill_wanted.connect(self._on_fill_wanted)
        form.addRow(self.record)
        part.sum_up(self.record.said)

    def _add_people(self) -> None:
        part = self._part(_("Whom it hit"))
        form = part.form
        self.people = ManyChecks([("", [(one, words(one)) for one in PeopleCategory])])
        self.people_text = TextArea(lines=2)
        self.people_count = CountField("people_count")
        self.has_children = QCheckBox(_("There are &children among them"))
        self.vulnerable = QCheckBox(_("There are others who are &vulnerable"))
        self.has_children.setObjectName("children")
        self.vulnerable.setObjectName("vulnerable")
        forms.add_row(form, _("&People"), self.people, name="people")
        help_ = _("Groups of people, never names.")
        forms.add_row(form, _("In your &own words"), self.people_text, help_, name="people_text")
        forms.add_row(form, _("&How many people"), self.people_count, name="people_count")
        form.addRow(self.has_children)
        form.addRow(self.vulnerable)
        part.sum_up(partial(_codes, self.people, self.people_text))

    def _add_data(self) -> None:
        part = self._part(_("Which data"))
        form = part.form
        self.data = ManyChecks(data_groups())
        self.data_text = TextArea(lines=2)
        self.records_count = CountField("records_count")
        self.danger = NoteBox()
        self.data.value_changed.connect(self._on_data_changed)
        forms.add_row(form, _("&Data"), self.data, name="data")
        form.addRow(self.danger)
        help_ = _("What kind of data it was, not the data themselves.")
        forms.add_row(form, _("More about the da&ta"), self.data_text, help_, name="data_text")
        help_ = _("Documents, lines or entries.")
        forms.add_row(form, _("How many &records"), self.records_count, help_, name="records_count")
        part.sum_up(partial(_codes, self.data, self.data_text))

    def _add_where(self) -> None:
        part = self._part(_("Where the data are now"))
        form = part.form
        self.where_now = TextArea(lines=2)
        self.seen = RadioChoice((one, words(one)) for one in Seen)
        self.protection = RadioChoice((one, words(one)) for one in Protection)
        forms.add_row(form, _("&Where they are now"), self.where_now, name="where_now")
        forms.add_row(form, _("Who has &seen them, or may have"), self.seen, name="seen")
        forms.add_row(form, _("Were they protec&ted?"), self.protection, name="protection")
        part.sum_up(self.where_now.text)

    def _add_before(self) -> None:
        part = self._part(_("Measures that were in place before"))
        form = part.form
        self.measures_before = TextArea(lines=3)
        help_ = _("Routines, training, access control, logs, encryption.")
        forms.add_row(
            form, _("Measures &before"), self.measures_before, help_, name="measures_before"
        )
        part.sum_up(self.measures_before.text)

    def _add_consequences(self) -> None:
        part = self._part(_("What it may lead to for people"))
        form = part.form
        self.consequences = ManyChecks([("", [(one, words(one)) for one in Consequence])])
        self.consequences_text = TextArea(lines=3)
        forms.add_row(form, _("Conse&quences"), self.consequences, name="consequences")
        forms.add_row(
            form,
            _("The consequences in your o&wn words"),
            self.consequences_text,
            name="consequences_text",
        )
        part.sum_up(partial(_codes, self.consequences, self.consequences_text))

    def _show(self, scope: Scope) -> None:
        self.kinds.set_value(scope.kinds)
        self.record.set_links(scope.activities, scope.systems, scope.processors)
        self.people.set_value(scope.people)
        self.people_text.set_text(scope.people_text)
        self.people_count.set_value(scope.people_count)
        self.has_children.setChecked(scope.children)
        self.vulnerable.setChecked(scope.vulnerable)
        self.data.set_value(scope.data)
        self.data_text.set_text(scope.data_text)
        self.records_count.set_value(scope.records_count)
        self.where_now.set_text(scope.where_now)
        self.seen.set_value(scope.seen)
        self.protection.set_value(scope.protection)
        self.measures_before.set_text(scope.measures_before)
        self.consequences.set_value(scope.consequences)
        self.consequences_text.set_text(scope.consequences_text)

    def _on_data_changed(self, chosen: tuple[DataCategory, ...]) -> None:
        now = point("people_in_danger")
        self.danger.say(now.help if DataCategory.PROTECTED_ADDRESS in chosen else "", now.text)

    def _on_fill_wanted(self, known: Known) -> None:
        self.people.add(known.people)
        self.data.add(known.data)
        for field, text in (
            (self.people_text, known.people_text),
            (self.data_text, known.data_text),
        ):
            before = field.text().strip()
            if text and text not in before:
                field.set_text(f"{before}\n{text}".strip())
        if known.vulnerable:
            self.vulnerable.setChecked(True)
        self._unfold()

    def _unfold(self) -> None:
        for part in self._parts:
            part.expand()

    def restore_draft(self, state: State) -> None:
        super().restore_draft(state)
        self._unfold()  # what was typed is to be seen

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.kinds.setFocus()  # one begins at the first field, not at what folds it

    def do(self) -> Change:
        scope = Scope(
            kinds=self.kinds.value(),
            people=self.people.value(),
            people_text=self.people_text.text(),
            people_count=self.people_count.value(),
            data=self.data.value(),
            data_text=self.data_text.text(),
            records_count=self.records_count.value(),
            children=self.has_children.isChecked(),
            vulnerable=self.vulnerable.isChecked(),
            where_now=self.where_now.text(),
            seen=self.seen.value(),
            protection=self.protection.value(),
            activities=self.record.activities.value(),
            systems=self.record.systems.value(),
            processors=self.record.processors.value(),
            measures_before=self.measures_before.text(),
            consequences=self.consequences.value(),
            consequences_text=self.consequences_text.text(),
        )
        return describe_scope(self.vault, self.case_id, scope)


def _append(field: TextArea, text: str) -> None:
    before = field.text().strip()
    if text and text not in before:
        field.set_text(f"{before}\n{text}".strip())


def _codes(field: ManyChecks, text: TextArea | None = None) -> str:
    said = [words(one) for one in field.value()]
    return ", ".join([*said, text.text()] if text is not None and text.text() else said)
