"""Responsibility, security, decisions by machine, DPIA, information, unstructured data, words."""

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.law.bases import Condition
from gdpr_desktop.register.activities.findings.found import error, hint, warning
from gdpr_desktop.register.activities.parts import (
    Answer,
    Automated,
    DpiaExcuse,
    InformationWay,
    Provision,
)
from gdpr_desktop.register.entries.model import Finding

if TYPE_CHECKING:
    from gdpr_desktop.register.activities.model import Activity

INFORM_ANEW = "inform_anew"  # the kind of ``Step`` that a new basis brings
_IN_BOTH = (
    "name",
    "description",
    "purposes",
    "subjects",
    "data",
    "sources",
    "recipients",
    "transfers",
    "security",
    "automated",
    "information_note",
    "provision_note",
)
_MAY_CARRY_SPECIAL = frozenset({Condition.EXPLICIT_CONSENT, Condition.SUBSTANTIAL_PUBLIC_INTEREST})


def rules(activity: "Activity") -> Iterator[Finding]:
    """All findings about the duties around an activity."""
    yield from _responsible(activity)
    yield from _security(activity)
    yield from _machines(activity)
    yield from _dpia(activity)
    yield from _information(activity)
    yield from _unstructured(activity)
    yield from _life(activity)
    for name in _IN_BOTH:
        if _lacks_words(getattr(activity, name)):
            yield hint("one_language", "", name, name)


def _responsible(activity: "Activity") -> Iterator[Finding]:
    if activity.unit_id is None and not activity.responsible.strip():
        yield warning("no_responsible", "24", "responsible")
    elif activity.unit_id is None:
        yield hint("no_unit", "24", "unit_id")


def _security(activity: "Activity") -> Iterator[Finding]:
    security = activity.security
    if not (security.physical or security.technical or security.organisational):
        yield warning("no_security", "30(1)(g)", "security")
    if not activity.systems:
        yield hint("no_system", "", "systems")
    if activity.risk_assessed_on is None:
        yield warning("risk_not_assessed", "32", "risk_assessed_on")


def _machines(activity: "Activity") -> Iterator[Finding]:
    if activity.profiling is Answer.UNKNOWN:
        yield warning("profiling_unknown", "22", "profiling")
    if activity.automated is None:
        if activity.automatic is Answer.UNKNOWN:
            yield warning("automatic_unknown", "22", "automatic")
        if activity.automatic is not Answer.YES:
            return
    automated = activity.automated or Automated()
    if not automated.permitted_by.strip():
        yield error("automated_not_permitted", "22(2)", "automatic")
    if not automated.logic:
        yield error("automated_logic_missing", "13(2)(f)", "automatic")
    if not automated.consequences:
        yield warning("automated_consequences_missing", "13(2)(f)", "automatic")
    conditions = {one.condition for one in activity.special}
    if activity.has_special and not conditions & _MAY_CARRY_SPECIAL:
        yield error("automated_special", "22(4)", "automatic")


def _dpia(activity: "Activity") -> Iterator[Finding]:
    dpia = activity.dpia
    if dpia.needed is Answer.UNKNOWN:
        yield warning("dpia_unknown", "35", "dpia")
    if dpia.needed is Answer.YES and dpia.done_on is None:
        yield error("dpia_not_done", "35(1)", "dpia")
    if dpia.needed is not Answer.NO:
        return
    others = [one for one in dpia.excuses if one is not DpiaExcuse.OTHER]
    if not dpia.reason.strip() and not others:
        yield warning("dpia_without_reason", "35(1)", "dpia")
    named = dpia.reason.strip() or dpia.reference.strip()
    if DpiaExcuse.ASSESSED_IN_LAW in dpia.excuses and not named:
        yield warning("dpia_law_missing", "35(10)", "dpia")
    if DpiaExcuse.NO_SPECIAL_CATEGORIES in dpia.excuses and activity.has_special:
        yield warning("excuse_special", "35(3)(b)", "dpia")
    if DpiaExcuse.NO_PROFILING in dpia.excuses and activity.profiling is Answer.YES:
        yield warning("excuse_profiling", "35(3)(a)", "dpia")


def _information(activity: "Activity") -> Iterator[Finding]:
    from_subject = any(one.subject for one in activity.sources)
    from_others = any(not one.subject for one in activity.sources)
    both = "13, 14" if from_subject == from_others else ""
    article = both or ("13" if from_subject else "14")
    if not activity.information:
        yield error("not_informed", article, "information")
    if InformationWay.EXEMPT in activity.information and not activity.information_note:
        yield error("exempt_without_note", article, "information")
    if from_subject and activity.provision is Provision.UNKNOWN:
        yield warning("provision_unknown", "13(2)(e)", "provision")
    forced = activity.provision in (Provision.STATUTORY, Provision.CONTRACTUAL)
    if forced and not activity.provision_note:
        yield hint("provision_unexplained", "13(2)(e)", "provision")
    if any(one.kind == INFORM_ANEW and one.done_on is None for one in activity.steps):
        yield hint("inform_anew", "13(3)", "steps")


def _unstructured(activity: "Activity") -> Iterator[Finding]:
    loose = activity.unstructured
    if loose.allowed is Answer.UNKNOWN:
        yield hint("unstructured_unknown", "", "unstructured")
    if loose.allowed is not Answer.YES:
        return
    if not loose.reason.strip() or not loose.places.strip():
        yield warning("unstructured_unexplained", "5(1)(f)", "unstructured")
    if activity.has_special:
        yield error("unstructured_special", "32", "unstructured")


def _life(activity: "Activity") -> Iterator[Finding]:
    if activity.starts and activity.ends and activity.ends < activity.starts:
        yield warning("ends_before_start", "", "ends")
    if activity.from_library and not activity.library_checked:
        yield warning("library_unchecked", "", "library_checked")


def _lacks_words(value: Any) -> bool:
    """Is there a text inside ``value`` in one of the written forms only?"""
    if isinstance(value, Bilingual):
        return bool(value.nn) != bool(value.nb)
    if isinstance(value, tuple):
        return any(_lacks_words(one) for one in value)
    if not hasattr(value, "__dataclass_fields__"):
        return False
    return any(_lacks_words(getattr(value, one.name)) for one in fields(value))
