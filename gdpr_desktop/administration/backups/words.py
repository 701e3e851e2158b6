"""The words for backups: when, why, how large, how it stands."""

from datetime import datetime, timedelta

from gdpr_desktop.core.clock import OSLO, Clock
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.vault.backup.folder import Found
from gdpr_desktop.vault.backup.format import Journal, Reason
from gdpr_desktop.vault.backup.keeping import Status
from gdpr_desktop.vault.backup.rehearsing import Rehearsal

_MEGABYTE = 1_000_000


def when(instant: datetime, clock: Clock) -> str:
    """``today at 16:05``, ``yesterday at 16:05`` or ``3. februar 2026 at 16:05``."""
    local = instant.astimezone(OSLO)
    time = f"{local:%H:%M}"
    if local.date() == clock.today():
        return _("today at {time}").format(time=time)
    if local.date() == clock.today() - timedelta(days=1):
        return _("yesterday at {time}").format(time=time)
    return _("{date} at {time}").format(date=long_date(local.date()), time=time)


def age(instant: datetime, clock: Clock) -> str:
    """``today``, ``1 day old``, ``12 days old``."""
    days = (clock.today() - instant.astimezone(OSLO).date()).days
    if days <= 0:
        return _("today")
    return ngettext("{number} day old", "{number} days old", days).format(number=days)


def size(count: int) -> str:
    """Bytes as megabytes, a comma between."""
    megabytes = count / _MEGABYTE
    return f"{megabytes:.1f} MB".replace(".", ",") if megabytes < 100 else f"{megabytes:.0f} MB"


def reason(code: Reason) -> str:
    """Why a backup was made."""
    words = {
        Reason.ASKED: _("Taken by hand"),
        Reason.CLOSING: _("When the program closed"),
        Reason.CATCHING_UP: _("By itself"),
        Reason.MIGRATION: _("Before a new version"),
        Reason.KEY_CHANGE: _("Before a change of users"),
        Reason.CLEAN_UP: _("Before a clean-up"),
    }
    return words[code]


def state(found: Found) -> str:
    """What is known of a file in the folder."""
    if found.manifest is None:
        return found.problem
    if found.manifest.journal is Journal.ALTERED:
        return _("Checked, but the journal was altered")
    return _("Checked")


def short(status: Status, clock: Clock) -> str:
    """For the status bar."""
    if status.failed:
        return _("The last backup failed")
    if status.folder_missing:
        return _("Backup: the disk is not there")
    if status.made is None:
        return _("No backup yet")
    return _("Last backup: {when}").format(when=when(status.made, clock))


def long(status: Status, clock: Clock) -> str:
    """For the dialog and for a notice."""
    if status.failed:
        why = status.failure or _("The program ended before it was done.")
        return " ".join((_("The last backup failed."), why))
    if status.folder_missing:
        return _("The folder for backups is not there. Plug in the disk, or choose another folder.")
    if status.made is None:
        return _("No backup has been made yet.")
    text = _("The last backup was made {when}.").format(when=when(status.made, clock))
    if status.overdue:
        return " ".join((text, _("That is more than a week ago.")))
    return text


def place_advice(status: Status, codes: tuple[str, ...]) -> str:
    """What speaks for another folder; ``codes`` as from ``place_warnings``."""
    if not status.folder_chosen or status.same_disk:
        return _(
            "This is the disk of the register itself. Choose a folder on another disk or a network "
            "drive: then the backups are not lost with the machine."
        )
    if "synced" in codes:
        return _(
            "This folder is synchronised to the internet. The backups are encrypted, but ask those "
            "who answer for IT before you keep them there."
        )
    if "removable" in codes:
        return _("Keep the disk locked up, and plug it in before you close the program.")
    return ""


def rehearsed(told: Rehearsal, clock: Clock) -> str:
    """What a rehearsal found."""
    cases = ngettext("{number} case", "{number} cases", told.cases).format(number=told.cases)
    seconds = ngettext("{number} second", "{number} seconds", round(told.seconds)).format(
        number=max(round(told.seconds), 1)
    )
    text = _("The backup from {when} can be restored. It has {cases}. It took {seconds}.").format(
        when=when(told.made, clock), cases=cases, seconds=seconds
    )
    if told.journal_whole:
        return " ".join((text, _("The journal is whole.")))
    return " ".join((text, _("But the journal in it is not as it was written.")))
