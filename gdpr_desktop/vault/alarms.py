"""What the officer is told after unlocking, as codes; the words are made when shown."""

from enum import StrEnum

from gdpr_desktop.core.text import _


class Alarm(StrEnum):
    """Something about the file that does not stop the work but must be seen."""

    INTERRUPTED = "interrupted"
    ROLLED_BACK = "rolled_back"
    JOURNAL_ALTERED = "journal_altered"
    CLOCK_BACK = "clock_back"
    LOCK_BROKEN = "lock_broken"


def alarm_words(alarm: Alarm) -> str:
    """The sentence for ``alarm``."""
    words = {
        Alarm.INTERRUPTED: _("The last session was cut short. Everything that was saved is there."),
        Alarm.ROLLED_BACK: _(
            "This file is older than the one last used on this machine. "
            "Someone may have put an older copy back."
        ),
        Alarm.JOURNAL_ALTERED: _(
            "The journal is not as it was written. Someone may have changed it."
        ),
        Alarm.CLOCK_BACK: _(
            "The clock of this machine is behind the last entry in the register. "
            "Check the date before you register anything."
        ),
        Alarm.LOCK_BROKEN: _("The register was opened although another had it locked."),
    }
    return words[alarm]
