"""A caseworker finds a person's consents on own forms alone, and no list of others."""

from collections.abc import Iterator

import pytest

from consents.conftest import PASSWORD
from consents.filling import a_group, approved_form, given
from gdpr_desktop.casework.person_search import clues_in, start
from gdpr_desktop.consents import feature
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import Vault, drafts, people


@pytest.fixture
def worker(officer: Vault, form_id: CaseId) -> Iterator[Vault]:
    """The caseworker's desk: assigned the second of two forms that a child has answered."""
    people.add_user(officer, "Kari Sak", Role.CASEWORKER, PASSWORD)
    own = approved_form(officer)
    a_group(officer, 2)
    for form in (form_id, own):
        given(officer, form, "Ada Testhaug")
    drafts.save(officer, "consents.register", own, {"title": "Ada Testhaug"})
    with officer.begin_upkeep() as work:
        number = next(one.id for one in people.users(officer) if one.name == "Kari Sak")
        work.db.execute("UPDATE case_file SET assignee = ? WHERE id = ?", [number, own])
    officer.close()
    opened = Vault.open(officer.path, "Kari Sak", PASSWORD, clock=officer.clock)
    feature.subscribe(opened)
    yield opened
    opened.close()


def test_only_what_is_on_own_forms_is_found(worker: Vault, form_id: CaseId) -> None:
    search = start(worker, clues_in("Ada Testhaug", worker.clock.today()))
    search.at_once()
    for _new in search.slices():
        pass
    own = form_id + 1
    assert set(search.found.case_ids) == {own}
    assert search.found.elsewhere == ()


def test_nobody_reads_the_draft_of_another(worker: Vault) -> None:
    assert drafts.all_of(worker) == ()
