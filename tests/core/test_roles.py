"""The table of roles: who may do what, on which cases."""

import pytest

from gdpr_desktop.core.roles import TABLE, Deed, Role, Scope, allows, scope

ON_CASES = (Deed.WORK_ON_CASE, Deed.SEND_LETTER, Deed.CLOSE_CASE)


def test_the_officer_may_do_everything():
    assert all(scope(Role.OFFICER, deed) is Scope.ANY for deed in Deed)


def test_every_role_is_in_the_table_and_may_change_its_own_password():
    assert set(TABLE) == set(Role)
    assert all(allows(role, Deed.CHANGE_OWN_PASSWORD, assigned=False) for role in Role)


@pytest.mark.parametrize("deed", ON_CASES)
def test_a_caseworker_works_on_own_cases_only(deed):
    assert allows(Role.CASEWORKER, deed, assigned=True)
    assert not allows(Role.CASEWORKER, deed, assigned=False)


@pytest.mark.parametrize("role", [Role.ARCHIVIST, Role.MANAGER])
@pytest.mark.parametrize("deed", ON_CASES)
def test_archivist_and_manager_do_not_work_on_cases(role, deed):
    assert not allows(role, deed, assigned=True)


def test_only_the_officer_advises_and_officer_or_manager_notes_decisions():
    assert [role for role in Role if scope(role, Deed.ADVISE)] == [Role.OFFICER]
    deciders = {role for role in Role if scope(role, Deed.DECIDE)}
    assert deciders == {Role.OFFICER, Role.MANAGER}


@pytest.mark.parametrize("deed", [Deed.CHANGE_SETTINGS, Deed.READ_JOURNAL, Deed.REOPEN_CASE])
def test_some_deeds_are_the_officers_alone(deed):
    assert [role for role in Role if scope(role, deed)] == [Role.OFFICER]
