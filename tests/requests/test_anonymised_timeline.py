"""What has happened can still be read when a case with several rights is anonymised."""

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.retention import store as retention
from gdpr_desktop.casework.retention.model import CaseAnonymised
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.timeline_words import timeline_detail, timeline_text
from requests.restricting import granted, restriction_case


def test_the_timeline_of_an_anonymised_case_still_names_its_rights(desk):
    case_id, part_id = restriction_case(desk)
    service.add_right(desk.vault, case_id, Right.ERASURE)
    service.assess(desk.vault, part_id, granted(desk))
    before = _told(desk, case_id)
    with desk.vault.begin(Deed.WORK_ON_CASE) as work:
        retention.anonymise(work.db, case_id, work.clock.now())
        work.publish(CaseAnonymised(case_id=case_id))
    after = _told(desk, case_id)
    assert {after["right_added"], after["assessed"]} == {before["right_added"], before["assessed"]}


def _told(desk, case_id) -> dict[str, str]:
    entries = cases.timeline(desk.vault.db, case_id)
    assert all(timeline_text(entry) for entry in entries)
    return {entry.code: timeline_detail(entry) for entry in entries}
