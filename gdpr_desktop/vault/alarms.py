"""What must be told after unlocking, as codes; the words are made when shown."""

from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.core.text import _


class Alarm(StrEnum):
    """Something about the file that does not stop the work but must be seen."""

    INTERRUPTED = "interrupted"
    ROLLED_BACK = "rolled_back"
    NEW_MACHINE = "new_machine"
    DISK_FULL = "disk_full"
    CLOCK_BACK = "clock_back"
    LOCK_BROKEN = "lock_broken"
    JOURNAL_ALTERED = "journal_altered"  # these are «journal_» and a ``FaultKind``
    JOURNAL_REMOVED = "journal_removed"
    JOURNAL_INSERTED = "journal_inserted"
    JOURNAL_FORGED = "journal_forged"
    JOURNAL_UNSIGNED = "journal_unsigned"
    JOURNAL_KEY = "journal_key"
    JOURNAL_CUT = "journal_cut"
    JOURNAL_REWRITTEN = "journal_rewritten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An alarm, and which entries of the journal it is about; 0: none in particular."""

    alarm: Alarm
    first: int = 0
    last: int = 0

    @property
    def of_journal(self) -> bool:
        """Is it about the journal: what only an officer can say «seen» to?"""
        return self.alarm.value.startswith("journal_")


def finding_words(finding: Finding) -> str:
    """The sentence for ``finding``, and where in the journal it is."""
    sentence = alarm_words(finding.alarm)
    if not finding.first:
        return sentence
    if finding.last > finding.first:
        where = _("It is about no. {first} to {last}.")
    else:
        where = _("It is about no. {first}.")
    return f"{sentence} " + where.format(first=finding.first, last=finding.last)


def alarm_words(alarm: Alarm) -> str:
    """The sentence for ``alarm``."""
    if alarm in _JOURNAL:
        return _journal_words(alarm)
    words = {
        Alarm.INTERRUPTED: _("The last session was cut short. Everything that was saved is there."),
        Alarm.ROLLED_BACK: _(
            "This file is older than the one last used on this machine. "
            "Someone may have put an older copy back."
        ),
        Alarm.NEW_MACHINE: _(
            "The register has not been used on this machine before, so it cannot be seen here "
            "whether this is the newest file."
        ),
        Alarm.DISK_FULL: _(
            "The disk is full, so the register is open for reading only. "
            "Make room, and it can be saved in again."
        ),
        Alarm.CLOCK_BACK: _(
            "The clock of this machine is behind the last entry in the register. "
            "Check the date before you register anything."
        ),
        Alarm.LOCK_BROKEN: _("The register was opened although another had it locked."),
    }
    return words[alarm]


_JOURNAL = frozenset(alarm for alarm in Alarm if alarm.value.startswith("journal_"))


def _journal_words(alarm: Alarm) -> str:
    words = {
        Alarm.JOURNAL_ALTERED: _("Entries in the journal were changed after they were written."),
        Alarm.JOURNAL_REMOVED: _("Entries have been removed from the middle of the journal."),
        Alarm.JOURNAL_INSERTED: _("An entry has been put into the journal from outside."),
        Alarm.JOURNAL_FORGED: _("Entries have been added to the journal from outside."),
        Alarm.JOURNAL_UNSIGNED: _(
            "The seal that shows that the journal is genuine has been removed."
        ),
        Alarm.JOURNAL_KEY: _("The key that shows that the journal is genuine is gone."),
        Alarm.JOURNAL_CUT: _("The end of the journal has been cut off."),
        Alarm.JOURNAL_REWRITTEN: _(
            "The journal has been written anew: it is not the one that was seen before."
        ),
    }
    return words[alarm]
