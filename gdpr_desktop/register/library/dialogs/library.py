"""The library: choose starting points, see what they hold, add them as drafts."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, FieldProblem, InvalidInputError
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.register.library import service
from gdpr_desktop.register.library.dialogs.preview import Preview
from gdpr_desktop.register.library.dialogs.start_tree import StartTree
from gdpr_desktop.register.library.loading import activity_from
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.slices import Slices
from gdpr_desktop.vault import Vault

FEW = 5  # more are added behind a bar


class LibraryDialog(DeedDialog):
    """Adds what is ticked, or, when nothing is, the one that is shown."""

    feature = "register"

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        intro = _(
            "Nothing here is the municipality's own yet: each is a draft that you go through,"
            " correct and complete before it is approved."
        )
        super().__init__(
            vault, parent, _("From the library"), _("Use as starting point"), intro=intro, width=980
        )
        self._slices: Slices | None = None
        self._made: list[Change] = []
        self._build_tree()
        self.preview = Preview()
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(self._left, 2)
        columns.addWidget(self.preview, 3)
        self.page_layout.insertLayout(self.page_layout.indexOf(self.form), columns, 1)
        self._build_fields()
        self.tree.chosen.connect(self._on_start_chosen)
        self.tree.ticked.connect(self._show_count)
        self.tree.show_found("")
        self._show_count()

    def _build_tree(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search name or subject"))
        self.search.setAccessibleName(_("Search the library"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search_changed)
        self.tree = StartTree(service.used_starts(self.vault.db))
        self.count = label("", "muted")
        self._left = QVBoxLayout()
        self._left.setSpacing(8)
        for one in (self.search, self.tree, self.count):
            self._left.addWidget(one, 1 if one is self.tree else 0)

    def _build_fields(self) -> None:
        self.name = LineField()
        self.name.setObjectName("name")
        help_ = _("Another name, when only one is added.")
        self.unit = Choice(store.names(self.vault.db, EntryKind.UNIT), empty=_("Not chosen"))
        self.unit.setObjectName("unit_id")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Name"), self.name, help_),
            forms.FieldRow(_("&Unit"), self.unit),
        )
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("How many have been added"))
        self.progress.hide()
        self.page_layout.addWidget(self.progress)

    def wanted(self) -> tuple[str, ...]:
        """The starting points that the deed adds."""
        current = self.tree.current_id()
        return self.tree.ticked_ids() or ((current,) if current else ())

    def save(self) -> None:
        """Add a few at once, more of them behind a bar."""
        if self._slices is not None:
            return
        if len(self.wanted()) <= FEW:
            super().save()
            return
        self._made = []
        self.progress.setRange(0, len(self.wanted()))
        self.progress.setValue(0)
        self.progress.show()
        self.save_button.setEnabled(False)
        run = service.add_starts(self.vault, self.wanted(), unit_id=self.unit.value())
        self._slices = Slices(run, self)
        self._slices.progressed.connect(self._on_slices_progressed)
        self._slices.ended.connect(self._on_slices_ended)
        self._slices.failed.connect(self._on_slices_failed)
        self._slices.start()

    def do(self) -> Change:
        wanted = self.wanted()
        if not wanted:
            text = _("Choose a starting point first.")
            raise InvalidInputError([FieldProblem(field="start", text=text)])
        unit_id = self.unit.value()
        if len(wanted) == 1:
            name = self.name.text()
            return service.add_start(self.vault, wanted[0], unit_id=unit_id, name=name)
        return service.together(service.add_starts(self.vault, wanted, unit_id=unit_id))

    def reject(self) -> None:
        """Leave; what a bar has added so far stays, and is told."""
        if self._slices is None:
            super().reject()
            return
        self._slices.cancel()
        self._end()

    def _may_leave(self) -> bool:
        return True  # a search and ticks are soon made again: nobody is asked

    def _on_slices_progressed(self, change: Change) -> None:
        self._made.append(change)
        self.progress.setValue(len(self._made))

    def _on_slices_ended(self, _nothing: object) -> None:
        self._end()

    def _on_slices_failed(self, error: AppError) -> None:
        self._slices = None
        self.progress.hide()
        self.save_button.setEnabled(True)
        self.show_error(error)

    def _end(self) -> None:
        self._slices = None
        if self._made:
            self.accepted_value.emit(service.together(self._made))
        self.accept()

    def _on_search_changed(self, text: str) -> None:
        if not self.tree.show_found(text):
            self.count.setText(_("Nothing is called that. Try another word."))
        else:
            self._show_count()

    def _on_start_chosen(self, start_id: str) -> None:
        if start_id:
            self.preview.show_activity(activity_from(start_id, current_language()))
        self._show_count()

    def _show_count(self) -> None:
        ticked = len(self.tree.ticked_ids())
        words = ngettext("{count} ticked", "{count} ticked", ticked).format(count=ticked)
        self.count.setText(words if ticked else _("Tick those you want, or use the one shown."))
        wanted = self.wanted()
        self.name.setEnabled(len(wanted) == 1)
        if len(wanted) == 1:
            name = activity_from(wanted[0]).name.in_(current_language())
            self.name.set_text(name)
