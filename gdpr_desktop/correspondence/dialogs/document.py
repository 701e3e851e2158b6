"""A document before it is exported: in which written form, and how it will look."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.correspondence.documents import Record, export_document
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.letter_preview import PreviewDialog
from gdpr_desktop.ui.municipality_form import LanguageField
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class DocumentDialog(PreviewDialog):
    """Shows what ``make`` gives, and exports it. ``accepted_value`` carries the ``Change``.

    ``suggested`` gives the file name; ``record`` notes what was exported. With one language in
    ``languages`` there is nothing to choose. A subclass with fields of its own adds them to
    ``self.form`` in ``build_fields``.
    """

    def __init__(
        self,
        vault: Vault,
        title: str,
        make: Callable[[Language], "Letter"],
        *,
        record: Record | None = None,
        suggested: Callable[[Language], str],
        intro: str = "",
        languages: tuple[Language, ...] = tuple(Language),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(vault, parent, title, _("Export …"), width=1180)
        self._make, self._record, self._suggested = make, record, suggested
        self._languages = languages
        self.path = Path()  # where it was exported to
        if intro:
            self.form.addRow(label(intro))
        self.language = LanguageField()
        mine = current_language()
        self.language.set_value(mine if mine in languages else languages[0])
        if len(languages) > 1:
            forms.add_row(self.form, _("&Language"), self.language, name="language")
        else:
            self.language.setParent(self)
            self.language.hide()
        self.build_fields()
        self.begin_preview()

    def build_fields(self) -> None:
        """Fields of a subclass, under the language."""

    def letter(self) -> "Letter":
        return self._make(self.language.value())

    def is_dirty(self) -> bool:
        return False  # nothing is lost: the document can be made again

    def save(self) -> None:
        """Ask for the place once the document itself is well, then export."""
        try:
            self.letter()
        except AppError as error:
            self.show_error(error)
            return
        path = ask_path(self, self.windowTitle(), self._suggested(self.language.value()))
        if path is not None:
            self.path = path
            super().save()

    def do(self) -> Change:
        return export_document(self.vault, self.letter(), self.path, self._record)
