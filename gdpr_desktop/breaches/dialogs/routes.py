"""Who else was told of the breach."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.codes import Route
from gdpr_desktop.breaches.dialogs.case_dialog import BreachDialog
from gdpr_desktop.breaches.dialogs.kept_list import KeptList, Line
from gdpr_desktop.breaches.following.routes import (
    route_hint,
    route_words,
    suggested,
    suggestion_words,
)
from gdpr_desktop.breaches.following.service.routes import note_routes
from gdpr_desktop.breaches.following.summary import route_detail
from gdpr_desktop.breaches.model import Routed
from gdpr_desktop.casework.checks import LINE_LENGTH
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class RouteDialog(BreachDialog):
    """Note one who was told; what was noted by mistake is taken away."""

    form_code = Action.ROUTES.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        intro = _("Tell what happened, and no more about people than those you tell need.")
        title = _("Who else was told")
        super().__init__(vault, case_id, parent, title, _("Save"), intro=intro)
        should = suggestion_words(self.breach)
        if should:
            self.form.addRow(NoteBox(should, _("By what happened, these should know")))
        self.kept = KeptList(
            Line(value=one, title=route_words(one.route), detail=route_detail(one))
            for one in self.breach.routes
        )
        self.kept.setObjectName("kept")
        if self.breach.routes:
            forms.add_row(self.form, _("Noted already"), self.kept)
        self.route = Choice([(one, route_words(one)) for one in Route])
        self.route.set_value(next(iter(suggested(self.breach)), Route.OTHER))
        self.whom, self.reference = LineField(max_length=LINE_LENGTH), LineField(max_length=60)
        self.note = TextArea(max_length=2000, lines=2)
        self._build()

    def _build(self) -> None:
        forms.add_row(self.form, _("&Who"), self.route, name="route")
        self.hint = NoteBox()
        self.form.addRow(self.hint)
        self.route.value_changed.connect(self._on_route_changed)
        self._on_route_changed(self.route.value())
        help_ = _("A role or an office, for example «the leader of personnel».")
        forms.add_row(self.form, _("Who got to &know it"), self.whom, help_, name="whom")
        self.told_on = self.day_field(self.today)
        self.told_on.setObjectName("told_on")
        self.reference.setObjectName("reference")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("Told &on"), self.told_on, required=True),
            forms.FieldRow(_("Their &reference"), self.reference),
        )
        forms.add_row(self.form, _("&Note"), self.note, name="note")
        self.route.setFocus()  # not at a link that takes something away

    def _on_route_changed(self, route: Route) -> None:
        self.hint.say(route_hint(route, self.breach.intake.aware))

    def do(self) -> Change:
        removed, added = self.kept.removed(), self._added()
        return note_routes(self.vault, self.case_id, added, removed=removed)

    def _added(self) -> Routed | None:
        """What is typed; None where something is only taken away."""
        typed = (self.whom.text(), self.reference.text(), self.note.text())
        if self.kept.removed() and not any(typed):
            return None
        told_on = self.told_on.date()
        assert told_on is not None, "checked before"
        whom, reference, note = typed
        return Routed(
            route=self.route.value(), told_on=told_on, whom=whom, reference=reference, note=note
        )
