"""The password of a work file that is out: seen by who writes in the case, and gone afterwards."""

from datetime import date
from pathlib import Path

import pytest

from dpia.work_file.conftest import WRITER
from gdpr_desktop.casework.person_search import clues_in, start
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice.closing import close
from gdpr_desktop.dpia.pia_json.service import export
from gdpr_desktop.dpia.searching.store import SOURCES
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.dpia.work_file import making, taking_in
from gdpr_desktop.dpia.work_file.dialogs.send import SendDialog
from gdpr_desktop.dpia.work_file.making import Sent
from gdpr_desktop.dpia.work_file.widgets.files_out import FilesOut
from gdpr_desktop.vault import Vault, people

OLAS = "eit passord som Ola brukar her"


def kept(vault: Vault) -> set[str]:
    """The tables and columns that hold the words of the password."""
    return {
        f"{table}.{column}"
        for (table,) in vault.db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        ).fetchall()
        for column in vault.db[table].columns_dict
        if vault.db.execute(
            f"SELECT 1 FROM {table} WHERE instr(CAST({column} AS TEXT), ?) LIMIT 1",
            [kept.password],  # type: ignore[attr-defined]
        ).fetchone()
    }


@pytest.fixture(autouse=True)
def _of(sent: Sent) -> None:
    kept.password = sent.password  # type: ignore[attr-defined]


def test_it_stands_with_the_file_alone_and_leaves_the_register_in_no_other_file(
    officer: Vault, case_id: CaseId, sent: Sent, tmp_path: Path
) -> None:
    assert kept(officer) == {"dpia.sent_files"}
    for suffix in (".json", ".zip"):
        path = tmp_path / f"ut{suffix}"
        export(officer, case_id, path)
        assert sent.password.encode() not in path.read_bytes()
    making.send(officer, case_id, "Kari Anna", tmp_path / "anna.dpia")
    assert sent.password not in repr(store.dpia(officer.db, case_id))


def test_the_search_for_a_person_never_reads_it(
    officer: Vault, case_id: CaseId, sent: Sent
) -> None:
    texts = [one.text for source in SOURCES for one in source.page(officer.db, 0, 1000)]
    assert any(WRITER in text for text in texts)
    assert not any(sent.password in text for text in texts)
    search = start(officer, clues_in(sent.password, date(2026, 11, 20)))
    search.at_once()
    for _new in search.slices():
        pass
    assert not search.found.groups
    assert not search.found.elsewhere


def test_one_who_may_not_see_the_case_is_not_told_it(
    officer: Vault, case_id: CaseId, clock: FixedClock, qapp: object
) -> None:
    people.add_user(officer, name=WRITER, role=Role.CASEWORKER, password=OLAS)
    path = officer.path
    officer.close()
    own = Vault.open(path, WRITER, OLAS, clock=clock)
    try:
        for look in (read_dpia, SendDialog, FilesOut):
            with pytest.raises(RefusedError):
                look(own, case_id)
    finally:
        own.close()


def test_it_goes_when_the_file_is_taken_in_and_comes_with_undoing_that(
    officer: Vault, case_id: CaseId, sent: Sent
) -> None:
    returned = taking_in.read(officer, case_id, sent.path)
    change = taking_in.take_in(officer, case_id, returned, (), {})
    assert kept(officer) == set()
    assert change.undo is not None
    change.undo.verb(officer)
    assert kept(officer) == {"dpia.sent_files"}


def test_it_goes_when_the_case_is_closed(officer: Vault, case_id: CaseId, sent: Sent) -> None:
    close(officer, case_id, reason="Ikkje aktuelt lenger.")
    assert kept(officer) == set()
    (out,) = store.dpia(officer.db, case_id).sent_files
    assert (out.recipient, out.is_out) == (WRITER, True)
