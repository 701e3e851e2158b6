"""What every entry has: revisions, links, approval, ending, documents that go out of date."""

from dataclasses import replace

import pytest

from gdpr_desktop.casework import person_search as search
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.roles import Role
from gdpr_desktop.register.documents import record_document, stale_documents
from gdpr_desktop.register.entries import lists, service, store, upkeep
from gdpr_desktop.register.entries.model import (
    EntryId,
    EntryKind,
    EntryQuery,
    EntryState,
    Finding,
    Severity,
)
from gdpr_desktop.register.entries.widgets.entry_view import offered
from gdpr_desktop.register.rooms import shelf_for
from gdpr_desktop.register.systems.model import System
from gdpr_desktop.register.units.model import Unit


def add(vault, content) -> EntryId:
    return EntryId(service.add_entry(vault, content).id)


def test_entry_comes_back_as_it_was_saved(vault, activity):
    saved = store.entry(vault.db, add(vault, activity))
    assert saved.content == activity
    assert saved.state is EntryState.DRAFT


def test_change_makes_a_new_revision_and_can_be_undone(vault, activity):
    number = add(vault, activity)
    change = service.change_entry(vault, number, replace(activity, number="3"))
    assert store.entry(vault.db, number).revision == 2
    assert change.undo is not None
    change.undo.verb(vault)
    assert store.entry(vault.db, number).content == activity
    assert [one.code for one in store.versions(vault.db, number)] == [
        "entry_put_back",
        "entry_changed",
        "entry_added",
    ]


def test_undo_is_refused_once_somebody_has_gone_on_with_the_entry(vault, system):
    first = service.change_entry(vault, system, System(name="Oppad", owner="rektor"))
    second = service.change_entry(vault, system, System(name="Oppad", owner="styrar"))
    with pytest.raises(RefusedError):
        first.undo.verb(vault)
    assert store.entry(vault.db, system).content.owner == "styrar"
    service.approve_entry(vault, system)
    with pytest.raises(RefusedError):
        second.undo.verb(vault)
    assert store.entry(vault.db, system).state is EntryState.APPROVED


def test_undo_is_refused_when_what_it_points_to_is_gone(vault, unit):
    number = add(vault, System(name="Vigilo", unit_id=unit))
    change = service.change_entry(vault, number, System(name="Vigilo"))
    service.delete_entry(vault, unit)
    with pytest.raises(InvalidInputError) as error:
        change.undo.verb(vault)
    assert [one.field for one in error.value.problems] == ["unit_id"]


def test_undo_leads_no_unit_back_to_itself(vault, unit):
    below = add(vault, Unit(name=same("Avdeling")))
    top = store.entry(vault.db, unit).content
    service.change_entry(vault, unit, replace(top, parent_id=below))
    change = service.change_entry(vault, unit, top)
    service.change_entry(vault, below, Unit(name=same("Avdeling"), parent_id=unit))
    with pytest.raises(InvalidInputError, match="tilbake til seg"):
        change.undo.verb(vault)


def test_what_is_deleted_is_never_taken_for_what_came_after_it(vault):
    gone = add(vault, Unit(name=same("Avdeling")))
    service.delete_entry(vault, gone)
    with pytest.raises(InvalidInputError):
        add(vault, System(name="Vigilo", unit_id=gone))
    assert add(vault, System(name="Vigilo")) != gone


def test_saving_what_did_not_change_writes_nothing(vault, activity):
    number = add(vault, activity)
    assert service.change_entry(vault, number, activity).undo is None
    assert store.entry(vault.db, number).revision == 1


def test_document_is_out_of_date_once_its_source_changes(vault, activity, place):
    number = add(vault, activity)
    for kind in ("information_letter", "block", "sign"):
        record_document(
            vault,
            kind=kind,
            title=kind,
            language="nn",
            path=place,
            sha256="00",
            about=number,
            sources=[number],
        )
    assert stale_documents(vault.db) == ()
    service.change_entry(vault, number, replace(activity, number="3"))
    assert [one.document.kind for one in stale_documents(vault.db)] == [
        "sign",
        "block",
        "information_letter",
    ]


def test_what_is_used_is_replaced_rather_than_deleted(vault, activity, system):
    number, other = add(vault, activity), add(vault, System(name="Vigilo"))
    with pytest.raises(RefusedError, match="Oppad"):
        service.delete_entry(vault, system)
    service.replace_entry(vault, system, other)
    assert store.entry(vault.db, number).content.systems == (other,)
    assert store.named(vault.db, EntryKind.SYSTEM, "Oppad") is None


def test_a_change_that_somebody_went_on_from_is_not_undone(vault, activity, system):
    number, other = add(vault, activity), add(vault, System(name="Vigilo"))
    changed = replace(store.entry(vault.db, number).content, number="2")
    undo = service.change_entry(vault, number, changed).undo
    service.replace_entry(vault, system, other)
    assert undo is not None
    with pytest.raises(RefusedError, match="endra sidan"):
        undo.verb(vault)
    assert store.entry(vault.db, number).content.systems == (other,)


def test_an_entry_that_cannot_be_read_does_not_shut_the_register(vault, system):
    with vault.begin_upkeep() as work:
        work.db.execute("UPDATE entry SET data = '{' WHERE id = ?", [system])
    upkeep.catch_up(vault)
    assert lists.count(vault.db, EntryQuery(kind=EntryKind.SYSTEM)) == 1


def test_two_of_one_kind_cannot_have_one_name(vault, system):
    with pytest.raises(InvalidInputError, match="namn"):
        add(vault, System(name=" OPPAD "))


def test_unit_cannot_stand_under_itself(vault, unit):
    below = add(vault, Unit(name=same("Avdeling"), parent_id=unit))
    circle = Unit(name=same("Barnehage"), parent_id=below)
    with pytest.raises(InvalidInputError, match="tilbake til seg"):
        service.change_entry(vault, unit, circle)


def test_approved_entry_that_changes_must_be_approved_anew(vault, unit):
    service.approve_entry(vault, unit)
    before = store.entry(vault.db, unit).content
    service.change_entry(vault, unit, replace(before, contact="barnehage@example.no"))
    assert store.entry(vault.db, unit).state is EntryState.TO_REVISE


def test_what_lacks_something_the_law_asks_for_is_not_approved(vault):
    number = add(vault, Unit(name=same("Utan ansvarleg")))
    with pytest.raises(RefusedError, match="kan ikkje godkjennast"):
        service.approve_entry(vault, number)


def test_what_is_over_leaves_the_list_and_comes_back(vault, system):
    query = EntryQuery(kind=EntryKind.SYSTEM)
    change = service.retire_entry(vault, system)
    assert lists.count(vault.db, query) == 0
    assert change.undo is not None
    change.undo.verb(vault)
    assert lists.count(vault.db, query) == 1


def test_search_finds_a_beginning_in_either_folding(vault, activity):
    add(vault, activity)
    query = EntryQuery(kind=EntryKind.ACTIVITY, text="aa gi pla")
    assert lists.count(vault.db, query) == 1


def test_somebody_named_in_the_record_or_its_history_is_found(vault, system):
    upkeep.subscribe()
    before = store.entry(vault.db, system).content
    service.change_entry(vault, system, replace(before, note="Spør Kari Aasen"))
    service.change_entry(vault, system, before)
    running = search.start(vault, search.clues_in("Kari Aasen", vault.clock.today()))
    running.at_once()
    for _new in running.slices():
        pass
    assert search.Where.RECORD in {one.where for one in running.found.elsewhere}


def test_findings_are_counted_anew_by_another_version_of_the_program(vault, system, monkeypatch):
    monkeypatch.setattr(
        System, "findings", lambda self: (Finding(code="x", severity=Severity.ERROR),)
    )
    upkeep.catch_up(vault)
    assert store.entry(vault.db, system).errors == 1
    monkeypatch.setattr(System, "findings", lambda self: ())
    upkeep.catch_up(vault)  # the same version: nothing is read
    assert store.entry(vault.db, system).errors == 1


def test_undone_change_leaves_what_was_approved_and_made_as_it_was(vault, unit, place):
    service.approve_entry(vault, unit)
    document = {"kind": "list", "title": "", "language": "nn", "path": place, "sha256": ""}
    record_document(vault, **document, about=unit, sources=[unit])
    before = store.entry(vault.db, unit)
    change = service.change_entry(vault, unit, replace(before.content, contact="a@example.no"))
    assert change.undo is not None
    change.undo.verb(vault)
    after = store.entry(vault.db, unit)
    assert (after.state, after.approved_revision) == (EntryState.APPROVED, after.revision)
    assert stale_documents(vault.db) == ()


def test_what_stands_beside_the_content_needs_no_new_approval(vault, activity, place):
    number = add(vault, activity)
    service.change_entry(vault, number, replace(activity, note="Spør styraren"))
    assert store.entry(vault.db, number).revision == 1
    assert store.versions(vault.db, number)[0].content.note == "Spør styraren"


def test_a_used_draft_is_not_offered_for_deletion(vault, system, unit):
    officer = vault.actor
    vault.actor = vault._worker.actor = replace(officer, role=Role.CASEWORKER)
    shelf = shelf_for(EntryKind.UNIT)
    keys = [key for key, _words in offered(vault, shelf, store.entry(vault.db, unit))]
    assert "delete" not in keys
    assert "replace" not in keys
    unused = store.entry(vault.db, add(vault, Unit(name=same("Skule"))))
    assert "delete" in dict(offered(vault, shelf, unused))
    vault.actor = officer
    assert "replace" in dict(offered(vault, shelf, store.entry(vault.db, unit)))
