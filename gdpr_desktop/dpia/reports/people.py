"""What the officer, the controller, the risk owner and Datatilsynet said, in a report."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.advice.model import Approval, Decision, Opinion
from gdpr_desktop.dpia.advice.words import (
    advice_words,
    asked_words,
    consult_words,
    follow_up_words,
)
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.reports.answers import LABELS, add_text
from gdpr_desktop.dpia.screening.rules import screen
from gdpr_desktop.dpia.screening.words import decided_words, reason_lines
from gdpr_desktop.dpia.words import words

if TYPE_CHECKING:
    from gdpr_desktop.letters.reports import Report


def add_need(made: "Report", found: Dpia, language: Language) -> None:
    """Why the assessment was made, and what the officer thought of that."""
    need, view = found.need, found.view
    if need is None:
        made.paragraph(_("It has not been decided yet.", language=language))
        _add_reasons(made, found, language)
        return
    yes = _("An assessment is needed", language=language)
    no = _("An assessment is not needed", language=language)
    made.paragraph(decided_words(need, language), bold=True, kept=True)
    made.paragraph(need.why)
    if need.covered_reference:
        text = _("Covered by: {assessment}", language=language)
        made.paragraph(text.format(assessment=need.covered_reference))
    made.facts(
        (
            (_("The questions say", language=language), words(need.advice, language)),
            (
                _("Decided by", language=language),
                signed(need.name, need.role, long_date(need.decided_on, language)),
            ),
            (
                _("The officer's view", language=language),
                f"{yes if view.needed else no}. {view.why}" if view else "",
            ),
        ),
        shares=LABELS,
    )
    _add_reasons(made, found, language)


def _add_reasons(made: "Report", found: Dpia, language: Language) -> None:
    """What was answered that the advice of the questions rests on, the uncertain too."""
    answers = found.screening
    if answers is None:
        return
    made.heading(3, _("What the answers give", language=language))
    made.bullets(reason_lines(screen(answers).reasons, answers, language))


def add_advice(made: "Report", found: Dpia, catalogue: Catalogue, language: Language) -> None:
    """The advice, whichever way it goes, with what it says of the sections."""
    given = found.opinion
    if given is None or given.given_on is None:
        made.paragraph(_("The officer has not given advice yet.", language=language))
        return
    made.paragraph(f"{advice_words(given, language)}.", bold=True, kept=True)
    made.paragraph(signed(given.name, "", long_date(given.given_on, language)))
    made.paragraph(given.go_ahead_why)
    consult = consult_words(given, language)
    made.facts(
        (
            (
                _("Prior consultation", language=language),
                f"{consult}. {given.consult_why}" if given.consult_why else consult,
            ),
            (_("Follow-up", language=language), follow_up_words(given, language)),
        ),
        shares=LABELS,
    )
    add_text(made, given.text)
    lacking = [one for one in given.verdicts if one.sufficient is False]
    if lacking:
        made.heading(3, _("Sections that are not good enough", language=language))
        header = (_("Part of the assessment", language=language), _("Why", language=language))
        sections = {one.id: one.title.in_(language) for one in catalogue.sections}
        made.table(header, [(sections.get(one.section, one.section), one.feedback)
                            for one in lacking])  # fmt: skip


def add_decision(made: "Report", found: Dpia, language: Language) -> None:
    """Is the advice followed, and is the risk that is left accepted?"""
    decided, approved = found.decision, found.approval
    if decided is None and approved is None:
        made.paragraph(_("Nothing has been decided yet.", language=language))
        return
    if decided is not None:
        made.heading(3, _("The officer's advice", language=language))
        made.paragraph(f"{words(decided.follow, language)}.", bold=True, kept=True)
        made.paragraph(asked_words(decided, language))
        made.paragraph(who(decided, language))
        made.paragraph(decided.why)
    if approved is not None:
        made.heading(3, _("Approval", language=language))
        made.paragraph(f"{approval_text(approved, language)}.", bold=True, kept=True)
        made.paragraph(who(approved, language))
        made.paragraph(approved.why)
        if approved.review_on is not None:
            text = _("It is to be looked at again by {day}.", language=language)
            made.paragraph(text.format(day=long_date(approved.review_on, language)))


def approval_text(given: Approval, language: Language) -> str:
    """Approved, or sent back."""
    if given.approved:
        return _("The risk that is left is accepted", language=language)
    return _("Sent back by the risk owner", language=language)


def advice_text(given: Opinion | None, language: Language) -> str:
    """The advice in a line; empty until it is given."""
    if given is None or given.given_on is None:
        return ""
    said = (advice_words(given, language), consult_words(given, language))
    return ". ".join(one for one in said if one)


def who(given: Decision | Approval, language: Language) -> str:
    """Name, role and day."""
    return signed(given.name, given.role, long_date(given.decided_on, language))


def signed(*parts: str) -> str:
    """With commas between what there is."""
    return ", ".join(one for one in parts if one)
