"""What stands in the place of content that cannot be read: the rest of the record goes on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries.model import Entry, EntryDue, EntryKind, Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """Nothing is known but the kind and the name. It is never written back."""

    KIND: EntryKind
    name: str
    LINKS: Mapping[str, EntryKind] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The name in lists."""
        return self.name

    def findings(self) -> tuple[Finding, ...]:
        """That it cannot be read."""
        return (Finding(code="unreadable", severity=Severity.ERROR),)

    def dues(self) -> tuple[EntryDue, ...]:
        """Nothing can be done with it."""
        return ()

    def words(self) -> tuple[str, ...]:
        """Nothing to find it by."""
        return ()


def is_readable(entry: Entry) -> bool:
    """Is the content there?"""
    return not isinstance(entry.content, Unreadable)


def what_to_do() -> str:
    """For the person who meets an entry that cannot be read."""
    return _(
        "What is kept here is damaged and cannot be read. Restore the register from a backup that"
        " was made before it happened."
    )


def refusal(entry: Entry) -> AppError:
    """Nothing can be done with the entry."""
    return AppError(_("«{name}» cannot be read.").format(name=entry.name), hint=what_to_do())
