"""«Har vi lov?»: a name or a group, and a purpose. The answer stands as soon as both do."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.allowed.model import Asked, Permission
from gdpr_desktop.consents.allowed.service import (
    Asking,
    People,
    PersonAnswer,
    in_list,
    note_asked,
)
from gdpr_desktop.consents.allowed.widgets.answers import AnswerList, AnswerPanel
from gdpr_desktop.consents.allowed.words import purpose_choices
from gdpr_desktop.consents.codes import Reason, Verdict
from gdpr_desktop.core.ids import GroupId
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields import Choice, LineField, RadioChoice
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.vault import Vault

PERSON, GROUP = "person", "group"
_WAIT = 40  # milliseconds after the last key
_SHORTEST = 2  # letters
_NOTHING = Permission(verdict=Verdict.NO, reasons=(Reason.NONE,))


class AllowedDialog(FormDialog):
    """Nothing is changed here. ``consent_wanted``: the person wants to see a consent itself."""

    consent_wanted = Signal(int)
    list_wanted = Signal()

    def __init__(
        self, vault: Vault, parent: QWidget | None = None, group_id: GroupId | None = None
    ) -> None:
        super().__init__(parent, _("Are we allowed?"), _("Close"), width=720)
        self.vault = vault
        self._asking = Asking.begin(vault)
        self._noted: set[bool] = set()
        self.cancel_button.hide()
        self._add_fields(group_id)
        self._add_answers()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.answer)
        self.name.line.installEventFilter(self)
        self.name.text_changed.connect(self._timer.start)
        for field in (self.who, self.group, self.form_choice):
            field.value_changed.connect(self._on_chosen)
        self.purpose.value_changed.connect(self.answer)
        self._on_chosen()
        (self.group if group_id is not None else self.name).setFocus()
        list_button = button(_("List for the &photographer …"))
        list_button.clicked.connect(self._on_list_clicked)
        self.button_row.insertWidget(0, list_button)

    def _add_fields(self, group_id: GroupId | None) -> None:
        language = current_language()
        self.who = RadioChoice([(PERSON, _("One person")), (GROUP, _("A group"))], horizontal=True)
        self.who.set_value(GROUP if group_id is not None else PERSON)
        self.name = LineField()
        self.group = Choice(
            [(one.id, f"{one.name} {one.year}".strip()) for one in self._asking.groups()],
            empty=_("Choose a group"),
        )
        self.group.set_value(group_id)
        self.form_choice = Choice(
            [
                (one.id, " – ".join(part for part in (one.title.in_(language), one.unit) if part))
                for one in self._asking.choices
            ],
            empty=_("All forms"),
        )
        self.purpose = Choice(empty=_("Choose what for"))
        forms.add_row(self.form, _("&Who"), self.who, name="who")
        help_text = _("Add the year of birth where several have the name: «Kari Testdal 2019».")
        self._name_row = forms.add_row(self.form, _("&Name"), self.name, help_text, name="name")
        self._group_row = forms.add_row(self.form, _("&Group"), self.group, name="group")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("What &for"), self.purpose),
            forms.FieldRow(_("&Consent form"), self.form_choice),
        )

    def _add_answers(self) -> None:
        self.told = label("", "muted")
        self.people, self.members = AnswerList(births=True), AnswerList(births=False)
        self.panel = AnswerPanel()
        for part in (self.told, self.people, self.members, self.panel):
            self.page_layout.addWidget(part)
        self.page_layout.addStretch(1)
        for some in (self.people, self.members):
            some.chosen.connect(self._on_person_chosen)
        self.panel.consent_wanted.connect(self._on_consent_wanted)

    def is_dirty(self) -> bool:
        return False  # nothing is lost: it is asked again in a moment

    def save(self) -> None:
        """There is nothing to save."""
        self.reject()

    def asked(self) -> Asked | None:
        """What it is about; None before it is chosen."""
        chosen: Asked | None = self.purpose.value()
        if chosen is not None and chosen.form_id is None and self.form_choice.value() is not None:
            return Asked(form_id=self.form_choice.value(), use=chosen.use)
        return chosen

    def answer(self) -> None:
        """Show the answer to what is chosen now."""
        self._timer.stop()
        asked = self.asked()
        whole = self.who.value() == GROUP
        typed, group_id = self.name.text(), self.group.value()
        ready = group_id is not None if whole else len(typed.strip()) >= _SHORTEST
        if asked is None or not ready:
            self._show((), self._missing(ready=ready))
            return
        self._note(group=whole)
        if whole:
            rows = self._asking.about_group(group_id, asked)
            self._show_group(tuple(one for (one,) in rows))
        else:
            self._show_people(self._asking.about_person(typed, asked))

    def _missing(self, *, ready: bool) -> str:
        if not self.purpose.count() or not self._asking.choices:
            return _("No form is in use yet, so there is nothing to be allowed.")
        if not ready:
            whole = self.who.value() == GROUP
            return _("Choose a group.") if whole else _("Type a name.")
        return _("Choose what it is for.")

    def _show_people(self, found: People) -> None:
        if not found.people:
            told = _("No consent of anybody with this name. If nothing is registered, it is a no.")
            self._show((), told)
            self.panel.show_answer(_NOTHING, self._asking.forms, name="", protected=False)
            self.panel.show()
            return
        if len(found.people) == 1:
            self._show((), "")
            self._on_person_chosen(found.people[0])
            return
        text = _("Several have the name. Choose one, or type more.")
        if found.more:
            text = _("Only the first {count} are shown. Type more of the name, or the year.")
        self._show(found.people, "", text.format(count=len(found.people)))

    def _show_group(self, rows: tuple[PersonAnswer, ...]) -> None:
        listed = tuple(in_list(one) for one in rows)
        yes = sum(one.answer.yes for one in listed)
        unknown = sum(one.unknown for one in listed)
        no = len(listed) - yes - unknown
        counts = " · ".join(
            (
                ngettext("{count} yes", "{count} yes", yes).format(count=yes),
                ngettext("{count} no", "{count} no", no).format(count=no),
                _("{count} without an answer").format(count=unknown),
            )
        )
        told = "" if rows else _("Nobody is in the group.")
        self._show(listed, told, counts if rows else "")

    def _show(self, rows: tuple[PersonAnswer, ...], told: str, counts: str = "") -> None:
        self.told.setText(told)
        self.told.setVisible(bool(told))
        whole = self.who.value() == GROUP
        for some, wanted in ((self.people, not whole), (self.members, whole)):
            some.show_answers(rows if wanted else (), counts)
            some.setVisible(wanted and bool(rows))
        self.panel.hide()
        self._on_page_changed()

    def _on_chosen(self) -> None:
        whole = self.who.value() == GROUP
        self._name_row.setVisible(not whole)
        self._group_row.setVisible(whole)
        pairs = purpose_choices(self._asking.choices, self.form_choice.value())
        self.purpose.set_pairs(pairs, empty=_("Choose what for"))
        self.answer()

    def _on_person_chosen(self, found: PersonAnswer) -> None:
        shown = in_list(found) if self.who.value() == GROUP else found
        self.panel.show_answer(
            shown.answer, self._asking.forms, name=shown.name, protected=shown.protected
        )
        self.panel.show()
        self._on_page_changed()
        QTimer.singleShot(0, self, self._show_panel)

    def _show_panel(self) -> None:
        # the big line, and beneath it why and what to do: no more, so that the list stays in sight
        self.scroll_area.ensureWidgetVisible(self.panel.last_told(), 0, 16)
        self.scroll_area.ensureWidgetVisible(self.panel.verdict, 0, 16)

    def _on_consent_wanted(self, consent_id: int) -> None:
        self.reject()
        self.consent_wanted.emit(consent_id)

    def _on_list_clicked(self) -> None:
        self.reject()
        self.list_wanted.emit()

    def _note(self, *, group: bool) -> None:
        """Once for each way of asking: a name is typed letter by letter."""
        if group not in self._noted and not self.vault.read_only:
            self._noted.add(group)
            note_asked(self.vault, group=group)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the name: down goes to the answers, and Enter answers and stays."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer()
            return True
        if event.key() == Qt.Key.Key_Down and not self.people.isHidden():
            self.people.view.setFocus()
            self.people.view.setCurrentIndex(self.people.model.index(0, 0))
            return True
        return super().eventFilter(watched, event)
