"""The first page: changed as long as nobody advises or decides on it."""

from dataclasses import replace

import pytest

from dpia.filling import ABOUT, advised, begun, drafted, in_force, sent
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.actions import Action, intake_actions
from gdpr_desktop.dpia.service.intake import write_about

OTHER = replace(ABOUT, title="Noko anna")


@pytest.mark.parametrize("make", [begun, drafted])
def test_the_first_page_is_changed_while_it_is_being_written(officer, make):
    case_id = make(officer)
    assert Action.ABOUT in intake_actions(store.dpia(officer.db, case_id))
    write_about(officer, case_id, OTHER)
    found = store.dpia(officer.db, case_id)
    assert found.about.title == found.case.subject_name == "Noko anna"


@pytest.mark.parametrize("make", [sent, advised, in_force])
def test_what_was_sent_or_approved_keeps_its_first_page(officer, make):
    case_id = make(officer)
    assert Action.ABOUT not in intake_actions(store.dpia(officer.db, case_id))
    with pytest.raises(RefusedError):
        write_about(officer, case_id, OTHER)
    assert store.dpia(officer.db, case_id).about == ABOUT
