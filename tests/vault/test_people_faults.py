"""Users added, removed, reset: each call on file or database failing in its turn."""

import dataclasses
import shutil

import pytest

from faults.failing import every_failure, failing_files, failing_statements
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import Vault, VaultError, database, people, private
from gdpr_desktop.vault.database import is_sound

NEW = "eit heilt nytt lause ord"
SECOND = "Liv Ombod"
SECOND_PASSWORD = "kaffi lampe fjell strikk"


class Ground:
    """A fresh copy of the vault for every round, and who opens it afterwards."""

    def __init__(self, original, tmp_path, clock):
        self._original, self._tmp, self._clock = original, tmp_path, clock
        self._round = 0

    def lay(self) -> None:
        self._round += 1
        folder = shutil.copytree(self._original.register.parent, self._tmp / str(self._round))
        self.place = dataclasses.replace(
            self._original, register=folder / self._original.register.name, anchors=folder / "a"
        )
        self.vault = self.open(self.place.officer, self.place.password)
        self.per = people.users(self.vault)[1]

    def open(self, user: str, password: str) -> Vault:
        place = self.place
        return Vault.open(
            place.register, user, password, clock=self._clock, anchor_dir=place.anchors
        )

    def works(self, user: str, password: str) -> bool:
        try:
            self.open(user, password).close()
        except VaultError:
            return False
        return True

    def check(self) -> None:
        """The program is usable, the officer gets in, all is sound, nothing lies about."""
        self.vault.save_setting("still_usable", 1)
        self.vault.close()
        again = self.open(self.place.officer, self.place.password)
        assert again.setting("still_usable") == 1
        assert is_sound(again.db)
        assert len(again.opened.database_keys) == 1
        assert again.opened.wanted is None
        again.close()
        left = {path.suffix for path in self.place.register.parent.iterdir() if path.is_file()}
        assert left <= {".register", ".keys", ".lock"}


@pytest.fixture
def ground(original, tmp_path, clock, monkeypatch):
    # hundreds of rounds; here calls fail, and no power does: the disk need not be waited for
    swift = (*database._PRAGMAS, "synchronous = OFF")
    monkeypatch.setattr(database, "_PRAGMAS", swift)
    return Ground(original, tmp_path, clock)


FAULTS = pytest.mark.parametrize(
    ("failing", "always"),
    [(failing_files, False), (failing_files, True), (failing_statements, False)],
    ids=["file once", "file from then on", "statement once"],
)


@FAULTS
def test_nth_failure_while_removing_a_user_leaves_old_or_new(ground, failing, always):
    def after(error: AppError | None) -> None:
        ground.check()
        inside = ground.works(ground.place.caseworker, ground.place.caseworker_password)
        vault = ground.open(ground.place.officer, ground.place.password)
        assert people.users(vault)[1].removed is not inside
        vault.close()
        assert not (inside and error is None)

    made = every_failure(
        lambda: people.remove_user(ground.vault, ground.per.id),
        before=ground.lay,
        after=after,
        failing=failing,
        always=always,
    )
    assert made > 5


@FAULTS
def test_nth_failure_while_adding_a_user_leaves_old_or_new(ground, failing, always):
    def after(error: AppError | None) -> None:
        ground.check()
        assert ground.works(SECOND, SECOND_PASSWORD) is (error is None)

    made = every_failure(
        lambda: people.add_user(ground.vault, SECOND, Role.OFFICER, SECOND_PASSWORD),
        before=ground.lay,
        after=after,
        failing=failing,
        always=always,
    )
    assert made > 5


@FAULTS
def test_nth_failure_while_resetting_a_password_leaves_one_that_works(ground, failing, always):
    def after(error: AppError | None) -> None:
        ground.check()
        old = ground.works(ground.place.caseworker, ground.place.caseworker_password)
        assert ground.works(ground.place.caseworker, NEW) is not old
        assert old is (error is not None)

    made = every_failure(
        lambda: people.reset_password(ground.vault, ground.per.id, NEW),
        before=ground.lay,
        after=after,
        failing=failing,
        always=always,
    )
    assert made > 5


@FAULTS
def test_nth_failure_while_changing_a_role_leaves_old_or_new(ground, failing, always):
    def after(error: AppError | None) -> None:
        ground.check()
        vault = ground.open(ground.place.caseworker, ground.place.caseworker_password)
        officer = vault.actor.role is Role.OFFICER
        assert bool(vault.opened.officers_keys) is officer
        assert officer or error
        vault.close()

    made = every_failure(
        lambda: people.change_role(ground.vault, ground.per.id, Role.OFFICER),
        before=ground.lay,
        after=after,
        failing=failing,
        always=always,
    )
    assert made > 5


@pytest.mark.parametrize("leave", ["removed", "demoted"])
@pytest.mark.parametrize("failing", [failing_files, failing_statements])
def test_nth_failure_while_an_officer_leaves_loses_no_private_note(ground, failing, leave):
    deed = {
        "removed": lambda: people.remove_user(ground.vault, ground.liv.id),
        "demoted": lambda: people.change_role(ground.vault, ground.liv.id, Role.MANAGER),
    }[leave]

    def before() -> None:
        ground.lay()
        ground.liv = people.add_user(ground.vault, SECOND, Role.OFFICER, SECOND_PASSWORD)
        with ground.vault.begin_upkeep() as work:
            work.db.execute(
                "INSERT INTO case_file (id, number, kind, state, received, language, subject_name,"
                " subject_sort, registered_by, created_at)"
                " VALUES (1, '1', 'access', 'open', '2026-02-03', 'nn', 'Kari', 'kari', 1, '')"
            )
        private.add_note(ground.vault, CaseId(1), "eit tips")
        ground.held = ground.vault.opened.officers_keys

    def after(error: AppError | None) -> None:
        ground.check()
        vault = ground.open(ground.place.officer, ground.place.password)
        assert [note.text for note in private.notes(vault, CaseId(1))] == ["eit tips"]
        gone = people.users(vault)[-1].role is not Role.OFFICER or people.users(vault)[-1].removed
        assert gone or error
        if gone:
            assert vault.opened.officers_keys != ground.held
        private.add_note(vault, CaseId(1), "og eit til")
        vault.close()

    assert every_failure(deed, before=before, after=after, failing=failing) > 5
