"""An assessment as plain lines, to be read and compared: what each part is called, and says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.dpia.catalogue.model import RISKS, Catalogue, Question, QuestionKind
from gdpr_desktop.dpia.content import About, Answer, Assessment, Estimate, Measure, Scenario
from gdpr_desktop.dpia.risks.model import Level, Scale, level_of, scale_in
from gdpr_desktop.dpia.words import words

ABOUT, ATTACHMENTS = "about", "attachments"  # beside the sections of the catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``key`` is the same in every version; ``label`` what a person knows it by."""

    key: str
    section: str
    label: str
    text: str


def lines(content: Assessment, catalogue: Catalogue) -> tuple[Line, ...]:
    """All that is written, in the order of the wizard, in the language of the screen."""
    return tuple(
        one
        for one in (
            *_about(content.about),
            *_answers(content, catalogue),
            *_risks(content),
            *_attachments(content),
        )
        if one.text
    )


def section_title(catalogue: Catalogue, section: str) -> str:
    """What a section is called; those beside the catalogue too."""
    own = {ABOUT: _("What it is about"), ATTACHMENTS: _("Attachments")}
    if section in own:
        return own[section]
    found = catalogue.section(section)
    return found.title.in_(current_language()) if found else section


def about_words(about: str, content: Assessment, catalogue: Catalogue) -> str:
    """What a comment is about, in words: the question, the risk, the section."""
    kind, _colon, key = about.partition(":")
    if kind == "question":
        asked = catalogue.question(key)
        return asked.text.in_(current_language()) if asked else key
    if kind == "section":
        return section_title(catalogue, key)
    items: dict[str, Iterable[Scenario | Measure]] = {
        "scenario": content.scenarios,
        "measure": content.measures,
    }
    found = next((one for one in items.get(kind, ()) if one.key == key), None)
    return found.title if found else _("The whole assessment")


def answer_text(answer: Answer, asked: Question | None) -> str:
    """The answer as lines; codes are said by the words of the question."""
    language = current_language()
    choices = {key: text.in_(language) for key, text in asked.choices} if asked else {}
    parts = [_choice(answer.choice, choices)]
    parts += [f"• {choices.get(one, one)}" for one in answer.picks]
    points = asked is not None and asked.kind is QuestionKind.POINTS
    for row in answer.rows:
        cells = (choices.get(row[0], row[0]), _choice(row[1], {}), *row[2:]) if points else row
        parts.append("• " + " – ".join(cell for cell in cells if cell))
    parts.append(answer.text.plain)
    if answer.not_applicable:
        parts.append(_("Does not apply: {why}").format(why=answer.not_applicable))
    return "\n".join(part for part in parts if part)


def _choice(code: str, choices: dict[str, str]) -> str:
    usual = {"yes": _("Yes"), "no": _("No"), "unsure": _("Unsure")}
    return choices.get(code) or usual.get(code, code)


def _about(about: About) -> Iterator[Line]:
    begins = long_date(about.starts_on) if about.starts_on else ""
    owner = ", ".join(one for one in (about.responsible, about.responsible_role) if one)
    said = (
        ("title", _("Title"), about.title),
        ("what", _("What"), about.description),
        ("systems", _("System"), about.systems),
        ("novelty", _("New or changed"), words(about.novelty)),
        ("unit", _("Unit"), about.unit),
        ("responsible", _("Risk owner"), owner),
        ("starts", _("Begins"), begins),
    )
    for key, label, text in said:
        yield Line(key=f"about:{key}", section=ABOUT, label=label, text=text)


def _answers(content: Assessment, catalogue: Catalogue) -> Iterator[Line]:
    left = {one.question: one for one in content.answers}
    language: Language = current_language()
    for section in catalogue.sections:
        for asked in section.questions:
            found = left.pop(asked.id, None)
            if found is not None:
                label, text = asked.text.in_(language), answer_text(found, asked)
                key = f"question:{asked.id}"
                yield Line(key=key, section=section.id, label=label, text=text)
    for key, found in left.items():  # of an earlier version of the questions
        text = answer_text(found, None)
        yield Line(key=f"question:{key}", section="", label=key, text=text)


def _risks(content: Assessment) -> Iterator[Line]:
    titles = {one.key: one.title for one in content.measures}
    for risk in content.scenarios:
        text = _scenario(risk, content, titles)
        yield Line(key=f"scenario:{risk.key}", section=RISKS, label=risk.title, text=text)
    for measure in content.measures:
        label = _("Measure: {title}").format(title=measure.title)
        key = f"measure:{measure.key}"
        yield Line(key=key, section=RISKS, label=label, text=_measure(measure))


def _scenario(one: Scenario, content: Assessment, titles: dict[str, str]) -> str:
    measures = ", ".join(titles[key] for key in one.measures if key in titles)
    scale = scale_in(content)
    said = (
        ("", one.title),
        ("", one.description),
        (_("Whom it hits"), one.who),
        (_("Cause"), one.cause),
        (_("What suffers"), ", ".join(words(kind) for kind in one.kinds)),
        (_("Before the measures"), _estimate(one.before, scale)),
        (_("Measures"), measures),
        (_("After the measures"), _estimate(one.after, scale)),
        ("", one.after_why),
    )
    return _joined(said)


def _estimate(one: Estimate, scale: Scale) -> str:
    level = level_of(one, scale)
    if level is Level.NONE and not (one.consequence or one.likelihood):
        return ""
    text = _("{level}: consequence {consequence}, likelihood {likelihood}")
    head = text.format(
        level=words(level), consequence=one.consequence or "–", likelihood=one.likelihood or "–"
    )
    return ". ".join(part for part in (head, one.consequence_why, one.likelihood_why) if part)


def _measure(one: Measure) -> str:
    said = (
        ("", one.title),
        ("", one.text),
        ("", words(one.status)),
        ("", words(one.purpose)),
        (_("Who does it"), one.owner),
        (_("Due"), long_date(one.due) if one.due else ""),
        (_("Done"), long_date(one.done_on) if one.done_on else ""),
    )
    return _joined(said)


def _attachments(content: Assessment) -> Iterator[Line]:
    for one in content.attachments:
        text = f"{one.name} ({one.sha256[:12]})"
        yield Line(key=f"attachment:{one.key}", section=ATTACHMENTS, label=one.name, text=text)


def _joined(said: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{label}: {text}" if label else text for label, text in said if text)
