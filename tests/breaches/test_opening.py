"""Who looks at a case is journalled; who may not see it does not look at it."""

import pytest

from breaches.conftest import PASSWORD
from gdpr_desktop.breaches.service.intake import note_opened
from gdpr_desktop.casework import deed
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import Vault, people


def test_no_opening_is_journalled_of_a_case_that_is_not_theirs(officer, breach):
    people.add_user(officer, "Annan", Role.CASEWORKER, PASSWORD)
    path, clock = officer.path, officer.clock
    officer.close()
    other = Vault.open(path, "Annan", PASSWORD, clock=clock)
    try:
        for look in (note_opened, deed.note_opened):
            with pytest.raises(RefusedError):
                look(other, breach)
        assert breach not in other._shown
    finally:
        other.close()
