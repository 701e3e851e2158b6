"""The list of consents: what it shows of which, in which order, and to whom."""

import itertools
from datetime import date

import pytest

from consents.filling import a_group, approved_form, both, given, said
from gdpr_desktop.casework import plain_search
from gdpr_desktop.consents.allowed.service import Asking
from gdpr_desktop.consents.codes import Channel
from gdpr_desktop.consents.given import lists
from gdpr_desktop.consents.given.lists import Anchors, Chip, ConsentQuery, Sort
from gdpr_desktop.consents.given.model import Withdrawn
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.ids import UserId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import DamagedDatabaseError

BORN = date(2021, 4, 5)
OLD = date(2026, 9, 2)
TAKEN = Withdrawn(
    purposes=("p1", "p2", "p3"), withdrawn_on=date(2026, 11, 1), channel=Channel.EMAIL
)


@pytest.fixture
def filled(officer, form_id):
    """Seven consents on two forms, one in a group."""
    other = approved_form(officer, title=same("Skulefilm"), unit="Fjordvik skule")
    group_id = a_group(officer, 1)
    given(officer, form_id, "Åse Ås", BORN)
    given(officer, form_id, "Berit Ås", BORN, group_id=group_id)
    given(officer, other, "Anna Zakariassen", BORN, statements=(said(),))  # one parent
    given(officer, form_id, "Øystein Berg-Hansen", BORN, withdrawals=(TAKEN,))
    given(officer, form_id, "Carl O'Neill", BORN, statements=both((), ("p1", "p2", "p3")))
    given(officer, other, "Dag Dal", BORN, valid_until=date(2026, 11, 19))
    given(officer, form_id, "Eli Eik", BORN, valid_until=date(2026, 12, 1))
    return form_id, other, group_id


def shown(vault, anchors=None, offset=0, limit=100, **asked):
    query = ConsentQuery(**asked)
    today = vault.clock.today()
    rows = lists.page(
        vault.db, query, vault.actor, today, offset=offset, limit=limit, anchors=anchors
    )
    if not offset and limit == 100:
        assert lists.count(vault.db, query, vault.actor, today) == len(rows)
    return [row.name for row in rows]


def test_people_stand_in_norwegian_order_of_family_names(officer, filled):
    assert shown(officer) == [
        "Øystein Berg-Hansen",
        "Dag Dal",
        "Eli Eik",
        "Carl O'Neill",
        "Anna Zakariassen",
        "Berit Ås",
        "Åse Ås",
    ]
    assert shown(officer, descending=True) == list(reversed(shown(officer)))
    assert shown(officer, sort=Sort.UNTIL)[:2] == ["Dag Dal", "Eli Eik"]


def test_chips_pick_what_must_be_looked_at(officer, filled):
    assert shown(officer, chip=Chip.LACKING) == ["Anna Zakariassen"]
    assert shown(officer, chip=Chip.WITHDRAWN) == ["Øystein Berg-Hansen"]
    assert shown(officer, chip=Chip.EXPIRED) == ["Dag Dal"]
    assert shown(officer, chip=Chip.RENEWAL) == ["Eli Eik"]


def test_filters_and_chips_and_search_narrow_together(officer, filled):
    form_id, other, group_id = filled
    assert shown(officer, forms=(other,)) == ["Dag Dal", "Anna Zakariassen"]
    assert shown(officer, forms=(form_id, other), chip=Chip.EXPIRED) == ["Dag Dal"]
    assert shown(officer, forms=()) == []
    assert shown(officer, group_id=group_id) == ["Berit Ås"]
    assert shown(officer, text="ås", group_id=group_id) == ["Berit Ås"]
    assert shown(officer, text="dag", chip=Chip.EXPIRED, forms=(other,)) == ["Dag Dal"]
    assert shown(officer, text="dag", chip=Chip.LACKING) == []


def test_search_takes_parts_of_words_in_any_order_and_no_sign_has_a_meaning(officer, filled):
    assert shown(officer, text="han ØYST") == ["Øystein Berg-Hansen"]
    assert shown(officer, text="oystein") == ["Øystein Berg-Hansen"]
    assert shown(officer, text="aas") == ["Berit Ås", "Åse Ås"]
    assert shown(officer, text="o'neill") == ["Carl O'Neill"]
    assert shown(officer, text='" OR * NOT (') == []


def test_a_damaged_index_of_the_search_only_makes_it_slower(officer, filled, monkeypatch):
    group_id = filled[2]
    monkeypatch.setattr(plain_search, "either_way", lambda ask: ask(True))
    assert shown(officer, text="ås") == ["Berit Ås", "Åse Ås"]
    assert shown(officer, text="ås", group_id=group_id) == ["Berit Ås"]
    assert shown(officer, text="dag", chip=Chip.EXPIRED) == ["Dag Dal"]
    asking = Asking.begin(officer)
    assert [one.name for one in asking.about_person("berit ås", _asked(asking)).people] == [
        "Berit Ås"
    ]
    assert issubclass(DamagedDatabaseError, Exception)


def _asked(asking):
    from gdpr_desktop.consents.allowed.model import Asked

    return Asked(use=asking.uses()[0])


@pytest.mark.parametrize("few", [0, 40_000])
def test_pages_by_anchors_are_the_list_itself_in_every_order(officer, filled, few, monkeypatch):
    monkeypatch.setattr(lists, "FEW", few)  # few rows, and many
    for chip, sort, descending in itertools.product((None, *Chip), Sort, (False, True)):
        asked = {"chip": chip, "sort": sort, "descending": descending}
        whole, anchors = shown(officer, **asked), Anchors()
        for offset in (0, 2, 4, 6, 3, 0):
            page = shown(officer, anchors, offset, 2, **asked)
            assert page == whole[offset : offset + 2], asked


def test_a_caseworker_sees_what_is_on_forms_of_their_own(officer, filled, monkeypatch):
    form_id, other, _group = filled
    worker = Actor(user_id=UserId(7), name="Kari", role=Role.CASEWORKER, session="x")
    with officer.begin_upkeep() as work:
        work.db.execute("UPDATE case_file SET assignee = 7 WHERE id = ?", [other])
    monkeypatch.setattr(officer, "actor", worker)
    assert shown(officer) == ["Dag Dal", "Anna Zakariassen"]
    assert shown(officer, forms=(form_id,)) == []
    assert shown(officer, text="ås") == []
