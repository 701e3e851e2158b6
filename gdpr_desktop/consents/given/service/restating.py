"""Brings what lists know of young people's consents in step with the municipality's choice."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from gdpr_desktop.consents.ages import YouthRule
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.service.base import write
from gdpr_desktop.consents.renewal.dates import birthday
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.vault import Vault


def restate_youth(vault: Vault, before: Iterable[YouthRule], after: Iterable[YouthRule]) -> Change:
    """After the choice was changed: judge anew what was answered since the day it differs from.

    Only those who were under age then are looked at.
    """
    since = _since(before, after)
    with vault.begin(Deed.CHANGE_SETTINGS) as work:
        known: dict[CaseId, Form] = {}
        for one in () if since is None else store.of_youth(work.db, since, _under_age(since)):
            if one.form_id not in known:
                known[one.form_id] = forms.form(work.db, one.form_id)
            write(work, one, known[one.form_id])
    return work.change


def restates_many(db: Any, before: Iterable[YouthRule], after: Iterable[YouthRule]) -> bool:
    """Are there more than a window should wait for?"""
    since = _since(before, after)
    return since is not None and store.many_of_youth(db, since, _under_age(since))


def _since(before: Iterable[YouthRule], after: Iterable[YouthRule]) -> date | None:
    """The first day on which the choice differs."""
    return min((one.start for one in {*before} ^ {*after}), default=None)


def _under_age(day: date) -> date:
    """Who is born after this day was under age on ``day``."""
    years = rules_on(day).ages.adult
    born = birthday(day, -years)
    assert born is not None, "years ago there was such a day"
    return born
