"""A starting point, as it stands in the list."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """``id`` is kept in the activity that is made from it. The words are in one language."""

    id: str
    sector: str  # its heading
    name: str
    description: str
    keywords: str  # what it is found by besides its name
