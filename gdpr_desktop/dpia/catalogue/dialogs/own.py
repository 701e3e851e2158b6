"""The municipality's own questions: which there are, in what order, and what is asked no more."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.dpia.catalogue import service
from gdpr_desktop.dpia.catalogue.dialogs.question import QuestionDialog
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.catalogue.own import OwnQuestion
from gdpr_desktop.dpia.catalogue.words import kind_words
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.information_dialog import InformationDialog
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.list_model import Column, Count, WindowedModel
from gdpr_desktop.ui.list_view import ListView
from gdpr_desktop.vault import Vault

_LIST_HEIGHT = 260  # pixels at least


class _Questions:
    """The rows, by section; those asked no more stand last."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._rows: tuple[OwnQuestion, ...] = ()

    def count(self) -> Count:
        order = {one.id: place for place, one in enumerate(builtin().sections)}
        found = service.own_questions(self._vault.db)
        last = len(order)
        self._rows = tuple(
            sorted(found, key=lambda one: (one.retired, order.get(one.section, last)))
        )
        return Count(len(self._rows))

    def page(self, offset: int, limit: int) -> tuple[OwnQuestion, ...]:
        return self._rows[offset : offset + limit]

    def sort(self, key: str, descending: bool) -> None:
        """Only one order: that in which they are asked."""


def _text(one: OwnQuestion) -> str:
    return one.text.in_(current_language())


def section_words(section_id: str) -> str:
    """The title of a section; empty where it is no more."""
    found = builtin().section(section_id)
    return found.title.in_(current_language()) if found else ""


def _where(one: OwnQuestion) -> str:
    return _("Asked no more") if one.retired else section_words(one.section)


def _kind(one: OwnQuestion) -> str:
    return kind_words(one.kind)


def _tone(one: OwnQuestion) -> str:
    return "muted" if one.retired else ""


def _columns() -> tuple[Column, ...]:
    def column(
        header: str, text: Callable[[OwnQuestion], str], width: int, *, optional: bool = False
    ) -> Column:
        return Column(
            header=header, text=text, tooltip=text, tone=_tone, width=width, optional=optional
        )

    return (
        column(_("Question"), _text, 330),
        column(_("Page"), _where, 200),
        column(_("Kind of answer"), _kind, 170, optional=True),
    )


class OwnQuestionsDialog(InformationDialog):
    """What the municipality asks in addition, in every assessment."""

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Own questions"), 860, 640)
        self._vault = vault
        self.body.addWidget(
            label(
                _(
                    "These are asked in every assessment, last on the page you choose. Use them for"
                    " what your municipality has decided to look at too. A question that is asked"
                    " no more keeps the answers it has got."
                )
            )
        )
        self.model = WindowedModel(_Questions(vault), _columns(), parent=self)
        self.list = ListView(self.model, "own_questions")
        self.list.setAccessibleName(_("Own questions"))
        self.list.setMinimumHeight(_LIST_HEIGHT)
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.list.doubleClicked.connect(self._on_double_clicked)
        self.empty = label(_("There are none yet."), "muted")
        self.body.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._buttons())
        self._said = label("", "ok")
        self._said.hide()
        self.body.addWidget(self._said)
        self.refresh()

    def _buttons(self) -> QWidget:
        self.new = button(_("&New question …"))
        self.new.clicked.connect(self._on_new_clicked)
        self.change = button(_("&Change …"))
        self.change.clicked.connect(self._on_change_clicked)
        self.up = button(_("Move &up"))
        self.up.clicked.connect(partial(self._move, -1))
        self.down = button(_("Move &down"))
        self.down.clicked.connect(partial(self._move, 1))
        self.retire = button(_("Ask no &more"))
        self.retire.clicked.connect(self._on_retire_clicked)
        holder = QWidget()
        row = FlowLayout(holder, spacing=8)
        for each in (self.new, self.change, self.up, self.down, self.retire):
            row.addWidget(each)
        return holder

    def selected(self) -> OwnQuestion | None:
        """The question chosen."""
        lines = self.list.selectionModel().selectedRows()
        return self.model.row(lines[0].row()) if lines else None

    def refresh(self) -> None:
        """Read anew; what was chosen stays chosen."""
        chosen = self.selected()
        self.model.refresh()
        for row in range(self.model.rowCount()):
            one = self.model.row(row)
            if chosen is not None and one is not None and one.id == chosen.id:
                self.list.selectRow(row)
        none = self.model.rowCount() == 0
        self.empty.setVisible(none)
        self.list.setVisible(not none)
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        one = self.selected()
        self.change.setEnabled(one is not None)
        self.retire.setEnabled(one is not None)
        again = one is not None and one.retired
        self.retire.setText(_("Ask it &again") if again else _("Ask no &more"))
        beside = self._beside(one)
        self.up.setEnabled(one is not None and beside.index(one.id) > 0)
        self.down.setEnabled(one is not None and beside.index(one.id) < len(beside) - 1)

    def _beside(self, one: OwnQuestion | None) -> list[str]:
        """The ids of those on the same page, in order."""
        found = service.own_questions(self._vault.db)
        where = (one.section, one.retired) if one is not None else None
        return [each.id for each in found if (each.section, each.retired) == where]

    def _on_new_clicked(self) -> None:
        self._open(None)

    def _on_change_clicked(self) -> None:
        self._open(self.selected())

    def _on_double_clicked(self) -> None:
        self._open(self.selected())

    def _open(self, question: OwnQuestion | None) -> None:
        self._said.hide()
        dialog = QuestionDialog(self._vault, self, question)
        dialog.accepted_value.connect(partial(self._done, _("The question is saved.")))
        dialog.open()

    def _move(self, by: int, _checked: bool = False) -> None:
        one = self.selected()
        if one is not None:
            self._do(partial(service.move_question, self._vault, one.id, by), _("Moved."))

    def _on_retire_clicked(self) -> None:
        one = self.selected()
        if one is None:
            return
        said = (
            _("The question is asked again.")
            if one.retired
            else _("The question is asked no more. Its answers are kept.")
        )
        verb = partial(service.retire_question, self._vault, one.id, retired=not one.retired)
        self._do(verb, said)

    def _do(self, verb: Callable[[], Change], said: str) -> None:
        try:
            change = verb()
        except AppError as error:
            notices.error(self, error)
            return
        self._done(said, change)

    def _done(self, said: str, change: Change) -> None:
        self.refresh()
        self._said.setText(said)
        self._said.show()
        announce(self, said)
        bus.tell(change, self)
