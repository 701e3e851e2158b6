"""How long the register keeps its own cases, and how they are anonymised (art. 5(1)(e))."""

from gdpr_desktop.casework.retention.model import CaseAnonymised, HeldBack, Kept, Years
from gdpr_desktop.casework.retention.service import (
    anonymise_case,
    anonymise_cases,
    catch_up,
    clean_up_due,
    erase_again,
    erased_ids,
    erased_in,
    finish_clean_up,
    reapply_erasures,
    retention_years,
)

__all__ = [
    "CaseAnonymised",
    "HeldBack",
    "Kept",
    "Years",
    "anonymise_case",
    "anonymise_cases",
    "catch_up",
    "clean_up_due",
    "erase_again",
    "erased_ids",
    "erased_in",
    "finish_clean_up",
    "reapply_erasures",
    "retention_years",
]
