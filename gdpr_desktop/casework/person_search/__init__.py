"""One search for a person across everything in the register."""

from gdpr_desktop.casework.person_search.clues import Clue, ClueKind, clues_in
from gdpr_desktop.casework.person_search.model import (
    CaseFound,
    Elsewhere,
    Findings,
    Found,
    Group,
    Hit,
    Where,
)
from gdpr_desktop.casework.person_search.service import Search, note_search, note_statement, start
from gdpr_desktop.casework.person_search.sources import Source, Text, add_source

__all__ = [
    "CaseFound",
    "Clue",
    "ClueKind",
    "Elsewhere",
    "Findings",
    "Found",
    "Group",
    "Hit",
    "Search",
    "Source",
    "Text",
    "Where",
    "add_source",
    "clues_in",
    "note_search",
    "note_statement",
    "start",
]
