"""Single pages put back as they were, and one damaged: what is found, and what cannot be."""

import shutil
from collections.abc import Iterator

import pytest

from faults.conftest import CASE, Ground
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.requests import service
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.backup import keeping
from gdpr_desktop.vault.backup.errors import DamagedSourceError
from gdpr_desktop.vault.backup.format import Reason
from gdpr_desktop.vault.database import is_sound

PAGE = 4096
SEARCH = {"case_words", "case_search_data", "case_search_idx", "case_search_docsize"}


@pytest.fixture
def first_pages(ground: Ground) -> dict[int, str]:
    """The table or index that begins on a page; the pages are numbered from 1."""
    rows = ground.open().db.execute("SELECT rootpage, name FROM sqlite_master WHERE rootpage > 1")
    found: dict[int, str] = dict(rows.fetchall())
    ground.close()
    return found


def _opened_with_old_pages(ground: Ground) -> Iterator[tuple[int, Vault]]:
    """Each page that a day's work has changed, put back alone as it was the day before."""
    before = ground.register.read_bytes()
    vault = ground.open()
    ground.save()
    with vault.begin(Deed.CHANGE_SETTINGS) as work:
        work.log(CASE, "changed")
    ground.close()
    after = ground.register.read_bytes()
    kept = shutil.copytree(ground.folder / "anchors", ground.folder.with_name("anchors"))
    for number in range(1, len(before) // PAGE + 1):
        place = slice((number - 1) * PAGE, number * PAGE)
        if before[place] != after[place]:
            ground.register.write_bytes(after[: place.start] + before[place] + after[place.stop :])
            shutil.copytree(kept, ground.folder / "anchors", dirs_exist_ok=True)
            yield number, ground.open()
            ground.close()


def test_old_page_put_back_is_found_unless_its_rows_stand_in_no_index(
    ground: Ground, first_pages: dict[int, str]
) -> None:
    told, found, passed = set(), set(), set()
    for number, vault in _opened_with_old_pages(ground):
        name = first_pages.get(number, "")
        (told if vault.warnings else passed if is_sound(vault.db) else found).add(name)
    assert told == {"journal", "journal_mark"}
    assert {"case_file", "person", "timeline", "task"} <= found
    # the limit that the table tells of
    assert passed == {"", "deadline", "sqlite_sequence", *SEARCH}


def test_damaged_index_stops_no_case_from_opening_and_is_found_at_the_next_backup(
    ground: Ground, first_pages: dict[int, str]
) -> None:
    (number,) = (page for page, name in first_pages.items() if name == "case_file_any_name")
    content = bytearray(ground.register.read_bytes())
    content[(number - 1) * PAGE + 2000] ^= 1
    ground.register.write_bytes(content)
    vault = ground.open()
    assert service.read_request(vault, CASE).subject.name == "Ola Fjell"
    with pytest.raises(DamagedSourceError):
        keeping.Job(vault, Reason.ASKED).run()
