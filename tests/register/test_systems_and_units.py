"""Systems, units, cooperation: what they lack; the record as the one place for systems."""

from dataclasses import replace
from datetime import date

import pytest

from gdpr_desktop.casework import settings
from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register import feature
from gdpr_desktop.register.activities.parts import Answer
from gdpr_desktop.register.arrangements import essence
from gdpr_desktop.register.arrangements.model import (
    DUTIES,
    Arrangement,
    CooperationForm,
    Duty,
)
from gdpr_desktop.register.arrangements.words import finding_words
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import EntryId, EntryKind, Severity
from gdpr_desktop.register.processors.model import Processor
from gdpr_desktop.register.systems import shelf as systems
from gdpr_desktop.register.systems import words
from gdpr_desktop.register.systems.model import System
from gdpr_desktop.register.units import shelf as units
from gdpr_desktop.register.units.model import Unit
from gdpr_desktop.register.units.responsibility import in_order, responsibility_list

KNOWN = System(
    name="Oppad",
    owner="IKT-leiar",
    logging=Answer.YES,
    encryption=Answer.YES,
    backup=Answer.YES,
    access_control=Answer.YES,
    risk_assessed_on=date(2026, 1, 10),
)
WHOLE = Arrangement(
    name=same("Felles barnevern"),
    partners=("Fjordvik kommune", "Storfjord kommune"),
    duties=tuple(Duty(duty=duty, who="Fjordvik") for duty in DUTIES),
    agreed_on=date(2025, 1, 1),
    written=Answer.YES,
    essence=Bilingual(nn="Fjordvik svarar på innsyn.", nb="Fjordvik svarer på innsyn."),
    published="fjordvik.example",
)


@pytest.fixture
def no_source(monkeypatch) -> None:
    """No other test's record is asked for places."""
    monkeypatch.setattr(settings, "_sources", [])


def add(vault, content) -> EntryId:
    return EntryId(service.add_entry(vault, content).id)


def codes(content) -> list[str]:
    return [one.code for one in content.findings()]


# Systems


def test_known_system_has_no_findings():
    assert codes(KNOWN) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"risk_assessed_on": None}, "no_risk"),
        ({"changed_on": date(2026, 5, 1)}, "risk_old"),
        ({"country": "US"}, "outside_eea"),
        ({"supplier": "Skysystem AS"}, "supplier_unlinked"),
        ({"owner": ""}, "no_owner"),
        ({"backup": Answer.UNKNOWN}, "measure_unknown"),
    ],
)
def test_what_is_not_known_of_a_system(changes, code):
    (found,) = replace(KNOWN, **changes).findings()
    assert found.code == code
    assert words.finding_words(found)


def test_system_that_is_bought_or_changed_needs_its_risks_assessed():
    bought = replace(KNOWN, in_use_from=date(2026, 8, 1), risk_assessed_on=None)
    changed = replace(KNOWN, changed_on=date(2026, 5, 1))
    assert [(one.kind, one.due) for one in bought.dues()] == [("risk", date(2026, 8, 1))]
    assert [(one.kind, one.due) for one in changed.dues()] == [("risk", date(2026, 5, 1))]
    assert replace(changed, risk_assessed_on=date(2026, 5, 2)).dues() == ()


def test_system_shows_how_the_agreement_with_its_supplier_stands(vault):
    supplier = add(vault, Processor(name="Skysystem AS"))
    entry = store.entry(vault.db, add(vault, replace(KNOWN, supplier_id=supplier)))
    facts = {text for group in systems.groups(vault, entry) for _name, text in group.facts}
    assert "Skysystem AS" in facts
    assert len(systems.groups(vault, entry)[1].facts) == 2


# Units


def test_units_stand_under_the_one_they_belong_to(vault):
    top = add(vault, Unit(name=same("Oppvekst"), responsible=same("Kommunalsjef")))
    below = add(vault, Unit(name=same("Barnehage"), parent_id=top, responsible=same("Styrar")))
    add(vault, Unit(name=same("Avdeling blå"), parent_id=below))
    add(vault, Unit(name=same("Teknisk")))
    found = [(depth, one.name) for depth, one in in_order(store.entries(vault.db, EntryKind.UNIT))]
    assert found == [(0, "Oppvekst"), (1, "Barnehage"), (2, "Avdeling blå"), (0, "Teknisk")]


def test_list_names_role_activities_and_systems_of_each_unit(vault, activity, unit):
    add(vault, activity)
    text = responsibility_list(vault, Language.NYNORSK).text()
    municipality = vault.municipality()
    assert municipality.name in text
    assert all(word in text for word in ("styrar", "Opptak i barnehage", "Oppad"))
    entry = store.entry(vault.db, unit)
    assert units.groups(vault, entry)[1].facts[0][1] == "Opptak i barnehage"


# Cooperation


def test_whole_arrangement_has_no_findings():
    assert codes(WHOLE) == []


def test_essence_must_be_written_and_published():
    assert codes(replace(WHOLE, essence=Bilingual(), published="")) == [
        "no_essence",
        "not_published",
    ]
    host = replace(WHOLE, form=CooperationForm.HOST, essence=Bilingual(), published="")
    assert codes(host) == []


def test_arrangement_says_who_does_each_thing():
    found = replace(WHOLE, duties=WHOLE.duties[1:]).findings()
    assert [(one.code, one.about) for one in found] == [("duty_unsaid", "information")]
    assert finding_words(found[0])
    (contact,) = replace(WHOLE, duties=WHOLE.duties[:-1], contact_point="").findings()
    assert (contact.about, contact.severity) == ("contact", Severity.HINT)  # «may designate»
    assert codes(replace(WHOLE, partners=(), written=Answer.NO, agreed_on=None)) == [
        "no_partners",
        "not_written",
        "not_agreed",
    ]


def test_essence_is_printed_in_the_language_asked_for(municipality):
    letter = essence.essence_report(WHOLE, municipality, date(2026, 11, 22), Language.BOKMAL)
    assert "Fjordvik svarer på innsyn." in letter.text()
    assert "Storfjord kommune" in letter.text()


# Where data may lie


def test_what_stood_in_the_settings_is_taken_over_once(vault, no_source):
    kept = (settings.System(name="CosDoc", department="Helse", contact="cosdoc@a.example"),)
    vault.save_setting(settings.SYSTEMS, settings.as_json(kept))
    vault.save_setting(settings.UNITS, settings.as_json((settings.Unit(name="Skule"),)))
    feature.subscribe(vault)
    assert [name for _id, name in store.names(vault.db, EntryKind.UNIT)] == ["Helse", "Skule"]
    number = store.named(vault.db, EntryKind.SYSTEM, "CosDoc")
    assert number is not None
    service.delete_entry(vault, number)
    feature.subscribe(vault)
    assert store.named(vault.db, EntryKind.SYSTEM, "CosDoc") is None
    assert [place.name for place in settings.places(vault)] == ["Helse", "Skule"]


def test_requests_ask_the_record_where_data_may_lie(vault, unit, system, no_source):
    feature.subscribe(vault)
    add(vault, System(name="Visma", owner="IKT-leiar", contact="visma@a.example"))
    assert {one.name: one.responsible for one in settings.places(vault)} == {
        "Oppad": "styrar",
        "Visma": "IKT-leiar (visma@a.example)",
        "Barnehage": "styrar",
    }


def test_fresh_register_is_not_written_to_when_it_is_opened(vault, no_source):
    feature.subscribe(vault)
    assert vault.setting(settings.TAKEN_OVER) is None
