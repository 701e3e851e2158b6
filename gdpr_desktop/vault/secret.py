"""Key material that never shows itself in a log, a traceback or a debugger's list of locals."""

import hmac
import secrets


class Secret:
    """Bytes that must be asked for: ``reveal()``."""

    __slots__ = ("_value",)

    def __init__(self, value: bytes) -> None:
        self._value = value

    @classmethod
    def new(cls) -> "Secret":
        """32 random bytes."""
        return cls(secrets.token_bytes(32))

    def reveal(self) -> bytes:
        """The bytes themselves; keep them no longer than one call."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(…)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and hmac.compare_digest(self._value, other._value)

    __hash__ = None  # type: ignore[assignment]  # a secret is no key of a dict

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError("a secret is never stored or sent")
