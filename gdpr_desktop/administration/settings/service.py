"""Reads the settings as one value, and saves what is new in it in one unit of work."""

from collections.abc import Iterable
from typing import Any

from gdpr_desktop.administration.settings.model import (
    SettingsValue,
    decider_problems,
    notifier_problems,
    range_problems,
)
from gdpr_desktop.breaches.notifying.settings import NOTIFIERS, notifiers
from gdpr_desktop.casework import settings
from gdpr_desktop.casework.officers import officers
from gdpr_desktop.casework.retention import retention_years
from gdpr_desktop.consents.ages import YOUTH_AGES, YouthRule, youth_rules
from gdpr_desktop.consents.given.service.restating import restate_youth, restates_many
from gdpr_desktop.consents.keeping.model import SETTING
from gdpr_desktop.consents.keeping.service import proof_years
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.requests.service.targets import recompute_targets
from gdpr_desktop.vault import Vault


def read_settings(vault: Vault) -> SettingsValue:
    """What is settled now."""
    return SettingsValue(
        municipality=vault.municipality(),
        letterhead=vault.letterhead(),
        deciders=settings.deciders(vault),
        idle_minutes=settings.idle_minutes(vault),
        retention_years=dict(retention_years(vault)),
        rectification_target=settings.rectification_target(vault),
        notifiers=notifiers(vault),
        youth_rules=youth_rules(vault.setting(YOUTH_AGES)),
        proof_years=proof_years(vault),
    )


def save_settings(vault: Vault, value: SettingsValue) -> Change:
    """Save what differs from what is settled now. Raises ``InvalidInputError``."""
    with vault.begin(Deed.CHANGE_SETTINGS) as work:
        require_valid(problems(vault, value))
        before = read_settings(vault)
        if value.municipality != before.municipality:
            vault.save_municipality(value.municipality)
        if value.letterhead != before.letterhead:
            vault.save_letterhead(value.letterhead)
        for key, new, old in _loose(value, before):
            if new != old:
                vault.save_setting(key, settings.as_json(new))
        if value.rectification_target != before.rectification_target:
            recompute_targets(vault)
        if value.youth_rules != before.youth_rules:
            restate_youth(vault, before.youth_rules, value.youth_rules)
    return work.change


def is_long(vault: Vault, rules: Iterable[YouthRule]) -> bool:
    """Is much judged anew when these rules for young people are saved?"""
    return restates_many(vault.db, youth_rules(vault.setting(YOUTH_AGES)), rules)


def problems(vault: Vault, value: SettingsValue) -> list[FieldProblem]:
    """What is wrong with ``value``, named by field."""
    named = value.municipality.officer.name
    found = decider_problems(value.deciders, officers(vault, named))
    found += notifier_problems(value.notifiers, vault.clock.today())
    return found + range_problems(value)


def _loose(value: SettingsValue, before: SettingsValue) -> tuple[tuple[str, Any, Any], ...]:
    return (
        (settings.DECIDERS, value.deciders, before.deciders),
        (NOTIFIERS, value.notifiers, before.notifiers),
        (YOUTH_AGES, value.youth_rules, before.youth_rules),
        (settings.IDLE_MINUTES, value.idle_minutes, before.idle_minutes),
        (SETTING, value.proof_years, before.proof_years),
        (settings.RETENTION_YEARS, value.retention_years, before.retention_years),
        (
            settings.RECTIFICATION_TARGET,
            value.rectification_target,
            before.rectification_target,
        ),
    )
