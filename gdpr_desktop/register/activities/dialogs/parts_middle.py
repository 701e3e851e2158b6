"""The middle sections: transfers, retention, security."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.register.activities import words
from gdpr_desktop.register.activities.dialogs.flows import TransferDialog
from gdpr_desktop.register.activities.dialogs.items import ItemColumn, ItemsField
from gdpr_desktop.register.activities.dialogs.part import Part
from gdpr_desktop.register.activities.dialogs.parts_first import words_of
from gdpr_desktop.register.activities.dialogs.retention import RetentionDialog
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import (
    Answer,
    DataCategory,
    Retention,
    Security,
    Transfer,
)
from gdpr_desktop.register.countries import country_name
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import button


def answers() -> Choice:
    return Choice([(answer, words.answer_words(answer)) for answer in Answer])


class TransfersPart(Part):
    """What can be seen from outside the EEA."""

    topic = "activity.transfer"
    shows = ("transfers", "outside_eea")

    def build(self) -> None:
        self.outside = answers()
        help_ = _("Suppliers and their suppliers too, and whoever helps when something is wrong.")
        forms.add_row(
            self.form,
            _("Can &anyone outside the EEA see the data?"),
            self.outside,
            help_,
            name="outside_eea",
        )
        self.transfers = ItemsField(
            Transfer,
            (
                ItemColumn(header=_("Country"), text=_country),
                ItemColumn(header=_("Recipient"), text=_recipient),
                ItemColumn(header=_("What allows it"), text=_ground),
            ),
            TransferDialog,
            new=_("Add a &transfer"),
        )
        forms.add_row(self.form, _("Transfers"), self.transfers, name="transfers")

    def show_values(self, activity: Activity) -> None:
        self.outside.set_value(activity.outside_eea)
        self.transfers.set_value(activity.transfers)

    def into(self, activity: Activity) -> Activity:
        return replace(activity, outside_eea=self.outside.value(), transfers=self.transfers.value())


def _country(transfer: Transfer) -> str:
    return country_name(transfer.country, current_language())


def _recipient(transfer: Transfer) -> str:
    return transfer.recipient


def _ground(transfer: Transfer) -> str:
    return words.ground_words(transfer.ground)


class _Shown(ItemsField):
    """Shows what is kept in another field."""

    def draft_state(self) -> Any:
        return None

    def restore_draft(self, state: Any) -> None:
        pass


class RetentionPart(Part):
    """How long each category is kept; several can be given the same at once.

    The categories are those of ``data``, the field of another section.
    """

    topic = "activity.retention"
    shows = ("retention",)
    data: ItemsField

    def build(self) -> None:
        self.kept = _Shown(
            DataCategory,
            (
                ItemColumn(header=_("Kinds of data"), text=words_of),
                ItemColumn(header=_("Kept"), text=_kept, stretch=2),
            ),
            self._no_form,
            several=True,
        )
        self.kept.table.opened.disconnect()
        self.kept.table.removal_wanted.disconnect()
        self.kept.table.opened.connect(self.set_retention)
        for made in (self.kept.add_button, self.kept.change_button, self.kept.remove_button):
            made.hide()
        self.set_button = button(_("&Set how long for those marked"))
        self.set_button.clicked.connect(self.set_retention)
        self.all_button = button(_("Mark &all"))
        self.all_button.clicked.connect(self.kept.table.selectAll)
        self.kept.buttons.insertWidget(0, self.set_button)
        self.kept.buttons.insertWidget(1, self.all_button)
        self.kept.table.itemSelectionChanged.connect(self._on_selection_changed)
        help_ = _("Mark one or several lines, then set how long they are kept.")
        forms.add_row(self.form, _("Kinds of data"), self.kept, help_, name="kept")
        self.reason = TextArea(lines=2)
        help_ = _("Only where it is not possible to give a time for some of the data.")
        forms.add_row(
            self.form,
            _("&Why no time can be given"),
            self.reason,
            help_,
            name="retention_reason",
        )

    def follow(self, data: ItemsField) -> None:
        """Show the categories of ``data``, and change them there."""
        self.data = data
        data.value_changed.connect(self._on_data_changed)
        self._on_data_changed()

    def _no_form(self, _item: Any, _parent: QWidget) -> FormDialog:
        raise NotImplementedError

    def set_retention(self) -> None:
        """Ask how long the marked ones are kept."""
        marked = [self.kept.value()[place] for place in self.kept.chosen()]
        if not marked:
            return
        names = tuple(words_of(one) for one in marked)
        dialog = RetentionDialog(marked[0].retention, names, self)
        dialog.accepted_value.connect(self._on_retention_chosen)
        dialog.open()

    def _on_retention_chosen(self, retention: Retention | None) -> None:
        marked = self.kept.chosen()
        self.data.set_value(
            replace(one, retention=retention) if place in marked else one
            for place, one in enumerate(self.data.value())
        )

    def _on_data_changed(self) -> None:
        self.kept.set_value(self.data.value())
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        self.set_button.setEnabled(bool(self.kept.chosen()))
        self.all_button.setEnabled(bool(self.kept.value()))

    def show_values(self, activity: Activity) -> None:
        self.reason.set_text(activity.retention_reason)

    def into(self, activity: Activity) -> Activity:
        return replace(activity, retention_reason=self.reason.text().strip())


def _kept(category: DataCategory) -> str:
    return words.retention_words(category.retention)


class SecurityPart(Part):
    """Where the data lie, and how they are secured."""

    topic = "activity.security"
    shows = ("security", "systems")

    def build(self) -> None:
        self.systems = PicksField(store.names(self.vault.db, EntryKind.SYSTEM))
        area = partial(self.dialog.bilingual, lines=3)
        self.physical, self.technical, self.organisational = area(), area(), area()
        forms.add_row(self.form, _("S&ystems"), self.systems, name="systems")
        help_ = _("Locks, rooms, screens that others cannot see.")
        forms.add_row(self.form, _("&Physical"), self.physical, help_, name="security")
        help_ = _("Encryption, logging, backups, access.")
        forms.add_row(self.form, _("&Technical"), self.technical, help_, name="technical")
        help_ = _("Routines, training, who may see what.")
        forms.add_row(
            self.form, _("&Organisational"), self.organisational, help_, name="organisational"
        )

    def show_values(self, activity: Activity) -> None:
        self.systems.set_value(activity.systems)
        self.physical.set_value(activity.security.physical)
        self.technical.set_value(activity.security.technical)
        self.organisational.set_value(activity.security.organisational)

    def into(self, activity: Activity) -> Activity:
        security = Security(
            physical=self.physical.value(),
            technical=self.technical.value(),
            organisational=self.organisational.value(),
        )
        return replace(activity, systems=self.systems.value(), security=security)
