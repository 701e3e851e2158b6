"""The settings as values: what may stand in them, what is saved."""

from dataclasses import replace
from datetime import date

import pytest

from gdpr_desktop.administration.settings import service
from gdpr_desktop.casework import settings
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.retention import retention_years
from gdpr_desktop.casework.settings import Decider, System, Unit
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import Vault, people
from gdpr_desktop.vault.reading import rows

HEAD = Decider(name="Eli Rektor", title="Rektor", starts=date(2026, 1, 1), decides="Innsyn")
FLYT = System(name="Visma Flyt Skule", department="Oppvekst", contact="flyt@fjordvik.example")


def saved_keys(vault: Vault) -> list[str]:
    found = rows(vault.db, "SELECT detail FROM journal WHERE deed = 'setting_saved' ORDER BY seq")
    return [row["detail"] for row in found]


def refused(vault: Vault, **changes: object) -> dict[str, str]:
    with pytest.raises(InvalidInputError) as caught:
        service.save_settings(vault, replace(service.read_settings(vault), **changes))
    return {problem.field: problem.text for problem in caught.value.problems}


def test_what_is_saved_is_read_back(vault: Vault) -> None:
    wanted = replace(
        service.read_settings(vault),
        deciders=(HEAD,),
        idle_minutes=5,
        retention_years=dict.fromkeys(CaseKind, 3),
        rectification_target=True,
    )
    service.save_settings(vault, wanted)
    assert service.read_settings(vault) == wanted


def test_a_fresh_register_locks_after_ten_minutes_and_keeps_names_for_two_years(
    vault: Vault,
) -> None:
    """A breach for five: as long as a fine may be given. An assessment for ten."""
    assert settings.idle_minutes(vault) == 10
    longer = {CaseKind.BREACH: 5, CaseKind.DPIA: 10}
    assert retention_years(vault) == {**dict.fromkeys(CaseKind, 2), **longer}


def test_only_what_changed_is_saved_and_journalled(vault: Vault) -> None:
    before = saved_keys(vault)
    value = service.read_settings(vault)
    assert not service.save_settings(vault, value).kinds
    service.save_settings(vault, replace(value, idle_minutes=20))
    assert [key for key in saved_keys(vault)[len(before) :] if "idle_minutes" not in key] == []
    assert len(saved_keys(vault)) == len(before) + 1


def test_nothing_is_saved_when_one_thing_is_wrong(vault: Vault) -> None:
    refused(vault, deciders=(HEAD,), idle_minutes=1)
    assert settings.deciders(vault) == ()


def test_the_officer_cannot_decide(vault: Vault) -> None:
    named = replace(HEAD, name=vault.municipality().officer.name.upper())
    assert "38" in refused(vault, deciders=(HEAD, named))["deciders"]


def test_a_user_who_is_officer_cannot_decide_either(vault: Vault) -> None:
    people.add_user(vault, "Ny Ombod", Role.OFFICER, "endå ein lang passordfrase")
    assert list(refused(vault, deciders=(replace(HEAD, name="ny  ombod"),))) == ["deciders"]


@pytest.mark.parametrize(
    "wrong",
    [
        replace(HEAD, name=""),
        replace(HEAD, title=""),
        replace(HEAD, ends=date(2025, 12, 31)),
        replace(HEAD, decides="x" * 201),
    ],
)
def test_a_decider_needs_a_name_a_title_and_days_in_order(vault: Vault, wrong: Decider) -> None:
    assert list(refused(vault, deciders=(wrong,))) == ["deciders"]


def test_the_line_that_is_wrong_is_named(vault: Vault) -> None:
    problems = refused(vault, deciders=(HEAD, replace(HEAD, name="")))
    assert "2" in problems["deciders"]


def test_no_name_stands_twice(vault: Vault) -> None:
    assert list(refused(vault, deciders=(HEAD, HEAD))) == ["deciders"]


@pytest.mark.parametrize("minutes", [1, 61])
def test_minutes_outside_the_range_are_refused(vault: Vault, minutes: int) -> None:
    assert list(refused(vault, idle_minutes=minutes)) == ["idle_minutes"]


@pytest.mark.parametrize("years", [0, 11])
def test_years_outside_the_range_are_refused(vault: Vault, years: int) -> None:
    assert list(refused(vault, retention_years={CaseKind.REQUEST: years})) == ["retention_access"]


def test_a_decider_counts_in_their_time_only() -> None:
    ended = replace(HEAD, ends=date(2026, 6, 30))
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1))
    assert [ended.on(day) for day in days] == [False, True, True, False]


def test_places_say_who_is_asked_each_name_once(vault: Vault) -> None:
    systems = (FLYT, System(name="CosDoc", department="Helse"))
    units = (Unit(name="Helse", contact="helse@fjordvik.example"), Unit(name="cosdoc"))
    vault.save_setting(settings.SYSTEMS, settings.as_json(systems))
    vault.save_setting(settings.UNITS, settings.as_json(units))
    assert {place.name: place.responsible for place in settings.typed_places(vault)} == {
        "Visma Flyt Skule": "Oppvekst (flyt@fjordvik.example)",
        "CosDoc": "Helse (helse@fjordvik.example)",
        "Helse": "helse@fjordvik.example",
    }


def test_a_role_without_the_deed_saves_nothing(vault: Vault) -> None:
    people.add_user(vault, "Per Arkivar", Role.ARCHIVIST, "endå ein lang passordfrase")
    path = vault.path
    vault.close()
    other = Vault.open(path, "Per Arkivar", "endå ein lang passordfrase")
    try:
        value = replace(service.read_settings(other), idle_minutes=20)
        with pytest.raises(RefusedError):
            service.save_settings(other, value)
    finally:
        other.close()
