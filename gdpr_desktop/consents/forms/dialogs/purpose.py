"""The small forms of a purpose and of a place: kept when the purposes are saved."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.consents.codes import FormKind, Matter, PictureUse, PlaceKind
from gdpr_desktop.consents.content import Place, Purpose
from gdpr_desktop.consents.forms.checks import place_problems, purpose_problems
from gdpr_desktop.consents.forms.guidance import note
from gdpr_desktop.consents.forms.joined import joined
from gdpr_desktop.consents.forms.keys import approved
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.forms.starting import matter_of
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.dialogs.item_dialog import ItemDialog
from gdpr_desktop.register.activities.dialogs.items import ItemColumn, ItemsField
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox, WhyNote
from gdpr_desktop.vault import Vault

_OFFERED = {
    FormKind.BASIS: tuple(
        one for one in Matter if one not in (Matter.PICTURE, Matter.CONFIDENTIALITY)
    ),
    FormKind.CONFIDENTIALITY: (Matter.CONFIDENTIALITY, Matter.HEALTH),
    FormKind.PICTURE: (Matter.PICTURE,),
}
LASTING_PLACES = frozenset({PlaceKind.PRINT})  # what is out is out


class PurposeDialog(ItemDialog):
    """One purpose of the form ``found``; None: a new one."""

    def __init__(
        self, vault: Vault, found: Form, item: Purpose | None, parent: QWidget | None = None
    ) -> None:
        title = _("Change the purpose") if item else _("New purpose")
        super().__init__(parent, title, width=720)
        self.vault, self._found = vault, found
        self._item = item or Purpose(key="", text=Bilingual(), matter=matter_of(found.draft.kind))
        self._approved = approved(found, self._item.key) if item else None
        self.form.addRow(WhyNote(note("purposes").text))
        self.add_language_switch()
        self._add_text()
        self._add_use()
        self._add_nature(found.draft.kind)
        self._add_places()
        self._on_text_changed()
        self.text.setFocus()

    def _add_text(self) -> None:
        self.text = self.bilingual(lines=2)
        help_ = _("A sentence of its own, that one can say yes or no to.")
        forms.add_row(self.form, _("&What people answer to"), self.text, help_, True, name="text")
        self.warning = NoteBox(role="notice")
        self.form.addRow(self.warning)
        self.same = QCheckBox(_("It means the same as before, only in other &words"))
        help_ = _("Then answers that were given still count. If not, people must be asked anew.")
        self.same_row = forms.add_row(self.form, "", self.same, help_, name="same")
        self.text.set_value(self._item.text)
        before = self._approved
        self.same.setChecked(before is not None and before.text != self._item.text)
        self.text.draft_changed.connect(self._on_text_changed)

    def _add_use(self) -> None:
        self.use = Choice([(one, words(one)) for one in PictureUse], empty=_("Choose"))
        row = forms.add_row(
            self.form, _("What &is done with the picture"), self.use, "", True, name="use"
        )
        row.setVisible(self._found.draft.kind is FormKind.PICTURE)
        self.use.set_value(self._item.use)

    def _add_nature(self, kind: FormKind) -> None:
        offered = dict.fromkeys((*_OFFERED[kind], self._item.matter))
        self.matter = Choice([(one, words(one)) for one in offered])
        help_ = _("It decides from which age a child answers alone.")
        row = forms.add_row(self.form, _("What it is &about"), self.matter, help_, name="matter")
        row.setVisible(len(offered) > 1)
        self.matter.set_value(self._item.matter)
        self.special = QCheckBox(_("It &uses health data or other special categories"))
        self.transfer = QCheckBox(_("Data are &sent to a country outside the EEA"))
        help_ = _("Then the form needs a sentence of explicit consent.")
        forms.add_row(self.form, "", self.special, help_, name="special")
        help_ = _("Only where the country has no decision that it protects data well enough.")
        forms.add_row(self.form, "", self.transfer, help_, name="transfer")
        self.special.setChecked(self._item.special)
        self.transfer.setChecked(self._item.transfer)

    def _add_places(self) -> None:
        columns = (
            ItemColumn(header=_("Where it is"), text=_name, stretch=3),
            ItemColumn(header=_("Kind"), text=_kind, stretch=2),
            ItemColumn(header=_("When it ends"), text=_ending, stretch=3),
        )
        form = partial(PlaceDialog, self.vault)
        self.places = ItemsField(Place, columns, form, new=_("Add a &place"))
        self.places.set_value(self._item.places)
        self.form.addRow(WhyNote(note("places").text, _("Why do we ask about places?")))
        help_ = _("Where it is used or kept: a task each when somebody takes the consent back.")
        forms.add_row(self.form, _("Places"), self.places, help_, name="places")

    def _on_text_changed(self) -> None:
        text = self.text.value()
        warning = ""
        if joined(text):
            warning = _(
                "Two things are joined by «og» here. If they can be answered apart, make them two"
                " purposes."
            )
        self.warning.say(warning)
        before = self._approved
        self.same_row.setVisible(before is not None and before.text != text)

    def item(self) -> Purpose:
        before, text = self._approved, self.text.value()
        said_anew = before is not None and before.text != text and not self.same.isChecked()
        found = replace(
            self._item,
            key="" if said_anew else self._item.key,
            text=text,
            use=self.use.value(),
            matter=self.matter.value(),
            special=self.special.isChecked(),
            transfer=self.transfer.isChecked(),
            places=self.places.value(),
        )
        require_valid(purpose_problems(found, self._found.draft.kind))
        return found


class PlaceDialog(ItemDialog):
    """One place; None: a new one."""

    def __init__(self, vault: Vault, item: Place | None, parent: QWidget | None = None) -> None:
        title = _("Change the place") if item else _("New place")
        super().__init__(parent, title, width=600)
        self._item = item or Place(name="")
        self.name, self.responsible = LineField(), LineField()
        known = [name for _id, name in entries.names(vault.db, EntryKind.SYSTEM)]
        known += [name for _id, name in entries.names(vault.db, EntryKind.PROCESSOR)]
        suggest(self.name.line, known)
        help_ = _("A system, an address on the internet, or who gets the data.")
        forms.add_row(self.form, _("&Name"), self.name, help_, True, name="name")
        self.kind = Choice([(one, words(one)) for one in PlaceKind])
        forms.add_row(self.form, _("&Kind"), self.kind, name="kind")
        help_ = _("The role that stops and deletes there. Empty: the one who answers for the form.")
        forms.add_row(
            self.form, _("&Role that sees to it"), self.responsible, help_, name="responsible"
        )
        self.erasable = QCheckBox(_("It can be deleted or taken &back there"))
        help_ = _("Not what is printed or handed out. That must stand on the form.")
        forms.add_row(self.form, "", self.erasable, help_, name="erasable")
        self.other_basis = TextArea(lines=2, max_length=500)
        help_ = _("The provision by which it is kept there all the same. People are told of it.")
        forms.add_row(
            self.form, _("&Other basis there"), self.other_basis, help_, name="other_basis"
        )
        self._fill()
        self.kind.activated.connect(self._on_kind_chosen)

    def _fill(self) -> None:
        before = self._item
        self.name.set_text(before.name)
        self.kind.set_value(before.kind)
        self.responsible.set_text(before.responsible)
        self.erasable.setChecked(before.erasable)
        self.other_basis.set_text(before.other_basis)

    def _on_kind_chosen(self, _index: int) -> None:
        self.erasable.setChecked(self.kind.value() not in LASTING_PLACES)

    def item(self) -> Place:
        found = Place(
            name=self.name.text(),
            kind=self.kind.value(),
            responsible=self.responsible.text(),
            erasable=self.erasable.isChecked(),
            other_basis=self.other_basis.text(),
        )
        require_valid(place_problems(found))
        return found


def _name(place: Place) -> str:
    return place.name


def _kind(place: Place) -> str:
    return words(place.kind)


def _ending(place: Place) -> str:
    if place.other_basis:
        return _("Kept by {basis}").format(basis=place.other_basis)
    return _("Is deleted") if place.erasable else _("Cannot be taken back")
