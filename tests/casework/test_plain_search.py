"""Number 29 of the fault list: a damaged search index makes searches slower, and no more."""

from datetime import date

import pytest

from casework.conftest import register
from gdpr_desktop.casework import lists
from gdpr_desktop.casework.model import CaseFilter, CaseQuery
from gdpr_desktop.casework.plain_search import index_works
from gdpr_desktop.requests import service
from gdpr_desktop.vault.database import allow_writing

TODAY = date(2026, 11, 22)


def names(vault, text: str) -> list[str]:
    query = CaseQuery(text=text, filter=CaseFilter.ALL)
    found = lists.page(vault.db, query, vault.actor, TODAY, offset=0, limit=100)
    assert lists.count(vault.db, query, vault.actor, TODAY) == len(found)
    for line, case in enumerate(found):
        assert lists.position(vault.db, query, vault.actor, TODAY, case.id) == line
    return sorted(case.subject_name for case in found)


@pytest.fixture
def damaged(desk):
    """Three cases, and a search index that cannot be read."""
    for name in ("Kari Berg-Hansen", "Per Åsen", "Tor Aasen"):
        register(desk, name)
    allow_writing(desk.db, True)
    desk.db.execute("UPDATE case_search_data SET block = randomblob(length(block)) WHERE id > 10")
    allow_writing(desk.db, False)
    return desk


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kari", ["Kari Berg-Hansen"]),
        ("hansen", ["Kari Berg-Hansen"]),
        ("åsen", ["Per Åsen", "Tor Aasen"]),
        ("per ås", ["Per Åsen"]),
        ("zzz", []),
        ("%", []),
        ("k_ri", []),
    ],
)
def test_search_goes_through_the_words_when_the_index_is_damaged(damaged, typed, found):
    assert not index_works(damaged.db)
    assert names(damaged, typed) == found


def test_case_opens_all_the_same(damaged):
    assert service.read_request(damaged, 1).subject.name == "Kari Berg-Hansen"


def test_index_is_built_anew_at_the_next_unlock(damaged):
    assert service.mend_search(damaged)
    assert index_works(damaged.db)
    assert names(damaged, "hansen") == ["Kari Berg-Hansen"]
    assert not service.mend_search(damaged)
    last = damaged.db.execute("SELECT deed FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    assert last == ("search_rebuilt",)
