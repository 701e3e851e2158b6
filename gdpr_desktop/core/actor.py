"""Who is acting."""

from dataclasses import dataclass

from gdpr_desktop.core.ids import UserId
from gdpr_desktop.core.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A user in one session. ``name`` is both the name shown and the name typed to unlock."""

    user_id: UserId
    name: str
    role: Role
    session: str  # a random id, new at every unlock
