"""The need in words: reasons of an advice, what was answered, what was decided."""

from collections.abc import Iterable

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.codes import Advice
from gdpr_desktop.dpia.screening import texts
from gdpr_desktop.dpia.screening.model import (
    ALWAYS,
    CRITERIA,
    MOMENTS,
    Excuse,
    Need,
    NeedView,
    Screening,
    ScreeningAnswers,
)
from gdpr_desktop.dpia.screening.rules import Rule, criteria_of
from gdpr_desktop.dpia.words import words
from gdpr_desktop.law.articles import cited
from gdpr_desktop.law.impact import on_the_list


def advice_means(advice: Advice, language: Language | None = None) -> str:
    """What an advice means, in a sentence or two."""
    return texts.code_text(advice.value, language)


def reason_words(code: str, answers: ScreeningAnswers, language: Language | None = None) -> str:
    """One reason of an advice, in a line."""
    if code in set(Rule):
        return texts.code_text(code, language)
    if code in set(Excuse):
        return texts.excuse_text(Excuse(code), language).text
    doubt = code in answers.unsure
    if code in MOMENTS and not doubt:
        return _moment_words(code, answers, language)
    if code in MOMENTS:
        text = texts.moment_text(code, language).partition(":")[0]
        return _("{text} (unsure)", language=language).format(text=text)
    text = texts.entry_text(code, language)
    if code in ALWAYS:
        said = _("{text} (article {article})", language=language)
        text = said.format(text=text, article=cited(texts.article(code)))
    elif code not in CRITERIA:
        text = _listed_words(code, answers, language).format(text=text)
    return _("{text} (unsure)", language=language).format(text=text) if doubt else text


def _moment_words(code: str, answers: ScreeningAnswers, language: Language | None) -> str:
    name = texts.moment_text(code, language).partition(":")[0]
    why = next((one.why for one in answers.moments if one.id == code), "")
    return f"{name}: {why}" if why else name


def _listed_words(code: str, answers: ScreeningAnswers, language: Language | None) -> str:
    held = (*answers.listed, *answers.unsure)
    if code in on_the_list(held, criteria_of(answers)):
        return _("On Datatilsynet's list: {text}", language=language)
    return _("On Datatilsynet's list together with one more sign: {text}", language=language)


def reason_lines(
    codes: Iterable[str], answers: ScreeningAnswers, language: Language | None = None
) -> tuple[str, ...]:
    """All reasons, the gravest first."""
    return tuple(reason_words(one, answers, language) for one in codes)


def decided_words(need: Need, language: Language | None = None) -> str:
    """What was decided, in a line."""
    if need.needed:
        return _("An assessment is needed", language=language)
    if need.covered:
        return _("An earlier assessment covers this", language=language)
    return _("No assessment is needed", language=language)


def by_words(name: str, role: str, day: str, language: Language | None = None) -> str:
    """Who, in what role, and when."""
    who = ", ".join(one for one in (name, role) if one)
    return _("{who}, {day}", language=language).format(who=who, day=day)


def need_by_words(need: Need, language: Language | None = None) -> str:
    """Who decided, and when."""
    return by_words(need.name, need.role, long_date(need.decided_on, language), language)


def advice_note(found: Screening, answers: ScreeningAnswers) -> tuple[str, str]:
    """The text and the title of a note that tells the advice with its reasons."""
    lines = (f"• {one}" for one in reason_lines(found.reasons, answers))
    return "\n".join((advice_means(found.advice), *lines)), words(found.advice)


def view_words(view: NeedView, language: Language | None = None) -> str:
    """What the officer holds, in a line."""
    if view.needed:
        return _("An assessment should be made", language=language)
    return _("It can be left out", language=language)
