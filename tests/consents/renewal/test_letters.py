"""Who is asked again, and what the letter says."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from consents import filling
from consents.filling import given
from consents.renewal.values import a_consent, a_form
from consents.renewal.values import said as answered
from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.ages import Alone, YouthRule
from gdpr_desktop.consents.codes import Lasting, Matter, Relation
from gdpr_desktop.consents.content import Purpose
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.groups.model import Guardian, Member
from gdpr_desktop.consents.renewal import sending
from gdpr_desktop.consents.renewal.letters import letters
from gdpr_desktop.consents.renewal.model import Why
from gdpr_desktop.consents.renewal.recipients import Reader, addressees
from gdpr_desktop.consents.renewal.upkeep import catch_up
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.correspondence.many_files import Shape, Watch
from gdpr_desktop.vault import Vault

TODAY = date(2027, 7, 1)


def at(clock: FixedClock, year: int, month: int, day: int) -> None:
    clock.instant = datetime(year, month, day, 12, tzinfo=UTC)


def test_each_parent_known_by_name_gets_a_letter_at_their_own_address() -> None:
    parents = (Guardian(name="Mor Testland", address="Testvegen 1, 6999 Testvik"),)
    member = Member(name="Barn", guardians=(*parents, Guardian(name="Far Testland")))
    found = addressees(a_form(), a_consent(born=date(2022, 1, 1)), Why.RENEWAL, TODAY, member)
    assert [(one.reader, one.name, one.address) for one in found] == [
        (Reader.OTHER, "Mor Testland", ("Testvegen 1", "6999 Testvik")),
        (Reader.OTHER, "Far Testland", ()),
    ]


def test_a_protected_address_stands_in_no_letter() -> None:
    consent = a_consent(born=date(2022, 1, 1))
    hidden = replace(consent, subject=replace(consent.subject, protected=True))
    member = Member(name="Barn", guardians=(Guardian(name="Mor", address="Testvegen 1"),))
    (one,) = addressees(a_form(), hidden, Why.RENEWAL, TODAY, member)
    assert one.address == ()


def test_who_answered_is_asked_where_no_list_names_the_parents() -> None:
    (one,) = addressees(a_form(), a_consent(born=date(2022, 1, 1)), Why.RENEWAL, TODAY)
    assert one.name == "Mor Testland"
    care = a_consent(born=date(2022, 1, 1), care_order=True)
    (one,) = addressees(a_form(), care, Why.RENEWAL, TODAY)
    assert one.name != "Mor Testland"


@pytest.mark.parametrize(
    ("born", "special", "readers"),
    [
        (date(2012, 6, 1), False, [Reader.CHILD]),
        (date(2012, 6, 1), True, [Reader.CHILD, Reader.OTHER]),
        (date(2009, 6, 1), True, [Reader.SELF]),
        (None, False, [Reader.SELF]),
    ],
)
def test_who_must_answer_now_is_asked(
    born: date | None, special: bool, readers: list[Reader]
) -> None:
    purpose = Purpose(key="p1", text=same("Bruk"), matter=Matter.ORDINARY, special=special)
    form = a_form(purposes=(purpose,), explicit=same("Ja"))
    found = addressees(form, a_consent(born=born), Why.RENEWAL, TODAY)
    assert [one.reader for one in found] == readers


def test_the_parents_are_asked_too_where_the_municipality_has_chosen_18() -> None:
    rule = YouthRule(start=date(2027, 1, 1), alone=Alone.MATURE)
    consent = a_consent(born=date(2011, 6, 1))
    found = addressees(replace(a_form(), youth_rules=(rule,)), consent, Why.RENEWAL, TODAY)
    assert [one.reader for one in found] == [Reader.CHILD, Reader.OTHER]
    (one,) = addressees(a_form(), consent, Why.RENEWAL, TODAY)
    assert one.reader is Reader.CHILD


def test_the_guardian_answers_for_a_grown_person() -> None:
    by = answered(relation=Relation.GUARDIAN, name="Verja Testland", capacity_by="Legen")
    (one,) = addressees(
        a_form(), a_consent(born=date(1950, 1, 1), statements=(by,)), Why.RENEWAL, TODAY
    )
    assert (one.reader, one.name) == (Reader.OTHER, "Verja Testland")


def test_the_letters_are_made_and_their_people_wait_no_more(
    officer: Vault, form_id: CaseId, clock: FixedClock, tmp_path: Path
) -> None:
    consent_id = given(officer, form_id)
    at(clock, 2027, 7, 1)
    catch_up(officer)
    (task,) = sending.asking_tasks(forms.form(officer.db, form_id))
    people = sending.people(officer, form_id, [task.id])
    assert [one.name for one in people] == ["Mor Testdal", "Far Testdal"]
    by = sending.answer_by(people, clock.today())
    assert by == date(2027, 7, 15)
    batch = sending.batch_of(officer, form_id, people, by)
    text = next(letters(batch)).text()
    for words in ("31. juli 2027", "15. juli 2027", "Nora Testdal", "frivillig", "årsplanen"):
        assert words in text
    path = tmp_path / f"{sending.suggested_name(officer, form_id)}.docx"
    assert "Testdal" not in path.name
    started = sending.begin(officer, form_id, batch, Shape.LONG, path, [task.id])
    written = sending.write(started, Watch())
    assert written is not None
    sending.finish(officer, form_id, started, written)
    assert path.exists()
    assert store.consent(officer.db, consent_id).asked_on == clock.today()
    assert sending.asking_tasks(forms.form(officer.db, form_id)) == ()
    assert cases.letters(officer.db, form_id)[0].template == "consent_renewal"
    assert catch_up(officer) == 0


def test_a_letter_each_in_a_folder_and_nothing_is_left_when_it_is_stopped(
    officer: Vault, clock: FixedClock, tmp_path: Path
) -> None:
    form_id = filling.approved_form(officer, lasting=Lasting.WITHDRAWN)
    given(officer, form_id, "Elev Testdal", date(2011, 12, 24))
    at(clock, 2026, 12, 24)
    catch_up(officer)
    (task,) = sending.asking_tasks(forms.form(officer.db, form_id))
    people = sending.people(officer, form_id, [task.id])
    assert [(one.reader, one.name) for one in people] == [(Reader.CHILD, "Elev Testdal")]
    batch = sending.batch_of(officer, form_id, people, None)
    assert "gammal nok" in next(letters(batch)).text()
    place = tmp_path / "brev"
    started = sending.begin(officer, form_id, batch, Shape.FOLDER, place, [task.id])
    stopped = Watch()
    stopped.stop()
    assert sending.write(started, stopped) is None
    sending.give_up(officer, started)
    assert list(tmp_path.glob("brev*")) == []
    again = sending.begin(officer, form_id, batch, Shape.FOLDER, place, [task.id])
    written = sending.write(again, Watch())
    assert written is not None
    sending.finish(officer, form_id, again, written)
    assert sorted(one.name for one in place.iterdir())[0] == "0001.docx"
    at(clock, 2027, 1, 25)
    catch_up(officer)
    tasks = sending.asking_tasks(forms.form(officer.db, form_id))
    assert [one.kind for one in tasks] == ["consent_outgrown"]  # no answer has come
