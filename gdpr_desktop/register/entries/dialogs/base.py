"""The form of one entry: filled in, saved as a draft of the record, or changed."""

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.guidance.widgets import WhyTopic
from gdpr_desktop.register.entries import service
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.bilingual import BilingualField, LanguageSwitch
from gdpr_desktop.vault import Vault


class EntryDialog(DeedDialog):
    """Subclasses build their fields, ``show_content`` fills them, ``content`` reads them.

    ``fresh`` is what a new entry starts from. Fields are named as in the content, so that problems
    find their way. ``bilingual`` makes a field that follows the language switch at the top.
    """

    feature = "register"
    kind: EntryKind
    topic = ""  # the place whose guidance stands at the top

    def __init__(
        self,
        vault: Vault,
        entry: Entry | None,
        parent: QWidget | None,
        title: str,
        deed: str,
        *,
        intro: str = "",
        width: int = 720,
    ) -> None:
        super().__init__(vault, parent, title, deed, intro=intro, width=width)
        self.entry = entry
        self.language: Language = vault.municipality().language
        self.switch: LanguageSwitch | None = None
        if self.topic:
            self.form.addRow(WhyTopic(self.topic))
        self.keep_draft_of(f"{self.kind.value}.{entry.id if entry else 0}", None)

    def add_language_switch(self) -> None:
        """Put the switch between nynorsk and bokmål at the top of the form."""
        self.switch = LanguageSwitch(self.language)
        self.switch.attach(self)
        self.form.addRow(self.switch)

    def bilingual(self, *, lines: int = 1) -> BilingualField:
        """A field for words in both written forms."""
        language = self.switch.language() if self.switch else self.language
        return BilingualField(language, lines=lines)

    def start_at(self, field: QWidget) -> None:
        """Begin at a field that may stand far down."""
        field.setFocus()
        QTimer.singleShot(0, field, partial(self._bring_forward, field))

    def _bring_forward(self, field: QWidget) -> None:
        self.scroll_area.ensureWidgetVisible(field, 0, self.scroll_area.height() // 2)

    def content(self) -> Any:
        """The content as filled in. May raise ``InvalidInputError``."""
        raise NotImplementedError

    def do(self) -> Change:
        content = self.content()
        if self.entry is None:
            return service.add_entry(self.vault, content)
        return service.change_entry(self.vault, self.entry.id, content)

    def draft_about(self) -> str:
        return self.entry.name if self.entry else ""
