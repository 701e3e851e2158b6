"""Filled checklists, and a desk for somebody who is not the officer."""

from dataclasses import replace

import pytest

from gdpr_desktop.guidance.model import About, Answer, FilledChecklist, PointAnswer


@pytest.fixture
def filled(clock):
    """One that was begun: two of six points."""
    return FilledChecklist(
        checklist="lawful_basis",
        about_kind=About.ACTIVITY,
        about_id=7,
        about_name="Opptak i barnehagen",
        filled_on=clock.today(),
        answered_by="Kari Testdal",
        answers=(
            PointAnswer(point="most_fitting", choice=Answer.YES, text="Bokstav e"),
            PointAnswer(point="criminal", choice=Answer.NOT_RELEVANT),
        ),
    )


@pytest.fixture
def as_role(vault, monkeypatch):
    """Sit somebody else at the desk."""

    def sit(role, user_id=99):
        actor = replace(vault.actor, role=role, user_id=user_id)
        for holder in (vault, vault._worker):
            monkeypatch.setattr(holder, "actor", actor)

    return sit
