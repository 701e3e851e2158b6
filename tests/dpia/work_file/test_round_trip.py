"""Out to another machine and back: nothing is lost, nothing overwritten unasked."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from dpia.filling import ANSWERS, MEASURES, SCENARIOS
from dpia.work_file.conftest import Opener
from dpia.work_file.writing import case_in, remove, reorder, said, write
from gdpr_desktop.casework.attachments import store as attachments
from gdpr_desktop.casework.attachments.model import Attachment
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.content import Estimate, Measure
from gdpr_desktop.dpia.risks import scales
from gdpr_desktop.dpia.work_file import making, taking_in
from gdpr_desktop.dpia.work_file.comparing import Part, Side
from gdpr_desktop.dpia.work_file.difference_words import Describing, heading
from gdpr_desktop.dpia.work_file.making import Sent, origin_of
from gdpr_desktop.vault import Vault


def returned(officer: Vault, case_id: CaseId, sent: Sent):
    found = taking_in.read(officer, case_id, sent.path, sent.password)
    return found, taking_in.changes(officer, case_id, found)


def test_the_other_machine_has_all_that_is_written_and_nothing_else_of_the_register(
    officer: Vault, case_id: CaseId, sent: Sent, opener: Opener
) -> None:
    there = opener(sent.path, sent.password)
    ours, theirs = (
        store.dpia(officer.db, case_id),
        store.dpia(there.db, case_in(there)),
    )
    assert theirs.content == ours.content
    assert theirs.state == ours.state
    assert theirs.case.number == ours.case.number
    assert there.is_work_file
    assert there.actor.role is Role.CASEWORKER
    assert origin_of(there).sent_by == officer.actor.name
    assert there.municipality() == officer.municipality()


def test_what_was_changed_there_alone_is_taken_in(
    officer: Vault, case_id: CaseId, sent: Sent, opener: Opener
) -> None:
    there = opener(sent.path, sent.password)
    new = Measure(key="ny", title="Opplæring av nattevakta")
    graver = replace(SCENARIOS[0], before=Estimate(consequence=5, likelihood=4))
    write(there, case_in(there), said("what", "Skrive om."), said("nature", "Nytt."), new, graver)
    remove(there, case_in(there), MEASURES[2])
    there.close()
    found, changes = returned(officer, case_id, sent)
    assert [one.part for one in changes] == [
        Part.ANSWER,
        Part.ANSWER,
        Part.SCENARIO,
        Part.MEASURE,
        Part.MEASURE,
    ]
    assert not any(one.clash for one in changes)
    taking_in.take_in(officer, case_id, found, changes, {})
    content = store.dpia(officer.db, case_id).content
    assert content.answer("what").text.plain == "Skrive om."
    assert content.answer("basis") == ANSWERS[1]
    assert [one.key for one in content.measures] == ["m1", "m2", "ny"]
    assert content.scenarios[0] == graver


@pytest.mark.parametrize(("side", "text"), [(Side.HERE, "Vårt."), (Side.THERE, "Deira.")])
def test_of_what_was_changed_on_both_sides_a_person_chooses(
    side: Side, text: str, officer: Vault, case_id: CaseId, sent: Sent, opener: Opener
) -> None:
    there = opener(sent.path, sent.password)
    write(there, case_in(there), said("what", "Deira."))
    there.close()
    write(officer, case_id, said("what", "Vårt."), said("nature", "Berre vårt."))
    found, changes = returned(officer, case_id, sent)
    assert [(one.key, one.clash) for one in changes] == [("what", True)]
    taking_in.take_in(officer, case_id, found, changes, {"answer:what": side})
    content = store.dpia(officer.db, case_id).content
    assert content.answer("what").text.plain == text
    assert content.answer("nature").text.plain == "Berre vårt."


def test_what_was_taken_in_can_be_undone_until_somebody_writes(
    officer: Vault, case_id: CaseId, sent: Sent, opener: Opener
) -> None:
    before = store.dpia(officer.db, case_id)
    there = opener(sent.path, sent.password)
    write(there, case_in(there), said("what", "Deira."), Measure(key="ny", title="Ny"))
    there.close()
    found, changes = returned(officer, case_id, sent)
    change = taking_in.take_in(officer, case_id, found, changes, {})
    change.undo.verb(officer)
    after = store.dpia(officer.db, case_id)
    assert (after.content, after.sent_files) == (before.content, before.sent_files)
    found, changes = returned(officer, case_id, sent)
    change = taking_in.take_in(officer, case_id, found, changes, {})
    write(officer, case_id, said("nature", "Nytt."))
    with pytest.raises(RefusedError):
        change.undo.verb(officer)


def test_a_file_that_comes_back_once_more_shows_what_was_changed_since(
    officer: Vault, case_id: CaseId, sent: Sent, opener: Opener
) -> None:
    for text in ("Første gong.", "Andre gong."):
        there = opener(sent.path, sent.password)
        write(there, case_in(there), said("what", text))
        there.close()
        found, changes = returned(officer, case_id, sent)
        assert [one.clash for one in changes] == [False]
        taking_in.take_in(officer, case_id, found, changes, {})
    assert store.dpia(officer.db, case_id).content.answer("what").text.plain == "Andre gong."


def reordered(vault: Vault, case_id: CaseId, *keys: str) -> None:
    reorder(vault, case_id, [one for key in keys for one in MEASURES if one.key == key])


def order(vault: Vault, case_id: CaseId) -> list[str]:
    return [one.key for one in store.dpia(vault.db, case_id).content.measures]


def test_an_order_that_was_changed_there_alone_is_carried_back_and_undone(
    officer: Vault, case_id: CaseId, sent: Sent, opener: Opener
) -> None:
    there = opener(sent.path, sent.password)
    case = case_in(there)
    new = Measure(key="ny", title="Opplæring")
    write(there, case, new)
    measures = store.dpia(there.db, case).content.measures
    reorder(there, case, [measures[3], measures[2], measures[0], measures[1]])
    there.close()
    write(officer, case_id, Measure(key="vår", title="Varsling"))
    found, changes = returned(officer, case_id, sent)
    assert [(one.part, one.clash) for one in changes] == [
        (Part.MEASURE, False),
        (Part.ORDER, False),
    ]
    describing = Describing(builtin(), (found.theirs,))
    assert describing.text(changes[1].there, None).startswith("1. Opplæring\n2. Slå av")
    assert heading(changes[1], builtin())
    change = taking_in.take_in(officer, case_id, found, changes, {})
    assert order(officer, case_id) == ["ny", "m3", "vår", "m1", "m2"]
    change.undo.verb(officer)
    assert order(officer, case_id) == ["m1", "m2", "m3", "vår"]


@pytest.mark.parametrize("side", Side)
def test_an_order_that_was_changed_on_both_sides_is_chosen(
    side: Side, officer: Vault, case_id: CaseId, sent: Sent, opener: Opener
) -> None:
    there = opener(sent.path, sent.password)
    reordered(there, case_in(there), "m3", "m1", "m2")
    there.close()
    reordered(officer, case_id, "m2", "m1", "m3")
    found, changes = returned(officer, case_id, sent)
    assert [one.clash for one in changes] == [True]
    taking_in.take_in(officer, case_id, found, changes, {changes[0].name: side})
    ours = ["m2", "m1", "m3"]
    assert order(officer, case_id) == (ours if side is Side.HERE else ["m3", "m1", "m2"])


def test_more_than_a_case_has_room_for_is_refused_before_anything_is_written(
    officer: Vault,
    case_id: CaseId,
    sent: Sent,
    opener: Opener,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there = opener(sent.path, sent.password)
    write(there, case_in(there), said("what", "Nytt."))
    attached(there, case_in(there), "stor", b"x" * 2000)
    there.close()
    monkeypatch.setattr("gdpr_desktop.casework.attachments.service.MOST", 1999)
    before = store.dpia(officer.db, case_id)
    found, changes = returned(officer, case_id, sent)
    with pytest.raises(AppError):
        taking_in.take_in(officer, case_id, found, changes, {})
    assert store.dpia(officer.db, case_id) == before


def attached(vault: Vault, case_id: CaseId, key: str, content: bytes) -> None:
    with vault.begin_upkeep() as work:
        one = Attachment(
            key=key,
            name=f"{key}.pdf",
            media_type="application/pdf",
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            added_at=work.clock.now(),
            added_by=work.actor.name,
        )
        attachments.insert(work.db, case_id, one, content)


def test_attachments_travel_both_ways_and_removing_one_can_be_undone(
    officer: Vault, case_id: CaseId, opener: Opener, tmp_path: Path
) -> None:
    attached(officer, case_id, "herifra", b"vart" * 1000)
    attached(officer, case_id, "blir", b"vart")
    sent = making.send(officer, case_id, "Ola Sakshandsamar", tmp_path / "a.dpia")
    there = opener(sent.path, sent.password)
    assert attachments.content(there.db, case_in(there), "herifra") == b"vart" * 1000
    attached(there, case_in(there), "derifra", b"deira")
    with there.begin_upkeep() as work:
        attachments.set_removed(work.db, case_in(there), "herifra", work.clock.now())
    there.close()
    found, changes = returned(officer, case_id, sent)
    change = taking_in.take_in(officer, case_id, found, changes, {})
    content = store.dpia(officer.db, case_id).content
    assert [one.name for one in content.attachments] == ["blir.pdf", "derifra.pdf"]
    assert attachments.content(officer.db, case_id, "derifra") == b"deira"
    change.undo.verb(officer)
    content = store.dpia(officer.db, case_id).content
    assert [one.name for one in content.attachments] == ["herifra.pdf", "blir.pdf"]


def test_settings_of_assessments_go_with_the_file_and_no_others(
    officer: Vault, case_id: CaseId, opener: Opener, tmp_path: Path
) -> None:
    officer.save_setting("dpia_scale", {"steps": 4})
    officer.save_setting("idle_minutes", 3)
    sent = making.send(officer, case_id, "Ola Sakshandsamar", tmp_path / "a.dpia")
    there = opener(sent.path, sent.password)
    assert there.setting("dpia_scale") == {"steps": 4}
    assert there.setting("idle_minutes") is None
    assert there.letterhead() is None


def test_the_scale_goes_with_the_file_and_comes_back(
    officer: Vault, case_id: CaseId, opener: Opener, tmp_path: Path
) -> None:
    strict = replace(scales.usual(5), medium_from=3, high_from=8)
    scales.choose_scale(officer, case_id, strict)
    sent = making.send(officer, case_id, "Ola Sakshandsamar", tmp_path / "a.dpia")
    there = opener(sent.path, sent.password)
    assert store.dpia(there.db, case_in(there)).content.own_scale == strict
    four = replace(scales.usual(4), high_from=6)
    scales.choose_scale(there, case_in(there), four)
    there.close()
    found, changes = returned(officer, case_id, sent)
    scale = next(one for one in changes if one.part is Part.SCALE)
    assert "≥ 6" in Describing(builtin(), ()).text(scale.there, scale.here)
    change = taking_in.take_in(officer, case_id, found, changes, {})
    content = store.dpia(officer.db, case_id).content
    assert (content.scale, content.own_scale) == (4, four)
    change.undo.verb(officer)
    content = store.dpia(officer.db, case_id).content
    assert (content.scale, content.own_scale) == (5, strict)


def test_the_file_tells_nothing_without_its_password(sent: Sent) -> None:
    content = sent.path.read_bytes()
    for word in ("Sensorar", "SQLite format", "Sakshandsamar", "Fjordvik"):
        assert word.encode() not in content


def test_a_password_may_be_typed_as_it_is_heard(sent: Sent, opener: Opener) -> None:
    heard = "  " + sent.password.upper().replace(" ", "-") + " "
    assert opener(sent.path, heard).is_open
