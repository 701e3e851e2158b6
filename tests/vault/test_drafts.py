"""Drafts: kept for one user alone, and no trace of them in journal or change."""

import pytest

from faults.failing import every_failure, failing_statements
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.vault import DiskFullError, drafts, journal, keyfile, opening, people
from gdpr_desktop.vault import users as rows

FORM = "requests.note"
DATA = {"title": "Notat", "state": {"text": "Kari Hemmelegdatter"}}


@pytest.fixture
def case_id(vault):
    with vault.begin(Deed.REGISTER_CASE) as work:
        work.db.execute(
            "INSERT INTO case_file (id, number, kind, state, received, language, subject_name,"
            " subject_sort, registered_by, created_at)"
            " VALUES (7, '2026/7', 'access', 'open', '2026-02-03', 'nn', 'Kari', 'kari', 1, '')"
        )
    return 7


def test_a_draft_is_there_after_the_file_was_closed(vault, open_vault, case_id):
    drafts.save(vault, FORM, case_id, DATA)
    vault.close()
    again = open_vault()
    draft = drafts.load(again, FORM, case_id)
    assert draft is not None
    assert draft.data == DATA
    assert draft.saved_at == again.clock.now()


def test_a_newer_draft_takes_the_place_of_the_older(vault, case_id):
    drafts.save(vault, FORM, None, {"state": "first"})
    drafts.save(vault, FORM, None, {"state": "second"})
    drafts.save(vault, FORM, case_id, DATA)
    assert [draft.data.get("state") for draft in drafts.all_of(vault)] == [DATA["state"], "second"]
    drafts.discard(vault, FORM, None)
    assert [draft.case_id for draft in drafts.all_of(vault)] == [case_id]


def test_a_draft_is_no_change_and_not_in_the_journal(vault):
    before = vault.db.execute("SELECT count(*) FROM journal").fetchone()
    drafts.save(vault, FORM, None, DATA)
    drafts.discard(vault, FORM, None)
    assert vault.db.execute("SELECT count(*) FROM journal").fetchone() == before
    assert journal.verify(vault.db) is None


def test_another_user_with_the_database_key_reads_no_draft(vault, open_vault, place):
    drafts.save(vault, FORM, None, DATA)
    vault.close()
    other = open_vault(place.caseworker)
    assert drafts.all_of(other) == ()
    (content,) = other.db.execute("SELECT content FROM draft").fetchone()
    assert b"Hemmeleg" not in content
    with other.begin_upkeep() as work:  # put in as one's own it does not open
        work.db.execute("UPDATE draft SET user_id = ?", [other.actor.user_id])
    assert drafts.load(other, FORM, None) is None


@pytest.mark.parametrize("column", ["form = 'other'", "case_id = 7"])
def test_a_draft_moved_to_another_form_or_case_does_not_open(vault, case_id, column):
    drafts.save(vault, FORM, None, DATA)
    with vault.begin_upkeep() as work:
        work.db.execute(f"UPDATE draft SET {column}")
    assert drafts.all_of(vault) == ()


def test_drafts_from_before_a_reset_password_are_dropped_and_counted(vault):
    drafts.save(vault, FORM, None, DATA)
    vault._opened = _with_other_key(vault.opened)
    drafts.save(vault, "requests.other", None, DATA)
    assert drafts.drop_unreadable(vault) == 1
    assert drafts.drop_unreadable(vault) == 0
    assert [draft.form for draft in drafts.all_of(vault)] == ["requests.other"]


def _with_other_key(opened):
    import dataclasses

    from gdpr_desktop.vault.secret import Secret

    return dataclasses.replace(opened, drafts_key=Secret.new())


def test_changing_ones_own_password_keeps_the_drafts(vault, open_vault, place):
    drafts.save(vault, FORM, None, DATA)
    people.change_password(vault, place.password, "eit heilt nytt lause ord")
    vault.close()
    again = open_vault(password="eit heilt nytt lause ord")
    assert [draft.data for draft in drafts.all_of(again)] == [DATA]


def test_closing_a_case_takes_its_drafts_away(vault, case_id):
    drafts.save(vault, FORM, case_id, DATA)
    drafts.save(vault, FORM, None, DATA)
    with vault.begin(Deed.CLOSE_CASE) as work:
        work.db.execute("UPDATE case_file SET state = 'closed'")
    assert [draft.case_id for draft in drafts.all_of(vault)] == [None]


def test_a_closed_case_that_loses_its_names_loses_its_drafts(vault, case_id):
    with vault.begin(Deed.CLOSE_CASE) as work:
        work.db.execute("UPDATE case_file SET state = 'closed'")
    drafts.save(vault, FORM, case_id, DATA)
    with vault.begin(Deed.CLEAN_UP) as work:
        work.db.execute("UPDATE case_file SET subject_name = ''")
    assert drafts.all_of(vault) == ()


def test_the_drafts_of_a_removed_user_go_with_the_user(vault, open_vault, place):
    vault.close()
    other = open_vault(place.caseworker)
    drafts.save(other, FORM, None, DATA)
    number = other.actor.user_id
    other.close()
    officer = open_vault()
    with officer.begin(Deed.MANAGE_USERS) as work:
        work.db.execute("UPDATE user SET removed_at = 'x' WHERE id = ?", [number])
    assert officer.db.execute("SELECT count(*) FROM draft").fetchone() == (0,)


def test_a_place_that_is_read_only_keeps_no_draft_and_forgets_none(vault):
    drafts.save(vault, FORM, None, DATA)
    vault.read_only = True
    with pytest.raises(RefusedError):
        drafts.save(vault, FORM, None, {})
    drafts.discard(vault, FORM, None)
    assert [draft.data for draft in drafts.all_of(vault)] == [DATA]


def test_a_full_disk_leaves_the_older_draft_whole(vault):
    def before():
        drafts.save(vault, FORM, None, {"state": "old"})

    def after(error):
        assert error is None or isinstance(error, DiskFullError)
        draft = drafts.load(vault, FORM, None)
        assert draft is not None
        assert draft.data["state"] in (("new",) if error is None else ("old", "new"))

    failures = every_failure(
        lambda: drafts.save(vault, FORM, None, {"state": "new"}),
        before=before,
        after=after,
        failing=failing_statements,
    )
    assert failures > 2


def test_a_reset_key_pair_gives_another_key_for_drafts(vault, open_vault, place):
    drafts.save(vault, FORM, None, DATA)
    opened = vault.opened
    keys = keyfile.decode(opening.read_keys(opened.files))
    slot = keyfile.new_slot(
        keys.vault,
        place.officer,
        "eit heilt nytt lause ord",
        keys.slots[0].kdf,
        database_keys=opened.database_keys,
        officers_keys=opened.officers_keys,
    )
    with vault.begin(Deed.MANAGE_USERS) as work:
        rows.add(
            work.db,
            name=slot.user,
            role=Role.OFFICER,
            public_key=slot.public,
            at=vault.clock.now(),
        )
        content = keyfile.encode(keys.with_slot(slot), opened.database_keys)
        opening.write_keys(opened.files, content)
    vault.close()
    again = open_vault(password="eit heilt nytt lause ord")
    assert drafts.all_of(again) == ()
    assert drafts.drop_unreadable(again) == 1
