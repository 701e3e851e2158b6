"""Wrong passwords: slower and slower, alike for everyone, told after the next unlock."""

import json
from datetime import timedelta

import pytest

from gdpr_desktop.vault import TooSoonError, WrongPasswordError, people
from gdpr_desktop.vault.attempts import Attempts, AttemptsFile
from gdpr_desktop.vault.backup import keeping, restoring
from gdpr_desktop.vault.backup.format import Reason

WRONG = "heilt feil passord her"


def fail(open_vault, clock, user: str = "Kari Ombod", times: int = 1) -> None:
    for _attempt in range(times):
        with pytest.raises(WrongPasswordError):
            open_vault(user, WRONG)
        clock.instant += timedelta(minutes=2)


def refused(open_vault, user: str = "Kari Ombod", password: str = WRONG) -> int:
    with pytest.raises(TooSoonError) as told:
        open_vault(user, password)
    return told.value.seconds


def test_pause_grows_from_one_second_to_sixty():
    assert [Attempts(count=n).pause for n in range(12)] == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert Attempts(count=10**9).pause == 60


def test_after_three_wrong_passwords_even_the_right_one_waits(open_vault, place, clock):
    for _attempt in range(3):
        with pytest.raises(WrongPasswordError):
            open_vault(password=WRONG)
    assert refused(open_vault, password=place.password) == 1
    clock.instant += timedelta(seconds=1)
    assert open_vault().actor.name == place.officer


def test_a_wait_costs_no_key_derivation_and_counts_as_no_attempt(
    open_vault, clock, monkeypatch, place
):
    fail(open_vault, clock, times=5)
    clock.instant -= timedelta(minutes=2)
    monkeypatch.setattr("argon2.low_level.hash_secret_raw", lambda *a, **k: pytest.fail("derived"))
    assert [refused(open_vault) for _attempt in range(5)] == [4] * 5


def test_unknown_user_waits_as_long_and_reads_the_same_words(open_vault, clock):
    fail(open_vault, clock, "Ukjend Person", 4)
    clock.instant -= timedelta(minutes=2)
    assert refused(open_vault, "Ukjend Person") == refused(open_vault) == 2


def test_clock_set_back_starts_the_wait_anew_and_never_makes_it_shorter(open_vault, clock):
    fail(open_vault, clock, times=6)
    clock.instant -= timedelta(days=365)
    assert refused(open_vault) == 8
    clock.instant += timedelta(seconds=5)
    assert refused(open_vault) == 3
    clock.instant += timedelta(seconds=3)
    assert open_vault()


def test_count_lies_in_the_data_folder_without_any_name_and_survives_a_restart(
    open_vault, clock, place
):
    fail(open_vault, clock, "Synnøve Hemmelegdatter", 3)
    (path,) = place.anchors.glob("*.attempts.json")
    content = path.read_text("utf-8")
    assert "Hemmeleg" not in content
    assert "Kari" not in content
    assert json.loads(content)["count"] == 3


NO_ZONE = b'{"count": 9, "times": ["2026-02-03T11:00:00"]}'


@pytest.mark.parametrize(
    "content", [b"", b"{}", b'{"count": 1e99}', b"\xff", b'{"count": 9}', NO_ZONE]
)
def test_count_that_cannot_be_read_shuts_nobody_out(open_vault, place, content):
    vault = open_vault()
    path = place.anchors / f"{vault.opened.vault.hex()}.attempts.json"
    vault.close()
    path.write_bytes(content)
    assert open_vault().actor.name == place.officer


def test_attempts_are_journalled_shown_and_forgotten_after_the_next_unlock(open_vault, clock):
    start = clock.instant
    fail(open_vault, clock, times=2)
    vault = open_vault()
    assert vault.failed_attempts.count == 2
    assert vault.failed_attempts.last == start + timedelta(minutes=2)
    row = vault.db.execute("SELECT detail FROM journal WHERE deed = 'failed_attempts'").fetchall()
    assert [json.loads(detail) for (detail,) in row] == [
        {
            "count": 2,
            "times": [start.isoformat(), (start + timedelta(minutes=2)).isoformat()],
        }
    ]
    vault.close()
    assert open_vault().failed_attempts.count == 0


def test_guesses_at_a_backup_and_at_the_old_password_count_too(open_vault, place, clock):
    vault = open_vault()
    backup = keeping.Job(vault, Reason.ASKED).run().path
    with pytest.raises(WrongPasswordError):
        people.change_password(vault, WRONG, "eit heilt nytt lause ord")
    with pytest.raises(WrongPasswordError):
        keeping.rehearse(vault, backup, place.officer, WRONG)
    vault.close()
    guess = (backup, place.register, place.officer, WRONG)
    with pytest.raises(WrongPasswordError):
        restoring.prepare(*guess, anchors=place.anchors, clock=clock)
    with pytest.raises(TooSoonError):
        restoring.prepare(*guess, anchors=place.anchors, clock=clock)
    assert refused(open_vault, password=place.password) == 1


def test_ten_thousand_attempts_keep_a_small_file(tmp_path, clock):
    file = AttemptsFile(tmp_path, bytes(16))
    for _attempt in range(200):
        file.add(clock.now())
    assert file.read().count == 200
    assert (tmp_path / f"{bytes(16).hex()}.attempts.json").stat().st_size < 1500


def test_folder_that_cannot_be_written_to_stops_nobody(tmp_path, clock):
    blocked = tmp_path / "file"
    blocked.write_text("x")
    file = AttemptsFile(blocked, bytes(16))
    file.add(clock.now())
    assert file.wait(clock.now()) == 0
