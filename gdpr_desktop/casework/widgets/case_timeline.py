"""The timeline of a case, with its letters: «archived – delete local copy»."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import service
from gdpr_desktop.casework.model import SentLetter
from gdpr_desktop.casework.model import TimelineEntry as Happened
from gdpr_desktop.casework.undo import UNDONE
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.timeline import Timeline, TimelineEntry

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_DELETE = "delete_local_copy"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineWords:
    """What a feature says of an entry: its line, the second line, the sign beside it."""

    text: Callable[[Happened], str]
    detail: Callable[[Happened], str]
    icon: Callable[[Happened], str]


class CaseTimeline(Timeline):
    """Newest first. A letter that still lies on this machine says so."""

    def __init__(self, vault: "Vault", words: TimelineWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault, self._words = vault, words
        self._case_id: CaseId | None = None
        self._letters: dict[int, SentLetter] = {}  # by the timeline entry that tells of them
        self.action_requested.connect(self._on_action_requested)

    def show_case(
        self, happened: tuple[Happened, ...], letters: tuple[SentLetter, ...], case_id: CaseId
    ) -> None:
        """Show what happened in the case."""
        self._case_id = case_id
        by_id = {str(letter.id): letter for letter in letters}
        self._letters = {
            entry.id: by_id[entry.detail["letter"]]
            for entry in happened
            if entry.detail.get("letter") in by_id
        }
        undone = {entry.detail.get("of") for entry in happened if entry.code == UNDONE}
        self.set_entries(self._entry(entry, str(entry.id) in undone) for entry in happened)

    def _entry(self, entry: Happened, undone: bool) -> TimelineEntry:
        letter = self._letters.get(entry.id)
        text = self._words.text(entry)
        here = letter is not None and letter.local_copy_deleted_at is None
        return TimelineEntry(
            id=entry.id,
            instant=entry.at,
            who=entry.actor,
            text=_("{text} (undone later)").format(text=text) if undone else text,
            detail=self._words.detail(entry),
            icon=self._words.icon(entry),
            actions=((_DELETE, _("Archived – delete local copy")),) if here else (),
        )

    def _on_action_requested(self, entry_id: int, key: str) -> None:
        letter = self._letters.get(entry_id)
        if key != _DELETE or letter is None or self._case_id is None:
            return
        sure = notices.ask(
            self,
            _("Delete the local copy?"),
            _(
                "«{file}» is deleted from this machine. Make sure that the letter is in the"
                " archive first: this cannot be undone."
            ).format(file=letter.file_name),
            _("Delete the local copy"),
            dangerous=True,
        )
        if not sure:
            return
        try:
            bus.tell(service.delete_local_copy(self._vault, self._case_id, letter), self)
        except AppError as error:
            notices.error(self, error)
