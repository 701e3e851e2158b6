"""The right to take data along: what the law allows, what is kept and packed, what is sent."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import TaskOutcome
from gdpr_desktop.casework.retention.model import CaseAnonymised
from gdpr_desktop.core.errors import AppError, InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.law.portability import Limit, Origin
from gdpr_desktop.requests import parts_store, service
from gdpr_desktop.requests.actions import Action, Chosen, primary_action
from gdpr_desktop.requests.model import Considered, Intake, Result, Right, Step
from gdpr_desktop.requests.part_summary import part_facts
from gdpr_desktop.requests.portability import packing, store
from gdpr_desktop.requests.portability import service as portable
from gdpr_desktop.requests.portability.claim import (
    Assessment,
    Direct,
    LeftOut,
    Outcome,
    Package,
    Transfer,
)
from gdpr_desktop.requests.portability.model import Column
from gdpr_desktop.requests.rights.portability import RULES
from gdpr_desktop.requests.steps import StepState, StepView
from gdpr_desktop.vault import Vault

from .conftest import SYSTEM, Desk
from .portability_claims import (
    DELIVERED,
    GIVEN,
    NO_CONSENT,
    REFUSED,
    Claim,
    answering,
    draft,
)


@pytest.fixture
def claim(desk: Desk) -> Claim:
    return Claim(desk)


@pytest.mark.parametrize(
    ("basis", "considered", "article"),
    [
        (Basis.CONSENT, answering(public_task="yes"), "20(3)"),
        (Basis.CONTRACT, answering(automated="no"), "20(1)(b)"),
        (Basis.CONSENT, answering(provided="no"), "20(1)"),
        (Basis.CONSENT, answering(others="yes"), "20(4)"),
        (Basis.PUBLIC_TASK, NO_CONSENT, "20(3)"),
        (Basis.LEGAL_OBLIGATION, NO_CONSENT, "20(1)(a)"),
        (Basis.VITAL_INTERESTS, NO_CONSENT, "20(1)(a)"),
        (Basis.LEGITIMATE_INTERESTS, NO_CONSENT, "20(1)(a)"),
    ],
)
def test_the_wrong_basis_is_refused_at_the_field_and_the_refusal_names_its_article(
    claim: Claim, basis: Basis, considered: tuple[Considered, ...], article: str
) -> None:
    wanted = Assessment(outcome=Outcome.DELIVERED, considered=considered)
    assert set(claim.problems(wanted, basis)) == {"outcome"}
    assert claim.part.assessment is None
    claim.assess(replace(wanted, outcome=Outcome.REFUSED), basis)
    assert RULES.grounds(claim.part) == (article,)
    assert RULES.result(claim.part) is Result.REFUSED
    assert RULES.offers(claim.part) == (Right.ACCESS,)


def test_what_lacks_or_contradicts_is_told_where_it_is(claim: Claim) -> None:
    half = Assessment(outcome=Outcome.PART, considered=GIVEN)
    assert set(claim.problems(half, Basis.CONSENT)) == {"left_out"}
    blank = replace(half, left_out=(LeftOut(limit=Limit.OTHERS),))
    assert set(claim.problems(blank, Basis.CONSENT)) == {"left_out"}
    assert set(claim.problems(DELIVERED, None)) == {"basis"}
    assert set(claim.problems(REFUSED, None)) == {"basis"}
    refused = Assessment(outcome=Outcome.REFUSED, considered=GIVEN)
    assert set(claim.problems(refused, Basis.CONSENT)) == {"outcome"}
    for basis, considered in ((Basis.PUBLIC_TASK, GIVEN), (Basis.CONSENT, NO_CONSENT)):
        other = Assessment(outcome=Outcome.REFUSED, considered=considered)
        assert set(claim.problems(other, basis)) == {"basis"}
    nothing = Assessment(outcome=Outcome.NOTHING_HELD, considered=GIVEN)
    assert set(claim.problems(nothing, Basis.CONSENT)) == {"outcome"}
    assert set(claim.problems(Assessment(outcome=Outcome.DELIVERED), Basis.CONSENT)) == {
        "considered"
    }
    direct = Direct(state=Transfer.SENT)
    assert set(claim.problems(replace(DELIVERED, direct=direct), Basis.CONSENT)) == {
        "receiver",
        "how",
    }
    cannot = Direct(state=Transfer.NOT_POSSIBLE, receiver="Vågen kommune")
    assert set(claim.problems(replace(DELIVERED, direct=cannot), Basis.CONSENT)) == {"why_not"}


def test_nothing_is_given_where_nothing_was_found(desk: Desk) -> None:
    claim = Claim(desk, found=False)
    assert set(claim.problems(DELIVERED, Basis.CONSENT)) == {"outcome"}
    claim.assess(replace(DELIVERED, outcome=Outcome.NOTHING_HELD))
    assert RULES.result(claim.part) is Result.NOTHING_HELD
    assert RULES.written(desk.request(claim.case_id), claim.part)


def test_a_package_is_made_when_all_is_in_place_and_the_case_knows_it(
    claim: Claim, tmp_path: Path
) -> None:
    for step in (claim.assess, claim.bring_in, claim.decide):
        with pytest.raises(RefusedError):
            claim.pack(tmp_path)
        assert list(tmp_path.glob("*.zip")) == []
        step()
    path = claim.pack(tmp_path)
    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        records = json.loads(archive.read("data/pamelding.json"))
    assert records[1] == {"Namn": "Kari", "Telefon": "=1+1"}
    assert manifest["tables"][0]["source"] == SYSTEM
    package = claim.part.answer
    assert isinstance(package, Package)
    (letter,) = cases.letters(claim.vault.db, claim.case_id)
    assert (letter.sha256, letter.file_name) == (package.sha256, "data.zip")
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []


def test_a_package_that_cannot_be_kept_leaves_nothing(
    claim: Claim, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for step in (claim.assess, claim.bring_in, claim.decide):
        step()

    def fail(*_args: object, **_kwargs: object) -> None:
        raise AppError("full")

    folder = tmp_path / "ut"
    folder.mkdir()
    old = folder / "data.zip"
    old.write_bytes(b"old")
    monkeypatch.setattr(packing.casework, "record_letter", fail)
    with pytest.raises(AppError):
        claim.pack(folder)
    assert [one.name for one in folder.iterdir()] == ["data.zip"]
    assert old.read_bytes() == b"old"
    assert claim.part.answer is None
    with pytest.raises(AppError, match="zip"):
        packing.make_package(claim.vault, claim.part_id, folder / "data.docx")


def test_all_can_only_be_given_when_every_place_is_there_and_nobody_else_is_left_out(
    claim: Claim, tmp_path: Path
) -> None:
    other = claim.desk.add_task(claim.case_id, "Kulturskulen")
    casework.answer_task(
        claim.vault, other, outcome=TaskOutcome.FOUND, note="Kor", answered_on=claim.desk.today
    )
    claim.assess()
    claim.decide()
    table_id = claim.bring_in()
    with pytest.raises(RefusedError, match="Kulturskulen"):
        claim.pack(tmp_path)
    portable.bring_in(claim.vault, claim.part_id, other, draft(title="Kor"))
    columns = tuple(replace(one, origin=Origin.OTHERS) for one in draft().columns[:1])
    portable.choose_columns(claim.vault, table_id, "Påmelding", columns + draft().columns[1:])
    with pytest.raises(RefusedError):
        claim.pack(tmp_path)
    left_out = (LeftOut(limit=Limit.OTHERS, what="Namn", explanation="Det er eit anna barn."),)
    claim.assess(Assessment(outcome=Outcome.PART, considered=GIVEN, left_out=left_out))
    claim.decide()
    with zipfile.ZipFile(claim.pack(tmp_path)) as archive:
        assert json.loads(archive.read("data/pamelding.json"))[0] == {"Telefon": "+4770000000"}


def test_what_changes_after_the_package_was_made_asks_for_a_new_one(
    claim: Claim, tmp_path: Path
) -> None:
    for step in (claim.assess, claim.bring_in, claim.decide):
        step()
    claim.pack(tmp_path)
    table_id = claim.bring_in(draft(title="Meir"))
    assert claim.part.answer is None
    claim.pack(tmp_path)
    portable.remove_table(claim.vault, table_id)
    assert claim.part.answer is None
    with pytest.raises(RefusedError):
        portable.remove_table(claim.vault, table_id)
    with pytest.raises(RefusedError):
        claim.letter(tmp_path, Language.NYNORSK)


def test_a_table_that_cannot_be_kept_is_refused_at_its_fields(claim: Claim) -> None:
    twice = (Column(name="A"), Column(name="A"), Column(name=""))
    for wrong, field in (
        (draft(title=" "), "title"),
        (draft(columns=twice), "columns"),
        (draft(rows=()), "rows"),
    ):
        with pytest.raises(InvalidInputError) as caught:
            claim.bring_in(wrong)
        assert [one.field for one in caught.value.problems] == [field]
    unstructured = next(t.id for t in claim.desk.request(claim.case_id).tasks if t.title != SYSTEM)
    with pytest.raises(RefusedError):
        portable.bring_in(claim.vault, claim.part_id, unstructured, draft())
    assert store.of_part(claim.vault.db, claim.part_id) == ()


def test_the_data_are_deleted_when_sent_and_wished_and_when_the_case_is_anonymised(
    claim: Claim, tmp_path: Path
) -> None:
    for step in (claim.assess, claim.bring_in, claim.decide):
        step()
    claim.pack(tmp_path)
    with pytest.raises(RefusedError):
        portable.drop_data(claim.vault, claim.part_id)
    claim.send()
    portable.drop_data(claim.vault, claim.part_id)
    assert store.of_part(claim.vault.db, claim.part_id) == ()
    assert isinstance(claim.part.answer, Package)
    assert not claim.part.answer.kept
    other = Claim(claim.desk)
    other.bring_in()
    with claim.vault.begin_upkeep() as work:
        work.publish(CaseAnonymised(case_id=other.case_id))
    assert store.of_part(claim.vault.db, other.part_id) == ()


def test_the_case_offers_to_pack_and_when_it_is_sent_to_delete(
    claim: Claim, tmp_path: Path
) -> None:
    def offered() -> tuple[Action, ...]:
        return part_facts(claim.desk.request(claim.case_id), claim.part, Step.PACK).actions

    assert offered() == (Action.PACK,)
    claim.assess(REFUSED, Basis.PUBLIC_TASK)
    assert offered() == ()
    for step in (claim.assess, claim.bring_in, claim.decide):
        step()
    view = StepView(step=Step.PACK, state=StepState.NEXT, part=claim.part_id)
    chosen = primary_action(claim.desk.request(claim.case_id), view)
    assert chosen == Chosen(action=Action.PACK, part=claim.part_id)
    claim.pack(tmp_path)
    assert offered() == (Action.PACK,)
    claim.send()
    assert offered() == (Action.DROP_DATA,)
    portable.drop_data(claim.vault, claim.part_id)
    assert offered() == ()


def test_more_than_fits_in_one_package_is_refused(
    claim: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portable, "MOST_TOGETHER", 11)
    claim.bring_in()
    with pytest.raises(RefusedError):
        claim.bring_in()


def test_what_is_sent_straight_to_another_is_to_be_ticked_off(claim: Claim) -> None:
    direct = Direct(state=Transfer.SENT, receiver="Vågen kommune", how="SvarUt")
    claim.assess(replace(DELIVERED, direct=direct))
    assert [one.what for one in claim.part.measures] == [
        *RULES.measures(claim.part.assessment, Language.NYNORSK)
    ]
    assert "Vågen kommune" in claim.part.measures[0].what


def test_what_is_anonymised_keeps_codes_and_no_words(claim: Claim) -> None:
    left_out = (LeftOut(limit=Limit.OTHERS, what="Namn", explanation="Per"),)
    full = Assessment(
        outcome=Outcome.PART,
        considered=(*GIVEN[:-1], replace(GIVEN[-1], answer="yes", reason="Per står der")),
        left_out=left_out,
        direct=Direct(state=Transfer.SENT, receiver="Vågen", how="SvarUt"),
    )
    claim.assess(full)
    kept = parts_store.encode(RULES.anonymous(claim.part.assessment)) or ""
    assert "others" in kept
    for word in ("Per", "Vågen", "SvarUt", "Namn"):
        assert word not in kept


def test_a_search_for_a_person_finds_what_was_brought_in(vault: Vault, claim: Claim) -> None:
    claim.bring_in(draft(rows=(("Per Løynd", "", ""),)))
    (source,) = store.TEXTS
    (found,) = source.page(vault.db, 0, source.last(vault.db))
    assert found.case_id == claim.case_id
    assert "Per Løynd" in found.text


def test_m0017_portable_data_goes_with_its_part_and_outlives_its_task(claim: Claim) -> None:
    claim.bring_in()
    with claim.vault.begin_upkeep() as work:
        work.db.execute("DELETE FROM task WHERE id = ?", [claim.found])
        (kept,) = store.of_part(work.db, claim.part_id)
        assert kept.task_id is None
        work.db.execute("DELETE FROM request_part WHERE id = ?", [claim.part_id])
        assert store.of_part(work.db, claim.part_id) == ()


def test_a_right_whose_data_were_brought_in_is_not_taken_away(desk: Desk) -> None:
    claim = Claim(desk, rights=(Right.ACCESS, Right.PORTABILITY))
    table = claim.bring_in()
    request = desk.request(claim.case_id)
    intake = Intake(
        received=request.case.received,
        channel=request.channel,
        subject=request.subject,
        rights=(Right.ACCESS,),
    )
    with pytest.raises(InvalidInputError):
        service.change_intake(desk.vault, claim.case_id, intake)
    assert store.table(desk.vault.db, table) is not None
    portable.remove_table(desk.vault, table)
    service.change_intake(desk.vault, claim.case_id, intake)
    assert desk.request(claim.case_id).of(Right.PORTABILITY) is None
