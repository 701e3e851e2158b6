"""A wording tried out: what is wrong with it, what it lacks, and the letter it makes.

Loads Jinja and markdown-it; may take some seconds for a text made to take long: in the worker.
"""

from dataclasses import dataclass
from datetime import date

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.letters.letter import Letter
from gdpr_desktop.letters.rendering import render
from gdpr_desktop.letters.requirements import missing_requirements
from gdpr_desktop.letters.samples import sample_facts, sample_frame, variants
from gdpr_desktop.letters.template import Template, TemplateError
from gdpr_desktop.letters.template_check import check_template
from gdpr_desktop.letters.template_limits import TemplateProblem, tidy


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """``problems`` keep the text from being saved; ``warnings`` are sentences about what is gone.

    ``letter`` is the sample letter; None when there are problems.
    """

    text: str
    problems: tuple[TemplateProblem, ...] = ()
    warnings: tuple[str, ...] = ()
    letter: Letter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _OneText:
    """A source that has a wording for one template only."""

    template: str
    text: str

    def body(self, template_id: str, _language: Language) -> str | None:
        return self.text if template_id == self.template else None


def try_out(
    template: Template,
    language: Language,
    text: str,
    *,
    variant: str = "",
    municipality: Municipality | None = None,
    day: date | None = None,
    warn_in: Language | None = None,
) -> Trial:
    """Check ``text`` as the wording of ``template``, and make the sample letter of ``variant``.

    With ``day`` the letter has its frame; ``warn_in`` is the language of the warnings, by default
    the letter's.
    """
    text = tidy(text)
    if problems := check_template(text, template.fields, empty_boxes=template.by_hand):
        return Trial(text=text, problems=problems)
    missing = missing_requirements(template, language, text)
    warnings = tuple(one.say[warn_in or language] for one in missing)
    facts = sample_facts(template, language, variant, municipality)
    if day is not None:
        facts["frame"] = sample_frame(language, day, municipality)
    try:
        source = _OneText(template=template.id, text=text)
        letter = render(template, language, facts, source=source)
    except AppError as error:
        problem = TemplateProblem(line=1, text=_reason(error))
        return Trial(text=text, problems=(problem,), warnings=warnings)
    return Trial(text=text, warnings=warnings, letter=letter)


def problems_of(template: Template, language: Language, text: str) -> tuple[TemplateProblem, ...]:
    """What keeps ``text`` from being saved, tried on every set of facts."""
    for variant in variants(template):
        if problems := try_out(template, language, text, variant=variant.id).problems:
            return problems
    return ()


def _reason(error: AppError) -> str:
    cause = error.__cause__
    if isinstance(cause, TemplateError) and cause.reason:
        return cause.reason
    return cause.text if isinstance(cause, AppError) else error.text
