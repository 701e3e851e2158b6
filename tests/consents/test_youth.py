"""The municipality's choice of when young people answer alone, from the settings to the answer."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from consents.filling import PURPOSES, given, said
from gdpr_desktop.administration.settings.dialogs.youth import YouthPart
from gdpr_desktop.administration.settings.service import read_settings, save_settings
from gdpr_desktop.consents.ages import Alone, YouthRule
from gdpr_desktop.consents.codes import Reason, Relation, State
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.validity import validity
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault import Vault

TODAY = date(2026, 11, 20)
CHOSEN = YouthRule(start=date(2026, 10, 1), alone=Alone.MATURE)
SIXTEEN = date(2010, 5, 3)


def choose(vault: Vault, *rules: YouthRule) -> None:
    save_settings(vault, replace(read_settings(vault), youth_rules=rules))


def reasons(
    vault: Vault, form_id: CaseId, on: date, relation: Relation = Relation.SELF, by: str = ""
) -> tuple[Reason, ...]:
    """What is wrong with the answer of a youth of sixteen, given on a day."""
    name = "Oda Testdal"
    statement = said(name=name, relation=relation, on=on, capacity_by=by)
    consent = given(vault, form_id, name, SIXTEEN, statements=(statement,))
    found = read_form(vault, form_id)
    return validity(store.consent(vault.db, consent), found, TODAY).reasons


def test_at_16_an_own_answer_holds_until_18_is_chosen(officer: Vault, form_id: CaseId) -> None:
    early, late = date(2026, 9, 10), date(2026, 11, 2)
    assert reasons(officer, form_id, late) == ()
    choose(officer, CHOSEN)
    assert reasons(officer, form_id, late) == (Reason.MISSING_GIVER,)
    assert reasons(officer, form_id, late, by="Kari Lærar, kontaktlærar") == ()
    assert reasons(officer, form_id, early) == ()  # given before the choice


def test_what_lists_know_follows_the_choice(officer: Vault, form_id: CaseId) -> None:
    late = given(
        officer,
        form_id,
        "Oda Testdal",
        SIXTEEN,
        statements=(said(name="Oda Testdal", relation=Relation.SELF, on=date(2026, 11, 2)),),
    )

    def state() -> str:
        return str(
            officer.db.execute("SELECT state FROM consent WHERE id = ?", [late]).fetchone()[0]
        )

    assert state() == State.VALID.value
    choose(officer, CHOSEN)
    assert state() == State.LACKING.value
    choose(officer)
    assert state() == State.VALID.value


def test_a_childs_no_stands_beside_the_parents_yes(officer: Vault, form_id: CaseId) -> None:
    parents = tuple(said(name=one) for one in ("Mor Testdal", "Far Testdal"))
    no = said((), ("p2",), name="Oda Testdal", relation=Relation.SELF)
    consent = given(officer, form_id, "Oda Testdal", date(2016, 5, 3), statements=(*parents, no))
    found = validity(store.consent(officer.db, consent), read_form(officer, form_id), TODAY)
    assert Reason.DISAGREE in found.reasons
    assert "p2" not in found.purposes
    assert "p1" in found.purposes
    assert PURPOSES[1].key == "p2"


@pytest.fixture
def part(qtbot: QtBot) -> YouthPart:
    window = QWidget()
    qtbot.addWidget(window)
    return YouthPart(TODAY, window)


def test_the_settings_show_and_read_the_choice(part: YouthPart) -> None:
    part.show_values((CHOSEN,))
    assert part.values() == (CHOSEN,)
    assert part.problems() == []


def test_a_day_that_lacks_or_stands_twice_is_told(part: YouthPart) -> None:
    part.rules.set_rows((("", "mature"), ("1.10.2026", "mature"), ("01.10.2026", "fifteen")))
    assert [one.field for one in part.problems()] == ["youth_rules", "youth_rules"]
