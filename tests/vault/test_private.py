"""Private notes: sealed with the officers' key, for officers alone, whoever leaves or comes."""

import pytest

from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.vault import crypto, keyfile, people, private
from gdpr_desktop.vault.secret import Secret

TIP = "Synnøve Hemmelegdatter ringde om mappa."
SECOND, SECOND_PASSWORD = "Liv Ombod", "kaffi lampe fjell strikk"
CASE = CaseId(1)


@pytest.fixture
def vault(open_vault):
    """Open as the officer, with one case to write about."""
    opened = open_vault()
    with opened.begin(Deed.REGISTER_CASE) as work:
        for number in (1, 2):
            work.db.execute(
                "INSERT INTO case_file (id, number, kind, state, received, language, subject_name,"
                " subject_sort, registered_by, created_at)"
                " VALUES (?, ?, 'access', 'open', '2026-02-03', 'nn', 'Kari', 'kari', 1, '')",
                [number, f"2026/{number}"],
            )
    return opened


def texts(vault) -> list[str | None]:
    return [note.text for note in private.notes(vault, CASE)]


def test_note_is_added_corrected_and_deleted_and_the_journal_knows_no_word_of_it(vault, clock):
    private.add_note(vault, CASE, "  Eit tips\nom noko.  ")
    note = private.notes(vault, CASE)[0]
    assert (note.text.strip(), note.author, note.changed_at) == (
        "Eit tips\nom noko.",
        "Kari Ombod",
        None,
    )
    private.correct_note(vault, note.id, TIP)
    assert texts(vault) == [TIP]
    assert private.notes(vault, CASE)[0].changed_at == clock.now()
    private.delete_note(vault, note.id)
    assert texts(vault) == []
    with pytest.raises(RefusedError):
        private.correct_note(vault, note.id, TIP)
    journal = vault.db.execute("SELECT deed, detail FROM journal WHERE case_id = 1").fetchall()
    assert [deed for deed, _detail in journal] == [
        "private_note_added",
        "private_note_corrected",
        "private_note_deleted",
    ]
    assert "tips" not in str(journal)


def test_nothing_is_written_about_an_erased_case(vault):
    with vault.begin(Deed.CLEAN_UP) as work:
        work.db.execute("UPDATE case_file SET anonymised_at = '2026-02-03' WHERE id = ?", [CASE])
    with pytest.raises(RefusedError):
        private.add_note(vault, CASE, TIP)
    assert texts(vault) == []


def test_empty_and_endless_notes_are_refused(vault):
    for bad in ("", " \n ", "x" * (private.LONGEST + 1)):
        with pytest.raises(InvalidInputError):
            private.add_note(vault, CASE, bad)


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.ARCHIVIST, Role.MANAGER])
def test_other_roles_are_refused_by_the_program(vault, open_vault, role):
    private.add_note(vault, CASE, TIP)
    people.add_user(vault, SECOND, role, SECOND_PASSWORD)
    vault.close()
    other = open_vault(SECOND, SECOND_PASSWORD)
    for deed in (
        lambda: private.notes(other, CASE),
        lambda: private.add_note(other, CASE, "x"),
        lambda: private.correct_note(other, 1, "x"),
        lambda: private.delete_note(other, 1),
    ):
        with pytest.raises(RefusedError):
            deed()


def test_all_that_a_caseworkers_slot_gives_does_not_open_a_note(vault, place):
    """Not the program's word for it: the raw keys, tried on the raw box."""
    private.add_note(vault, CASE, TIP)
    row = vault.db.execute("SELECT id, case_id, box FROM private_note").fetchone()
    content = vault.opened
    keys = keyfile.decode(place.keys.read_bytes())
    slot = keyfile.open_slot(keys, place.caseworker, place.caseworker_password)
    held = [
        slot.private,
        *keyfile.unseal_keys(keys.vault, slot, keyfile.KeyKind.DATABASE),
        *(Secret(bytes(r[0])) for r in vault.db.execute("SELECT key FROM journal_key")),
    ]
    assert keyfile.unseal_keys(keys.vault, slot, keyfile.KeyKind.OFFICERS) == ()
    box, context = bytes(row[2]), private._context(keys.vault, row[0], row[1])
    for key in held:
        for tried in (key, private._purpose(key), crypto.subkey(key, "officers")):
            with pytest.raises(crypto.NotOpenedError):
                crypto.unwrap(tried, box, context)
    # boxes sealed to officers do not open with another's private key
    for sealed in keys.slot(place.officer).officers:
        with pytest.raises(crypto.NotOpenedError):
            crypto.unseal(slot.private, sealed.box, b"")
    officers = private._purpose(content.officers_keys[0])
    assert crypto.unwrap(officers, box, context).reveal().decode() == TIP  # the proof is sharp


def test_no_word_of_a_note_stands_open_in_the_decrypted_tables(vault):
    private.add_note(vault, CASE, TIP)
    whole = b"".join(
        bytes(str(row), "utf-8") for row in vault.db.execute("SELECT * FROM private_note")
    )
    assert b"Hemmelegdatter" not in whole


def test_box_moved_to_another_case_or_note_does_not_open(vault):
    private.add_note(vault, CASE, TIP)
    private.add_note(vault, CASE, "eit anna")
    with vault.begin(Deed.REGISTER_CASE) as work:
        work.db.execute(
            "UPDATE private_note SET box = (SELECT box FROM private_note WHERE id = 1) WHERE id = 2"
        )
        work.db.execute("UPDATE private_note SET case_id = 2 WHERE id = 1")
    assert texts(vault) == [None]
    assert [note.text for note in private.notes(vault, CaseId(2))] == [None]


def test_officer_who_leaves_knows_no_key_of_what_is_written_afterwards(vault, open_vault):
    private.add_note(vault, CASE, TIP)
    liv = people.add_user(vault, SECOND, Role.OFFICER, SECOND_PASSWORD)
    known = vault.opened.officers_keys[0]
    people.remove_user(vault, liv.id)
    assert texts(vault) == [TIP]
    row = vault.db.execute("SELECT id, case_id, box FROM private_note").fetchone()
    with pytest.raises(crypto.NotOpenedError):
        crypto.unwrap(
            private._purpose(known),
            bytes(row[2]),
            private._context(vault.opened.vault, row[0], row[1]),
        )
    vault.close()
    assert texts(open_vault()) == [TIP]


def test_new_officer_reads_what_was_written_before(vault, open_vault, place):
    private.add_note(vault, CASE, TIP)
    people.change_role(vault, people.users(vault)[1].id, Role.OFFICER)
    vault.close()
    assert texts(open_vault(place.caseworker)) == [TIP]


def test_officer_with_a_reset_password_still_reads(vault, open_vault):
    private.add_note(vault, CASE, TIP)
    liv = people.add_user(vault, SECOND, Role.OFFICER, SECOND_PASSWORD)
    people.reset_password(vault, liv.id, "grøn traktor i solskin")
    vault.close()
    assert texts(open_vault(SECOND, "grøn traktor i solskin")) == [TIP]
