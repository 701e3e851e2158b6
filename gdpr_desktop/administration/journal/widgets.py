"""The filter over the list, the check with its progress, and what watches after unlocking."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.administration.journal import lists
from gdpr_desktop.administration.journal.codes import KINDS
from gdpr_desktop.administration.journal.model import Entry, JournalFilter
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui import notice_bar, notices
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.ui.labels import button, label, restyle
from gdpr_desktop.ui.list_model import Count
from gdpr_desktop.ui.slices import Slices
from gdpr_desktop.vault import finding_words, verification

if TYPE_CHECKING:
    from gdpr_desktop.core.errors import AppError
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.verification import Progress, Verdict

_PAUSE = 30  # milliseconds between two slices in the background
_SETTLE = 1500  # milliseconds after unlocking


class JournalSource:
    """What ``chosen`` matches, newest first: the only order there is."""

    def __init__(self, db: Any) -> None:
        self._db = db
        self._chosen = JournalFilter()
        self._found: lists.Found | None = None

    @property
    def chosen(self) -> JournalFilter:
        """What is shown."""
        return self._chosen

    def choose(self, chosen: JournalFilter) -> None:
        """Show something else; the model is then to be refreshed."""
        self._chosen = chosen

    def count(self) -> Count:
        """Asked anew at each refresh."""
        self._found = lists.find(self._db, self._chosen)
        return Count(self._found.rows, self._found.more)

    def page(self, offset: int, limit: int) -> tuple[Entry, ...]:
        """Entries from ``offset``."""
        if self._found is None:
            self.count()
        assert self._found is not None
        return self._found.page(offset, limit)

    def sort(self, key: str, descending: bool) -> None:
        """Never asked for: no column has a key."""


class FilterBar(QWidget):
    """User, kind, case number, from and to, in any combination."""

    chosen = Signal(object)  # JournalFilter

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        users = tuple(lists.names(vault.db).items())
        self.user = Choice(users, empty=_("All users"))
        kinds = ((what, _(text)) for what, text in KINDS.items())
        self.what = Choice(kinds, empty=_("Everything"))
        self.case = QLineEdit()
        self.case.setMaxLength(40)
        self.case.setPlaceholderText(_("2026-0001"))
        self.since, self.until = DateField(vault.clock), DateField(vault.clock)
        self._case_row = FieldRow(_("C&ase number"), self.case)
        self.clear_button = button(_("Show everything"), "link")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(FieldRow(_("&User"), self.user), 0, 0)
        grid.addWidget(FieldRow(_("&What"), self.what), 0, 1)
        grid.addWidget(self._case_row, 0, 2)
        grid.addWidget(FieldRow(_("&From"), self.since), 1, 0)
        grid.addWidget(FieldRow(_("&To"), self.until), 1, 1)
        corner = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        grid.addWidget(self.clear_button, 1, 2, corner)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self.user.value_changed.connect(self._on_changed)
        self.what.value_changed.connect(self._on_changed)
        self.case.editingFinished.connect(self._on_changed)
        self.since.date_changed.connect(self._on_changed)
        self.until.date_changed.connect(self._on_changed)
        self.clear_button.clicked.connect(self.clear)

    def value(self) -> JournalFilter:
        """What is chosen; a case number that nobody has matches nothing."""
        number = self.case.text().strip()
        case_id = lists.case_of(self._vault.db, number) if number else None
        unknown = bool(number) and case_id is None
        self._case_row.show_problem(_("No case has this number.") if unknown else "")
        return JournalFilter(
            user=self.user.value(),
            what=self.what.value(),
            case_id=0 if unknown else case_id,
            since=self.since.date(),
            until=self.until.date(),
        )

    def show_case(self, number: str) -> None:
        """Only what was done on one case."""
        self.case.setText(number)
        self._on_changed()

    def clear(self) -> None:
        """Leave nothing out."""
        for choice in (self.user, self.what):
            was = choice.blockSignals(True)
            choice.set_value(None)
            choice.blockSignals(was)
        self.case.clear()
        for field in (self.since, self.until):
            was = field.blockSignals(True)
            field.set_date(None)
            field.blockSignals(was)
        self._on_changed()

    def _on_changed(self) -> None:
        self.chosen.emit(self.value())


class CheckPanel(QWidget):
    """«Kontroller heile journalen»: progress, verdict, and when it was last done."""

    checked = Signal()

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._slices: Slices | None = None
        self._text = label("", "muted")
        self.verdict = label("")
        self.verdict.hide()
        self.start_button = button(_("&Check the whole journal"))
        self.start_button.clicked.connect(self.start)
        self.cancel_button = button(_("Stop the check"))
        self.cancel_button.clicked.connect(self.stop)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(160)
        self._progress.setAccessibleName(_("Checking the journal"))
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self.verdict)
        texts.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(texts, 1)
        for widget in (self._progress, self.cancel_button, self.start_button):
            row.addWidget(widget)
        self._show_state()

    def start(self) -> None:
        """Check from the first entry to the last."""
        run = verification.verify_slices(self._vault, full=True, asked=True)
        self._slices = Slices(run, self)
        self._slices.progressed.connect(self._on_progressed)
        self._slices.ended.connect(self._on_ended)
        self._slices.failed.connect(self._on_failed)
        self.verdict.hide()
        self._show_state()
        self._slices.start()
        self._show_state()

    def stop(self) -> None:
        """Stop a check; what it found is found again by the next."""
        self.abandon()
        self._show_state()

    def abandon(self) -> None:
        """Stop, and show nothing: the dialog closes, or the register is closed already."""
        if self._slices is not None:
            self._slices.cancel()
            self._slices = None

    def _show_state(self) -> None:
        running = self._slices is not None
        self._progress.setVisible(running)
        self.cancel_button.setVisible(running)
        self.start_button.setVisible(not running)
        last = verification.last_full_check(self._vault.db)
        if last is None:
            text = _("The whole journal has not been checked yet.")
        else:
            text = _("The whole journal was last checked {time}.").format(time=long_instant(last))
        anchor = self._vault.opened.anchor.read()
        if anchor is not None:
            seen = _("Last seen on this machine: no. {number}, {time}.")
            seen = seen.format(number=anchor.seq, time=long_instant(anchor.at))
            text = f"{text} {seen}"
        self._text.setText(text)

    def _on_progressed(self, progress: "Progress") -> None:
        self._progress.setRange(0, progress.total)
        self._progress.setValue(progress.done)

    def _on_ended(self, verdict: "Verdict") -> None:
        self._slices = None
        self.verdict.setText(verdict_words(verdict))
        self.verdict.setProperty("role", "problem" if verdict.faults else "ok")
        restyle(self.verdict)
        self.verdict.show()
        self._show_state()
        self.checked.emit()

    def _on_failed(self, error: "AppError") -> None:
        self._slices = None
        self._show_state()
        notices.error(self, error)


def verdict_words(verdict: "Verdict") -> str:
    """What a check of the whole came to."""
    count = Count(verdict.checked).words()
    if not verdict.faults:
        return ngettext(
            "{count} entry was checked. The journal is as it was written.",
            "{count} entries were checked. The journal is as it was written.",
            verdict.checked,
        ).format(count=count)
    return " ".join(finding_words(verification.finding_of(fault)) for fault in verdict.faults)


class JournalWatch(QObject):
    """After unlocking: tells officers what is wrong, and checks what there was no time for.

    Lives until the register is closed. ``window`` has ``say`` and a ``notice_bar``.
    """

    def __init__(self, window: Any, vault: "Vault") -> None:
        super().__init__(window)
        self._window, self._vault = window, vault
        self._reads = scope(vault.actor.role, Deed.READ_JOURNAL) is not None
        self._full = False
        self._slices: Slices | None = None
        bus.journal_wanted.connect(self._on_journal_wanted)
        if self._reads and verification.told_faults(vault.db):
            self._tell()
        QTimer.singleShot(_SETTLE, self, self._begin)

    def _tell(self) -> None:
        from gdpr_desktop.administration.journal.dialogs import FaultsDialog

        FaultsDialog(self._window, self._vault).open()

    def _begin(self) -> None:
        if not self._vault.is_open:
            self.deleteLater()
            return
        self._full = verification.is_full_check_due(self._vault) and not self._vault.read_only
        if not self._full and not self._vault.unverified:
            return
        run = verification.verify_slices(self._vault, full=self._full)
        self._slices = Slices(_while_open(self._vault, run), self, pause=_PAUSE)
        self._slices.ended.connect(self._on_ended)
        self._slices.failed.connect(self._on_failed)
        self._slices.start()

    def _on_ended(self, verdict: "Verdict | None") -> None:
        if verdict is None:
            self.deleteLater()
        elif verdict.fresh:
            self._say_faults(verdict)
        elif self._full:
            notice_bar.say_gently(self._window, verdict_words(verdict))

    def _say_faults(self, verdict: "Verdict") -> None:
        notice_bar.say(self._window, verdict_words(verdict), tone="danger")
        if self._reads:
            self._tell()

    def _on_failed(self, error: "AppError") -> None:
        notice_bar.say(self._window, str(error), tone="danger")

    def _on_journal_wanted(self, case_id: int) -> None:
        if not self._vault.is_open or not self._reads:
            return
        from gdpr_desktop.administration.journal.dialogs import JournalDialog

        number = lists.number_of(self._vault.db, case_id)
        JournalDialog(self._window, self._vault, case_number=number).open()


def _while_open(vault: "Vault", run: Any) -> Any:
    """The slices of ``run`` until the register is closed; then None."""
    while vault.is_open:
        try:
            yield next(run)
        except StopIteration as end:
            return end.value
    run.close()
    return None
