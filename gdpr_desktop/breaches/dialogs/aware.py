"""When were we aware of it? The 72 hours run from there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.clock.aware_words import example_words
from gdpr_desktop.breaches.clock.model import ClockState, clock_of
from gdpr_desktop.breaches.clock.service import set_aware
from gdpr_desktop.breaches.clock.words import hour_not_counted_words, moment_words, state_words
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.widgets.clock_face import face_of
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox, WhyNote
from gdpr_desktop.ui.ring import CountdownRing, RingFace, RingTone
from gdpr_desktop.vault import Vault


class AwareDialog(DeedDialog):
    """Shows the new 72 hours while it is typed."""

    feature = "breaches"

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("When were we aware of it?")
        super().__init__(vault, parent, title, _("Save"), width=640)
        self.case_id = case_id
        self.before = read_breach(vault, case_id)
        self.keep_draft_of(Action.AWARE.value, case_id)
        self.form.addRow(NoteBox(self._known()))
        self.form.addRow(WhyNote(example_words(), _("When are we aware? Examples")))
        intake = self.before.intake
        self.aware = self.moment_field(intake.aware)
        forms.add_row(self.form, _("&Aware of it"), self.aware, "", True, name="aware")
        self._build_clock()
        self.reason = TextArea(lines=3)
        self.reason.set_text(intake.aware_reason)
        forms.add_row(
            self.form, _("&Why then"), self.reason, self._reason_help(), name="aware_reason"
        )
        self.aware.value_changed.connect(self._on_aware_changed)
        self._on_aware_changed()

    def _known(self) -> str:
        intake, now = self.before.intake, self.vault.clock.now()
        text = _("Discovered {when} by {who}.")
        return text.format(when=moment_words(intake.discovered, now), who=intake.discovered_by)

    def _reason_help(self) -> str:
        if self.before.notifications:
            return _("The authority has been told another time: write why it is changed.")
        return _("Needed where we were aware of it later than it was discovered.")

    def _build_clock(self) -> None:
        self.ring = CountdownRing(_("The 72 hours"), self.face)
        self._said, self._note = label(""), label("", "muted")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._said)
        words.addWidget(self._note)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.form.addRow(row)

    def _state(self) -> ClockState | None:
        """The clock as it would be."""
        aware = self.aware.moment()
        sent = self.before.notifications[0].sent_at if self.before.notifications else None
        return clock_of(aware, self.vault.clock.now(), stopped_at=sent) if aware else None

    def face(self) -> RingFace:
        """What the ring shows."""
        state = self._state()
        if state is None:
            text = _("Type when we were aware of it.")
            return RingFace(fraction=0.0, tone=RingTone.CALM, big="–", text=text)
        return face_of(state, self.vault.clock.now())

    def _on_aware_changed(self, _moment: object = None) -> None:
        self.ring.refresh()
        state, now = self._state(), self.vault.clock.now()
        self._said.setText(state_words(state, now) if state else self.ring.face.text)
        self._note.setText(hour_not_counted_words(state, now) if state else "")

    def do(self) -> Change:
        aware = self.aware.moment()
        assert aware is not None  # a required one: without it the form is not saved
        return set_aware(self.vault, self.case_id, aware, self.reason.text())

    def draft_about(self) -> str:
        return self.before.case.number
