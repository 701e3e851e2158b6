"""Somebody in a group: name, birth date, who answers for them."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.consents.codes import Relation
from gdpr_desktop.consents.groups import store
from gdpr_desktop.consents.groups.model import Guardian, Member
from gdpr_desktop.consents.groups.service import members
from gdpr_desktop.consents.groups.service.base import readable
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import GroupId, MemberId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

_MOST_GUARDIANS = 6
_ANSWER = (Relation.PARENT, Relation.GUARDIAN, Relation.CHILD_WELFARE)


class MemberDialog(DeedDialog):
    """With ``member_id`` that one is changed, else somebody new is put in."""

    feature = "consents"

    def __init__(
        self,
        vault: Vault,
        parent: QWidget | None,
        group_id: GroupId,
        member_id: MemberId | None = None,
    ) -> None:
        group = readable(vault, group_id)
        found = store.member(vault.db, member_id) if member_id is not None else None
        title = (
            _("New person in «{group}»").format(group=group.name)
            if found is None
            else _("Change the person")
        )
        deed = _("&Put into the group") if found is None else _("&Save")
        super().__init__(vault, parent, title, deed, width=860)
        self.member = found or Member(name="", group_id=group_id)
        self._asked_of: tuple[str, object] | None = None  # who may be in the group already
        self._build_person()
        self._build_guardians()
        self.note = TextArea(lines=2, max_length=2_000)
        forms.add_row(self.form, _("N&ote"), self.note, name="note")
        self._fill()
        self.protected.toggled.connect(self._on_protected)
        self._on_protected(self.protected.isChecked())
        self.keep_draft_of(f"groups.member.{group_id}.{member_id or 0}", None)

    def _build_person(self) -> None:
        self.name = LineField()
        self.born = self.day_field(None, required=False)
        self.name.setObjectName("name")
        self.born.setObjectName("birth_date")
        help_ = _("Without it nobody can say who must answer.")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Name"), self.name, required=True),
            forms.FieldRow(_("&Birth date"), self.born, help_),
            stretch=(3, 2),
        )
        self.protected = QCheckBox(_("The address is &secret"))
        self.protected.setObjectName("protected")
        self.protected_note = NoteBox(
            _(
                "No address is kept here, not even the guardians'. Lists for photographers say no"
                " more than no. Think twice before any picture is taken."
            ),
        )
        self.form.addRow(self.protected)
        self.form.addRow(self.protected_note)

    def _build_guardians(self) -> None:
        relations = tuple((one.value, words(one)) for one in _ANSWER)
        self.guardians = RowsField(
            (
                RowsColumn(header=_("Name"), width=20, stretch=3),
                RowsColumn(header=_("Relation"), width=16, stretch=2, choices=relations),
                RowsColumn(header=_("E-mail"), width=18, stretch=3),
                RowsColumn(header=_("Own address"), width=18, stretch=3),
            ),
            most=_MOST_GUARDIANS,
        )
        help_ = _(
            "Those who answer for a child. Where they live apart, write the address of the one"
            " whom the child does not live with: each gets a form."
        )
        forms.add_row(self.form, _("&Guardians"), self.guardians, help_, name="guardians")
        self.parents = Choice(
            ((0, "0"), (1, "1"), (2, "2"), (3, "3")), empty=_("Not known: two are asked for")
        )
        self.parents.setObjectName("parents")
        forms.add_row(
            self.form, _("How many have parental &responsibility"), self.parents, name="parents"
        )
        self.care_order = QCheckBox(_("&Care order: child welfare answers in the parents' place"))
        self.care_order.setObjectName("care_order")
        self.form.addRow(self.care_order)

    def _fill(self) -> None:
        member = self.member
        self.name.set_text(member.name)
        self.born.set_date(member.birth_date)
        self.protected.setChecked(member.protected)
        self.guardians.set_rows(
            (one.name, one.relation, one.email, one.address) for one in member.guardians
        )
        self.parents.set_value(member.parents)
        self.care_order.setChecked(member.care_order)
        self.note.set_text(member.note)

    def draft_about(self) -> str:
        return self.member.name

    def _on_protected(self, protected: bool) -> None:
        self.protected_note.setVisible(protected)

    def do(self) -> Change:
        member = replace(
            self.member,
            name=self.name.text(),
            birth_date=self.born.date(),
            guardians=tuple(
                Guardian(name=name, relation=relation, email=email, address=address)
                for name, relation, email, address in self.guardians.rows()
            ),
            parents=self.parents.value(),
            care_order=self.care_order.isChecked(),
            protected=self.protected.isChecked(),
            note=self.note.text(),
        )
        who = (member.name, member.birth_date)
        deed = members.add_member if member.id is None else members.change_member
        try:
            return deed(self.vault, member, anyway=who == self._asked_of)
        except members.AlmostTwiceError:
            self._asked_of = who  # saved once more, they are two
            raise
