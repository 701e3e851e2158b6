"""Somebody takes a consent back: who, what, how and when. As easy as it was to give (art. 7(3))."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gdpr_desktop.casework.checks import LINE_LENGTH
from gdpr_desktop.consents.codes import Channel, FormKind, Relation
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms import store as forms_store
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.given.service.base import readable
from gdpr_desktop.consents.withdrawals.checks import takeable
from gdpr_desktop.consents.withdrawals.model import Registered
from gdpr_desktop.consents.withdrawals.service.registering import register_withdrawal
from gdpr_desktop.consents.withdrawals.widgets.purposes import PurposeBoxes
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, RefusedError
from gdpr_desktop.core.ids import ConsentId
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

OTHER = "other"  # somebody who has not answered before
_CHANNELS = tuple(one for one in Channel if one is not Channel.REQUEST)


class WithdrawDialog(DeedDialog):
    """``accepted_value`` carries the ``Change``; its id is that of the case."""

    feature = "consents"

    def __init__(self, vault: Vault, consent_id: ConsentId, parent: QWidget | None = None) -> None:
        self.consent, self.content = self._read(vault, consent_id)
        title, deed = self._title(), _("Take it back now")
        super().__init__(vault, parent, title, deed, intro=self._intro(), why=_why())
        if self.content.kind is FormKind.CONFIDENTIALITY:
            self.form.addRow(NoteBox(_("What was shared stays, and nothing is deleted by this.")))
        self.who = Choice(self._givers(), empty=_("Choose who takes it back"))
        forms.add_row(self.form, _("&Who takes it back"), self.who, name="relation")
        self._build_other()
        language = current_language()
        left = takeable(self.consent, self.content)
        self.purposes = PurposeBoxes(
            (one.key, one.text.in_(language)) for one in self.content.purposes if one.key in left
        )
        forms.add_row(self.form, _("Wha&t is taken back"), self.purposes, name="purposes")
        self.channel = Choice((one, words(one)) for one in self._channels())
        forms.add_row(self.form, _("How it &came to us"), self.channel, name="channel")
        self.withdrawn_on = self.day_row(_("Wh&en"), "withdrawn_on", self._day())
        self.note = LineField(max_length=LINE_LENGTH)
        help_ = _("Nobody has to say why. Note how you knew who it was, where it was by telephone.")
        forms.add_row(self.form, _("&Note"), self.note, help_, name="note")
        self.who.value_changed.connect(self._on_who_chosen)
        answered = self._known_givers()
        self.who.set_value(answered[0] if len(answered) == 1 else None)
        self._on_who_chosen(self.who.value())

    def _build_other(self) -> None:
        self.relation = Choice((one, words(one)) for one in Relation if one is not Relation.SELF)
        self.relation.setObjectName("other_relation")
        self.name = LineField(max_length=LINE_LENGTH)
        self.name.setObjectName("name")
        self._other = QWidget()
        side_by_side = QHBoxLayout(self._other)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(16)
        side_by_side.addWidget(forms.FieldRow(_("&Relation"), self.relation), 1)
        side_by_side.addWidget(forms.FieldRow(_("N&ame"), self.name, required=True), 1)
        self.form.addRow(self._other)

    # What a dialog that settles a request overrides

    def _read(self, vault: Vault, consent_id: ConsentId) -> tuple[Consent, FormContent]:
        """The consent and what its version says. Raises ``RefusedError``."""
        return with_content(vault, readable(vault, consent_id))

    def _channels(self) -> tuple[Channel, ...]:
        return _CHANNELS

    def _day(self) -> date | None:
        return self.vault.clock.today()

    def registered(self) -> Registered:
        """What was filled in; checked before."""
        relation, name = self._who()
        day = self.withdrawn_on.date()
        assert day is not None, "checked before"
        return Registered(
            consent_id=self.consent.id,
            purposes=self.purposes.value(),
            withdrawn_on=day,
            channel=self.channel.value(),
            name=name,
            relation=relation,
            note=self.note.text(),
        )

    def _title(self) -> str:
        if self.content.kind is FormKind.CONFIDENTIALITY:
            return _("A release from confidentiality is taken back")
        return _("A consent is taken back")

    def _intro(self) -> str:
        title = self.content.title.in_(current_language())
        return f"{self.consent.subject.name} · {title}"

    def _givers(self) -> Iterator[tuple[object, str]]:
        known = self._known_givers()
        for relation, name in known:
            yield (relation, name), _giver_words(relation, name)
        if (Relation.SELF, "") not in known:
            yield (Relation.SELF, ""), words(Relation.SELF)
        yield OTHER, _("Somebody else")

    def _known_givers(self) -> tuple[tuple[Relation, str], ...]:
        """Those who have answered, each once."""
        found = (
            (one.relation, "" if one.relation is Relation.SELF else one.name)
            for one in self.consent.standing()
        )
        return tuple(dict.fromkeys(found))

    def _who(self) -> tuple[Relation, str]:
        chosen = self.who.value()
        if chosen == OTHER:
            return self.relation.value(), self.name.text()
        relation, name = chosen
        return relation, name

    def _on_who_chosen(self, chosen: object) -> None:
        self.form.setRowVisible(self._other, chosen == OTHER)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.who.value() is None:
            text = _("Choose who takes it back.")
            found.append(FieldProblem(field="relation", text=text))
        return found

    def do(self) -> Change:
        return register_withdrawal(self.vault, self.registered())


def with_content(vault: Vault, consent: Consent) -> tuple[Consent, FormContent]:
    """The consent with what its version says. Raises ``RefusedError`` when nothing is left."""
    version = forms_store.form(vault.db, consent.form_id).version(consent.version)
    if version is None or not takeable(consent, version.content):
        raise RefusedError(
            _("There is nothing left to take back."),
            hint=_("Nobody has said yes, or it was taken back before."),
        )
    return consent, version.content


def _giver_words(relation: Relation, name: str) -> str:
    who = words(relation)
    return who if relation is Relation.SELF else f"{name} ({who.lower()})"


def _why() -> str:
    return _(
        "A consent can be taken back at any time, as easily as it was given, without a reason and"
        " without anything worse coming of it (article 7(3)). It ends at once. Where several must"
        " agree, one who takes it back is enough."
    )
