"""The key file: slots, sealed keys, what a forger can and cannot do."""

import dataclasses
import itertools
import json
import os
import unicodedata

import msgspec
import pytest

from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import (
    AlteredKeyFileError,
    DamagedKeyFileError,
    Kdf,
    StorageError,
    UnsafeKeyFileError,
    Vault,
    VaultError,
    WrongPasswordError,
    crypto,
    files,
    keyfile,
    people,
)
from gdpr_desktop.vault.keyfile import KeyKind, Keys, SlotKind
from gdpr_desktop.vault.secret import Secret

VAULT = bytes(range(16))
NEW = "eit heilt nytt lause ord"


@pytest.fixture(scope="module")
def key() -> Secret:
    return Secret.new()


@pytest.fixture(scope="module")
def keys(key: Secret) -> Keys:
    def slot(user: str, password: str) -> keyfile.Slot:
        return keyfile.new_slot(VAULT, user, password, Kdf.floor(), database_keys=(key,))

    return Keys(vault=VAULT, slots=(slot("Kari", "passordet til kari"), slot("Per", "og til per")))


def forge(place, change) -> None:
    """Edit the key file as someone without the key can: the checksum made to fit."""
    content = json.loads(place.keys.read_bytes())
    change(content["keys"])
    body = json.dumps(content["keys"], ensure_ascii=False, separators=(",", ":")).encode()
    macs = [keyfile._Mac(**mac) for mac in content["macs"]]
    envelope = keyfile._Envelope(
        format=keyfile.FORMAT,
        version=1,
        checksum=keyfile._checksum(macs, body),
        macs=macs,
        keys=msgspec.Raw(body),
    )
    place.keys.write_bytes(msgspec.json.encode(envelope))


def test_what_is_written_is_read(keys, key):
    content = keyfile.encode(keys, (key,))
    assert keyfile.decode(content) == keys
    keyfile.authenticate(content, (key,))


def test_password_gives_the_sealed_key(keys, key):
    opened = keyfile.open_slot(keys, "Kari", "passordet til kari")
    assert keyfile.unseal_keys(VAULT, opened, KeyKind.DATABASE) == (key,)
    assert keyfile.unseal_keys(VAULT, opened, KeyKind.OFFICERS) == ()


def test_old_and_new_key_stand_side_by_side_during_a_change_of_key(keys, key):
    new = Secret.new()
    slots = tuple(
        dataclasses.replace(
            slot,
            database=(
                *slot.database,
                *keyfile.seal_keys(VAULT, slot.public, KeyKind.DATABASE, (new,)),
            ),
        )
        for slot in keys.slots
    )
    both = dataclasses.replace(keys, slots=slots)
    content = keyfile.encode(both, (key, new))
    keyfile.authenticate(content, (key, new))
    opened = keyfile.open_slot(keyfile.decode(content), "Per", "og til per")
    assert keyfile.unseal_keys(VAULT, opened, KeyKind.DATABASE) == (key, new)


def test_change_of_key_that_was_begun_is_ended_at_the_next_unlock(vault, open_vault, place):
    used = vault._opened.database_keys[0]
    new = Secret.new()
    keys = keyfile.decode(place.keys.read_bytes())
    slots = tuple(
        dataclasses.replace(
            slot,
            database=keyfile.seal_keys(keys.vault, slot.public, KeyKind.DATABASE, (new, used)),
        )
        for slot in keys.slots
    )
    vault.close()
    changed = dataclasses.replace(keys, slots=slots)
    place.keys.write_bytes(keyfile.encode(changed, (new, used)))
    caseworker = open_vault(place.caseworker)
    assert caseworker.opened.database_keys == (new,)
    caseworker.close()
    assert open_vault().opened.database_keys == (new,)
    content = place.keys.read_bytes()
    assert all(len(slot.database) == 1 for slot in keyfile.decode(content).slots)
    keyfile.authenticate(content, (new,))


def test_only_officers_get_the_officers_key(open_vault, place):
    officer = open_vault()
    assert len(officer._opened.officers_keys) == 1
    officer.close()
    assert open_vault(place.caseworker)._opened.officers_keys == ()


def test_recovery_slot_is_a_slot_like_any_other(key):
    slot = keyfile.new_slot(
        VAULT, "recovery", "x" * 30, Kdf.floor(), database_keys=(key,), kind=SlotKind.RECOVERY
    )
    keys = Keys(vault=VAULT, slots=(slot,))
    opened = keyfile.open_slot(keys, "recovery", "x" * 30, SlotKind.RECOVERY)
    assert keyfile.unseal_keys(VAULT, opened, KeyKind.DATABASE) == (key,)


@pytest.mark.parametrize(
    ("memory_kib", "passes", "lanes"),
    [
        (2 * 1024**3, 3, 4),  # 2 TiB
        (8, 3, 4),
        (64 * 1024 - 1, 3, 4),
        (65536, 2, 4),
        (65536, 21, 4),
        (65536, 3, 17),
        (65536, 3, 0),
        (-1, 3, 4),
    ],
)
def test_cost_outside_floor_and_ceiling_is_refused_before_any_derivation(
    open_vault, place, monkeypatch, memory_kib, passes, lanes
):
    monkeypatch.setattr("argon2.low_level.hash_secret_raw", lambda *a, **k: pytest.fail("derived"))
    cost = {"memory_kib": memory_kib, "passes": passes, "lanes": lanes}
    forge(place, lambda keys: keys["slots"][0].update(kdf=cost))
    with pytest.raises(UnsafeKeyFileError):
        open_vault()


def test_slots_exchanged_between_users_do_not_open(open_vault, place):
    def exchange(keys):
        first, second = keys["slots"]
        first["user"], second["user"] = second["user"], first["user"]

    forge(place, exchange)
    with pytest.raises(WrongPasswordError):
        open_vault(place.caseworker, place.password)


def test_cheaper_derivation_or_other_salt_does_not_open(open_vault, place):
    forge(place, lambda keys: keys["slots"][0]["kdf"].update(passes=4))
    with pytest.raises(WrongPasswordError):
        open_vault()


def test_added_or_removed_slot_is_seen_as_altered(open_vault, place):
    forge(place, lambda keys: keys["slots"].pop(1))
    with pytest.raises(AlteredKeyFileError):
        open_vault()


def test_slot_that_the_register_does_not_know_is_refused(vault, open_vault, place):
    key = vault._opened.database_keys
    keys = keyfile.decode(place.keys.read_bytes())
    smuggled = keyfile.new_slot(
        keys.vault, "Gjest", "passordet til gjesten", Kdf.floor(), database_keys=key
    )
    vault.close()
    place.keys.write_bytes(keyfile.encode(keys.with_slot(smuggled), key))
    for user, password in ((place.officer, place.password), ("Gjest", "passordet til gjesten")):
        with pytest.raises(AlteredKeyFileError):
            open_vault(user, password)


def test_box_sealed_to_another_person_or_vault_does_not_open(keys):
    kari = keyfile.open_slot(keys, "Kari", "passordet til kari")
    per = keys.slots[1]
    swapped = dataclasses.replace(kari, slot=dataclasses.replace(kari.slot, database=per.database))
    with pytest.raises(AlteredKeyFileError):
        keyfile.unseal_keys(VAULT, swapped, KeyKind.DATABASE)
    with pytest.raises(AlteredKeyFileError):
        keyfile.unseal_keys(bytes(16), kari, KeyKind.DATABASE)


def test_two_slots_with_one_name_and_oversized_files_are_damage(keys, key):
    double = dataclasses.replace(keys, slots=(keys.slots[0], keys.slots[0]))
    with pytest.raises(DamagedKeyFileError):
        keyfile.decode(keyfile.encode(double, (key,)))
    with pytest.raises(DamagedKeyFileError):
        keyfile.decode(b" " * (keyfile.MAX_BYTES + 1))


def test_sealed_with_a_broken_public_key_is_refused():
    with pytest.raises(crypto.NotOpenedError):
        crypto.unseal(Secret.new(), bytes(80), b"")
    with pytest.raises(crypto.NotOpenedError):
        crypto.unseal(Secret.new(), b"short", b"")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_password_opens_in_either_unicode_form(open_vault, place, form):
    password = unicodedata.normalize(form, place.caseworker_password)
    assert open_vault(place.caseworker, password).actor.name == place.caseworker


@pytest.mark.parametrize(
    "password", ["k9?xæ" * 200, " ledande og følgjande ", "nul\0 er eit teikn"]
)
def test_unusual_passwords_work(open_vault, place, password):
    vault = open_vault()
    people.change_password(vault, place.password, password)
    vault.close()
    assert open_vault(password=password).actor.name == place.officer
    with pytest.raises(WrongPasswordError):
        keyfile.open_slot(
            keyfile.decode(place.keys.read_bytes()), place.officer, password[:-1].strip()
        )


def test_changed_password_opens_and_the_old_one_does_not(open_vault, place):
    vault = open_vault()
    people.change_password(vault, place.password, NEW)
    vault.close()
    with pytest.raises(WrongPasswordError):
        open_vault()
    vault = open_vault(password=NEW)
    assert "password_changed" in [row["deed"] for row in vault.db.query("SELECT deed FROM journal")]


def test_password_is_changed_only_with_the_old_one_and_to_a_good_new_one(vault, place):
    before = place.keys.read_bytes()
    with pytest.raises(WrongPasswordError):
        people.change_password(vault, "ikkje det gamle", NEW)
    for bad in ("kort", "fjordheim2026", place.password):
        with pytest.raises(InvalidInputError):
            people.change_password(vault, place.password, bad)
    assert place.keys.read_bytes() == before


def test_everyone_may_change_their_own_password(open_vault, place):
    vault = open_vault(place.caseworker)
    people.change_password(vault, place.caseworker_password, NEW)
    vault.close()
    assert open_vault(place.caseworker, NEW).actor.role is Role.CASEWORKER


def _opens(place, password: str) -> bool:
    try:
        keyfile.open_slot(keyfile.decode(place.keys.read_bytes()), place.officer, password)
    except WrongPasswordError:
        return False
    return True


class Failing:
    """Makes the n-th call on a file fail, alone or with all that follow."""

    def __init__(self, monkeypatch, number: int, *, always: bool) -> None:
        self.calls, self._number, self._always = 0, number, always
        for name in ("open", "write", "fsync"):
            monkeypatch.setattr(files.os, name, self._wrap(getattr(os, name)))
        monkeypatch.setattr(files.Path, "replace", self._wrap(files.Path.replace))

    def _wrap(self, real):
        def call(*arguments, **options):
            self.calls += 1
            if self.calls == self._number or (self._always and self.calls > self._number):
                raise OSError(28, "No space left on device")
            return real(*arguments, **options)

        return call


@pytest.mark.parametrize("always", [False, True], ids=["once", "from then on"])
def test_nth_failure_while_changing_the_password_leaves_one_that_works(
    vault, place, monkeypatch, always
):
    """Every call on a file fails in turn, by itself and for good (SQLite's method)."""
    old = place.password
    for number in itertools.count(1):
        new = f"nummer {number} gjekk heilt gale"
        with monkeypatch.context() as patched:
            failing = Failing(patched, number, always=always)
            try:
                people.change_password(vault, old, new)
            except VaultError:
                assert (_opens(place, old), _opens(place, new)) == (True, False)
            else:
                assert (_opens(place, old), _opens(place, new)) == (False, True)
                old = new
        assert not list(place.register.parent.glob("*.new"))
        if failing.calls < number:
            break
    assert number > 5
    assert vault.municipality().name == "Fjordheim kommune"


def test_key_file_held_by_another_program_for_a_moment_is_tried_again(vault, place, monkeypatch):
    held = itertools.chain([True, True], itertools.repeat(False))
    replace = files.Path.replace

    def busy(self, target):
        if next(held):
            raise PermissionError(13, "held by the antivirus program")
        return replace(self, target)

    monkeypatch.setattr(files.Path, "replace", busy)
    people.change_password(vault, place.password, NEW)
    assert _opens(place, NEW)


def test_failed_commit_puts_the_old_key_file_back(vault, place, monkeypatch):
    def broken(*_arguments):
        raise StorageError

    with monkeypatch.context() as patched:
        patched.setattr(type(vault._worker), "_commit", broken)
        with pytest.raises(StorageError):
            people.change_password(vault, place.password, NEW)
    assert _opens(place, place.password)
    people.change_password(vault, place.password, NEW)
    assert _opens(place, NEW)


@pytest.mark.skipif(os.name != "posix", reason="rights as on Unix")
def test_files_are_for_the_owner_only(vault, place):
    people.change_password(vault, place.password, NEW)
    for path in (place.keys, place.register, place.lock):
        assert path.stat().st_mode & 0o077 == 0


def test_new_user_needs_a_free_name_and_the_right(open_vault, place):
    vault = open_vault()
    with pytest.raises(InvalidInputError):
        people.add_user(vault, "per  SAKSBEHANDLAR", Role.MANAGER, NEW)
    user = people.add_user(vault, "Liv Leiar", Role.MANAGER, NEW)
    assert [known.name for known in people.users(vault)] == [
        place.officer,
        place.caseworker,
        "Liv Leiar",
    ]
    vault.close()
    manager = open_vault("Liv Leiar", NEW)
    assert manager.actor.user_id == user.id
    with pytest.raises(RefusedError):
        people.add_user(manager, "Enda Ein", Role.OFFICER, NEW)


def test_user_whose_key_could_not_be_written_shuts_nobody_out_and_can_be_added_again(
    vault, open_vault, place, monkeypatch
):
    with monkeypatch.context() as patched:
        Failing(patched, 1, always=True)
        with pytest.raises(VaultError):
            people.add_user(vault, "Liv Leiar", Role.ARCHIVIST, NEW)
    vault.close()
    vault = open_vault()
    user = people.add_user(vault, "Liv Leiar", Role.MANAGER, NEW)
    assert [known.id for known in people.users(vault)] == [1, 2, user.id]
    vault.close()
    assert open_vault("Liv Leiar", NEW).actor.role is Role.MANAGER


def test_vault_is_a_type_that_hides_its_keys(vault):
    assert isinstance(vault, Vault)
    assert repr(vault) == "<Vault Fjordheim.register>"
