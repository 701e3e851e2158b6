"""For how long each category of data is kept: what falls due, what never does, what nobody set."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import After, Retention
from gdpr_desktop.register.entries.model import Entry, EntryId


class RuleKind(StrEnum):
    """What kind of rule a category has."""

    PERIOD = "period"
    CRITERIA = "criteria"  # no months, but what decides it
    PERMANENT = "permanent"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One category of one activity, and how long it is kept."""

    activity_id: EntryId
    activity: Bilingual
    data: Bilingual
    retention: Retention | None

    @property
    def kind(self) -> RuleKind:
        """Is there a period, a criterion, for ever, or nothing?"""
        kept = self.retention
        if kept is None:
            return RuleKind.NONE
        if kept.permanent:
            return RuleKind.PERMANENT
        if kept.months is not None:
            return RuleKind.PERIOD
        return RuleKind.CRITERIA if kept.criteria else RuleKind.NONE

    @property
    def keep(self) -> bool:
        """Must the data go to the archives, or stay for ever? Then nothing lets them be erased."""
        kept = self.retention
        return kept is not None and (kept.permanent or kept.then is After.ARCHIVE)


def rules_of(activities: Iterable[Entry]) -> tuple[Rule, ...]:
    """The rules of all categories, in the order of the activities."""
    return tuple(rule for entry in activities for rule in _rules(entry.id, entry.content))


def _rules(activity_id: EntryId, activity: Activity) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            activity_id=activity_id,
            activity=activity.name,
            data=category.text,
            retention=category.retention,
        )
        for category in activity.data
    )


def of_kind(rules: Iterable[Rule], kind: RuleKind) -> tuple[Rule, ...]:
    """Those of one kind."""
    return tuple(rule for rule in rules if rule.kind is kind)
