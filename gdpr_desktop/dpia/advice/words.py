"""Words for what is sent, advised and decided, made at the edge."""

from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _, ngettext
from gdpr_desktop.dpia.advice.missing import Lack, Missing
from gdpr_desktop.dpia.advice.model import (
    Approval,
    Decision,
    Opinion,
    SectionVerdict,
    SubmissionHead,
)
from gdpr_desktop.dpia.advice.reading import about_words, section_title
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.content import Assessment
from gdpr_desktop.dpia.words import words

_LACKS = {
    Lack.NO_RISKS: N_("No risk has been written down."),
    Lack.NOT_ESTIMATED: N_("How grave and how likely is not set: {what}"),
    Lack.NO_MEASURES: N_("There is no measure against it: {what}"),
    Lack.NOT_JUDGED: N_("It has not been judged anew with the measures: {what}"),
    Lack.NO_DUE: N_("A planned measure lacks who does it, or when: {what}"),
}
MOST_SHOWN = 12  # lines of what is missing


def missing_lines(
    found: tuple[Missing, ...], content: Assessment, catalogue: Catalogue
) -> tuple[str, ...]:
    """What is missing: answers counted by section, and each risk."""
    counted: dict[str, int] = {}
    for one in found:
        if one.lack is Lack.ANSWER:
            counted[one.section] = counted.get(one.section, 0) + 1
    said = [
        ngettext(
            "{count} question is not answered in «{section}»",
            "{count} questions are not answered in «{section}»",
            count,
        ).format(section=section_title(catalogue, section), count=count)
        for section, count in counted.items()
    ]
    said += [missing_words(catalogue, content, one) for one in found if one.lack is not Lack.ANSWER]
    if len(said) > MOST_SHOWN:
        more = len(said) - MOST_SHOWN + 1
        rest = ngettext("and {count} more", "and {count} more", more).format(count=more)
        said = [*said[: MOST_SHOWN - 1], rest]
    return tuple(said)


def missing_words(catalogue: Catalogue, content: Assessment, one: Missing) -> str:
    """What is missing, in a line: a question by its own words."""
    what = about_words(one.about, content, catalogue)
    return _(_LACKS[one.lack]).format(what=what) if one.lack in _LACKS else what


def version_words(sent: SubmissionHead) -> str:
    """«Nummer 2, sendt 3. februar 2026 av Ola Nes»."""
    text = _("Number {number}, sent {day} by {name}")
    day = long_date(local_date(sent.at))
    return text.format(number=sent.number, day=day, name=sent.name)


def advice_words(given: Opinion, language: Language | None = None) -> str:
    """The advice in a sentence, positive or negative."""
    if given.wants_back:
        return _("The assessment needs more work", language=language)
    if given.go_ahead is None:
        return ""
    if given.go_ahead:
        return _("The processing may go ahead", language=language)
    return _("The processing should not go ahead", language=language)


def consult_words(given: Opinion, language: Language | None = None) -> str:
    """Should Datatilsynet be asked first?"""
    if given.consult is None:
        return ""
    if given.consult:
        return _("Datatilsynet should be asked first", language=language)
    return _("Datatilsynet need not be asked first", language=language)


def follow_up_words(given: Opinion, language: Language | None = None) -> str:
    """Will the officer follow up the measures?"""
    if given.follow_up is None:
        return ""
    if given.follow_up:
        return _("The officer will follow up the measures", language=language)
    return _("The officer does not follow up the measures", language=language)


def verdict_words(sufficient: bool | None) -> str:
    """Is a section enough?"""
    if sufficient is None:
        return _("Not looked at")
    return _("Enough") if sufficient else _("Needs more work")


def carried_words(given: SectionVerdict) -> str:
    """Where a verdict comes from that was not given on this submission."""
    if not given.carried:
        return ""
    text = _("As for number {number}: nothing here has been changed since.")
    return text.format(number=given.carried)


def decision_words(given: Decision) -> str:
    """«The advice is followed. Kari Nes, rektor, 3. februar 2026»."""
    said = [words(given.follow)]
    if asked := asked_words(given):
        said.append(asked)
    return _signed(". ".join(said), given.name, given.role, given)


def asked_words(given: Decision, language: Language | None = None) -> str:
    """Was it decided to ask Datatilsynet, as advised? Blank where that was not asked about."""
    if given.consult is None:
        return ""
    if given.consult:
        return _("Datatilsynet is asked first", language=language)
    return _("Datatilsynet is not asked", language=language)


def approval_words(given: Approval) -> str:
    """«Approved. Kari Nes, rektor, 3. februar 2026»."""
    said = _("The assessment is approved") if given.approved else _("Sent back")
    return _signed(said, given.name, given.role, given)


def _signed(said: str, name: str, role: str, given: Decision | Approval) -> str:
    who = ", ".join(one for one in (name, role, long_date(given.decided_on)) if one)
    return f"{said}. {who}"
