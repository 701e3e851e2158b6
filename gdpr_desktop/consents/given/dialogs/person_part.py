"""Whom an answer is about: somebody in a group, or typed."""

from PySide6.QtWidgets import QCheckBox

from gdpr_desktop.consents.given.model import Subject
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.model import Member
from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.ids import GroupId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField


class PersonPart:
    """The rows, added to ``form`` of a dialog. ``member`` is who was chosen from the group."""

    def __init__(self, dialog: DeedDialog) -> None:
        self._dialog = dialog
        self.member: Member | None = None
        self._members: dict[str, Member] = {}
        self.group = Choice(self._groups(), empty=_("No group"))
        self.name = LineField()
        self.birth_date = DateField(dialog.vault.clock, past=True)
        self.parents = Choice(((1, _("One")), (2, _("Two"))), empty=_("Not known"))
        self.care_order = QCheckBox(_("There is a care &order: child welfare answers"))
        self.protected = QCheckBox(_("Protected address: lists say no more than «no»"))
        self._build()

    def _groups(self) -> list[tuple[GroupId | None, str]]:
        found = groups.groups(self._dialog.vault.db, self._dialog.vault.actor)
        return [(one.id, f"{one.name} {one.year}".strip()) for one in found]

    def _build(self) -> None:
        form = self._dialog.form
        if self._groups():
            help_ = _("Choose it to have the names suggested.")
            forms.add_row(form, _("&Group"), self.group, help_, name="group")
            self.group.value_changed.connect(self._on_group)
        name = forms.FieldRow(_("&Name"), self.name, required=True)
        born = forms.FieldRow(_("&Born"), self.birth_date)
        self.name.setObjectName("name")
        self.birth_date.setObjectName("birth_date")
        forms.add_pair(form, name, born, stretch=(3, 2))
        help_ = _("Where nobody knows, we count with two.")
        label = _("How &many have parental responsibility")
        self._child_rows = (
            forms.add_row(form, label, self.parents, help_, name="parents"),
            forms.add_row(form, "", self.care_order, name="care_order"),
        )
        self.name.line.textEdited.connect(self._on_name_edited)

    def subject(self) -> Subject:
        """As it is typed now."""
        return Subject(
            name=self.name.text(),
            birth_date=self.birth_date.date(),
            protected=self.protected.isChecked(),
        )

    def show(self, subject: Subject, parents: int | None, *, care_order: bool) -> None:
        """Show somebody."""
        self.name.set_text(subject.name)
        self.birth_date.set_date(subject.birth_date)
        self.protected.setChecked(subject.protected)
        self.parents.set_value(min(parents, 2) if parents else None)
        self.care_order.setChecked(care_order)

    def show_child_rows(self, shown: bool) -> None:
        """Who answers for a child is nothing to ask about a grown-up."""
        for row in self._child_rows:
            row.setVisible(shown)

    def guardians(self) -> tuple[str, ...]:
        """The names of those who answer for who was chosen."""
        return tuple(one.name for one in self.member.guardians) if self.member else ()

    def _on_group(self, group_id: GroupId | None) -> None:
        found = groups.members(self._dialog.vault.db, group_id) if group_id is not None else ()
        self._members = {_words(one): one for one in found}
        self.member = None
        completer = suggest(self.name.line, self._members)
        completer.activated.connect(self._on_chosen)

    def _on_chosen(self, words: str) -> None:
        self.member = self._members.get(words)
        if self.member is not None:
            one = self.member
            born = one.birth_date
            subject = Subject(name=one.name, birth_date=born, protected=one.protected)
            self.show(subject, one.parents, care_order=one.care_order)

    def _on_name_edited(self, _text: str) -> None:
        self.member = None


def _words(member: Member) -> str:
    """Namesakes are told apart by their birth date."""
    born = f", {short_date(member.birth_date)}" if member.birth_date else ""
    return f"{member.name}{born}"
