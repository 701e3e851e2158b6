"""An assessment from PIA becomes a case, and a case is saved for PIA."""

import json
import zipfile
from pathlib import Path

import pytest

from dpia.filling import advised
from dpia.pia_json.making import save, whole
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.attachments import store as attached
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.pia_json import read
from gdpr_desktop.dpia.pia_json.service import export, import_case
from gdpr_desktop.vault import Vault


def test_what_was_read_becomes_a_case_with_the_file_as_attachment(
    officer: Vault, tmp_path: Path
) -> None:
    path = save(tmp_path / "pia.json", whole())
    found = read(path, clock=officer.clock)
    change = import_case(officer, found, found.assessment.about, path.name)
    case_id = CaseId(change.id)
    made = store.dpia(officer.db, case_id)
    assert made.state is State.SCREENING  # what was decided in that program is no decision here
    assert made.approval is None
    assert made.need is None
    assert made.content.answers == found.assessment.answers
    assert made.content.measures == found.assessment.measures
    assert made.content.scenarios == found.assessment.scenarios
    assert made.content.comments == found.assessment.comments
    assert made.content.opinions == found.assessment.opinions
    assert made.content.scale == 4
    assert made.about.title == "Ny skjermbruk i barnehagen"
    (kept,) = made.content.attachments
    assert kept.name == "pia.json"
    assert attached.content(officer.db, case_id, kept.key) == path.read_bytes()
    told = cases.timeline(officer.db, case_id)
    assert any("Skjermlås" in one.detail.get("text", "") for one in told)


def test_more_than_a_case_has_room_for_is_refused_and_makes_no_case(
    officer: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = read(save(tmp_path / "pia.json", whole()), clock=officer.clock)
    room = len(found.source) - 1
    monkeypatch.setattr("gdpr_desktop.casework.attachments.service.MOST", room)
    before = officer.db["case_file"].count
    with pytest.raises(AppError):
        import_case(officer, found, found.assessment.about, "pia.json")
    assert officer.db["case_file"].count == before


def test_what_the_officer_advised_against_is_said_in_the_file(
    officer: Vault, tmp_path: Path
) -> None:
    case_id = advised(officer, go_ahead=False)
    path = tmp_path / "ut.json"
    export(officer, case_id, path)
    pia = json.loads(path.read_bytes())["pia"]
    assert (pia["dpo_status"], pia["dpos_names"]) == (0, "Solveig Testnes")
    assert pia["validator_name"] == "Kari Leiar"
    assert pia["status"] == 0


def test_attachments_go_out_in_the_zip_and_come_in_again(officer: Vault, tmp_path: Path) -> None:
    path = save(tmp_path / "pia.json", whole())
    found = read(path, clock=officer.clock)
    case_id = CaseId(import_case(officer, found, found.assessment.about, path.name).id)
    packed = tmp_path / "ut.zip"
    export(officer, case_id, packed)
    with zipfile.ZipFile(packed) as folder:
        assert folder.namelist() == ["pia-Ny skjermbruk i barnehagen.json", "Vedlegg/pia.json"]
    again = read(packed, clock=officer.clock)
    assert [one.name for one in again.files] == ["pia.json"]
    assert again.files[0].content == path.read_bytes()
    assert again.assessment.answers == found.assessment.answers


def test_a_file_is_not_written_where_the_register_lies(officer: Vault, case_id: CaseId) -> None:
    with pytest.raises(AppError):
        export(officer, case_id, officer.path)
