"""What a form asks about: each purpose on its own, with the places where it is used."""

from functools import partial

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.codes import FormKind, PictureUse
from gdpr_desktop.consents.content import Purpose
from gdpr_desktop.consents.forms.actions import Action
from gdpr_desktop.consents.forms.dialogs.case_dialog import FormCaseDialog
from gdpr_desktop.consents.forms.dialogs.picture_uses import PictureUses
from gdpr_desktop.consents.forms.dialogs.purpose import PurposeDialog
from gdpr_desktop.consents.forms.guidance import note
from gdpr_desktop.consents.forms.joined import joined
from gdpr_desktop.consents.forms.keys import approved_for
from gdpr_desktop.consents.forms.service.writing import write_purposes
from gdpr_desktop.consents.forms.starting import purpose_of
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.register.activities.dialogs.items import ItemColumn, ItemsField
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.labels import button
from gdpr_desktop.ui.notes import NoteBox, WhyNote
from gdpr_desktop.vault import Vault


class PurposesDialog(FormCaseDialog):
    """For pictures each activity is ticked, and becomes a purpose with its own sentence.

    ``field``: the key of the purpose to begin at, where the checklist says what must be changed.
    """

    form_code = Action.PURPOSES.value
    wide = 820
    uses: PictureUses | None = None

    def __init__(
        self, vault: Vault, case_id: CaseId, parent: QWidget | None = None, field: str = ""
    ) -> None:
        intro = _("People answer yes or no to each. They are printed in this order.")
        title = _("What the form asks about")
        super().__init__(vault, case_id, parent, title, _("Save"), intro=intro)
        self._unticked: dict[PictureUse, tuple[Purpose, ...]] = {}
        if self.found.draft.kind is FormKind.PICTURE:
            self._add_uses()
        else:
            self.form.addRow(WhyNote(note("purposes").text))
        self._add_purposes()
        self.purposes.set_value(self.found.draft.purposes)
        if field:
            self.show_findings({"purposes": self.row})
        self._begin_at(field)

    def _begin_at(self, field: str) -> None:
        keys = [one.key for one in self.purposes.value()]
        if field in keys:
            self.purposes.table.selectRow(keys.index(field))
            self.start_at(self.purposes.table)
        else:
            first = self.uses if self.uses is not None and not field else self.purposes
            first.setFocus()

    def _add_uses(self) -> None:
        self.form.addRow(WhyNote(note("pictures").text))
        self.uses = PictureUses()
        help_ = _("Each tick gets its own question below. Take the tick away to leave it out.")
        forms.add_row(
            self.form, _("What is done with the &pictures"), self.uses, help_, name="uses"
        )
        self.uses.use_toggled.connect(self._on_use_toggled)

    def _add_purposes(self) -> None:
        columns = (
            ItemColumn(header=_("What people answer to"), text=_text, stretch=5),
            ItemColumn(header=_("About"), text=_about, stretch=3),
            ItemColumn(header=_("Places"), text=_places, stretch=3),
        )
        dialog = partial(PurposeDialog, self.vault, self.found)
        self.purposes = ItemsField(Purpose, columns, dialog, new=_("&Add a purpose"))
        self._add_moving()
        self.row = forms.add_row(self.form, _("Purposes"), self.purposes, name="purposes")
        self.warning = NoteBox(role="notice")
        self.form.addRow(self.warning)
        self.purposes.value_changed.connect(self._on_purposes_changed)

    def _add_moving(self) -> None:
        self.up, self.down = button(_("Move u&p")), button(_("Move &down"))
        for place, made, step in ((3, self.up, -1), (4, self.down, 1)):
            made.setAccessibleDescription(_("Purposes"))
            made.clicked.connect(partial(self._move, step))
            self.purposes.buttons.insertWidget(place, made)
        self.purposes.table.itemSelectionChanged.connect(self._on_marked)
        self._on_marked()

    def _move(self, step: int, _checked: bool = False) -> None:
        items, place = list(self.purposes.value()), self.purposes.chosen()[0]
        items[place], items[place + step] = items[place + step], items[place]
        self.purposes.set_value(items)
        self.purposes.table.selectRow(place + step)

    def _on_marked(self) -> None:
        marked, last = self.purposes.chosen(), len(self.purposes.value()) - 1
        self.up.setEnabled(bool(marked) and marked[0] > 0)
        self.down.setEnabled(bool(marked) and marked[0] < last)

    def _on_use_toggled(self, use: PictureUse, on: bool) -> None:
        items = self.purposes.value()
        if on:
            made = self._unticked.get(use) or approved_for(self.found, use) or self._standard(use)
            self.purposes.set_value(sorted((*items, *made), key=_order))
            return
        self._unticked[use] = tuple(one for one in items if one.use is use)
        self.purposes.set_value(one for one in items if one.use is not use)

    def _standard(self, use: PictureUse) -> tuple[Purpose, ...]:
        draft = self.found.draft
        return (purpose_of(use, draft.audience, current_language(), draft.level),)

    def _on_purposes_changed(self) -> None:
        items = self.purposes.value()
        if self.uses is not None:
            self.uses.show_ticked({one.use for one in items if one.use is not None})
        count = sum(joined(one.text) for one in items)
        text = ngettext(
            "{count} purpose joins two things by «og». Ask about each on its own if you can.",
            "{count} purposes join two things by «og». Ask about each on its own if you can.",
            count,
        )
        self.warning.say(text.format(count=count) if count else "")
        self._on_marked()

    def do(self) -> Change:
        return write_purposes(self.vault, self.case_id, self.purposes.value())


def _order(one: Purpose) -> int:
    """Ticked ones in the order of what is done with a picture; others stay behind."""
    return list(PictureUse).index(one.use) if one.use is not None else len(PictureUse)


def _text(one: Purpose) -> str:
    return one.text.in_(current_language())


def _about(one: Purpose) -> str:
    said = words(one.use) if one.use is not None else words(one.matter)
    return _("{about}, explicit").format(about=said) if one.explicit else said


def _places(one: Purpose) -> str:
    return ", ".join(place.name for place in one.places)
