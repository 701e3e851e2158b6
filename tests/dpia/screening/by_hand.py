"""Answers, views and decisions as a person gives them."""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.dpia.codes import Advice
from gdpr_desktop.dpia.screening.model import Need, NeedView, ScreeningAnswers
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries import service as record
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import EntryId
from gdpr_desktop.vault import Vault

TODAY = date(2026, 11, 20)
TWO = ScreeningAnswers(criteria=("monitoring", "vulnerable"))
YES = Need(
    needed=True,
    why="",
    name="Kari Leiar",
    role="Einingsleiar",
    decided_on=TODAY,
    advice=Advice.NOT,  # the service sets what the answers give
)
NO = replace(YES, needed=False, why="Ingen teikn på høg risiko.", look_again_on=date(2027, 11, 20))
VIEW = NeedView(needed=True, why="To teikn er med.", name="Solveig Testnes", given_on=TODAY)


def activity(vault: Vault, **parts: Any) -> EntryId:
    """An activity in the record."""
    content = Activity(name=Bilingual(nn="Digitalt tilsyn", nb="Digitalt tilsyn"), **parts)
    return EntryId(record.add_entry(vault, content).id)


def said(vault: Vault, entry_id: EntryId) -> Any:
    """What the record says of an assessment of the activity."""
    return entries.entry(vault.db, entry_id).content.dpia
