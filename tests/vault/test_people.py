"""Users and their roles: who comes in, who is shut out, and what remains when a deed is cut."""

import dataclasses
import shutil

import pytest

from gdpr_desktop.core.errors import AppError, InvalidInputError, RefusedError
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import (
    AlteredKeyFileError,
    DamagedDatabaseError,
    Kdf,
    Vault,
    VaultError,
    WrongPasswordError,
    keyfile,
    people,
    rekey,
)
from gdpr_desktop.vault.database import is_sound
from gdpr_desktop.vault.secret import Secret

NEW = "eit heilt nytt lause ord"
SECOND = "Liv Ombod"
SECOND_PASSWORD = "kaffi lampe fjell strikk"


@pytest.fixture
def per(vault):
    return people.users(vault)[1]


@pytest.fixture
def liv(vault):
    """A second officer."""
    return people.add_user(vault, SECOND, Role.OFFICER, SECOND_PASSWORD)


def deeds(vault) -> list[str]:
    return [row[0] for row in vault.db.execute("SELECT deed FROM journal ORDER BY seq")]


def works(place, user: str, password: str) -> bool:
    """Does the password open? Whatever stands in the way is False, but never a traceback."""
    try:
        Vault.open(place.register, user, password, anchor_dir=place.anchors).close()
    except VaultError:
        return False
    return True


# Adding


@pytest.mark.parametrize("name", ["", "  ", "Kari\0", "Ka\u202eri", "line\nbreak", "x" * 81])
def test_names_that_cannot_be_seen_or_read_are_refused(vault, name):
    with pytest.raises(InvalidInputError) as refused:
        people.add_user(vault, name, Role.CASEWORKER, NEW)
    assert [problem.field for problem in refused.value.problems] == ["user"]


def test_name_of_80_characters_in_either_unicode_form_is_one_name(vault):
    user = people.add_user(vault, "Å" * 80, Role.CASEWORKER, NEW)
    assert user.name == "Å" * 80
    with pytest.raises(InvalidInputError):
        people.add_user(vault, "A\u030a" * 80, Role.CASEWORKER, NEW)


def test_added_user_can_be_told_to_choose_a_password_and_is_free_once_it_is_done(vault, open_vault):
    people.add_user(vault, SECOND, Role.ARCHIVIST, SECOND_PASSWORD, must_change=True)
    vault.close()
    archivist = open_vault(SECOND, SECOND_PASSWORD)
    assert people.me(archivist).must_change
    people.change_password(archivist, SECOND_PASSWORD, NEW)
    assert not people.me(archivist).must_change


def test_unlocking_is_remembered_per_user(vault, clock):
    kari, per = people.users(vault)
    assert kari.last_unlocked == clock.now()
    assert per.last_unlocked is None


# Removing


def test_removed_user_is_shut_out_and_the_others_keep_their_passwords(
    vault, open_vault, place, per
):
    before = vault.opened.database_keys
    people.remove_user(vault, per.id)
    assert vault.opened.database_keys != before
    vault.save_setting("after", 1)
    assert is_sound(vault.db)
    assert deeds(vault)[-3:] == ["user_removed", "keys_changed", "setting_saved"]
    vault.close()
    with pytest.raises(WrongPasswordError):
        open_vault(place.caseworker)
    vault = open_vault()
    assert vault.setting("after") == 1
    assert [user.removed for user in people.users(vault)] == [False, True]


def test_key_and_key_file_that_a_removed_user_kept_do_not_open_the_register(
    vault, open_vault, place, per, tmp_path
):
    kept, key = place.keys.read_bytes(), vault.opened.database_keys[0]
    backup = shutil.copytree(place.register.parent, tmp_path / "backup")
    people.remove_user(vault, per.id)
    vault.close()
    fresh = place.keys.read_bytes()
    place.keys.write_bytes(kept)
    with pytest.raises(DamagedDatabaseError):
        open_vault(place.caseworker)
    place.keys.write_bytes(fresh)
    with pytest.raises(DamagedDatabaseError):
        rekey.database.open_database(place.register, key, keyfile.decode(kept).vault)
    elsewhere = {"register": backup / place.register.name, "anchors": tmp_path / "elsewhere"}
    old = dataclasses.replace(place, **elsewhere)
    assert works(old, place.caseworker, place.caseworker_password)  # of before: README says so


def test_slot_of_a_removed_user_put_back_with_the_new_key_is_refused(vault, open_vault, place, per):
    slot = keyfile.decode(place.keys.read_bytes()).slot(per.name)
    people.remove_user(vault, per.id)
    keys, key = keyfile.decode(place.keys.read_bytes()), vault.opened.database_keys
    sealed = keyfile.seal_keys(keys.vault, slot.public, keyfile.KeyKind.DATABASE, key)
    vault.close()
    again = dataclasses.replace(slot, database=sealed)
    place.keys.write_bytes(keyfile.encode(keys.with_slot(again), key))
    for user in (place.officer, place.caseworker):
        with pytest.raises(AlteredKeyFileError):
            open_vault(user)


def test_removed_user_can_be_added_again_as_the_same_person(vault, open_vault, place, per):
    people.remove_user(vault, per.id)
    back = people.add_user(vault, per.name.upper(), Role.MANAGER, NEW)
    assert (back.id, back.removed) == (per.id, False)
    vault.close()
    assert not works(place, per.name, place.caseworker_password)
    assert open_vault(per.name, NEW).actor.role is Role.MANAGER


def test_too_little_room_on_the_disk_stops_a_removal_before_anything_is_done(
    vault, place, per, monkeypatch
):
    before = place.keys.read_bytes(), len(deeds(vault))
    monkeypatch.setattr(rekey.shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(1, 1, 9))
    with pytest.raises(RefusedError, match=r"plass|room"):
        people.remove_user(vault, per.id)
    assert (place.keys.read_bytes(), len(deeds(vault))) == before


def test_the_key_is_in_no_statement_that_a_trace_sees(vault, per):
    seen: list[str] = []
    vault.db.conn.set_trace_callback(seen.append)
    people.remove_user(vault, per.id)
    vault.db.conn.set_trace_callback(None)
    assert seen
    assert vault.opened.database_keys[0].reveal().hex() not in "\n".join(seen).lower()


def test_whoever_asked_is_called_before_the_keys_change_and_can_stop_it(vault, place, per):
    content = place.keys.read_bytes()
    told = []

    def refuse(code: str) -> None:
        told.append(code)
        raise RefusedError("no backup, no change")

    vault.before_key_change.append(refuse)
    for deed in (
        lambda: people.remove_user(vault, per.id),
        lambda: people.change_role(vault, per.id, Role.MANAGER),
        lambda: people.reset_password(vault, per.id, NEW),
    ):
        with pytest.raises(RefusedError):
            deed()
    assert told == ["user_removed", "role_changed", "password_reset"]
    assert place.keys.read_bytes() == content


# The last officer, oneself, other roles


def test_last_officer_and_oneself_are_neither_removed_nor_given_another_role(vault, open_vault):
    kari = people.users(vault)[0]
    for deed in (people.remove_user, lambda v, i: people.change_role(v, i, Role.MANAGER)):
        with pytest.raises(RefusedError):
            deed(vault, kari.id)
    liv = people.add_user(vault, SECOND, Role.OFFICER, SECOND_PASSWORD)
    people.change_role(vault, liv.id, Role.MANAGER)
    vault.close()
    assert open_vault(SECOND, SECOND_PASSWORD).actor.role is Role.MANAGER


def test_officer_whose_slot_was_never_written_does_not_count_as_the_one_who_remains(
    vault, open_vault, place, liv
):
    with rekey.swapping(vault, people.Deed.MANAGE_USERS) as swap:
        slots = tuple(slot for slot in swap.keys.slots if slot.user != place.officer)
        keys = dataclasses.replace(swap.keys, slots=slots)
        swap.written = keyfile.encode(keys, vault.opened.database_keys)
    vault.close()
    second = open_vault(SECOND, SECOND_PASSWORD)
    per = people.users(second)[1]
    people.change_role(second, per.id, Role.OFFICER)
    with pytest.raises(RefusedError):
        people.change_role(second, second.actor.user_id, Role.MANAGER)


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.ARCHIVIST, Role.MANAGER])
def test_no_other_role_manages_users(vault, open_vault, place, liv, role):
    people.add_user(vault, "Tredje Person", role, NEW)
    vault.close()
    other = open_vault("Tredje Person", NEW)
    content = place.keys.read_bytes()
    for deed in (
        lambda: people.add_user(other, "Fjerde Person", Role.OFFICER, NEW),
        lambda: people.remove_user(other, liv.id),
        lambda: people.change_role(other, other.actor.user_id, Role.OFFICER),
        lambda: people.reset_password(other, liv.id, NEW),
    ):
        with pytest.raises(RefusedError):
            deed()
    assert place.keys.read_bytes() == content


# Roles and the officers' key


def test_officers_key_comes_and_goes_with_the_role(vault, open_vault, place, per):
    old = vault.opened.officers_keys
    people.change_role(vault, per.id, Role.OFFICER)
    assert vault.opened.officers_keys == old
    vault.close()
    officer = open_vault(place.caseworker)
    assert (officer.actor.role, officer.opened.officers_keys) == (Role.OFFICER, old)
    officer.close()
    vault = open_vault()
    people.change_role(vault, per.id, Role.CASEWORKER)
    new = vault.opened.officers_keys
    assert len(new) == 1
    assert new != old
    vault.close()
    assert open_vault(place.caseworker).opened.officers_keys == ()


# New password


def test_reset_password_opens_and_must_be_changed_while_the_old_one_does_not(
    vault, open_vault, place, per
):
    people.reset_password(vault, per.id, NEW)
    vault.close()
    with pytest.raises(WrongPasswordError):
        open_vault(place.caseworker)
    caseworker = open_vault(place.caseworker, NEW)
    assert caseworker.actor.user_id == per.id
    assert people.me(caseworker).must_change


def test_bad_password_is_refused_at_its_field_when_resetting(vault, per, place):
    before = place.keys.read_bytes()
    with pytest.raises(InvalidInputError) as refused:
        people.reset_password(vault, per.id, "kort")
    assert [problem.field for problem in refused.value.problems] == ["password"]
    assert place.keys.read_bytes() == before


def test_removed_user_gets_neither_password_nor_role(vault, per):
    people.remove_user(vault, per.id)
    with pytest.raises(RefusedError):
        people.reset_password(vault, per.id, NEW)
    with pytest.raises(RefusedError):
        people.change_role(vault, per.id, Role.OFFICER)


def test_disk_full_in_the_middle_of_the_new_encryption_keeps_the_old_key_working(
    vault, open_vault, place, per, monkeypatch
):
    def full(*_arguments, **_named) -> None:
        raise rekey.VaultError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr(rekey.database, "change_key", full)
        with pytest.raises(AppError, match=r"nøkkel|key"):
            people.remove_user(vault, per.id)
    vault.save_setting("after", 1)
    people.change_password(vault, place.password, NEW)
    vault.close()
    assert not works(place, place.caseworker, place.caseworker_password)
    vault = open_vault(password=NEW)
    assert vault.setting("after") == 1
    assert vault.opened.wanted is None
    assert deeds(vault).count("keys_changed") == 1


def test_smuggled_slot_of_a_kind_of_its_own_gets_no_key(vault, open_vault, place):
    keys, key = keyfile.decode(place.keys.read_bytes()), vault.opened.database_keys
    slot = keyfile.new_slot(
        keys.vault,
        "recovery",
        "passordet til ein annan",
        Kdf.floor(),
        database_keys=key,
        officers_keys=(Secret.new(),),
        kind=keyfile.SlotKind.RECOVERY,
    )
    vault.close()
    place.keys.write_bytes(keyfile.encode(keys.with_slot(slot), key))
    with pytest.raises(AlteredKeyFileError):
        open_vault()
