"""The journal to read: words for every deed, filters in any combination, check, export."""

import ast
import csv
import gc
import weakref
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

import gdpr_desktop
from gdpr_desktop.administration.journal import lists, service, tool, widgets
from gdpr_desktop.administration.journal.codes import TEXTS, codes_of, text_of
from gdpr_desktop.administration.journal.dialogs import FaultsDialog, JournalDialog
from gdpr_desktop.administration.journal.model import Entry, JournalFilter, What
from gdpr_desktop.administration.journal.words import deed_words, detail_words
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import verification
from gdpr_desktop.vault.database import allow_writing

PACKAGE = Path(gdpr_desktop.__file__).parent
JOURNALLING = {"log", "record", "record_first"}
NO_DEEDS = {"found"}  # of other things that are called «code»
CODES = {"code", "FOUND", "ACCEPTED"}  # names that hold one


@pytest.fixture
def theme(qapp):
    return Theme(qapp, scheme=Scheme.LIGHT)


@pytest.fixture
def filled(vault, clock):
    """Two cases, opened and worked on, over three days."""
    for _day in range(3):
        clock.instant += timedelta(days=1)
        with vault.begin(Deed.REGISTER_CASE) as work:
            for case in (1, 2):
                work.log(case, "opened")
                work.log(case, "note")
            work.log(None, "setting_saved", key="municipality")
            work.db.execute(
                "INSERT OR IGNORE INTO case_file (id, number, kind, state, received, language,"
                " subject_name, subject_sort, registered_by, created_at)"
                " VALUES (1, '2026-0001', 'access', 'open', '2026-02-03', 'nn', '', '', 1, '')"
            )
    return vault


def codes_in_the_program() -> set[str]:
    """Every deed that is given by name to what writes in the journal."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                given: list[ast.expr] = node.args if name in JOURNALLING else []
            elif isinstance(node, ast.Assign) and CODES & {*map(ast.unparse, node.targets)}:
                chosen = node.value
                given = [chosen.body, chosen.orelse] if isinstance(chosen, ast.IfExp) else [chosen]
                given = [one for one in given if isinstance(one, ast.Constant)]
            else:
                continue
            found |= {
                one.value
                for argument in given
                for one in ast.walk(argument)
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            }
    return found - NO_DEEDS


def test_every_deed_that_the_program_journals_has_words():
    known = {code for texts in TEXTS.values() for code in texts}
    assert len(codes_in_the_program()) > 40
    assert codes_in_the_program() - known == set()


def test_no_deed_is_of_two_kinds():
    codes = [code for what in What for code in codes_of(what)]
    assert len(codes) == len(set(codes))


def test_deed_of_a_later_version_is_shown_as_it_is():
    assert text_of("of_a_later_version") == "of_a_later_version"


def numbers(db, **chosen) -> list[int]:
    found = lists.find(db, JournalFilter(**chosen))
    return [entry.seq for entry in found.page(0, 1000)]


def plain(db, condition: str) -> list[int]:
    return [
        row[0] for row in db.execute(f"SELECT seq FROM journal WHERE {condition} ORDER BY seq DESC")
    ]


@pytest.mark.parametrize(
    ("chosen", "condition"),
    [
        ({}, "1"),
        ({"case_id": 1}, "case_id = 1"),
        ({"what": What.OPENED}, "deed = 'opened'"),
        ({"what": What.SETTINGS}, "deed = 'setting_saved'"),
        ({"what": What.OPENED, "case_id": 2}, "deed = 'opened' AND case_id = 2"),
        ({"user": 1, "what": What.CHANGES}, "deed = 'note'"),
        ({"user": 2}, "0"),
        ({"case_id": 0}, "0"),
        ({"since": date(2026, 11, 24)}, "at >= '2026-11-23T23:00:00+00:00'"),
        (
            {"since": date(2026, 11, 23), "until": date(2026, 11, 23), "user": 1},
            "at >= '2026-11-22T23' AND at < '2026-11-23T23'",
        ),
        ({"until": date(2000, 1, 1)}, "0"),
    ],
)
@pytest.mark.parametrize("few", [20_000, 1])
def test_filters_give_what_they_say_newest_first(filled, monkeypatch, chosen, condition, few):
    monkeypatch.setattr(lists, "_FEW", few)  # whichever index is gone by
    assert numbers(filled.db, **chosen) == plain(filled.db, condition)


def test_entry_written_while_the_clock_was_wrong_is_found_by_its_time(filled, clock):
    clock.instant -= timedelta(days=365)
    with filled.begin(Deed.REGISTER_CASE) as work:
        work.log(1, "note")
    day = clock.today()
    assert len(numbers(filled.db, since=day, until=day)) == 1


def test_more_hits_than_are_shown_are_said_to_be_more(filled, monkeypatch):
    monkeypatch.setattr(lists, "HIT_LIMIT", 2)
    found = lists.find(filled.db, JournalFilter(what=What.OPENED))
    assert (found.rows, found.more) == (2, True)


def test_entry_that_is_missing_is_shown_as_missing(filled):
    allow_writing(filled.db, True)
    filled.db.execute("DELETE FROM journal WHERE seq = 5")
    allow_writing(filled.db, False)
    entries = {entry.seq: entry for entry in lists.find(filled.db, JournalFilter()).page(0, 100)}
    assert [seq for seq, entry in entries.items() if entry.missing] == [5]
    assert deed_words(entries[5]) != deed_words(entries[4])


def test_detail_is_in_words_and_survives_what_it_does_not_know():
    names = {7: "Kari Ombod"}
    entry = Entry(seq=1, deed="user_added", detail={"user": 7, "role": "archivist"})
    assert "Kari Ombod" in detail_words(entry, names)
    fault = {"fault": "altered", "first": 9, "last": 12}
    assert "12" in detail_words(Entry(seq=1, deed="journal_fault_found", detail=fault), names)
    odd = Entry(seq=1, deed="journal_fault_found", detail={"fault": "?"})
    assert detail_words(odd, names) == ""


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "\0x"])
def test_cell_is_never_a_formula(text):
    cell = service.safe_cell(text)
    assert cell[0] == "'"
    assert cell.isprintable()


def exported(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))


def run(generator):
    steps = list(iter(lambda: next(generator, None), None))
    return steps


def test_export_holds_what_is_shown_and_is_journalled(filled, tmp_path, monkeypatch):
    monkeypatch.setattr(lists, "_EXPORTED_AT_ONCE", 2)
    path = tmp_path / "list.csv"
    chosen = JournalFilter(what=What.OPENED, since=date(2026, 11, 24))
    run(service.export(filled, chosen, path))
    rows = exported(path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert [int(row[0]) for row in rows[1:]] == numbers(
        filled.db, what=What.OPENED, since=date(2026, 11, 24)
    )
    last = filled.db.execute("SELECT deed, detail FROM journal ORDER BY seq DESC").fetchone()
    assert last == (
        "journal_exported",
        '{"entries":4,"since":"2026-11-24","what":"opened"}',
    )


def test_export_that_cannot_be_written_is_not_journalled(filled, tmp_path):
    from gdpr_desktop.vault import VaultError

    before = plain(filled.db, "1")
    with pytest.raises(VaultError):
        run(service.export(filled, JournalFilter(), tmp_path / "no such folder" / "list.csv"))
    assert plain(filled.db, "1") == before


def test_dialog_shows_filters_and_says_when_nothing_matches(qtbot, theme, filled):
    dialog = JournalDialog(None, filled)
    qtbot.addWidget(dialog)
    dialog.open()
    QAbstractItemModelTester(dialog.model)
    assert dialog.model.rowCount() == len(plain(filled.db, "1"))
    qtbot.keyClicks(dialog.filter.case, "2026-0001")
    qtbot.keyClick(dialog.filter.case, Qt.Key.Key_Return)
    assert dialog.model.rowCount() == len(plain(filled.db, "case_id = 1"))
    dialog.filter.case.clear()
    qtbot.keyClicks(dialog.filter.case, "1999-9999")
    qtbot.keyClick(dialog.filter.case, Qt.Key.Key_Return)
    assert dialog.model.rowCount() == 0
    assert dialog.filter._case_row.problem
    qtbot.mouseClick(dialog.filter.clear_button, Qt.MouseButton.LeftButton)
    assert dialog.model.rowCount() == len(plain(filled.db, "1"))


def test_who_has_opened_this_case_shows_openings_of_that_case_only(qtbot, theme, filled):
    window = QWidget()
    qtbot.addWidget(window)
    watch = widgets.JournalWatch(window, filled)
    bus.journal_wanted.emit(1)
    dialog = window.findChild(JournalDialog)
    assert dialog.source.chosen == JournalFilter(case_id=1, what=What.OPENED)
    assert dialog.model.rowCount() == 3
    dialog.close()
    watch.deleteLater()


def test_whole_journal_is_checked_from_the_dialog_with_a_verdict(qtbot, theme, filled):
    dialog = tool.open(None, filled)
    qtbot.addWidget(dialog)
    qtbot.mouseClick(dialog.check.start_button, Qt.MouseButton.LeftButton)
    assert dialog.check.cancel_button.isVisible()
    qtbot.waitSignal(dialog.check.checked, timeout=5000).wait()
    assert dialog.check.verdict.text()
    assert not dialog.check.cancel_button.isVisible()
    assert verification.last_full_check(filled.db) is not None


def test_check_that_is_stopped_leaves_no_mark(qtbot, theme, filled):
    dialog = JournalDialog(None, filled)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.check.start()
    qtbot.mouseClick(dialog.check.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.wait(50)
    assert verification.last_full_check(filled.db) is None


def test_list_is_saved_where_the_person_says(qtbot, theme, filled, answers, tmp_path):
    dialog = JournalDialog(None, filled)
    qtbot.addWidget(dialog)
    dialog.open()
    rows = dialog.model.rowCount()
    answers(tmp_path / "list.csv")
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil((tmp_path / "list.csv").exists, timeout=5000)
    qtbot.waitUntil(dialog.export_button.isEnabled, timeout=5000)
    assert len(exported(tmp_path / "list.csv")) == rows + 1
    assert dialog.model.rowCount() == rows + 1  # that it was saved is there, too


@pytest.fixture
def altered(filled):
    allow_writing(filled.db, True)
    filled.db.execute("UPDATE journal SET detail = '{\"x\":1}' WHERE seq = 5")
    allow_writing(filled.db, False)
    run(verification.verify_slices(filled, full=True))
    return filled


def test_fault_is_seen_and_then_not_told_again_but_stays_in_the_journal(qtbot, theme, altered):
    dialog = FaultsDialog(None, altered)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.mouseClick(dialog.seen_button, Qt.MouseButton.LeftButton)
    assert verification.told_faults(altered.db) == ()
    shown = JournalDialog(None, altered)
    qtbot.addWidget(shown)
    shown.open()
    assert "5" in shown._faults.text()


def test_faults_are_told_to_the_officer_after_unlocking(qtbot, theme, altered):
    window = QWidget()
    qtbot.addWidget(window)
    widgets.JournalWatch(window, altered)
    assert window.findChild(FaultsDialog) is not None


def test_watch_checks_what_is_due_in_the_background(qtbot, theme, filled, monkeypatch):
    monkeypatch.setattr(widgets, "_SETTLE", 0)
    monkeypatch.setattr(widgets, "_PAUSE", 0)
    window = QWidget()
    qtbot.addWidget(window)
    widgets.JournalWatch(window, filled)
    qtbot.waitUntil(lambda: not verification.is_full_check_due(filled), timeout=5000)


def test_watch_stops_when_the_register_is_closed(qtbot, theme, filled, monkeypatch):
    monkeypatch.setattr(widgets, "_SETTLE", 0)
    window = QWidget()
    qtbot.addWidget(window)
    gone = []
    widgets.JournalWatch(window, filled).destroyed.connect(lambda: gone.append(True))
    filled.close()
    qtbot.waitUntil(lambda: bool(gone), timeout=5000)


@pytest.mark.parametrize("make", [JournalDialog, FaultsDialog])
def test_dialog_is_freed_when_it_is_closed(qtbot, theme, altered, make):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = make(window, altered)
    dialog.open()
    alive = weakref.ref(dialog)
    dialog.close()
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()
    assert alive() is None
    assert not tasks.runner().busy
