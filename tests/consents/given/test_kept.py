"""What is kept of a consent: all that was said, and not what is as usual."""

from datetime import UTC, date, datetime

from consents.filling import given
from gdpr_desktop.consents.codes import How, Relation
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.model import Proof, Statement
from gdpr_desktop.consents.renewal.upkeep import catch_up


def test_all_that_was_said_is_read_back_as_it_was(officer, form_id):
    noted = datetime(2026, 9, 11, 8, tzinfo=UTC)
    said = (
        Statement(relation=Relation.PARENT, name="Mor Testdal", given_on=None, no=("p1",)),
        Statement(
            relation=Relation.PARENT,
            name="",
            given_on=date(2026, 9, 10),
            how=How.ORAL,
            yes=("p1",),
            note="På telefon.",
            proof=Proof(archive_number="2026/12"),
            which=2,
            noted_at=noted,
            noted_by="Demo",
        ),
    )
    number = given(officer, form_id, statements=said, care_order=True)
    read = store.consent(officer.db, number)
    assert (read.care_order, read.parents, read.note) == (True, None, "")
    for before, after in zip(said, read.statements, strict=True):
        assert before == after


def test_what_is_as_usual_takes_no_room(officer, form_id):
    number = given(officer, form_id)
    kept = officer.db.execute("SELECT data FROM consent WHERE id = ?", [number]).fetchone()[0]
    assert "null" not in kept
    assert '""' not in kept.replace('"name":""', "")
    assert "corrections" not in kept


def test_what_has_ended_is_followed_once_a_day(officer, form_id, clock, monkeypatch):
    given(officer, form_id)
    catch_up(officer)
    looked = []
    monkeypatch.setattr(
        "gdpr_desktop.consents.renewal.upkeep._candidates",
        lambda _db, today: looked.append(today) or [],
    )
    catch_up(officer)
    assert looked == []
    clock.instant = datetime(2026, 11, 21, 12, tzinfo=UTC)
    catch_up(officer)
    assert looked == [date(2026, 11, 21)]
