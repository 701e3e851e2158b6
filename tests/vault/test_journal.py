"""The journal: edited, cut, made anew, rolled back — each is found."""

from datetime import timedelta

import pytest

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Alarm, alarm_words, journal
from gdpr_desktop.vault.database import allow_writing


def fill(vault, count: int = 20) -> None:
    with vault.begin(Deed.REGISTER_CASE) as work:
        for number in range(count):
            work.log(number, "registered", step=number)


@pytest.fixture
def filled(vault):
    fill(vault)
    return vault


def tamper(vault, *statements: str) -> None:
    """Write as someone who holds the key but goes around the program."""
    allow_writing(vault.db, True)
    for statement in statements:
        vault.db.execute(statement)
    allow_writing(vault.db, False)


def test_untouched_journal_is_whole(filled):
    assert journal.verify(filled.db) is None
    assert journal.verify(filled.db, 10) is None


@pytest.mark.parametrize(
    ("statement", "first_bad"),
    [
        ("UPDATE journal SET detail = '{}' WHERE seq = 9", 9),
        ("UPDATE journal SET case_id = NULL WHERE seq = 9", 9),
        ("UPDATE journal SET user_id = 2 WHERE seq = 9", 9),
        ("UPDATE journal SET at = '2020-01-01T00:00:00+00:00' WHERE seq = 1", 1),
        ("UPDATE journal SET mac = x'' WHERE seq >= 1", 1),
        ("UPDATE journal SET mac = zeroblob(32) WHERE seq = 12", 12),
        ("DELETE FROM journal WHERE seq = 9", 9),
        ("DELETE FROM journal WHERE seq = 1", 1),
        ("UPDATE journal SET seq = seq + 100 WHERE seq > 9", 10),
        ("UPDATE journal_key SET key = zeroblob(32)", 1),
        (
            "INSERT INTO journal SELECT max(seq) + 1, at, 2, '', 1, deed, detail, mac FROM journal",
            -1,
        ),
    ],
)
def test_first_bad_entry_is_named(filled, statement, first_bad):
    end = journal.last_link(filled.db).seq + 1
    tamper(filled, statement)
    assert journal.verify(filled.db) == (end if first_bad == -1 else first_bad)


def test_check_from_a_checkpoint_sees_only_what_came_after(filled):
    tamper(filled, "UPDATE journal SET detail = '{}' WHERE seq = 9")
    assert journal.verify(filled.db, 10) is None
    assert journal.verify(filled.db, 5) == 9


def test_checkpoint_that_is_gone_is_named(filled):
    tamper(filled, "DELETE FROM journal WHERE seq = 9")
    assert journal.verify(filled.db, 10) == 9


def test_entry_changed_since_the_last_unlock_is_told_at_the_next(filled, open_vault):
    tamper(filled, "UPDATE journal SET detail = '{}' WHERE seq = 9")
    filled.close()
    assert open_vault().warnings == (Alarm.JOURNAL_ALTERED,)


def test_anchor_behind_the_file_is_normal(open_vault, place):
    vault = open_vault()
    anchor = next(place.anchors.iterdir())
    early = anchor.read_bytes()
    fill(vault)
    vault.close()
    anchor.write_bytes(early)
    assert open_vault().warnings == ()


@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff", b'{"seq": "x"}'])
def test_missing_or_unreadable_anchor_is_a_new_machine(open_vault, place, content):
    anchor = next(place.anchors.iterdir())
    anchor.unlink()
    if content is not None:
        anchor.write_bytes(content)
    vault = open_vault()
    assert vault.warnings == (Alarm.NEW_MACHINE,)
    assert anchor.read_bytes().startswith(b'{"seq":')
    vault.close()
    anchor.unlink()
    assert open_vault(place.caseworker).warnings == ()  # told to officers only


def test_anchor_that_cannot_be_written_does_not_stop_a_save(open_vault, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    vault = open_vault(anchor_dir=blocked / "anchors")
    fill(vault)
    assert journal.last_link(vault.db).seq > 20


def test_anchor_is_not_moved_by_work_that_was_undone(filled, place):
    anchor = next(place.anchors.iterdir())
    before = anchor.read_bytes()

    def log_and_fail() -> None:
        with filled.begin(Deed.REGISTER_CASE) as work:
            work.log(1, "registered")
            raise AppError("no")

    with pytest.raises(AppError):
        log_and_fail()
    assert anchor.read_bytes() == before


def test_order_is_by_number_when_the_clock_goes_back_and_the_officer_is_told(open_vault, clock):
    vault = open_vault()
    vault.close()
    clock.instant -= timedelta(days=365)
    vault = open_vault()
    assert vault.warnings == (Alarm.CLOCK_BACK,)
    fill(vault)
    assert journal.verify(vault.db) is None


def test_every_alarm_has_its_own_words():
    assert len({alarm_words(alarm) for alarm in Alarm}) == len(Alarm)
