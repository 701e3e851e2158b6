"""The clean-up: what falls due, what goes and what stays, and the erasing with its progress."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gdpr_desktop.administration.cleanup.catching_up import catch_up
from gdpr_desktop.administration.search.words import kind_words
from gdpr_desktop.casework.retention import anonymise_cases, finish_clean_up, retention_years
from gdpr_desktop.casework.retention.model import Kept
from gdpr_desktop.casework.retention.service import (
    due_count,
    due_page,
    free_ids,
    held_back_words,
    last_clean_up,
)
from gdpr_desktop.consents.keeping import service as proof
from gdpr_desktop.consents.keeping.words import due_words, gone_words
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.dates import long_date, long_instant
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.labels import button, label, line
from gdpr_desktop.ui.list_model import Column, Count, WindowedModel
from gdpr_desktop.ui.list_view import ListView
from gdpr_desktop.ui.notice_bar import say
from gdpr_desktop.vault import Vault

_TURN = 0.025  # seconds of work at a time: the window answers between
_MOST = 50  # cases in one transaction
_CHARACTERS = 130  # in a line, so that larger text gets a wider window


class DueSource:
    """Pages of what falls due, closed longest ago first."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def count(self) -> Count:
        return Count(due_count(self._vault))

    def page(self, offset: int, limit: int) -> tuple[Kept, ...]:
        return due_page(self._vault, offset=offset, limit=limit)

    def sort(self, key: str, descending: bool) -> None:
        """There is one order."""


def _number(row: Kept) -> str:
    return row.case.number


def _kind(row: Kept) -> str:
    return kind_words(row.case.kind)


def _closed(row: Kept) -> str:
    return long_date(local_date(row.case.closed_at)) if row.case.closed_at else ""


def _archive(row: Kept) -> str:
    return row.case.archive_number or "–"


def _fate(row: Kept) -> str:
    if not row.held_back:
        return _("Is erased")
    return _("Stays: {why}").format(why=" ".join(held_back_words(code) for code in row.held_back))


def _closed_when(row: Kept) -> str:
    return long_instant(row.case.closed_at) if row.case.closed_at else ""


def _look(row: Kept) -> tuple[str, str]:
    return ("warning", "warning") if row.held_back else ("next", "muted")


def columns() -> tuple[Column, ...]:
    """Number, kind, closed, archive number, what becomes of it."""
    return (
        Column(header=_("Case"), text=_number, width=110),
        Column(header=_("Kind"), text=_kind, width=72),
        Column(header=_("Closed"), text=_closed, tooltip=_closed_when, width=165),
        Column(header=_("Archive case number"), text=_archive, width=160),
        Column(header=_("What becomes of it"), text=_fate, tooltip=_fate, icon=_look, width=190),
    )


@dataclass(frozen=True, slots=True)
class Proof:
    """A consent among the cases that are gone through."""

    id: ConsentId


class CleanUpDialog(QDialog):
    """Erases some cases at a time, each lot in one transaction; can be stopped between two."""

    finished_erasing = Signal(int)  # how many cases

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(_("Clean-up"))
        self._vault = vault
        self._waiting: Iterator[CaseId | Proof] | None = None
        self._done: list[int] = []
        self._proof = proof.Due()
        self._proof_gone: Counter[CaseId] = Counter()
        self._total = self._gone_through = 0
        self._at_once = 1
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)
        self.model = WindowedModel(DueSource(vault), columns(), parent=self)
        self.view = ListView(self.model, "clean_up")
        self.view.setSortingEnabled(False)
        self.view.setAccessibleName(_("Cases that fall due"))
        self._lay_out()
        self._tell()
        room = self.screen().availableGeometry()
        wide = max(960, _CHARACTERS * self.fontMetrics().averageCharWidth())
        self.resize(min(wide, room.width() - 32), min(680, room.height() - 64))

    def _lay_out(self) -> None:
        self._summary = label("", "label")
        self._consents = label("")
        self._preview = label("")
        self._last = label("", "muted")
        self._state = label("", "muted")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Erasing"))
        self.progress.hide()
        self.stop_button = button(_("S&top"), "link")
        self.stop_button.clicked.connect(self.stop)
        self.stop_button.hide()
        self.erase_button = button(_("&Erase…"), "danger")
        self.erase_button.clicked.connect(self.erase)
        self.close_button = button(_("Close"))
        self.close_button.clicked.connect(self.close)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 24, 24, 16)
        inside.setSpacing(12)
        inside.addWidget(label(_("Clean-up"), "heading"))
        inside.addWidget(self._intro())
        inside.addWidget(self._last)
        inside.addWidget(self._summary)
        inside.addWidget(self.view, 1)
        inside.addWidget(self._preview)
        inside.addWidget(self._consents)
        under = QHBoxLayout()
        under.setSpacing(12)
        for widget, stretch in ((self._state, 1), (self.progress, 0), (self.stop_button, 0)):
            under.addWidget(widget, stretch)
        inside.addLayout(under)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(line())
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 12, 24, 16)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.erase_button)
        return buttons

    def _intro(self) -> QWidget:
        kept = (
            ngettext("{kind}: {count} year", "{kind}: {count} years", years).format(
                kind=kind_words(kind), count=years
            )
            for kind, years in retention_years(self._vault).items()
        )
        text = _(
            "The register holds personal data itself, and keeps them no longer than needed"
            " (art. 5(1)(e)). Cases are kept for some years after they were closed: {years}."
            " The archive keeps what the law says shall be kept."
        )
        return label(text.format(years=", ".join(kept)))

    def _tell(self) -> None:
        """Say how many fall due, how many of them go, and what is left of those."""
        due, free = self.model.count.rows, due_count(self._vault, free=True)
        text = ngettext("{count} case falls due.", "{count} cases fall due.", due)
        stays = ngettext("{count} is held back.", "{count} are held back.", due - free)
        said = text.format(count=due)
        self._summary.setText(f"{said} {stays.format(count=due - free)}" if due > free else said)
        self._preview.setText(
            _(
                "What goes: names, addresses, numbers, wording, notes, file names, archive number"
                " and titles, and who has worked on the case. What stays: case number, dates,"
                " deadlines, channel, result and exceptions used, for the statistics."
            )
        )
        self._proof = proof.due(self._vault)
        self._consents.setText(due_words(self._proof, proof.proof_years(self._vault)))
        last = last_clean_up(self._vault)
        never = _("There has been no clean-up yet.")
        text = _("The last clean-up was on {day}.")
        self._last.setText(text.format(day=long_date(last)) if last else never)
        self.erase_button.setText(
            ngettext("&Erase {count} case…", "&Erase {count} cases…", free).format(count=free)
            if free
            else _("&Delete the old consents…")
            if self._proof.free
            else _("Note the clean-up as done")
        )

    # Erasing

    def erase(self) -> None:
        """Ask, then erase what nothing holds back; with nothing to erase only note the day."""
        ids = free_ids(self._vault)
        old = self._proof.free
        if (ids or old) and not self._sure(len(ids), len(old)):
            return
        self._total = len(ids) + len(old)
        self._waiting = chain(ids, map(Proof, old))
        self._done.clear()
        self._proof_gone.clear()
        self._gone_through, self._at_once = 0, 1
        self.progress.setRange(0, max(1, self._total))
        self.progress.setValue(0)
        self.progress.show()
        self.stop_button.show()
        self.erase_button.setEnabled(False)
        self._state.setText(_("Erasing …"))
        self._timer.start()

    def _sure(self, count: int, old: int) -> bool:
        if not count:
            return self._sure_of_proof(old)
        title = ngettext("Erase {count} case for good?", "Erase {count} cases for good?", count)
        text = _(
            "Names and texts are taken out of the register and cannot be brought back, not even"
            " from a backup: it is done again after a restore. Make sure that the archive has"
            " what it shall have."
        )
        deed = ngettext("Erase {count} case", "Erase {count} cases", count)
        return notices.ask(
            self, title.format(count=count), text, deed.format(count=count), dangerous=True
        )

    def _sure_of_proof(self, old: int) -> bool:
        text = _(
            "Who answered what is deleted from the register, and cannot be brought back. How many"
            " there were stays with the form. Make sure that the archive has what it shall have."
        )
        title = ngettext(
            "Delete {count} consent for good?", "Delete {count} consents for good?", old
        )
        deed = ngettext("Delete {count} consent", "Delete {count} consents", old)
        return notices.ask(
            self, title.format(count=old), text, deed.format(count=old), dangerous=True
        )

    def stop(self) -> None:
        """Erase no more; what is erased stays erased."""
        if self._waiting is not None:
            self._end()

    def _on_turn(self) -> None:
        if self._waiting is None:
            return
        some = list(islice(self._waiting, self._at_once))
        if not some:
            self._end()
            return
        started = time.perf_counter()
        try:
            cases = [one for one in some if not isinstance(one, Proof)]
            if cases:
                self._done += anonymise_cases(self._vault, cases).ids
            if old := [one.id for one in some if isinstance(one, Proof)]:
                self._proof_gone += proof.delete_proof(self._vault, old)
        except AppError as error:
            self._end(error)
            return
        self._gone_through += len(some)
        self.progress.setValue(self._gone_through)
        quick = time.perf_counter() - started < _TURN  # a slow disk gets fewer at a time
        self._at_once = min(_MOST, 2 * self._at_once) if quick else max(1, self._at_once // 2)

    def _end(self, failed: AppError | None = None) -> None:
        self._timer.stop()
        self._waiting = None
        count = len(self._done)
        try:
            if self._proof_gone:
                proof.note_deleted(self._vault, self._proof_gone)
            finish_clean_up(self._vault, count, whole=self._gone_through >= self._total)
        except AppError as error:  # what is erased stays erased, and can be gone on with
            failed = failed or error
        self.progress.hide()
        self.stop_button.hide()
        self.erase_button.setEnabled(True)
        text = ngettext("{count} case is erased.", "{count} cases are erased.", count)
        said = text.format(count=count) if self._total else _("The clean-up is noted.")
        if failed and not self._total:
            said = ""
        elif self._proof_gone:
            said = gone_words(said if count else "", self._proof_gone.total())
        if self._gone_through < self._total and not (failed and not self._total):
            said += " " + _("It was stopped before the end.")
        self._state.setText(said)
        announce(self, said)
        say(self, said)
        kinds = frozenset({Kind.CASE, Kind.CONSENT, Kind.SETTINGS})
        bus.tell(Change(kinds=kinds, ids=tuple(self._done)), self)
        self.model.refresh()
        self._tell()
        self.finished_erasing.emit(count)
        if failed:
            notices.error(self, failed)

    def reject(self) -> None:
        super().reject()
        self.close()  # Escape frees the dialog too

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._waiting is not None:
            self._end()
        super().closeEvent(event)


def tell_what_came_back(window: Any, vault: Vault) -> None:
    """Erase again what came with an older copy of the file; ``window`` has ``say``."""
    if again := catch_up(vault):
        change, text = again
        bus.tell(change, window)
        window.say(text, tone="warning")
