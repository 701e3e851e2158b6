"""Roles and the recovery key in words."""

from datetime import datetime

from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.dates import long_date, long_instant, short_date
from gdpr_desktop.core.roles import Role
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.vault.attempts import Attempts
from gdpr_desktop.vault.recovery import RecoveryState


def role_words(role: Role) -> str:
    """What the role is called."""
    return {
        Role.OFFICER: _("Data protection officer"),
        Role.CASEWORKER: _("Caseworker"),
        Role.ARCHIVIST: _("Archivist"),
        Role.MANAGER: _("Manager"),
    }[role]


def role_help(role: Role) -> str:
    """What the role can do, in a sentence."""
    return {
        Role.OFFICER: _("Sees and does everything, also private notes, users and settings."),
        Role.CASEWORKER: _("Sees and works on the cases they have been assigned or registered."),
        Role.ARCHIVIST: _("Sees all cases, registers what comes in and files what goes out."),
        Role.MANAGER: _("Sees all cases and notes decisions, but does not work on them."),
    }[role]


def day_words(at: datetime | None) -> str:
    """A day, or «never»."""
    return long_date(local_date(at)) if at else _("never")


def short_day_words(at: datetime | None) -> str:
    """A day in figures, or «never»: for lists."""
    return short_date(local_date(at)) if at else _("never")


def recovery_words(state: RecoveryState | None) -> str:
    """What there is to say about the recovery key."""
    if state is None:
        return _(
            "No recovery key has been made. If the last officer forgets the password, "
            "nobody can open the register any more."
        )
    made = _("The recovery key was made {day} by {name}.").format(
        day=day_words(state.made_at), name=state.made_by
    )
    if state.used_at:
        used = _("It was used {day}. Make a new one now.").format(day=day_words(state.used_at))
        return f"{made} {used}"
    if state.doubted:
        doubted = _("Someone who is no longer an officer may know it. Make a new one now.")
        return f"{made} {doubted}"
    return made


def attempts_words(attempts: Attempts) -> str:
    """Wrong passwords since the last unlock; empty when there were none."""
    if not attempts.count or attempts.last is None:
        return ""
    text = ngettext(
        "{count} wrong password since the register was last opened on this machine, at {time}. "
        "If it was not you, tell the data protection officer.",
        "{count} wrong passwords since the register was last opened on this machine, "
        "the last at {time}. If it was not you, tell the data protection officer.",
        attempts.count,
    )
    return text.format(count=attempts.count, time=long_instant(attempts.last))
