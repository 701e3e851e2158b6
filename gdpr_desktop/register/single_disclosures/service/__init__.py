"""Deeds on single disclosures, one verb each."""

from gdpr_desktop.register.single_disclosures.service.answering import (
    close_disclosure,
    note_answer,
    note_informing,
    reopen_disclosure,
)
from gdpr_desktop.register.single_disclosures.service.base import read_disclosure
from gdpr_desktop.register.single_disclosures.service.deciding import (
    assess,
    note_advice,
    note_decision,
)
from gdpr_desktop.register.single_disclosures.service.intake import (
    ask_in_writing,
    change_intake,
    note_came_in_writing,
    note_officer_told,
    note_opened,
    register_disclosure,
)

__all__ = [
    "ask_in_writing",
    "assess",
    "change_intake",
    "close_disclosure",
    "note_advice",
    "note_answer",
    "note_came_in_writing",
    "note_decision",
    "note_informing",
    "note_officer_told",
    "note_opened",
    "read_disclosure",
    "register_disclosure",
    "reopen_disclosure",
]
