"""Files kept inside the register: added, taken out, given back, saved as a copy."""

from datetime import timedelta
from pathlib import Path

import pytest

from dpia.filling import drafted
from gdpr_desktop.casework.attachments import service, store
from gdpr_desktop.casework.attachments.model import Attachment
from gdpr_desktop.casework.store import timeline
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault import Vault


@pytest.fixture
def case_id(vault: Vault) -> CaseId:
    """Any case."""
    return drafted(vault)


def a_file(folder: Path, name: str = "skisse.pdf", content: bytes = b"teikning") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def there(vault: Vault, case_id: CaseId) -> tuple[Attachment, ...]:
    return store.attachments(vault.db, case_id)


def test_a_file_is_kept_with_its_content_and_can_be_saved_again(
    vault: Vault, case_id: CaseId, tmp_path: Path
) -> None:
    service.add(vault, case_id, a_file(tmp_path), about="question:what")
    (kept,) = there(vault, case_id)
    assert (kept.name, kept.size, kept.about) == ("skisse.pdf", 8, "question:what")
    assert kept.media_type == "application/pdf"
    copy = tmp_path / "kopi.pdf"
    service.save_as(vault, case_id, kept.key, copy)
    assert copy.read_bytes() == b"teikning"
    assert list(tmp_path.glob("*.part")) == []
    assert timeline(vault.db, case_id)[0].code == "attachment_added"


def test_both_adding_and_removing_can_be_undone(
    vault: Vault, case_id: CaseId, tmp_path: Path
) -> None:
    added = service.add(vault, case_id, a_file(tmp_path))
    (kept,) = there(vault, case_id)
    removed = service.remove(vault, case_id, kept.key)
    assert there(vault, case_id) == ()
    assert removed.undo
    assert removed.undo.told == "Fil fjerna: skisse.pdf"
    removed.undo.verb(vault)
    assert there(vault, case_id) == (kept,)
    assert added.undo
    added.undo.verb(vault)
    assert there(vault, case_id) == ()


def test_what_cannot_be_kept_is_refused_with_the_reason(
    vault: Vault, case_id: CaseId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    huge = tmp_path / "film.mp4"
    with huge.open("wb") as target:
        target.truncate(300 * service.MEGABYTE)
    for path, words in (
        (huge, "25 MB"),
        (tmp_path, str(tmp_path.name)),
        (tmp_path / "borte.pdf", "borte.pdf"),
        (a_file(tmp_path, "tom.pdf", b""), "tom.pdf"),
    ):
        with pytest.raises(AppError, match=words):
            service.add(vault, case_id, path)
    monkeypatch.setattr(service, "MOST", 10)
    service.add(vault, case_id, a_file(tmp_path))
    with pytest.raises(AppError):
        service.add(vault, case_id, a_file(tmp_path, "to.pdf", b"tre"))
    assert [one.name for one in there(vault, case_id)] == ["skisse.pdf"]


def test_the_same_name_twice_is_told_apart_and_the_same_content_is_kept_once(
    vault: Vault, case_id: CaseId, tmp_path: Path
) -> None:
    service.add(vault, case_id, a_file(tmp_path))
    service.add(vault, case_id, a_file(tmp_path, content=b"ny teikning"))
    assert [one.name for one in there(vault, case_id)] == ["skisse.pdf", "skisse (2).pdf"]
    with pytest.raises(AppError):
        service.add(vault, case_id, a_file(tmp_path, "anna.pdf", b"ny teikning"))


def test_a_file_that_is_gone_meanwhile_is_told(
    vault: Vault, case_id: CaseId, tmp_path: Path
) -> None:
    service.add(vault, case_id, a_file(tmp_path))
    (kept,) = there(vault, case_id)
    service.remove(vault, case_id, kept.key)
    with pytest.raises(AppError):
        service.remove(vault, case_id, kept.key)
    with pytest.raises(AppError):
        service.content(vault, case_id, "finst ikkje")
    target = tmp_path / "mappa" / "kopi.pdf"
    with pytest.raises(AppError, match=r"kopi\.pdf"):
        service.save_as(vault, case_id, kept.key, target)


def test_what_was_taken_out_long_ago_is_deleted_unless_something_refers_to_it(
    vault: Vault, case_id: CaseId, tmp_path: Path, clock: FixedClock
) -> None:
    for name in ("ein.pdf", "to.pdf"):
        service.add(vault, case_id, a_file(tmp_path, name, name.encode()))
    one, other = (kept.key for kept in there(vault, case_id))
    for key in (one, other):
        service.remove(vault, case_id, key)
    for days, left in ((29, 2), (2, 1)):
        clock.instant += timedelta(days=days)
        with vault.begin_upkeep() as work:
            service.forget_removed(work, case_id, {other})
        found = [key for key in (one, other) if store.content(vault.db, case_id, key)]
        assert len(found) == left
    assert found == [other]


def test_a_copy_is_never_put_in_place_of_the_register(
    vault: Vault, case_id: CaseId, tmp_path: Path
) -> None:
    service.add(vault, case_id, a_file(tmp_path))
    (found,) = there(vault, case_id)
    before = vault.path.read_bytes()
    for suffix in (vault.path.suffix, ".keys", ".lock"):
        with pytest.raises(AppError):
            service.save_as(vault, case_id, found.key, vault.path.with_suffix(suffix))
    assert vault.path.read_bytes() == before


def test_many_files_at_once_are_counted_with_those_that_are_there(
    vault: Vault, case_id: CaseId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST", 10 * service.MEGABYTE)
    service.add(vault, case_id, a_file(tmp_path))
    room = 10 * service.MEGABYTE - len(b"teikning")
    service.require_room(vault.db, case_id, (room - 1, 1))
    service.require_room(vault.db, None, (room, 8))  # a case that is yet to be made
    for case, sizes in ((case_id, (room, 1)), (None, (room, 9))):
        with pytest.raises(AppError) as refused:
            service.require_room(vault.db, case, sizes)
        assert "10 MB" in refused.value.hint
