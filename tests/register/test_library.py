"""The library: whole in both languages, lawful as far as it goes, never approved by itself."""

import tomllib

import pytest

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryKind, EntryState
from gdpr_desktop.register.library import deeds, loading, service, tables
from gdpr_desktop.register.library.words import facts

ALL = tuple(one.id for one in loading.starts(Language.NYNORSK))


@pytest.fixture(scope="module")
def activities() -> dict[str, Activity]:
    return {one: loading.activity_from(one) for one in ALL}


def paths(tree: object, above: str = "") -> set[str]:
    """Every place where a text stands."""
    if not isinstance(tree, dict):
        return {above}
    return set().union(*(paths(branch, f"{above}.{key}") for key, branch in tree.items()))


def texts(value: object) -> list[Bilingual]:
    """Every text inside a dataclass."""
    if isinstance(value, Bilingual):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    names = getattr(value, "__dataclass_fields__", ())
    return [text for name in names for text in texts(getattr(value, name))]


def test_there_are_about_forty_and_each_is_found_by_a_single_name():
    assert len(ALL) >= 40
    assert len(set(ALL)) == len(ALL)


@pytest.mark.parametrize("name", [tables.COMMON, *tables.sectors()])
def test_both_languages_have_the_same_words(name):
    folder = form("activities")
    both = [
        tomllib.loads(folder.joinpath(f"{name}.{code}.toml").read_text("utf-8"))
        for code in ("nn", "nb")
    ]
    assert paths(both[0]) == paths(both[1])


def test_no_words_are_left_over(activities):
    used = {text.nn for one in activities.values() for text in texts(one)}
    for sector in tables.sectors():
        tree = tables.words(sector, Language.NYNORSK)
        assert set(tree) == set(tables.tree(sector))
        for start_id, own in tree.items():
            kept = {key: part for key, part in own.items() if isinstance(part, dict)}
            kept.pop("contracts", None)
            unused = [key for key in paths(kept) if key and _at(kept, key) not in used]
            assert unused == [], start_id


def _at(tree, path):
    for key in path.strip(".").split("."):
        tree = tree[key]
    return tree


def test_every_start_is_kept_and_read_back_as_it_was(activities):
    for one in activities.values():
        assert store.decode(EntryKind.ACTIVITY, store.encode(one)) == one


def test_every_text_stands_in_both_languages(activities):
    for start_id, one in activities.items():
        lacking = [text for text in texts(one) if bool(text.nn) != bool(text.nb)]
        assert lacking == [], start_id
        assert one.name
        assert one.description


def test_a_start_answers_what_the_record_asks(activities):
    for start_id, one in activities.items():
        assert one.purposes, start_id
        assert one.subjects, start_id
        assert one.sources, start_id
        assert one.recipients, start_id
        assert one.information, start_id
        assert one.responsible, start_id
        assert one.dpia.reason, start_id
        assert one.security.technical, start_id
        assert all(category.retention for category in one.data), start_id


def test_a_basis_in_law_names_an_act(activities):
    for start_id, one in activities.items():
        for purpose in one.purposes:
            for basis in purpose.bases:
                named = [law for law in basis.laws if law.act]
                assert bool(named) == basis.basis.needs_national_law, (start_id, purpose.text.nn)


def test_public_tasks_never_rest_on_interests_or_contracts(activities):
    for start_id, one in activities.items():
        for purpose in one.purposes:
            bases = {basis.basis for basis in purpose.bases}
            if bases & {Basis.LEGITIMATE_INTERESTS, Basis.CONTRACT}:
                assert not purpose.public_task, start_id
            if Basis.LEGITIMATE_INTERESTS in bases:
                assert all(basis.interest for basis in purpose.bases), start_id
            assert len(bases) == 1, start_id


def test_special_data_have_a_condition_with_its_act_and_no_other_does(activities):
    for start_id, one in activities.items():
        assert one.has_special == bool(one.special), start_id
        assert one.has_criminal == bool(one.criminal), start_id
        for special in one.special:
            named = [law for law in special.laws if law.act]
            assert bool(named) == special.condition.needs_national_law, start_id


def test_retention_is_a_period_or_a_criterion_and_archiving_names_an_act(activities):
    for start_id, one in activities.items():
        for category in one.data:
            kept = category.retention
            assert kept is not None
            assert kept.criteria or (kept.months and kept.counted_from), (start_id, category)
            if kept.permanent or kept.then == "archive":
                assert kept.law.act, (start_id, category)
            if kept.months and not kept.law.act:
                assert kept.criteria.nn.startswith("Framlegg"), (start_id, category)


def test_what_is_confidential_says_what_lifts_it(activities):
    for start_id, one in activities.items():
        for party in (*one.sources, *one.recipients):
            assert not party.confidential or party.released or party.lifted_by.act, start_id


def test_categories_are_about_people_that_are_named(activities):
    for start_id, one in activities.items():
        known = {subject.text.nn for subject in one.subjects}
        for category in one.data:
            assert set(category.subjects) <= known, (start_id, category.text.nn)


def test_a_start_is_never_checked_or_assessed_beforehand(activities):
    for one in activities.values():
        assert one.from_library
        assert not one.library_checked
        assert one.risk_assessed_on is None
        assert one.dpia.done_on is None


@pytest.mark.parametrize("typed", ["barnehage allergi", "BARNEHAGE", "bårnehage", "lønn", "loen"])
def test_search_finds_however_it_is_typed(typed):
    assert loading.search(typed, Language.NYNORSK)


def test_search_finds_either_written_form_and_nothing_when_nothing_fits():
    found = [one.id for one in loading.search("ansettelse", Language.NYNORSK)]
    assert "recruitment" in found
    assert loading.search("romfart", Language.NYNORSK) == ()
    assert len(loading.search(" ", Language.BOKMAL)) == len(ALL)


@pytest.mark.parametrize("start_id", ["kindergarten_admission", "survey", "payroll", "camera"])
def test_the_preview_says_what_it_holds(start_id, activities):
    shown = dict(facts(activities[start_id]))
    assert len(shown) >= 6
    assert all(shown.values())


def test_drafts_are_made_and_a_taken_name_gets_a_number(vault, unit):
    changes = list(service.add_starts(vault, ["library", "library"], unit_id=unit))
    changes.append(service.add_start(vault, "library", name="Folkebiblioteket"))
    made = [store.entry(vault.db, change.id) for change in changes]
    assert [one.name for one in made] == ["Bibliotek", "Bibliotek (2)", "Folkebiblioteket"]
    assert [one.content.unit_id for one in made] == [unit, unit, None]
    assert {one.state for one in made} == {EntryState.DRAFT}
    assert service.used_starts(vault.db) == {"library"}


def test_going_through_a_start_is_kept_once(vault):
    entry_id = service.add_start(vault, "press").id
    entry = store.entry(vault.db, entry_id)
    assert [key for key, _words in deeds.offered(vault, entry)] == [deeds.CHECKED]
    assert not deeds.do(None, vault, entry, "print", lambda change: None)
    assert deeds.do(None, vault, entry, deeds.CHECKED, lambda change: None)
    checked = store.entry(vault.db, entry_id)
    assert checked.content.library_checked
    assert deeds.offered(vault, checked) == ()
    assert store.versions(vault.db, entry_id)[0].note
    with pytest.raises(RefusedError):
        service.confirm_checked(vault, entry_id)


def test_other_entries_are_no_starting_points(vault, unit):
    assert deeds.offered(vault, store.entry(vault.db, unit)) == ()
