"""Yesterday's file put back: told with numbers, nothing written until an officer confirms."""

import shutil

import pytest

from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Alarm, journal
from gdpr_desktop.vault.errors import OlderFileError
from gdpr_desktop.vault.rollback import accept_rollback, rollback_words


def fill(vault, count: int = 20) -> None:
    with vault.begin(Deed.REGISTER_CASE) as work:
        for number in range(count):
            work.log(number, "registered", step=number)


@pytest.fixture
def put_back(open_vault, place):
    """The file of yesterday in place of today's, and the anchor of today."""
    open_vault().close()
    yesterday = place.register.with_suffix(".yesterday")
    shutil.copy(place.register, yesterday)
    vault = open_vault()
    fill(vault)
    vault.close()
    shutil.copy(place.register, place.register.with_suffix(".today"))
    shutil.copy(yesterday, place.register)
    return place


def anchor_of(place) -> bytes:
    return next(place.anchors.iterdir()).read_bytes()


def test_older_file_is_told_with_its_numbers_and_nothing_is_written(put_back, open_vault):
    before = put_back.register.read_bytes(), anchor_of(put_back)
    vault = open_vault()
    assert vault.warnings == (Alarm.ROLLED_BACK,)
    assert vault.rollback is not None
    assert vault.rollback.missing == 21
    assert f". {vault.rollback.file_seq} " in rollback_words(vault.rollback)
    assert f". {vault.rollback.seen_seq}," in rollback_words(vault.rollback)
    vault.note_opened(1)
    for deed in (Deed.REGISTER_CASE, Deed.CHANGE_SETTINGS):
        with pytest.raises(RefusedError, match=r"\. 25,"), vault.begin(deed):
            pass
    with pytest.raises(RefusedError), vault.begin_upkeep():
        pass
    vault.close()
    assert (put_back.register.read_bytes(), anchor_of(put_back)) == before
    assert open_vault().warnings == (Alarm.ROLLED_BACK,)  # and it is told again


def test_others_than_officers_are_refused_and_nothing_is_written(put_back, open_vault):
    before = put_back.register.read_bytes(), anchor_of(put_back)
    with pytest.raises(OlderFileError, match=r"\. 25,"):
        open_vault(put_back.caseworker)
    assert (put_back.register.read_bytes(), anchor_of(put_back)) == before


def test_officer_may_go_on_and_it_is_journalled(put_back, open_vault):
    vault = open_vault()
    found = vault.rollback
    accept_rollback(vault)
    assert vault.rollback is None
    rows = vault.db.execute("SELECT deed, detail FROM journal ORDER BY seq DESC LIMIT 2").fetchall()
    assert rows[1] == (
        "older_file_accepted",
        f'{{"file":{found.file_seq},"seen":{found.seen_seq}}}',
    )
    assert rows[0][0] == "unlocked"
    fill(vault, 1)
    vault.close()
    assert open_vault().warnings == ()
    assert b'"seq":' in anchor_of(put_back)


def test_todays_file_put_back_after_that_is_another_history(put_back, open_vault):
    vault = open_vault()
    accept_rollback(vault)
    vault.close()
    shutil.copy(put_back.register.with_suffix(".today"), put_back.register)
    (told,) = open_vault().findings
    assert told.alarm is Alarm.JOURNAL_REWRITTEN
    assert told.first > 1  # what the two have in common is known


def test_going_on_with_a_file_that_is_the_newest_does_nothing(vault):
    before = journal.last_link(vault.db)
    accept_rollback(vault)
    assert journal.last_link(vault.db) == before


def test_anchor_behind_after_a_kill_between_commit_and_anchor_is_normal(
    open_vault, place, monkeypatch
):
    vault = open_vault()
    monkeypatch.setattr(type(vault.opened.anchor), "write", lambda *_arguments: None)
    fill(vault)
    vault.close()
    monkeypatch.undo()
    assert open_vault().warnings == ()


def test_what_a_killed_program_left_beside_the_anchor_is_cleared_away(open_vault, place):
    open_vault().close()
    anchor = next(place.anchors.iterdir())
    leftover = anchor.with_name(f"{anchor.name}.0a1b2c3d.new")
    leftover.write_bytes(b"half")
    foreign = anchor.with_name("ff00.json.0a1b2c3d.new")  # of another register, perhaps in use
    foreign.write_bytes(b"half")
    open_vault()
    assert sorted(path.name for path in place.anchors.iterdir()) == sorted(
        [anchor.name, foreign.name]
    )
