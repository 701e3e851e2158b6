"""Must be revised, is over, is replaced: what these deeds ask."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.register.entries.words import kind_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.vault import Vault


class _ReasonDialog(DeedDialog):
    feature = "register"

    def __init__(
        self,
        vault: Vault,
        entry: Entry,
        parent: QWidget | None,
        title: str,
        deed: str,
        intro: str = "",
    ) -> None:
        super().__init__(vault, parent, title, deed, intro=intro)
        self.entry = entry
        self.reason = TextArea(lines=3)


class ReviseDialog(_ReasonDialog):
    """Why an approved entry must be looked at again."""

    def __init__(self, vault: Vault, entry: Entry, parent: QWidget | None = None) -> None:
        title = _("«{name}» must be revised").format(name=entry.name)
        super().__init__(vault, entry, parent, title, _("Must be revised"))
        forms.add_row(self.form, _("&Why"), self.reason, required=True, name="reason")

    def do(self) -> Change:
        return service.ask_for_revision(self.vault, self.entry.id, reason=self.reason.text())


class RetireDialog(_ReasonDialog):
    """An entry that is over leaves the lists."""

    def __init__(self, vault: Vault, entry: Entry, parent: QWidget | None = None) -> None:
        title = _("Is «{name}» over?").format(name=entry.name)
        intro = _("It leaves the lists, and its history is kept. It can be taken into use again.")
        super().__init__(vault, entry, parent, title, _("Mark as over"), intro)
        forms.add_row(self.form, _("&Why"), self.reason, name="reason")

    def do(self) -> Change:
        return service.retire_entry(self.vault, self.entry.id, reason=self.reason.text())


class ReplaceDialog(DeedDialog):
    """Another takes its place everywhere."""

    feature = "register"

    def __init__(self, vault: Vault, entry: Entry, parent: QWidget | None = None) -> None:
        title = _("Replace «{name}»").format(name=entry.name)
        users = store.users_of(vault.db, entry.id)
        intro = _("It stands in: {names}.").format(
            names=", ".join(f"{kind_words(one.kind).lower()} «{one.name}»" for one in users[:10])
        )
        super().__init__(vault, parent, title, _("Replace"), intro=intro)
        self.entry = entry
        others = [pair for pair in store.names(vault.db, entry.kind) if pair[0] != entry.id]
        self.other = Choice(others, empty=_("Nothing: take it out everywhere"))
        forms.add_row(self.form, _("&Put in its place"), self.other, name="other")

    def do(self) -> Change:
        return service.replace_entry(self.vault, self.entry.id, self.other.value())
