"""A letter about a breach: to one person, to all by a public notice, to a processor or controller.

Name and address are typed for the one letter and kept nowhere but in it.
"""

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.telling.checks import require_telling
from gdpr_desktop.breaches.telling.facts import AFFECTED, CHILD, CONTROLLER, PROCESSOR, PUBLIC
from gdpr_desktop.breaches.telling.hints import named_in, telling_hint
from gdpr_desktop.breaches.telling.letters import TO_ADDRESS, TO_NAME, BreachLetters
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs import letter as letters
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.ui import form_state, forms
from gdpr_desktop.ui.fields.address import AddressField
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter

_TO_PEOPLE = frozenset({AFFECTED, PUBLIC})
_RECIPIENT = frozenset({"to", "to_name", "to_address", "about"})
_NAMED_BY_FACT = {PROCESSOR: "processor", CONTROLLER: "controller"}


class To(StrEnum):
    """Who reads the letter."""

    SELF = "self"
    PARENT = "parent"  # or another who acts for the person
    CHILD = "child"


class LetterDialog(letters.LetterDialog):
    """One letter of one breach. ``accepted_value`` carries the ``Change`` of the export."""

    def __init__(
        self, vault: Vault, case_id: CaseId, template: str, parent: QWidget | None = None
    ) -> None:
        self.breach = read_breach(vault, case_id)
        if template in _TO_PEOPLE:
            require_telling(self.breach)
        self.to: RadioChoice | None = None
        self.to_name: LineField | None = None
        self.to_address: AddressField | None = None
        self.about = LineField()
        self.names_note = NoteBox()
        super().__init__(vault, BreachLetters(vault, case_id), template, parent)

    def draft_about(self) -> str:
        return f"{self.case.number}, {self.breach.intake.title}"

    def draft_changes(self, untouched: form_state.State) -> form_state.State:
        """Without who gets the letter: the texts serve the next one too, the name does not."""
        found = super().draft_changes(untouched)
        return {key: state for key, state in found.items() if key not in _RECIPIENT}

    def _build_fields(self) -> None:
        """Who gets it comes first, and what must be thought of."""
        if self.template.id in _TO_PEOPLE:
            self.form.addRow(NoteBox(telling_hint(self.breach)))
        if self.template.id != PUBLIC:
            self._build_recipient()
        if self.template.id in _TO_PEOPLE:
            text = _(
                "Read through every text: plain words in the language of the letter, no blame, no"
                " names of others, and not the data themselves. It is sent alone, with nothing"
                " else."
            )
            self.form.addRow(NoteBox(text))
        self.form.addRow(self.names_note)
        super()._build_fields()

    def _build_recipient(self) -> None:
        if self.template.id == AFFECTED:
            self.to = RadioChoice(
                (
                    (To.SELF, _("The person, who is of age")),
                    (To.PARENT, _("A parent or guardian")),
                    (To.CHILD, _("A child: the child's version of the letter")),
                )
            )
            forms.add_row(self.form, _("&Who reads the letter"), self.to, name="to")
            self.to_name = LineField()
            forms.add_row(self.form, _("Na&me on the letter"), self.to_name, name="to_name")
            self.about_row = forms.add_row(
                self.form, _("The person the data are a&bout"), self.about, name="about"
            )
            self.to.value_changed.connect(self._on_to_changed)
            self.to.set_value(To.SELF)
        self.to_address = AddressField(country=True)
        help_ = _(
            "Look it up in the population register. Does the person have a protected address?"
            " Telephone, and agree how the letter is to come."
        )
        forms.add_row(
            self.form,
            _("A&ddress"),
            self.to_address,
            help_ if self.template.id == AFFECTED else "",
            name="to_address",
        )

    def build_dispatch(self) -> None:
        """That people were told is a step of its own; other letters have their day and channel."""
        if self.template.id in _TO_PEOPLE:
            text = _("That people were told is noted in a step of its own, with how many.")
            self.form.addRow(NoteBox(text))
            return
        super().build_dispatch()

    def order(self) -> LetterOrder:
        """The letter as ordered now, in the child's version for a child."""
        ordered = super().order()
        child = self.to is not None and self.to.value() is To.CHILD
        parent = self.to is not None and self.to.value() is To.PARENT
        changes = dict(ordered.changes)
        name = self.to_name.text() if self.to_name is not None else self._name_by_fact(changes)
        changes[TO_NAME] = name or "…"  # a gap to look at: nothing is exported without a name
        if self.to_address is not None:
            changes[TO_ADDRESS] = self.to_address.address()
        if self.to is not None:
            changes["on_behalf_of"] = self.about.text() if parent else ""
        template = CHILD if child else ordered.template
        return replace(ordered, template=template, changes=changes)

    def _name_by_fact(self, changes: dict[str, object]) -> str:
        field = _NAMED_BY_FACT.get(self.template.id)
        if field is None:
            return ""
        order = LetterOrder(template=self.template.id, language=self.language.value())
        return str(changes.get(field) or self.letters.facts(order)[field])

    def letter(self) -> "Letter":
        """The letter; names of the case that stand in it are pointed out."""
        made = super().letter()
        municipality = self.vault.municipality()
        own = {municipality.officer.name, self.case.caseworker, self.vault.actor.name}
        own |= {str(self.order().changes.get(TO_NAME, "")), self.about.text()}
        named = named_in(made.text(), self.breach, frozenset(own))
        text = _("The letter names {names}. Others than the one it is for should not be named.")
        self.names_note.say(text.format(names=", ".join(named)) if named else "")
        return made

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.to_name is not None and not self.to_name.text():
            found.append(FieldProblem(field="to_name", text=_("Write whom the letter is for.")))
        if self.to is not None and self.to.value() is To.PARENT and not self.about.text():
            text = _("Write whose data it was about.")
            found.append(FieldProblem(field="about", text=text))
        if self.to_address is not None and self.to_address.problem():
            problem = self.to_address.problem()
            found.append(FieldProblem(field="to_address", text=problem))
        return found

    def _check_letter(self) -> None:
        super()._check_letter()
        self.letters.refuse_wrong(self.order())  # before a place is asked for

    def _on_to_changed(self, to: To) -> None:
        self.about_row.setVisible(to is To.PARENT)
