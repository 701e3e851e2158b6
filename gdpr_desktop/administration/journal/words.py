"""An entry of the journal in words: when, what, and the detail."""

from collections.abc import Callable, Mapping
from typing import Any

from gdpr_desktop.administration.journal.codes import text_of
from gdpr_desktop.administration.journal.model import Entry
from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.roles import Role
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.vault import Alarm, Finding, finding_words

_ROLES = {
    Role.OFFICER: N_("data protection officer"),
    Role.CASEWORKER: N_("caseworker"),
    Role.ARCHIVIST: N_("archivist"),
    Role.MANAGER: N_("manager"),
}
_KEYS = {
    "municipality": N_("the municipality"),
    "letterhead": N_("the letterhead"),
    "form_links": N_("the addresses of the forms"),
    "dpia_scale": N_("the scale of the risks"),
}


def when_words(entry: Entry) -> str:
    """``03.02.2026 12:00:05``: of one width, so that a column can be read down."""
    return f"{entry.at.astimezone(OSLO):%d.%m.%Y %H:%M:%S}" if entry.at else ""


def deed_words(entry: Entry) -> str:
    """What was done."""
    return _("This entry is missing") if entry.missing else _(text_of(entry.deed))


def detail_words(entry: Entry, names: Mapping[int, str]) -> str:
    """The detail in words; ``names`` are those of the users."""
    detail = entry.detail
    if entry.deed in ("journal_fault_found", "journal_fault_accepted"):
        return _fault_words(detail)
    parts = [
        words(detail[key], names) for key, words in _DETAILS.items() if detail.get(key) is not None
    ]
    return " · ".join(part for part in parts if part)


def _fault_words(detail: Mapping[str, Any]) -> str:
    try:
        alarm = Alarm(f"journal_{detail['fault']}")
        return finding_words(Finding(alarm=alarm, first=detail["first"], last=detail["last"]))
    except (KeyError, ValueError, TypeError):
        return ""


def _user(value: Any, names: Mapping[int, str]) -> str:
    return names.get(value, str(value)) if isinstance(value, int) else str(value)


def _role(value: Any, _names: Mapping[int, str]) -> str:
    return _(_ROLES[Role(value)]) if value in list(Role) else str(value)


def _setting(value: Any, _names: Mapping[int, str]) -> str:
    return _(_KEYS[value]) if value in _KEYS else str(value)


def _alarms(value: Any, _names: Mapping[int, str]) -> str:
    known = [Alarm(code) for code in value if code in list(Alarm)]
    return " ".join(finding_words(Finding(alarm=alarm)) for alarm in known)


def _cases(value: Any, _names: Mapping[int, str]) -> str:
    return _("cases: {count}").format(count=value)


def _entries(value: Any, _names: Mapping[int, str]) -> str:
    return _("entries: {count}").format(count=value)


def _faults(value: Any, _names: Mapping[int, str]) -> str:
    return _("faults: {count}").format(count=value)


def _attempts(value: Any, _names: Mapping[int, str]) -> str:
    return _("attempts: {count}").format(count=value)


def _older(value: Any, _names: Mapping[int, str]) -> str:
    return _("the file ended with no. {number}").format(number=value)


def _newer(value: Any, _names: Mapping[int, str]) -> str:
    return _("last used here with no. {number}").format(number=value)


_DETAILS: dict[str, Callable[[Any, Mapping[int, str]], str]] = {
    "key": _setting,
    "user": _user,
    "role": _role,
    "alarms": _alarms,
    "template": _user,
    "cases": _cases,
    "entries": _entries,
    "faults": _faults,
    "attempts": _attempts,
    "file": _older,
    "seen": _newer,
}
