"""Age in whole years, and what it means for an access request made for or by a child."""

from datetime import date
from enum import StrEnum

from gdpr_desktop.law.rules import all_rules, rules_on


def age_on(born: date, day: date) -> int:
    """Whole years from ``born`` to ``day``.

    Who is born on 29 February turns a year older on 1 March of a common year: no act says which
    day it is, and the later one never gives a child a right too early. Raises ValueError if
    ``day`` is before ``born``.
    """
    if day < born:
        raise ValueError("not born yet on that day")
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


class AccessNote(StrEnum):
    """What the handbook (5.1 and 5.2) wants remembered when access concerns a child."""

    CHILD_LANGUAGE = "child_language"  # the answer must suit the child's age
    PARENT_MAY_ASK = "parent_may_ask"  # who has parental responsibility, for the child
    CHILD_MAY_ASK = "child_may_ask"  # from about 13-15: weigh maturity
    CHILD_ASKS_SELF = "child_asks_self"  # normally the child's own request
    OLDER_CHILD_CAUTION = "older_child_caution"  # a parent may have to be refused, or told less


def access_note_codes(age: int, *, day: date | None = None) -> tuple[AccessNote, ...]:
    """The notes for a data subject of ``age`` years; none for an adult.

    ``day`` chooses the rules (the day of receipt); without it the newest ones hold. Raises
    ValueError for a negative age.
    """
    if age < 0:
        raise ValueError("a negative age")
    ages = (rules_on(day) if day else all_rules()[-1]).ages
    if age >= ages.adult:
        return ()
    if age >= ages.access_asks_self:
        return (
            AccessNote.CHILD_LANGUAGE,
            AccessNote.CHILD_ASKS_SELF,
            AccessNote.OLDER_CHILD_CAUTION,
        )
    if age >= ages.access_may_ask:
        return (
            AccessNote.CHILD_LANGUAGE,
            AccessNote.CHILD_MAY_ASK,
            AccessNote.PARENT_MAY_ASK,
            AccessNote.OLDER_CHILD_CAUTION,
        )
    return AccessNote.CHILD_LANGUAGE, AccessNote.PARENT_MAY_ASK
