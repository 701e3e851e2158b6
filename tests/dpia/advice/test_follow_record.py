"""A change of the activity in the record calls for a new look at its assessment."""

from dataclasses import replace
from datetime import date

import pytest

from dpia.advice.values import put_in_force, read, review
from dpia.filling import put
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.dpia.advice.reviewing import review as look_again
from gdpr_desktop.dpia.assessment import CHANGED
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Dpia as InRecord
from gdpr_desktop.register.activities.parts import Purpose
from gdpr_desktop.register.entries import service
from gdpr_desktop.register.entries.model import EntryId

ACTIVITY = Activity(name=same("Digitalt tilsyn"), purposes=(Purpose(text=same("Tryggleik")),))


@pytest.fixture
def assessed(officer, case_id):
    """An assessment of an activity of the record."""
    entry = EntryId(service.add_entry(officer, ACTIVITY).id)
    about = replace(read(officer, case_id).about, activities=(entry,))
    put(officer, case_id, about=about)
    return case_id, entry


def waiting(vault, case_id):
    tasks = read(vault, case_id).tasks
    return [one for one in tasks if one.kind == CHANGED and not one.done]


def change(vault, entry, **fields):
    return service.change_entry(vault, entry, replace(ACTIVITY, **fields))


def test_what_is_in_force_gets_one_task_to_look_again(officer, assessed):
    case_id, entry = assessed
    put(officer, case_id, state="in_force")
    change(officer, entry, purposes=(Purpose(text=same("Forsking")),))
    change(officer, entry, purposes=(Purpose(text=same("Statistikk")),))
    (task,) = waiting(officer, case_id)
    assert task.due == date(2026, 12, 4)
    assert "«Digitalt tilsyn»" in task.title


def test_a_look_sees_to_it_and_undone_it_waits_again(officer, assessed):
    case_id, entry = assessed
    put_in_force(officer, case_id)
    change(officer, entry, purposes=(Purpose(text=same("Forsking")),))
    done = look_again(officer, case_id, review())
    assert not waiting(officer, case_id)
    done.undo.verb(officer)
    assert waiting(officer, case_id)


def test_that_an_assessment_was_made_is_no_change_nor_is_a_note(officer, assessed):
    case_id, entry = assessed
    put(officer, case_id, state="in_force")
    change(officer, entry, dpia=InRecord(reference="2026-0001"), note="Sett på.")
    assert not waiting(officer, case_id)


def test_one_that_is_being_written_gets_a_line_and_no_task(officer, assessed):
    case_id, entry = assessed
    change(officer, entry, purposes=(Purpose(text=same("Forsking")),))
    assert not waiting(officer, case_id)


def test_an_activity_that_is_replaced_leaves_its_assessment_to_the_new_one(officer, assessed):
    case_id, entry = assessed
    new = EntryId(service.add_entry(officer, replace(ACTIVITY, name=same("Nytt tilsyn"))).id)
    service.replace_entry(officer, entry, new)
    assert read(officer, case_id).about.activities == (new,)
