"""What is left to do before a new register is ready for use."""

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from gdpr_desktop.breaches.notifying.readiness_words import readiness_words
from gdpr_desktop.breaches.notifying.settings import notifiers, readiness
from gdpr_desktop.casework import settings
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.history import has_happened

_DISMISSED = "getting_started_dismissed"
_BACKED_UP = ("backup_folder_chosen", "backup_made")  # one made by itself lies on the same disk


class Task(StrEnum):
    """One thing to get in order. Not all need it, but all should know of it."""

    CONTACT = "contact"
    LETTERHEAD = "letterhead"
    DECIDERS = "deciders"
    NOTIFIERS = "notifiers"
    BACKUP = "backup"
    RECOVERY = "recovery"


TOOLS = {
    Task.CONTACT: "settings:people",
    Task.LETTERHEAD: "settings:letters",
    Task.DECIDERS: "settings:deciders",
    Task.NOTIFIERS: "settings:notifiers",
    Task.BACKUP: "backups",
    Task.RECOVERY: "users",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A task and whether it is done."""

    task: Task
    done: bool


def getting_started(vault: Vault) -> tuple[Start, ...]:
    """The list; empty for who cannot do anything about it, in the demo, and when all is done."""
    if scope(vault.actor.role, Deed.CHANGE_SETTINGS) is None or vault.read_only:
        return ()
    if vault.setting(_DISMISSED, False) or vault.setting("demo"):
        return ()
    officer = vault.municipality().officer
    done = {
        Task.CONTACT: bool(officer.phone and officer.email),
        Task.LETTERHEAD: vault.letterhead() is not None,
        Task.DECIDERS: bool(settings.deciders(vault)),
        Task.NOTIFIERS: bool(notifiers(vault)),
        Task.BACKUP: all(map(partial(has_happened, vault), _BACKED_UP)),
        Task.RECOVERY: has_happened(vault, "recovery_key_made"),
    }
    if all(done.values()):
        return ()
    return tuple(Start(task=task, done=done[task]) for task in Task)


def notifiers_words(vault: Vault) -> str:
    """What hinders a notification to the authority, for who can do something about it."""
    if scope(vault.actor.role, Deed.CHANGE_SETTINGS) is None or vault.read_only:
        return ""
    if vault.setting("demo"):
        return ""
    found = readiness(notifiers(vault), vault.clock.today())
    return readiness_words(found[0]) if found else ""


def dismiss(vault: Vault) -> Change:
    """Show the list no more."""
    return vault.save_setting(_DISMISSED, True)


def task_words(task: Task) -> tuple[str, str, str]:
    """What it is, why, and what the button says."""
    return {
        Task.CONTACT: (
            _("The officer's phone and e-mail"),
            _("Letters tell people whom they can ask."),
            _("Fill in"),
        ),
        Task.LETTERHEAD: (
            _("The municipality's letterhead"),
            _("Without it, letters have a plain one with the name."),
            _("Choose"),
        ),
        Task.DECIDERS: (
            _("Those who may decide"),
            _("The officer advises, and cannot decide."),
            _("Fill in"),
        ),
        Task.NOTIFIERS: (
            _("Those who notify the authority of a breach"),
            _("They need a role in Altinn, and somebody who stands in for them."),
            _("Fill in"),
        ),
        Task.BACKUP: (
            _("The first backup"),
            _("In another place than this machine."),
            _("Back up"),
        ),
        Task.RECOVERY: (
            _("A recovery key on paper"),
            _("Without it, a forgotten password locks the register for good."),
            _("Make the key"),
        ),
    }[task]
