"""For how long an answer holds (handbook 3.7).

A period in years ends on the day of the same date (domstollova § 148): what begins on 29 February
ends on the 28th. A school year ends on 31 July (R).
"""

from datetime import date, timedelta

from gdpr_desktop.consents.codes import Lasting
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.law.calendar import add_months

_MONTHS = {Lasting.ONE_YEAR: 12, Lasting.THREE_YEARS: 36, Lasting.FIVE_YEARS: 60}
_SCHOOL_YEAR_END = (7, 31)


def valid_until(
    content: FormContent, statement_date: date | None, renews: date | None = None
) -> date | None:
    """The last day an answer of ``statement_date`` holds; None: until it is withdrawn.

    An answer without a date has no end that can be worked out. A form that names a date and lacks
    it lets nothing hold longer than the day of the answer. ``renews``: the end of the answer that
    it renews; then a school year is the next one.
    """
    if statement_date is None or content.lasting is Lasting.WITHDRAWN:
        return None
    if content.lasting is Lasting.DATE:
        return content.until or statement_date
    if content.lasting is Lasting.SCHOOL_YEAR:
        end = school_year_end(statement_date)
        if renews is None or renews < end or end.year == date.max.year:
            return end
        return school_year_end(end + timedelta(days=1))
    months = _MONTHS[content.lasting]
    if statement_date.year + months // 12 > date.max.year:
        return date.max
    return add_months(statement_date, months)


def school_year_end(day: date) -> date:
    """The last day of the school year that ``day`` is in; what comes after 31 July is the next."""
    end = date(day.year, *_SCHOOL_YEAR_END)
    return end if day <= end else date(day.year + 1, *_SCHOOL_YEAR_END)
