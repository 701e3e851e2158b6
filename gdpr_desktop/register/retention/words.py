"""Words for retention: the rules, and the yearly confirmation."""

from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.register.activities.parts import After, Retention
from gdpr_desktop.register.entries.model import EntryDue, Finding
from gdpr_desktop.register.retention.falls_due import Rule, RuleKind
from gdpr_desktop.register.retention.model import Answer, Condition, RetentionRound


def rule_words(rule: Rule, language: Language) -> str:
    """``12 months from when the child leaves, then erased (the act § 1)``."""
    kept = rule.retention
    if kept is None or rule.kind is RuleKind.NONE:
        return _("No period is set.", language=language)
    if rule.kind is RuleKind.PERMANENT:
        text = _("Kept for ever", language=language)
    elif rule.kind is RuleKind.PERIOD:
        text = _period(kept, language)
    else:
        text = kept.criteria.in_(language)
    if rule.kind is not RuleKind.PERMANENT:
        text += ", " + _after(kept.then, language)
    law = " ".join(part for part in (kept.law.act.in_(language), kept.law.section) if part)
    return f"{text} ({law})" if law else text


def _period(kept: Retention, language: Language) -> str:
    months = kept.months or 0
    if months and months % 12 == 0:
        count = months // 12
        text = ngettext("{count} year", "{count} years", count, language=language)
    else:
        count = months
        text = ngettext("{count} month", "{count} months", count, language=language)
    period = text.format(count=count)
    counted = kept.counted_from.in_(language)
    if not counted:
        return period
    text = _("{period}, counted from: {event}", language=language)
    return text.format(period=period, event=counted)


def _after(then: After, language: Language) -> str:
    return {
        After.ERASE: _("then erased", language=language),
        After.ARCHIVE: _("then to the archives", language=language),
        After.ANONYMISE: _("then made anonymous", language=language),
    }[then]


def kind_words(kind: RuleKind, language: Language | None = None) -> str:
    """Headings of the overview."""
    return {
        RuleKind.PERIOD: _("Kept for a set time", language=language),
        RuleKind.CRITERIA: _("Kept until something decides it", language=language),
        RuleKind.PERMANENT: _("Kept for ever", language=language),
        RuleKind.NONE: _("No period is set", language=language),
    }[kind]


def answer_words(answer: str, language: Language | None = None) -> str:
    """What the manager says."""
    return {
        Answer.UNKNOWN: _("Not answered", language=language),
        Answer.DONE: _("Yes, erased or archived", language=language),
        Answer.NOTHING_DUE: _("Nothing fell due", language=language),
        Answer.NOT_DONE: _("Not done", language=language),
    }[Answer(answer)]


def condition_words(condition: str, language: Language | None = None) -> str:
    """Why it may be erased."""
    return {
        Condition.NEED_OVER: _("There is no longer a factual need for the data", language=language),
        Condition.CONSENT_WITHDRAWN: _("The consent has been withdrawn", language=language),
        Condition.MEDIA_REPLACED: _(
            "The data were moved when the storage was replaced, and the old storage is wiped",
            language=language,
        ),
    }[Condition(condition)]


def finding_words(finding: Finding) -> str:
    """What the answer leaves open."""
    return {
        "must_be_kept": _(
            "«{about}» must be kept by law. Take away the reason for erasing it, and find out"
            " whether anything was erased."
        ),
        "no_answer": _("«{about}» has not been answered."),
        "not_done": _("«{about}» should have been erased or archived, and was not."),
    }[finding.code].format(about=finding.about)


def due_words(due: EntryDue) -> str:
    """What must be done."""
    if due.kind == "not_done":
        return _("Ask again about what was not done")
    return _("The answer should have come")


def standing(content: RetentionRound, language: Language | None = None) -> str:
    """How far the round has come."""
    if content.answered_on is not None:
        if content.not_done:
            text = ngettext(
                "{count} thing not done", "{count} things not done", len(content.not_done)
            )
            return text.format(count=len(content.not_done))
        text = _("Answered {day}", language=language)
        return text.format(day=short_date(content.answered_on))
    if content.sent_on is None:
        return _("Not sent", language=language)
    return _("Not answered", language=language)
