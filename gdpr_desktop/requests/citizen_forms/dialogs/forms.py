"""The forms as files: which, in which language, and into which folder."""

import threading
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.correspondence.form_links import form_links
from gdpr_desktop.requests.citizen_forms.dialogs.links import LinksDialog, has_draft
from gdpr_desktop.requests.citizen_forms.exporting import (
    ExportOrder,
    FormFormat,
    export_forms,
    in_the_way,
)
from gdpr_desktop.requests.citizen_forms.model import FormKind
from gdpr_desktop.requests.citizen_forms.words import format_words, kind_words
from gdpr_desktop.ui import forms, notice_bar, notices, tasks
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

_NAMED = 3  # files that are in the way


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """How many files were written, and where."""

    count: int
    folder: Path


class FormsDialog(FormDialog):
    """``accepted_value`` carries what was ``Exported``."""

    def __init__(self, parent: QWidget | None, vault: Vault) -> None:
        intro = _(
            "One form for each right, and one for all of them. Nobody has to use a form: a request"
            " in any other way is as good."
        )
        super().__init__(
            parent, _("Forms for citizens"), _("&Export to a folder …"), intro=intro, width=620
        )
        self.vault = vault
        self._stop = threading.Event()
        self._working = False
        self._build_choices()
        self._build_notes()

    def _build_choices(self) -> None:
        kinds = [(kind, kind_words(kind)) for kind in FormKind]
        self.kind = Choice(kinds, empty=_("All the forms"))
        forms.add_row(self.form, _("&Which form"), self.kind, name="kind")
        languages = ((Language.NYNORSK, "Nynorsk"), (Language.BOKMAL, "Bokmål"))
        self.language = Choice(languages, empty=_("Both written forms"))
        formats = [(one, format_words(one)) for one in FormFormat]
        self.format = Choice(formats, empty=_("Word and web page"))
        self.language.setObjectName("language")
        self.format.setObjectName("format")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Language"), self.language),
            forms.FieldRow(_("&Kind of file"), self.format),
        )

    def _build_notes(self) -> None:
        word = _(
            "A form filled in with Word can be dropped on the window, or opened from the tab"
            " «Requests»: what it says is then filled in for you. A web page sends nothing by"
            " itself: people print it, or save it as PDF. It can be published as it is."
        )
        self.form.addRow(NoteBox(word))
        self.links_button = button(_("&Addresses on the web …"))
        self.links_button.clicked.connect(self.open_links)
        told = _("Letters name the address of a form, once you have published it and said where.")
        self.form.addRow(label(told, "muted"))
        self.form.addRow(self.links_button)
        self.form.setAlignment(self.links_button, Qt.AlignmentFlag.AlignLeft)
        may = scope(self.vault.actor.role, Deed.CHANGE_SETTINGS) is not None
        self.links_button.setVisible(may and not self.vault.read_only)
        self.working = label("", "muted")
        self.working.hide()
        self.form.addRow(self.working)

    def order(self) -> ExportOrder:
        """The files as chosen now."""
        kind, language, format_ = self.kind.value(), self.language.value(), self.format.value()
        return ExportOrder(
            kinds=(kind,) if kind else tuple(FormKind),
            languages=(language,) if language else tuple(Language),
            formats=(format_,) if format_ else tuple(FormFormat),
        )

    def open_links(self) -> None:
        """Say where the forms lie."""
        dialog = LinksDialog(self, self.vault)
        dialog.accepted_value.connect(self._on_links_saved)
        dialog.open()

    def is_dirty(self) -> bool:
        return False  # nothing is lost: the files can be made again

    def save(self) -> None:
        """Ask for the folder, and make the files in the worker."""
        if self._working:
            return
        order = self.order()
        folder = notices.folder(self, self.windowTitle(), _documents())
        if folder is None or not self._may_replace(order, folder):
            return
        self._set_working(True)
        tasks.run(
            partial(
                export_forms,
                order,
                self.vault.municipality(),
                form_links(self.vault),
                folder,
                self._stop.is_set,
            ),
            title=_("Making the forms"),
            on_done=partial(self._on_exported, folder),
            on_error=self._on_failed,
            quiet=True,
        )

    def reject(self) -> None:
        """While the files are made: make no more of them."""
        if self._working:
            self._stop.set()
        else:
            super().reject()

    def _may_replace(self, order: ExportOrder, folder: Path) -> bool:
        names = in_the_way(order, folder)
        if not names:
            return True
        told = ngettext(
            "{count} file of the same name is in the folder already: {names}.",
            "{count} files of the same names are in the folder already: {names}.",
            len(names),
        )
        shown = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
        return notices.ask(
            self,
            _("Replace the forms?"),
            told.format(count=len(names), names=shown),
            _("Replace them"),
            dangerous=True,
        )

    def _set_working(self, working: bool) -> None:
        self._working = working
        self._stop.clear()
        self.save_button.setEnabled(not working)
        self._tell(_("The forms are made …") if working else "")

    def _tell(self, text: str) -> None:
        self.working.setText(text)
        self.working.setVisible(bool(text))

    def _on_exported(self, folder: Path, count: int) -> None:
        self._set_working(False)
        self.accepted_value.emit(Exported(count=count, folder=folder))
        self.accept()

    def _on_links_saved(self, change: Change) -> None:
        if change.kinds:
            bus.tell(change, self)
        self._tell(_("The addresses are saved."))

    def _on_failed(self, error: AppError) -> None:
        self._set_working(False)
        self.show_error(error)


def _documents() -> Path:
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents))


def open_forms(window: QWidget, vault: Vault) -> FormsDialog:
    """Open the forms over ``window``; and their addresses, where a draft of these waits."""
    dialog = FormsDialog(window, vault)
    dialog.accepted_value.connect(partial(_tell, window))
    dialog.open()
    if has_draft(vault):
        dialog.open_links()
    return dialog


def _tell(window: QWidget, exported: Exported) -> None:
    text = ngettext(
        "{count} form is in the folder {folder}.",
        "{count} forms are in the folder {folder}.",
        exported.count,
    )
    notice_bar.say(
        window,
        text.format(count=exported.count, folder=exported.folder.name),
        action=_("Open the folder"),
        on_action=partial(_open_folder, str(exported.folder)),
    )


def _open_folder(folder: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
