"""Forms, consents and groups are kept whole and read back as they were."""

from dataclasses import replace
from datetime import date

from consents.filling import CONTENT, a_form, a_group, approve, both, given, said
from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.codes import Reason, State
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.steps import Step
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.model import validity
from gdpr_desktop.core.roles import Deed


def test_a_form_is_kept_as_it_was_written_and_can_be_searched(officer):
    case_id = a_form(officer)
    found = forms.form(officer.db, case_id)
    assert found.draft == CONTENT
    assert found.case.subject_name == "Bilete i barnehagen"
    assert found.case.next_step == Step.BASIS.value
    words = officer.db.execute("SELECT words FROM case_words WHERE id = ?", [-case_id]).fetchone()
    assert "heimesida" in words[0]


def test_an_approved_version_stays_when_the_draft_is_changed(officer, form_id):
    changed = replace(CONTENT, unit="Bekken barnehage")
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        forms.put_step(work.db, form_id, draft=changed)
    found = forms.form(officer.db, form_id)
    assert found.version(1).content == CONTENT
    assert found.draft == changed
    assert not found.approved


def test_a_consent_is_read_back_as_it_was_written(officer, form_id):
    number = given(officer, form_id, statements=both(on=date(2026, 9, 10)))
    found = store.consent(officer.db, number)
    assert found.subject.name == "Nora Testdal"
    assert found.statements == both(on=date(2026, 9, 10))
    assert found.valid_until == date(2027, 7, 31)
    assert store.of_person(officer.db, store.match(found.subject)) == (found,)
    row = officer.db.execute("SELECT * FROM consent").fetchone()
    assert "Nora" not in row[-1], "a name stands in one place"
    assert forms.form(officer.db, form_id).latest.used_on == date(2026, 11, 20)


def test_the_state_in_lists_follows_the_rules(officer, form_id):
    states = {
        State.VALID: both(),
        State.REFUSED: both((), ("p1", "p2", "p3")),
        State.LACKING: (said(),),
    }
    for index, (state, statements) in enumerate(states.items()):
        number = given(officer, form_id, f"Barn {index}", statements=statements)
        sql = "SELECT state FROM consent WHERE id = ?"
        assert officer.db.execute(sql, [number]).fetchone() == (state.value,)


def test_separated_parents_who_disagree_make_no_consent(officer, form_id):
    statements = (said(), said((), ("p2",), name="Far Testdal"))
    number = given(officer, form_id, statements=statements)
    found = validity(
        store.consent(officer.db, number), forms.form(officer.db, form_id), date(2026, 11, 20)
    )
    assert not found.valid
    assert Reason.DISAGREE in found.reasons
    assert found.purposes == ()


def test_a_new_version_is_asked_about_anew(officer, form_id):
    approve(officer, form_id, date(2026, 10, 1))
    found = forms.form(officer.db, form_id)
    assert [one.number for one in found.versions] == [1, 2]
    assert found.latest.used_on is None


def test_a_group_counts_those_who_are_in_it(officer):
    group_id = a_group(officer, 25)
    assert groups.group(officer.db, group_id).members == 25
    found = groups.members(officer.db, group_id)
    assert len({one.name for one in found}) == 25
    assert found[0].guardians[0].name.startswith("Mor")
    assert [one.id for one in groups.groups(officer.db, officer.actor)] == [group_id]
    assert cases.next_number(officer.db, 2026) == "2026-0001"
