"""A postal address as it stands on an envelope."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PostalAddress:
    """Street lines, four-digit postal code and place; ``country`` only when not Norway."""

    street: str = ""  # may hold several lines
    postal_code: str = ""
    city: str = ""
    country: str = ""

    def lines(self) -> tuple[str, ...]:
        """The lines to print under the name, empty ones left out."""
        place = f"{self.postal_code} {self.city}".strip()
        return tuple(line for line in (*self.street.splitlines(), place, self.country) if line)

    def __bool__(self) -> bool:
        return bool(self.lines())
