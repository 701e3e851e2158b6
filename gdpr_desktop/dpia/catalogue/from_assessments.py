"""What was answered before, in the guided assessments of the record: the weighing of interests,
a new purpose, built-in privacy."""

from collections.abc import Iterable

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.catalogue.pieces import filled, lines
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Assessment
from gdpr_desktop.register.assessments.model import BUTTONS, Kind
from gdpr_desktop.register.assessments.questions import questionnaire
from gdpr_desktop.register.assessments.questions import words as words_of
from gdpr_desktop.register.assessments.words import code_words, shown_answer
from gdpr_desktop.register.systems.model import System

_INTEREST = ("why", "important", "otherwise")  # what the weighing asks of the interest itself
_SAID = frozenset({"yes", "no", "unsure"})


def answers(activity: Activity, systems: Iterable[System], language: Language) -> list[Answer]:
    """About interests, a new purpose and built-in privacy; empty answers among them."""
    weighed = _last(activity.assessments, Kind.INTERESTS)
    purpose = _last(activity.assessments, Kind.NEW_PURPOSE)
    built = (activity.assessments, *(one.assessments for one in systems))
    kept = [one for each in built if (one := _last(each, Kind.BUILT_IN)) is not None]
    return [
        filled("interest_what", lines((*_named(activity, language), *_interest(weighed)))),
        _points("interest_for", weighed),
        _points("interest_against", weighed),
        filled("interest_conclusion", _concluded(weighed, language)),
        filled("further", choice="yes" if purpose is not None else ""),
        filled("further_what", _concluded(purpose, language)),
        filled("built_in", lines(line for one in kept for line in _built(one, language))),
    ]


def _last(kept: Iterable[Assessment], kind: Kind) -> Assessment | None:
    found = [one for one in kept if one.kind == kind]
    return found[-1] if found else None


def _named(activity: Activity, language: Language) -> list[str]:
    bases = (basis for purpose in activity.purposes for basis in purpose.bases)
    wanted = Basis.LEGITIMATE_INTERESTS
    return [one.interest.in_(language) for one in bases if one.basis is wanted]


def _interest(weighed: Assessment | None) -> list[str]:
    said = dict(weighed.answers) if weighed is not None else {}
    return [said.get(one, "") for one in _INTEREST]


def _points(question: str, weighed: Assessment | None) -> Answer:
    """The helper questions have the same ids here and there: both are those of handbook 3.2."""
    asked = builtin().question(question)
    if weighed is None or asked is None:
        return Answer(question=question)
    said, notes = dict(weighed.answers), dict(weighed.notes)
    rows = [
        (point, said[point], notes.get(point, ""))
        for point, _words in asked.choices
        if said.get(point) in _SAID
    ]
    return filled(question, rows=rows)


def _concluded(kept: Assessment | None, language: Language) -> str:
    if kept is None:
        return ""
    outcome = code_words(Kind(kept.kind), kept.outcome, language) if kept.outcome else ""
    return lines((kept.conclusion, outcome))


def _built(kept: Assessment, language: Language) -> list[str]:
    """The questions of built-in privacy that were answered, with their notes."""
    kind, notes = Kind(kept.kind), dict(kept.notes)
    asked = {one.id: one for one in questionnaire(kind).questions}
    texts = words_of(kind, language).questions
    found = []
    for name, said in kept.answers:
        if name in asked and said in BUTTONS.get(asked[name].type, ()) and said != "na":
            line = f"{texts[name].text} {shown_answer(kind, asked[name], said, language)}."
            found.append(f"{line} {notes[name]}" if name in notes else line)
    return [*found, kept.conclusion]
