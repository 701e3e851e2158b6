"""The shelf of pictures: the answers left, the chosen one right."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from gdpr_desktop.consents.pictures import store
from gdpr_desktop.consents.pictures.model import PictureAnswer, PictureVerdict
from gdpr_desktop.consents.pictures.service import delete_answer, read_answer
from gdpr_desktop.consents.pictures.store import COUNT_LIMIT, PictureQuery
from gdpr_desktop.consents.pictures.widgets.detail import DELETE, WORD, PictureDetail
from gdpr_desktop.consents.pictures.widgets.verdict import LOOKS
from gdpr_desktop.consents.pictures.words import verdict_short
from gdpr_desktop.core.change import Change, Kind, Undo
from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.empty_state import EmptyState
from gdpr_desktop.ui.list_model import Column, Count, WindowedModel
from gdpr_desktop.ui.list_page import ListPage
from gdpr_desktop.ui.notice_bar import say

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft


class PictureSource:
    """Pages of answers, the newest first."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        self.query = PictureQuery()

    def count(self) -> Count:
        found = store.count(self._vault.db, self.query, self._vault.actor)
        return Count(min(found, COUNT_LIMIT), found > COUNT_LIMIT)

    def page(self, offset: int, limit: int) -> tuple[PictureAnswer, ...]:
        actor = self._vault.actor
        return store.page(self._vault.db, self.query, actor, offset=offset, limit=limit)

    def sort(self, key: str, descending: bool) -> None:
        self.query = replace(self.query, sort=key, descending=descending)


class PicturesPage(ListPage):
    """The chips exclude each other."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        self._source = PictureSource(vault)
        self.answer_view = PictureDetail(vault)
        asks = scope(vault.actor.role, Deed.REGISTER_CASE) is not None
        new_text = _("&Can the picture be used? …") if asks else ""
        super().__init__(
            WindowedModel(self._source, _columns()),
            name="pictures",
            new_text=new_text,
            search_hint=_("Picture or unit"),
            chips=[(one, verdict_short(one)) for one in PictureVerdict],
            empty=EmptyState(
                "eye",
                _("No answers yet"),
                _(
                    "Six short questions say whether a picture or a film may be used, and why. The"
                    " answer is kept here, and can be shown to whoever asks."
                ),
                new_text.replace("&", ""),
            ),
            detail=self.answer_view,
        )
        self._pressed: frozenset[PictureVerdict] = frozenset()
        self._undos: list[Undo] = []
        self.new_requested.connect(self.open_new)
        self.search_changed.connect(self._on_search_changed)
        self.chips_changed.connect(self._on_chips_changed)
        self.row_selected.connect(self._on_row_selected)
        self.answer_view.deed_wanted.connect(self._on_deed_wanted)

    def refresh(self, change: Change | None = None) -> None:
        """Read the list anew, where it may have changed."""
        if change is None or Kind.PICTURE in change.kinds:
            super().refresh(change)

    def open_new(self) -> None:
        """Ask the six questions."""
        from gdpr_desktop.consents.pictures.dialogs.answer import PictureDialog

        dialog = PictureDialog(self._vault, self)
        dialog.accepted_value.connect(self.done)
        dialog.open()

    def resume_draft(self, _draft: "Draft") -> None:
        """Go on with the questions."""
        self.open_new()

    def done(self, change: Change) -> None:
        """A deed was done: tell all, and show what it was done on."""
        bus.tell(change, self)
        self.refresh(change)
        if change.undo is not None:
            self._undos.append(change.undo)
            text = _("Saved: {what}.").format(what=change.undo.words)
            say(self, text, action=_("Undo"), on_action=self.undo)
        elif change.ids:
            self.select(change.id)

    def undo_words(self) -> str:
        """What Ctrl+Z takes back."""
        return self._undos[-1].words if self._undos else ""

    def undo(self) -> None:
        """Take back what was done last."""
        if not self._undos:
            return
        undo = self._undos.pop()
        try:
            change = undo.verb(self._vault)
        except AppError as error:
            notices.error(self, error)
            return
        self.done(change)
        say(self, _("Undone: {what}").format(what=undo.words))

    def _on_deed_wanted(self, key: str) -> None:
        found = self.answer_view.found
        if found is None:
            return
        try:
            if key == DELETE:
                self.done(delete_answer(self._vault, found.id))
            elif key == WORD:
                self._open_document(read_answer(self._vault, found.id))
        except AppError as error:
            notices.error(self, error)

    def _open_document(self, found: PictureAnswer) -> None:
        from gdpr_desktop.consents.pictures.dialogs.document import PictureDocumentDialog

        dialog = PictureDocumentDialog(self._vault, found, self)
        dialog.accepted_value.connect(self._on_written)
        dialog.open()

    def _on_written(self, _change: Change) -> None:
        say(self, _("The document is saved as a Word file."))

    def _on_search_changed(self, text: str) -> None:
        self._source.query = replace(self._source.query, text=text)
        self.reload()

    def _on_chips_changed(self, pressed: frozenset[Any]) -> None:
        new = pressed - self._pressed
        if len(pressed) > 1 and new:
            self._pressed = new
            self.check_chips(new)
            return
        self._pressed = pressed
        self._source.query = replace(self._source.query, verdict=next(iter(pressed), None))
        self.reload()

    def _on_row_selected(self, row: PictureAnswer | None) -> None:
        if row is not None:
            self.answer_view.show_answer(row)


def _columns() -> tuple[Column, ...]:
    return (
        Column(header=_("May it?"), text=_short, sort_key="verdict", icon=_look, width=120),
        Column(header=_("Picture"), text=_title, sort_key="title", width=240),
        Column(header=_("Unit"), text=_unit, sort_key="unit", width=150, optional=True),
        Column(
            header=_("Answered"),
            text=_day,
            sort_key="made_on",
            width=110,
            optional=True,
            named=True,
        ),
    )


def _short(row: PictureAnswer) -> str:
    return verdict_short(row.verdict)


def _look(row: PictureAnswer) -> tuple[str, str]:
    return LOOKS[row.verdict]


def _title(row: PictureAnswer) -> str:
    return row.title


def _unit(row: PictureAnswer) -> str:
    return row.unit


def _day(row: PictureAnswer) -> str:
    return short_date(row.made_on)
