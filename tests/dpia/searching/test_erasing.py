"""When a case is anonymised nothing of what was written stays, in any table."""

from typing import Any

from dpia.filling import in_force
from dpia.pia_json.making import save, whole
from gdpr_desktop.casework.retention import CaseAnonymised
from gdpr_desktop.casework.retention import store as retention
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.pia_json import read
from gdpr_desktop.dpia.pia_json.service import import_case
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.wizard import unsaved
from gdpr_desktop.vault import Vault, drafts

_TABLES = (
    "dpia dpia_answer dpia_scenario dpia_measure dpia_comment dpia_submission dpia_sent_content"
    " case_attachment case_attachment_content case_file person task timeline"
).split()


def _held(db: Any) -> str:
    rows = (row for table in _TABLES for row in db.execute(f"SELECT * FROM {table}"))
    return "\n".join(str(row) for row in rows)


def test_names_texts_and_files_are_gone(officer: Vault, tmp_path) -> None:
    found = read(save(tmp_path / "pia.json", whole()), clock=officer.clock)
    cases = [
        in_force(officer),
        CaseId(import_case(officer, found, found.assessment.about, "pia.json").id),
    ]
    words = ("Kari Leiar", "Heimetenesta", "Nattugla", "nettbrett", "Foreldreutvalet", "pia.json")
    before = _held(officer.db)
    assert all(one in before for one in words)
    with officer.begin(Deed.CLEAN_UP) as work:
        for case_id in cases:
            retention.anonymise(work.db, case_id, work.clock.now())
            work.publish(CaseAnonymised(case_id=case_id))
    after = _held(officer.db)
    assert [one for one in (*words, "Skjermlås", "Uvedkomande") if one in after] == []
    assert all(not store.dpia(officer.db, one).content.answers for one in cases)


def test_what_could_not_be_saved_when_it_was_closed_is_gone_too(officer: Vault) -> None:
    case_id = in_force(officer)
    typed = Answer(question="what", text=rich("Kari ringde."))
    unsaved.keep(officer, case_id, [(Answer(question="what"), typed)])
    with officer.begin(Deed.CLEAN_UP) as work:
        retention.anonymise(work.db, case_id, work.clock.now())
    assert drafts.all_of(officer) == ()
