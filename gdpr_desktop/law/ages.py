"""Age in whole years, and what it means for a request made for or by a child."""

from datetime import date
from enum import StrEnum

from gdpr_desktop.law.rules import AgeRules, all_rules, rules_on


def age_on(born: date, day: date) -> int:
    """Whole years from ``born`` to ``day``.

    Who is born on 29 February turns a year older on 1 March of a common year: no act says which
    day it is, and the later one never gives a child a right too early. Raises ValueError if
    ``day`` is before ``born``.
    """
    if day < born:
        raise ValueError("not born yet on that day")
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


class AskerNote(StrEnum):
    """What the handbook (5.1 and 5.2) wants remembered when a right is a child's."""

    CHILD_LANGUAGE = "child_language"  # the answer must suit the child's age
    PARENT_MAY_ASK = "parent_may_ask"  # who has parental responsibility, for the child
    CHILD_MAY_ASK = "child_may_ask"  # from about 13-15: weigh maturity
    CHILD_ASKS_SELF = "child_asks_self"  # normally the child's own request
    OLDER_CHILD_CAUTION = "older_child_caution"  # a parent may have to be refused, or told less
    HEALTH_WITHHELD = "health_withheld"  # pasient- og brukerrettighetsloven § 3-4
    HEALTH_CHILD_DECIDES = "health_child_decides"  # § 4-3: parents get what their duty needs


def asker_notes(age: int, *, day: date | None = None) -> tuple[AskerNote, ...]:
    """Who may ask when the data subject is ``age`` years old; nothing for an adult.

    ``day`` chooses the rules (the day of receipt); without it the newest ones hold. Raises
    ValueError for a negative age.
    """
    if age < 0:
        raise ValueError("a negative age")
    ages = (rules_on(day) if day else all_rules()[-1]).ages
    if age >= ages.adult:
        return ()
    if age >= ages.access_asks_self:
        who: tuple[AskerNote, ...] = (AskerNote.CHILD_ASKS_SELF, AskerNote.OLDER_CHILD_CAUTION)
    elif age >= ages.access_may_ask:
        who = (AskerNote.CHILD_MAY_ASK, AskerNote.PARENT_MAY_ASK, AskerNote.OLDER_CHILD_CAUTION)
    else:
        who = (AskerNote.PARENT_MAY_ASK,)
    return AskerNote.CHILD_LANGUAGE, *who, *_health(age, ages)


def _health(age: int, ages: AgeRules) -> tuple[AskerNote, ...]:
    if age >= ages.health:
        return (AskerNote.HEALTH_CHILD_DECIDES,)
    return (AskerNote.HEALTH_WITHHELD,) if age >= ages.health_withhold else ()
