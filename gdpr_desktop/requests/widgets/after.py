"""What lives beside and after the answer: a restriction in force, and a note of disagreement."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.ids import PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.actions import Action, Chosen, deed_words, is_for
from gdpr_desktop.requests.disagreement import store as notes
from gdpr_desktop.requests.disagreement.model import RIGHTS, Disagreement, may_disagree
from gdpr_desktop.requests.model import Part, Request, Right
from gdpr_desktop.requests.restrictions.model import Restriction, Stage
from gdpr_desktop.requests.restrictions.service import restrictions_of
from gdpr_desktop.requests.restrictions.words import since_line, stage_line, words
from gdpr_desktop.requests.rights import offered_by
from gdpr_desktop.requests.words import named_right
from gdpr_desktop.ui.facts_panel import Facts, FactsPanel
from gdpr_desktop.ui.sections import Section, Status

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_DEEDS = {
    Stage.IN_FORCE: (Action.LOOK_AGAIN, Action.PLAN_LIFT),
    Stage.LIFT_PLANNED: (Action.LIFT_LETTER, Action.PLAN_LIFT, Action.LOOK_AGAIN),
    Stage.LIFT_TOLD: (Action.LIFT, Action.LIFT_LETTER, Action.PLAN_LIFT, Action.LOOK_AGAIN),
    Stage.LIFTED: (),
}


class _PartSections(QWidget):
    """Sections about single parts of one request; hidden where there are none."""

    chosen = Signal(object)  # Chosen

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._sections: list[Section] = []
        self._shown: object = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections on the screen."""
        return tuple(self._sections)

    def _changed(self, shown: object) -> bool:
        """Take the old sections away, unless they show the same."""
        if shown == self._shown:
            return False
        self._shown = shown
        for section in self._sections:
            self._layout.removeWidget(section)
            section.hide()
            section.deleteLater()
        self._sections = []
        return True

    def _add(
        self,
        section: Section,
        part_id: PartId | None,
        facts: tuple[tuple[str, str], ...],
        deeds: tuple[Action, ...],
    ) -> None:
        panel = FactsPanel()
        panel.action_chosen.connect(partial(self._on_action, part_id))
        role = self._vault.actor.role
        offered = tuple((one, deed_words(one)) for one in deeds if is_for(one, role))
        filled = tuple((name, text) for name, text in facts if text)
        panel.show_facts(Facts(facts=filled, actions=offered))
        section.body.addWidget(panel)
        self._layout.addWidget(section)
        self._sections.append(section)

    def _on_action(self, part_id: PartId | None, action: Action) -> None:
        self.chosen.emit(Chosen(action=action, part=part_id))


class RestrictionSections(_PartSections):
    """What is restricted, since when, and when to look at it again; also in a closed case."""

    def show_request(self, request: Request) -> None:
        """Show the restrictions of ``request``; what has not changed stays as it is unfolded."""
        restricted = restrictions_of(self._vault.db, request)
        fits = request.case.open and Right.RESTRICTION in offered_by(request)
        if self._changed((request.case.id, restricted, fits)):
            if fits:
                self._add_offer()
            for found in restricted:
                section = Section(_("Restriction of processing"), expanded=found.in_force)
                section.set_status(Status.NEXT if found.in_force else Status.DONE)
                section.set_summary(since_line(found) if found.in_force else stage_line(found))
                self._add(section, found.part_id, _restriction_facts(found), _DEEDS[found.stage])
            self.setVisible(bool(self.sections))

    def _add_offer(self) -> None:
        """What is contested, or objected to, may be restricted while it is looked into."""
        section = Section(_("Offer restriction of processing"), expanded=True)
        text = _(
            "While it is looked into, the person can demand that the data are stored and not used"
            " (article 18(1)). Ask the person, and add the right where that is wanted."
        )
        self._add(section, None, ((_("Why"), text),), (Action.ADD_RIGHT,))


class NoteSections(_PartSections):
    """The person's view, where the municipality does not agree."""

    def show_request(self, request: Request) -> None:
        """Show the notes of ``request``, and where one may be written."""
        erased = request.case.anonymised_at is not None
        parts = () if erased else request.parts
        read = (
            (part, notes.note(self._vault.db, part.id)) for part in parts if part.right in RIGHTS
        )
        noted = tuple((part, note) for part, note in read if note or may_disagree(part))
        if self._changed((request.case.id, request.case.open, noted)):
            for part, note in noted:
                if note is not None or request.case.open:
                    self._add_note(request, part, note)
            self.setVisible(bool(self.sections))

    def _add_note(self, request: Request, part: Part, note: Disagreement | None) -> None:
        several = len(request.parts) > 1
        title = _("Note of disagreement")
        section = Section(f"{title}: {named_right(part.right)}" if several else title)
        if note is None:
            section.set_summary(_("Not written"))
            self._add(section, part.id, (), (Action.DISAGREE,))
            return
        left = _("Not laid yet in: {systems}").format(systems=", ".join(note.left))
        section.set_status(Status.DONE if note.laid else Status.OPEN)
        section.set_summary(_("Laid in every system") if note.laid else left)
        deeds = (Action.DISAGREE,) if request.case.open and may_disagree(part) else ()
        self._add(section, part.id, _note_facts(note), (*deeds, Action.NOTE_DOCUMENT))


def _restriction_facts(found: Restriction) -> tuple[tuple[str, str], ...]:
    lift = found.lift
    data = "\n".join(f"{one.system}: {one.what}" for one in found.assessment.items)
    allowed = _(
        "Store the data. Otherwise use them only with the person's consent, for a legal claim, for"
        " the rights of somebody else or for important public interests (article 18(2))."
    )
    state = ((_("State"), stage_line(found)), (_("Which data"), data))
    may = ((_("What you may do"), allowed),) if found.in_force else ()
    if lift is None:
        return (*state, *may)
    return (
        *state,
        *may,
        (_("Why it ends"), f"{words(lift.reason)}. {lift.explanation}"),
        (_("Afterwards"), words(lift.afterwards)),
        (_("The person was told"), long_date(lift.told_on) if lift.told_on else ""),
    )


def _note_facts(note: Disagreement) -> tuple[tuple[str, str], ...]:
    not_yet = _("not laid yet")
    laid = "\n".join(
        f"{one.system}: {long_date(one.laid_on)}, {one.laid_by}"
        if one.laid_on
        else f"{one.system}: {not_yet}"
        for one in note.places
    )
    return (
        (_("What it is about"), note.about),
        (_("The person's view"), note.view),
        (_("What the municipality says"), note.ours),
        (_("Systems"), laid),
        (_("Noted"), long_date(note.written_on)),
    )
