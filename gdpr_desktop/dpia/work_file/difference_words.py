"""What was changed in a work file, in words: a heading and the lines that differ."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import N_, _, current_language
from gdpr_desktop.dpia.catalogue.model import Catalogue, Question
from gdpr_desktop.dpia.content import (
    About,
    Answer,
    Assessment,
    Comment,
    Estimate,
    Measure,
    OwnScale,
    Scenario,
)
from gdpr_desktop.dpia.risks.model import Level
from gdpr_desktop.dpia.risks.scales import scale_now
from gdpr_desktop.dpia.wizard.words import size_words
from gdpr_desktop.dpia.words import words
from gdpr_desktop.dpia.work_file.comparing import Difference, Order, Part

LONGEST = 3000  # characters of one text that are shown; the whole is taken in
Lines = tuple[tuple[str, str], ...]  # label, text

_ABOUT = {
    "title": N_("Name"),
    "description": N_("What it is"),
    "systems": N_("Systems"),
    "novelty": N_("New or changed"),
    "unit": N_("Unit"),
    "responsible": N_("Responsible"),
    "responsible_role": N_("Role"),
    "starts_on": N_("Begins"),
}


def part_words(part: Part) -> str:
    """The heading over all of a kind."""
    return {
        Part.ABOUT: _("What it is about"),
        Part.ANSWER: _("Answers"),
        Part.SCENARIO: _("Risks"),
        Part.MEASURE: _("Measures"),
        Part.ATTACHMENT: _("Attachments"),
        Part.COMMENT: _("Comments"),
        Part.ORDER: _("The order"),
        Part.SCALE: _("The scale"),
    }[part]


def kind_words(one: Difference) -> str:
    """What happened to it in the file."""
    if one.before is None:
        return _("New in the file")
    return _("Removed in the file") if one.there is None else _("Changed in the file")


def heading(one: Difference, catalogue: Catalogue) -> str:
    """What it is."""
    value = one.there if one.there is not None else one.here
    value = value if value is not None else one.before
    if one.part is Part.ABOUT:
        return _(_ABOUT.get(one.key, one.key))
    if one.part is Part.ANSWER:
        question = catalogue.known(one.key)
        return question.text.in_(current_language()) if question else one.key
    if one.part is Part.COMMENT:
        about = catalogue.known(value.about.removeprefix("question:"))
        of = f": {about.text.in_(current_language())}" if about else ""
        return _("Comment by {name}").format(name=value.name) + of
    if one.part is Part.SCALE:
        return _("The scale of the risks")
    if one.part is Part.ORDER:
        of_risks = one.key == Part.SCENARIO.value
        return _("The order of the risks") if of_risks else _("The order of the measures")
    return str(value.name if one.part is Part.ATTACHMENT else value.title)


def in_order(found: tuple[Difference, ...], catalogue: Catalogue) -> tuple[Difference, ...]:
    """Answers in the order of the questions, what is no question any more last."""
    asked = (question.id for section in catalogue.sections for question in section.questions)
    place = {question: number for number, question in enumerate(asked)}
    parts = list(Part)

    def at(one: Difference) -> tuple[int, int]:
        return parts.index(one.part), place.get(one.key, len(place))

    return tuple(sorted(found, key=at))


class Describing:
    """Values in words. Measures are named in scenarios by their titles in any of the copies."""

    def __init__(self, catalogue: Catalogue, copies: Iterable[Assessment]) -> None:
        self._catalogue = catalogue
        copies = tuple(copies)
        self._measures = {one.key: one.title for copy in copies for one in copy.measures}
        risks = {one.key: one.title for copy in copies for one in copy.scenarios}
        self._titles = risks | self._measures

    def lines(self, value: Any) -> Lines:
        """The labels and texts of a value; nothing for one that is not there."""
        if value is None:
            return ()
        if isinstance(value, Answer):
            return _of_answer(value, self._catalogue.known(value.question))
        if isinstance(value, Scenario):
            return _of_scenario(value, self._measures)
        if isinstance(value, Measure):
            return _of_measure(value)
        if isinstance(value, Comment):
            return _filled((("", value.text), (_("Answer"), value.answer)))
        if isinstance(value, Order):
            titles = (self._titles.get(key, key) for key in value.keys)
            return tuple(("", f"{place}. {title}") for place, title in enumerate(titles, 1))
        if isinstance(value, tuple):
            return _of_scale(*value)
        size = getattr(value, "size", None)
        if size is not None:
            return ((_("Size"), size_words(size)),)
        return (("", _plain(value)),) if value else ()

    def text(self, value: Any, other: Any) -> str:
        """What ``value`` says; of a risk or a measure only where it differs from ``other``."""
        found, known = self.lines(value), set(self.lines(other))
        if isinstance(value, Scenario | Measure):
            found = tuple(line for line in found if line not in known)
            found = found if other is not None else found[1:]  # the title stands above
        shown = "\n".join(f"{name}: {text}" if name else text for name, text in found)
        if not shown:
            return _("(nothing)")
        return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]} …"


def _plain(value: Any) -> str:
    if isinstance(value, StrEnum):
        return words(value)
    return long_date(value) if isinstance(value, date) else str(value)


def _filled(lines: Iterable[tuple[str, str]]) -> Lines:
    return tuple((name, text) for name, text in lines if text)


def _of_answer(answer: Answer, question: Question | None) -> Lines:
    named = (
        {code: text.in_(current_language()) for code, text in question.choices} if question else {}
    )
    codes = {**_usual(), **named}
    picks = ", ".join(codes.get(one, one) for one in answer.picks)
    rows = ((" – ".join(codes.get(cell, cell) for cell in row if cell)) for row in answer.rows)
    return _filled(
        (
            ("", codes.get(answer.choice, answer.choice)),
            ("", picks),
            ("", "\n".join(rows)),
            ("", answer.text.plain),
            (_("Does not apply"), answer.not_applicable),
        )
    )


def _usual() -> dict[str, str]:
    return {"yes": _("Yes"), "no": _("No"), "unsure": _("Unsure")}


def _of_scenario(one: Scenario, measures: Mapping[str, str]) -> Lines:
    return _filled(
        (
            (_("Risk"), one.title),
            (_("What could happen"), one.description),
            (_("To whom"), one.who),
            (_("Cause"), one.cause),
            (_("What suffers"), ", ".join(words(kind) for kind in one.kinds)),
            (_("Before the measures"), _estimate(one.before)),
            (_("After the measures"), _estimate(one.after)),
            (_("Why it is better"), one.after_why),
            (_("Measures"), ", ".join(measures.get(key, key) for key in one.measures)),
        )
    )


def _estimate(one: Estimate) -> str:
    if not (one.consequence or one.likelihood):
        return ""
    return _("consequence {consequence}, likelihood {likelihood}").format(
        consequence=_step(one.consequence, one.consequence_why),
        likelihood=_step(one.likelihood, one.likelihood_why),
    )


def _step(step: int, why: str) -> str:
    return f"{step or '–'} ({why})" if why else str(step or "–")


def _of_scale(steps: int, own: OwnScale | None) -> Lines:
    found = scale_now(Assessment(about=About(title=""), scale=steps, own_scale=own))
    current = current_language()
    return (
        ("", f"{found.steps} × {found.steps}"),
        (words(Level.MEDIUM), f"≥ {found.medium_from}"),
        (words(Level.HIGH), f"≥ {found.high_from}"),
        (_("Consequence"), ", ".join(one.in_(current) for one in found.consequence)),
        (_("Likelihood"), ", ".join(one.in_(current) for one in found.likelihood)),
    )


def _of_measure(one: Measure) -> Lines:
    return _filled(
        (
            (_("Measure"), one.title),
            (_("Text"), one.text),
            (_("State"), words(one.status)),
            (_("Why"), words(one.purpose)),
            (_("Owner"), one.owner),
            (_("Due"), long_date(one.due) if one.due else ""),
            (_("Done"), long_date(one.done_on) if one.done_on else ""),
        )
    )
