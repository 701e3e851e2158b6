"""Measures on the page: a proposal by what happened, where each stands, and its buttons."""

import tomllib
from datetime import date
from functools import cache
from typing import Any

from gdpr_desktop.breaches.actions import Action, Chosen, action_words
from gdpr_desktop.breaches.codes import Incident
from gdpr_desktop.casework.deadline_words import remaining
from gdpr_desktop.casework.model import Task
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.core.text import _


def proposals(incident: Incident, language: Language) -> tuple[str, ...]:
    """What often prevents that it happens again: those of ``incident`` first, then the rest."""
    words = _words(language)
    points = _points()
    fitting = [one for one in points if incident.value in one["incidents"]]
    rest = [one for one in points if one not in fitting]
    return tuple(words[one["id"]] for one in (*fitting, *rest))


def measure_line(task: Task, today: date | None = None) -> str:
    """Who shall do it and by when, or when it was done and what that was."""
    if task.done_on is not None:
        done = _("Done {day}").format(day=long_date(task.done_on))
        return " · ".join(one for one in (done, task.responsible, task.note) if one)
    due = ""
    if task.due is not None:
        due = _("by {day}").format(day=long_date(task.due))
        if today is not None:
            due = f"{due} ({remaining(task.due, today)})"
    return " · ".join(one for one in (task.responsible, due, task.note) if one)


def measure_actions(task: Task) -> tuple[tuple[Chosen, str], ...]:
    """The buttons of one measure, the nearest first."""
    offered: tuple[Action, ...] = (
        (Action.MEASURE_BACK,)
        if task.done
        else (Action.MEASURE_DONE, Action.MEASURE_CHANGE, Action.MEASURE_REMOVE)
    )
    return tuple((Chosen(action=one, task=task.id), action_words(one)) for one in offered)


@cache
def _points() -> Any:
    return tomllib.loads(form("breaches/measures.toml").read_text("utf-8"))["measures"]


@cache
def _words(language: Language) -> Any:
    name = f"breaches/measures.{language.value}.toml"
    return tomllib.loads(form(name).read_text("utf-8"))["measures"]
