"""The unit of work: the only way to write, all or nothing, by role."""

import threading
from dataclasses import dataclass

import pytest
import sqlcipher3.dbapi2 as driver

from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import DamagedDatabaseError, DiskFullError, ReplacedFileError, StorageError
from gdpr_desktop.vault.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherHappened:
    number: int


def keep(work: Work, key: str) -> None:
    work.db.execute("INSERT INTO setting (key, value) VALUES (?, '1')", [key])


def write_and_fail(vault, *keys: str) -> None:
    with vault.begin(Deed.REGISTER_CASE) as work:
        for key in keys:
            keep(work, key)
        work.log(1, "registered")
        raise KeyError


def kept(vault) -> set[str]:
    rows = vault.db.query("SELECT key FROM setting WHERE key <> 'municipality'")
    return {row["key"] for row in rows}


def journalled(vault) -> list[str]:
    return [row["deed"] for row in vault.db.query("SELECT deed FROM journal ORDER BY seq")]


def test_what_a_unit_writes_is_there_after_reopening(vault, open_vault):
    with vault.begin(Deed.REGISTER_CASE) as work:
        keep(work, "a")
        work.log(7, "registered", kind="access")
    vault.close()
    again = open_vault()
    assert kept(again) == {"a"}
    row = next(iter(again.db.query("SELECT * FROM journal WHERE deed = 'registered'")))
    assert (row["case_id"], row["detail"], row["user_id"]) == (7, '{"kind":"access"}', 1)


@pytest.mark.parametrize(
    "write",
    [
        lambda db: db.execute("INSERT INTO setting (key, value) VALUES ('a', '1')"),
        lambda db: db.table("setting").insert({"key": "a", "value": "1"}),
        lambda db: db.table("setting").upsert({"key": "a", "value": "1"}, pk="key"),
        lambda db: db.table("setting").delete_where(),
        lambda db: db.create_table("extra", {"id": int}),
        lambda db: db.execute("DROP TABLE journal"),
        lambda db: db.executescript("DELETE FROM journal"),
        lambda db: db.execute("BEGIN IMMEDIATE"),
        lambda db: db.vacuum(),
    ],
)
def test_writing_outside_the_unit_of_work_fails(vault, write):
    before = journalled(vault)
    with pytest.raises(driver.OperationalError, match=r"readonly|read-only"):
        write(vault.db)
    vault.db.rollback()
    assert (kept(vault), journalled(vault)) == (set(), before)
    with vault.begin(Deed.REGISTER_CASE) as work:
        keep(work, "a")
    with pytest.raises(driver.OperationalError):
        write(vault.db)


def test_error_inside_undoes_everything(vault):
    before = journalled(vault)
    with pytest.raises(KeyError):
        write_and_fail(vault, "a", "b")
    assert (kept(vault), journalled(vault)) == (set(), before)


def test_nested_units_commit_together(vault):
    with vault.begin(Deed.REGISTER_CASE) as outer:
        keep(outer, "a")
        with vault.begin(Deed.WORK_ON_CASE) as inner:
            keep(inner, "b")
            inner.touch(Kind.CASE, 5)
        outer.touch(Kind.USER, 6)
    assert kept(vault) == {"a", "b"}
    assert inner.change == Change(kinds=frozenset({Kind.CASE}), ids=(5,))
    assert outer.change == Change(kinds=frozenset({Kind.CASE, Kind.USER}), ids=(5, 6))


def test_outer_error_undoes_the_inner_unit_too(vault):
    def register() -> None:
        with vault.begin(Deed.REGISTER_CASE):
            with vault.begin(Deed.WORK_ON_CASE) as inner:
                keep(inner, "b")
            raise KeyError

    with pytest.raises(KeyError):
        register()
    assert kept(vault) == set()


def test_inner_error_that_is_passed_over_still_undoes_the_whole(vault):
    def register() -> None:
        with vault.begin(Deed.REGISTER_CASE) as outer:
            keep(outer, "a")
            with pytest.raises(KeyError):
                write_and_fail(vault, "b")

    with pytest.raises(KeyError):
        register()
    assert kept(vault) == set()
    with vault.begin(Deed.REGISTER_CASE) as work:
        keep(work, "c")
    assert kept(vault) == {"c"}


def test_refusal_at_the_door_of_an_inner_unit_leaves_the_outer_whole(open_vault, place):
    vault = open_vault(place.caseworker)
    with vault.begin(Deed.REGISTER_CASE) as outer:
        keep(outer, "a")
        with pytest.raises(RefusedError), vault.begin(Deed.ADVISE):
            pass
    assert kept(vault) == {"a"}


def test_role_without_the_deed_is_refused(open_vault, place):
    vault = open_vault(place.caseworker)
    with pytest.raises(RefusedError), vault.begin(Deed.ADVISE):
        pass
    with pytest.raises(RefusedError):
        vault.save_municipality(vault.municipality())


def test_reach_of_assigned_cases_must_be_checked_before_the_commit(open_vault, place):
    vault = open_vault(place.caseworker)
    with pytest.raises(RuntimeError, match="not checked"), vault.begin(Deed.WORK_ON_CASE) as work:
        keep(work, "a")
    with pytest.raises(RefusedError), vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=False)
    assert kept(vault) == set()
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        keep(work, "a")
        with vault.begin(Deed.WORK_ON_CASE) as inner:
            keep(inner, "b")
    assert kept(vault) == {"a", "b"}


def test_subscribers_run_inside_the_same_transaction(vault):
    seen = []

    def note(work: Work, event: Happened) -> None:
        keep(work, f"event {event.number}")
        seen.append(work.actor.name)

    vault.subscribe(Happened, note)
    with vault.begin(Deed.REGISTER_CASE) as work:
        work.publish(Happened(number=1))
        work.publish(OtherHappened(number=2))
    assert (kept(vault), seen) == ({"event 1"}, ["Kari Ombod"])

    def publish_and_fail() -> None:
        with vault.begin(Deed.REGISTER_CASE) as work:
            work.publish(Happened(number=3))
            raise KeyError

    with pytest.raises(KeyError):
        publish_and_fail()
    assert kept(vault) == {"event 1"}


def test_failing_subscriber_undoes_what_it_subscribed_to(vault):
    def fail(work: Work, event: Happened) -> None:
        keep(work, "a")
        raise AppError("no")

    vault.subscribe(Happened, fail)
    with pytest.raises(AppError), vault.begin(Deed.REGISTER_CASE) as work:
        work.publish(Happened(number=1))
    assert kept(vault) == set()


def test_unit_that_is_over_takes_nothing_more(vault):
    with vault.begin(Deed.REGISTER_CASE) as work:
        pass
    for late in (
        lambda: work.log(1, "x"),
        lambda: work.touch(Kind.CASE, 1),
        lambda: work.publish(Happened(number=1)),
        lambda: work.require(Deed.ADVISE, assigned=True),
    ):
        with pytest.raises(RuntimeError):
            late()


def test_transaction_ended_by_hand_is_a_mistake_that_shows(vault):
    with pytest.raises(RuntimeError), vault.begin(Deed.REGISTER_CASE) as work:
        work.db.commit()


def test_two_threads_take_turns(vault):
    inside = threading.Event()
    order = []

    def second() -> None:
        inside.wait()
        with vault.begin(Deed.REGISTER_CASE) as work:
            order.append("second")
            keep(work, "b")

    thread = threading.Thread(target=second)
    thread.start()
    with vault.begin(Deed.REGISTER_CASE) as work:
        inside.set()
        thread.join(0.05)
        keep(work, "a")
        order.append("first")
    thread.join()
    assert order == ["first", "second"]
    assert kept(vault) == {"a", "b"}


def test_change_names_each_id_once_and_the_first_is_the_id(vault):
    with vault.begin(Deed.REGISTER_CASE) as work:
        for number in (9, 4, 9):
            work.touch(Kind.CASE, number)
    assert work.change.ids == (9, 4)
    assert work.change.id == 9


def test_full_disk_undoes_the_save_and_the_same_save_works_when_there_is_room(vault):
    pages = vault.db.execute("PRAGMA page_count").fetchone()[0]
    vault.db.execute(f"PRAGMA max_page_count = {pages}")

    def save() -> None:
        with vault.begin(Deed.CHANGE_SETTINGS) as work:
            work.log(None, "letterhead")
            work.db.execute("INSERT INTO setting_file VALUES ('x', zeroblob(200000))")

    before = journalled(vault)
    with pytest.raises(DiskFullError):
        save()
    assert journalled(vault) == before
    assert vault.municipality().name == "Fjordheim kommune"
    vault.db.execute("PRAGMA max_page_count = 1000000")
    save()
    assert journalled(vault) == [*before, "letterhead"]


def test_disk_that_refuses_to_write_undoes_the_save_and_the_same_save_works_later(vault, place):
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    previous = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def save() -> None:
        with vault.begin(Deed.CHANGE_SETTINGS) as work:
            work.db.execute("INSERT INTO setting_file VALUES ('x', zeroblob(200000))")

    resource.setrlimit(resource.RLIMIT_FSIZE, (place.register.stat().st_size, hard))
    try:
        with pytest.raises((StorageError, DiskFullError)):
            save()
        assert vault.municipality().name == "Fjordheim kommune"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (_soft, hard))
        signal.signal(signal.SIGXFSZ, previous)
    save()
    assert vault.db.execute("SELECT length(content) FROM setting_file").fetchone() == (200000,)


def test_file_replaced_while_open_gets_no_more_saves(vault, place):
    copy = place.register.with_suffix(".copy")
    place.register.rename(copy)
    with pytest.raises(ReplacedFileError), vault.begin(Deed.REGISTER_CASE):
        pass
    place.register.write_bytes(b"something else")
    with pytest.raises(ReplacedFileError), vault.begin(Deed.REGISTER_CASE):
        pass
    assert place.register.read_bytes() == b"something else"


def test_page_damaged_since_opening_is_told_as_damage_when_read_and_when_saved(open_vault, place):
    vault = open_vault()
    with vault.begin(Deed.CHANGE_SETTINGS) as work:
        work.db.execute("INSERT INTO setting_file VALUES ('x', randomblob(400000))")
    vault.close()
    content = bytearray(place.register.read_bytes())
    content[-50_000] ^= 1
    place.register.write_bytes(content)
    vault = open_vault()
    with pytest.raises(DamagedDatabaseError):
        vault.db.execute("SELECT sum(length(hex(content))) FROM setting_file").fetchall()
    with pytest.raises(DamagedDatabaseError), vault.begin(Deed.REGISTER_CASE) as work:
        keep(work, "a")


def test_opened_case_is_journalled_once_per_case_and_session(open_vault):
    vault = open_vault()
    for case in (1, 2, 1):
        vault.note_opened(case)
    vault.close()
    again = open_vault()
    again.note_opened(1)
    rows = again.db.query("SELECT case_id, session FROM journal WHERE deed = 'opened'")
    assert [row["case_id"] for row in rows] == [1, 2, 1]


def test_settings_come_back_as_they_were_saved(open_vault, place):
    vault = open_vault()
    change = vault.save_setting("wording", {"fagsystem": ["æ", 1, None, True]})
    assert change.kinds == {Kind.SETTINGS}
    vault.save_letterhead(b"PK\x03\x04")
    vault.close()
    again = open_vault()
    assert again.setting("wording") == {"fagsystem": ["æ", 1, None, True]}
    assert again.setting("unknown", 7) == 7
    assert again.letterhead() == b"PK\x03\x04"
    again.save_letterhead(None)
    assert again.letterhead() is None


def test_setting_saved_as_part_of_casework_needs_only_that_right(open_vault, place):
    vault = open_vault(place.caseworker)
    with pytest.raises(RefusedError):
        vault.save_setting("wording", "x")
    vault.save_setting("wording", "x", deed=Deed.REGISTER_CASE)
    assert vault.setting("wording") == "x"


def test_municipality_comes_back_whole(vault):
    from gdpr_desktop.core.address import PostalAddress
    from gdpr_desktop.core.municipality import Language, Municipality, Officer

    municipality = Municipality(
        name="Fjordheim kommune",
        address=PostalAddress(street="Postboks 1", postal_code="6999", city="Fjordheim"),
        officer=Officer(name="Kari", address=PostalAddress(city="Fjordheim")),
        language=Language.BOKMAL,
    )
    vault.save_municipality(municipality)
    assert vault.municipality() == municipality
