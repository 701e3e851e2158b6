"""The recovery key: written down, read back, used once, told to everyone."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faults.failing import every_failure, failing_files, failing_statements
from gdpr_desktop.core.errors import AppError, InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.vault import (
    AlteredKeyFileError,
    TooSoonError,
    Vault,
    VaultError,
    WrongPasswordError,
    announcements,
    keyfile,
    people,
    private,
    recovery,
    recovery_secret,
)

NEW = "eit heilt nytt lause ord"


@pytest.fixture
def groups(vault) -> tuple[str, ...]:
    made = recovery_secret.new()
    recovery.make(vault, made)
    return made


@pytest.fixture
def use(place, clock):
    opened = []

    def user(groups, officer=place.officer, password=NEW) -> Vault:
        vault = recovery.open_with(
            place.register, groups, officer, password, clock=clock, anchor_dir=place.anchors
        )
        opened.append(vault)
        return vault

    yield user
    for vault in opened:
        vault.close()


# As people write it


def test_key_is_seven_groups_of_at_least_128_random_bits():
    groups = recovery_secret.new()
    assert [len(group) for group in groups] == [5] * 7
    assert 5 * (7 * 4) >= 128
    assert recovery_secret.read("-".join(groups)) == groups
    assert groups != recovery_secret.new()


def test_case_blanks_and_look_alikes_do_not_matter():
    groups = next(g for g in iter(recovery_secret.new, None) if {"0", "1"} <= set("".join(g)))
    typed = "\n ".join(groups).lower().replace("0", "o").replace("1", "l", 1).replace("1", "I")
    assert recovery_secret.read(typed) == groups


@given(st.randoms(use_true_random=False), st.integers(0, 34), st.integers(1, 31))
def test_every_wrong_sign_is_found_and_its_group_named(random, at, step):
    signs = list("".join(recovery_secret.new()))
    place = recovery_secret.ALPHABET.index(signs[at])
    signs[at] = recovery_secret.ALPHABET[(place + step) % 32]
    with pytest.raises(InvalidInputError, match=rf"gruppe.* {at // 5 + 1}\b|group {at // 5 + 1}\b"):
        recovery_secret.read("".join(signs))


def test_exchanged_neighbours_and_exchanged_groups_are_found():
    for _round in range(50):
        groups = recovery_secret.new()
        signs = list("".join(groups))
        for at in range(34):
            if signs[at] == signs[at + 1] or (at % 5 == 4):
                continue
            swapped = [*signs]
            swapped[at : at + 2] = swapped[at + 1], swapped[at]
            with pytest.raises(InvalidInputError):
                recovery_secret.read("".join(swapped))
    for one, other in itertools.combinations(range(7), 2):
        exchanged = [*groups]
        exchanged[one], exchanged[other] = exchanged[other], exchanged[one]
        with pytest.raises(InvalidInputError):
            recovery_secret.read("".join(exchanged))


@pytest.mark.parametrize("typed", ["", "ABCDE", "A" * 36, "Ü" * 35, "😀"])
def test_too_much_too_little_or_nothing_of_the_kind_is_refused(typed):
    with pytest.raises(InvalidInputError):
        recovery_secret.read(typed)


# In use


def test_recovery_key_gives_the_officer_a_new_password_and_everything_back(
    vault, open_vault, use, groups, place
):
    with vault.begin(Deed.REGISTER_CASE) as work:
        work.db.execute(
            "INSERT INTO case_file (id, number, kind, state, received, language, subject_name,"
            " subject_sort, registered_by, created_at)"
            " VALUES (1, '1', 'access', 'open', '2026-02-03', 'nn', 'Kari', 'kari', 1, '')"
        )
    private.add_note(vault, CaseId(1), "eit tips")
    vault.close()
    assert recovery.exists_at(place.register)
    assert recovery.officers_at(place.register) == (place.officer,)
    rescued = use(groups)
    assert (rescued.actor.name, rescued.actor.role) == (place.officer, Role.OFFICER)
    assert recovery.state(rescued).used_at is not None
    assert recovery.state(rescued).to_be_replaced
    deeds = [row[0] for row in rescued.db.execute("SELECT deed FROM journal ORDER BY seq")]
    assert deeds[-3:] == ["unlocked", "recovery_key_used", "password_reset"]
    rescued.close()
    with pytest.raises(WrongPasswordError):
        open_vault()
    vault = open_vault(password=NEW)
    assert not people.me(vault).must_change
    assert [note.text for note in private.notes(vault, CaseId(1))] == ["eit tips"]


def test_use_is_told_to_every_user_until_each_has_seen_it(vault, open_vault, use, groups, place):
    vault.close()
    rescued = use(groups)
    assert len(announcements.unseen(rescued)) == 1
    rescued.close()
    for _twice in range(2):
        caseworker = open_vault(place.caseworker)
        (told,) = announcements.unseen(caseworker)
        assert (told.code, told.user_name) == (announcements.RECOVERY_USED, place.officer)
        assert place.officer in announcements.words(told, "i dag")
        caseworker.close()
    caseworker = open_vault(place.caseworker)
    announcements.mark_seen(caseworker, announcements.unseen(caseworker))
    assert announcements.unseen(caseworker) == ()
    caseworker.close()
    assert len(announcements.unseen(open_vault(password=NEW))) == 1


def test_new_recovery_key_replaces_the_old(vault, use, groups, place):
    made = recovery_secret.new()
    recovery.make(vault, made)
    assert not recovery.state(vault).to_be_replaced
    vault.close()
    with pytest.raises(WrongPasswordError):
        use(groups)
    assert use(made).actor.name == place.officer


def test_recovery_key_lives_through_a_removed_user_and_is_doubted_when_an_officer_leaves(
    vault, use, groups, place
):
    people.remove_user(vault, people.users(vault)[1].id)
    assert not recovery.state(vault).doubted
    liv = people.add_user(vault, "Liv Ombod", Role.OFFICER, NEW)
    people.remove_user(vault, liv.id)
    assert recovery.state(vault).doubted
    vault.close()
    assert use(groups).actor.name == place.officer


def test_recovery_key_of_a_retired_row_put_back_in_the_key_file_is_refused(
    vault, open_vault, place, groups
):
    old = keyfile.decode(place.keys.read_bytes()).recovery
    recovery.make(vault, recovery_secret.new())
    key = vault.opened.database_keys
    keys = keyfile.decode(place.keys.read_bytes()).with_slot(old)
    vault.close()
    place.keys.write_bytes(keyfile.encode(keys, key))
    with pytest.raises(AlteredKeyFileError):
        open_vault()


def test_only_officers_are_given_a_password_and_no_bad_one(vault, use, groups, place):
    vault.close()
    before = place.keys.read_bytes()
    with pytest.raises(RefusedError):
        use(groups, place.caseworker)
    with pytest.raises(InvalidInputError):
        use(groups, password="kort")
    assert place.keys.read_bytes() == before


def test_without_a_recovery_key_the_sentence_says_so(vault, use, place):
    assert recovery.state(vault) is None
    vault.close()
    assert not recovery.exists_at(place.register)
    with pytest.raises(RefusedError, match=r"naudnøkkel|recovery key"):
        use(recovery_secret.new())


def test_wrong_recovery_keys_are_slowed_down_like_wrong_passwords(vault, use, groups):
    vault.close()
    for _attempt in range(3):
        with pytest.raises(WrongPasswordError):
            use(recovery_secret.new())
    with pytest.raises(TooSoonError):
        use(groups)


def test_user_called_recovery_is_not_mistaken_for_the_key(vault, open_vault, use, groups, place):
    people.add_user(vault, "Recovery", Role.ARCHIVIST, NEW)
    vault.close()
    archivist = open_vault("recovery", NEW)
    assert archivist.actor.role is Role.ARCHIVIST
    archivist.close()
    with pytest.raises(WrongPasswordError):
        open_vault("recovery", "".join(groups))
    assert use(groups).actor.name == place.officer


def test_caseworker_cannot_make_a_recovery_key(open_vault, place):
    caseworker = open_vault(place.caseworker)
    with pytest.raises(RefusedError):
        recovery.make(caseworker, recovery_secret.new())


@pytest.mark.parametrize(
    ("failing", "always"),
    [(failing_files, False), (failing_files, True), (failing_statements, False)],
    ids=["file once", "file from then on", "statement once"],
)
def test_nth_failure_while_making_a_recovery_key_leaves_one_that_works(
    vault, open_vault, groups, place, failing, always
):
    held = {"vault": vault, "old": groups}

    def before() -> None:
        held["new"] = recovery_secret.new()

    def after(error: AppError | None) -> None:
        keys = keyfile.decode(place.keys.read_bytes())
        opens = [_opens(keys, held["old"]), _opens(keys, held["new"])]
        assert sorted(opens) == [False, True]
        assert opens[1] or error
        if opens[1]:
            held["old"] = held["new"]
        held["vault"].close()
        held["vault"] = open_vault()  # the key file is one that the register knows
        assert recovery.state(held["vault"]) is not None

    made = every_failure(
        lambda: recovery.make(held["vault"], held["new"]),
        before=before,
        after=after,
        failing=failing,
        always=always,
    )
    assert made > 5


def _opens(keys, groups) -> bool:
    try:
        keyfile.open_slot(keys, "recovery", "".join(groups), keyfile.SlotKind.RECOVERY)
    except VaultError:
        return False
    return True
