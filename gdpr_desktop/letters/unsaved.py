"""The wording that somebody was writing when the register was locked, or the machine stopped.

One per user, kept among the settings: a template holds no personal data. Upkeep: not journalled.
"""

from dataclasses import dataclass
from typing import Any

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.vault import Vault, settings

_KEY = "unsaved_wordings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """A text that is not in use yet."""

    template: str
    language: Language
    text: str


def keep(vault: Vault, unsaved: Unsaved) -> None:
    """Keep it in place of what this user had. Raises ``VaultError``, ``RefusedError``."""
    value = {
        "template": unsaved.template,
        "language": unsaved.language.value,
        "text": unsaved.text.encode("utf-8", "replace").decode(),  # half characters cannot be kept
    }
    _write(vault, _all(vault) | {str(vault.actor.user_id): value})


def kept(vault: Vault) -> Unsaved | None:
    """What this user had not saved."""
    found = _all(vault).get(str(vault.actor.user_id))
    if found is None:
        return None
    return Unsaved(
        template=found["template"], language=Language(found["language"]), text=found["text"]
    )


def drop(vault: Vault) -> None:
    """It is saved, or not wanted."""
    others, own = _all(vault), str(vault.actor.user_id)
    if own in others and not vault.read_only:
        del others[own]
        _write(vault, others)


def _all(vault: Vault) -> dict[str, Any]:
    found: dict[str, Any] = vault.setting(_KEY, {})
    return found


def _write(vault: Vault, values: dict[str, Any]) -> None:
    with vault.begin_upkeep() as work:
        settings.write(work.db, _KEY, values)
