"""A record made elsewhere, in: headings, rows, words, and all of it or nothing."""

from dataclasses import replace
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.parts import After, Answer, Sensitivity
from gdpr_desktop.register.entries import service as entries
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryId, EntryKind
from gdpr_desktop.register.exchange import headers, service
from gdpr_desktop.register.exchange.law_text import read_grounds
from gdpr_desktop.register.exchange.lines import items_of
from gdpr_desktop.register.exchange.model import Existing, Fate
from gdpr_desktop.register.exchange.retention_text import read_retention
from gdpr_desktop.tables.workbook import read_book
from register.exchange_samples import NB, NN, entry, foreign, full, planned, snapshot

HEADER = (
    "Namn på behandling",
    "Formål med behandlinga",
    "Behandlingsgrunnlag",
    "Kategoriar av registrerte",
    "Kategoriar av personopplysningar",
    "Slettefrist",
    "Mottakarar",
    "Overføring til tredjeland?",
    "Farge",
)
ROW = (
    "Byggesak",
    "Å handsame søknader",
    "art. 6 nr. 1 bokstav e, plan- og bygningslova § 21-4",
    "Søkjar, naboar",
    "Namn, adresse (også e-post, telefon); teikningar",
    "10 år",
    "Statsforvaltaren",
    "Nei",
    "blå",
)


@pytest.mark.parametrize(
    ("text", "bases", "laws"),
    [
        ("art. 6 nr. 1 bokstav e, barnehagelova § 22", "e", ["barnehagelova § 22"]),
        ("6.1 e", "e", []),
        ("GDPR art 6(1)(c)", "c", []),
        ("Artikkel 6 (1) bokstav c og e; opplæringslova § 2-1, 2-3", "ce", ["§ 2-1, 2-3"]),
        ("artikkel 6 nr 1 bokstav a (samtykke)", "a", []),
        ("Samtykke", "a", []),
        ("rettslig forpliktelse, jf. skattebetalingsloven § 5-4", "c", ["lova § 5-4"]),
        ("Utøvelse av offentlig myndighet", "e", []),
        ("6 (1) f", "f", []),
    ],
)
def test_a_basis_is_read_however_it_is_written(text, bases, laws):
    found = read_grounds(text, NN)
    assert "".join(found.bases) == bases
    assert found.rest == ""
    assert len(found.laws) == len(laws)
    for law, said in zip(found.laws, laws, strict=True):
        assert f"{law.act.nn} {law.section}".endswith(said)


def test_a_condition_of_article_9_is_told_apart():
    found = read_grounds("Art. 6 nr. 1 e og art. 9 nr. 2 bokstav h", NB)
    assert found.bases == (Basis.PUBLIC_TASK,)
    assert found.conditions == (Condition.HEALTH_CARE,)


@pytest.mark.parametrize("text", ["Sånn har vi alltid gjort", "kap. 6", "2016/679", "§ 6 e", ""])
def test_other_words_are_no_basis(text):
    assert read_grounds(text, NN).bases == ()


@pytest.mark.parametrize(
    ("text", "months", "criteria"),
    [
        ("10 år", 120, ""),
        ("24 mnd", 24, ""),
        ("Slettes etter 3 måneder", 3, ""),
        ("fem år", 60, ""),
        ("5-10 år", None, "5-10 år"),
        ("14 dagar", None, "14 dagar"),
        ("Jf. arkivlova", None, "Jf. arkivlova"),
        ("1 år for søknad, 5 år for vedtak", None, "1 år for søknad, 5 år for vedtak"),
    ],
)
def test_a_period_is_read_where_it_is_plain(text, months, criteria):
    found = read_retention(text, None, NN)
    assert (found.months, found.criteria.nn, found.permanent) == (months, criteria, False)


def test_what_a_period_is_counted_from_and_what_follows():
    found = read_retention("10 år etter avslutta sak, deretter arkivering", None, NN)
    assert (found.counted_from.nn, found.then) == ("avslutta sak", After.ARCHIVE)
    assert read_retention("Permanent", None, NN).permanent


def test_what_a_period_is_counted_from_stays_when_the_line_says_more():
    found = read_retention("12 md. frå slutten av året; deretter: sletting", None, NN)
    assert (found.months, found.counted_from.nn) == (12, "slutten av året")


def test_lists_are_parted_outside_parentheses():
    said = "- Namn, adresse (gate, stad)\n2. Helse; Namn"
    assert items_of(said) == ["Namn", "adresse (gate, stad)", "Helse"]


def test_a_row_becomes_an_activity(municipality, tmp_path):
    path = foreign(tmp_path / "a.xlsx", [("Protokoll 2024",), (), HEADER, ROW, ("",) * 9])
    plan = planned(path, snapshot(municipality))
    (read,) = plan.reads
    content = read.content
    assert (read.fate, read.problems, read.row) == (Fate.ADD, (), 4)
    assert content.purposes[0].bases[0].laws[0].section == "§ 21-4"
    assert [one.text.nn for one in content.subjects] == ["Søkjar", "naboar"]
    assert [one.text.nn for one in content.data][1] == "adresse (også e-post, telefon)"
    assert {one.retention.months for one in content.data} == {120}
    assert content.outside_eea is Answer.NO
    assert any("Farge" in one for one in plan.remarks)


@pytest.mark.parametrize(
    ("header", "keys"),
    [
        (
            ("Behandlingsaktivitet", "Formål", "Rettslig grunnlag (art. 6)", "Artikkel 9-grunnlag"),
            ("name", "purposes", "bases", "special"),
        ),
        (
            ("Name", "Purpose of processing", "Data subjects", "Categories of personal data"),
            ("name", "purposes", "subjects", "data"),
        ),
        (
            ("Navn på behandling", "Databehandler", "Felles behandlingsansvarlige", "Mottakere"),
            ("name", "processors", "arrangements", "recipients"),
        ),
        (
            ("Behandling", "Særlige kategorier", "Tidsfrister for sletting", "Sikkerhetstiltak"),
            ("name", "special_data", "retention", "security.technical"),
        ),
    ],
)
def test_headings_are_known_in_three_languages(header, keys):
    assert headers.keys_of(header) == keys


def test_what_cannot_be_read_is_told_and_kept_in_the_note(municipality, tmp_path):
    row = ("Byggesak", "Søknader", "fordi", "", "", "", "", "")
    (read,) = planned(foreign(tmp_path / "a.xlsx", [HEADER, row]), snapshot(municipality)).reads
    assert [one.cell for one in read.problems] == ["C2"]
    assert read.content.note.endswith(": fordi")


def test_special_categories_of_their_own_column(municipality, tmp_path):
    rows = [("Behandling", "Personopplysningar", "Særlege kategoriar"), ("A", "Namn", "Helse")]
    (read,) = planned(foreign(tmp_path / "a.xlsx", rows), snapshot(municipality)).reads
    assert [one.sensitivity for one in read.content.data] == [
        Sensitivity.ORDINARY,
        Sensitivity.SPECIAL,
    ]


def test_rows_without_a_name_and_twins_are_not_imported(municipality, tmp_path):
    rows = [HEADER, ROW, ("", "Formål"), (" BYGGESAK ", "Anna"), ("x" * 201, "Lang")]
    plan = planned(foreign(tmp_path / "a.xlsx", rows), snapshot(municipality))
    assert [one.fate for one in plan.reads] == [Fate.REFUSED] * 4
    assert "2, 4" in plan.reads[0].problems[0].text


@pytest.mark.parametrize(
    ("existing", "fate", "name"),
    [
        (Existing.SKIP, Fate.SKIP, "Byggesak"),
        (Existing.UPDATE, Fate.UPDATE, "Byggesak"),
        (Existing.RENAME, Fate.ADD, "Byggesak (2)"),
    ],
)
def test_a_name_that_is_there_already(municipality, tmp_path, existing, fate, name):
    record = snapshot(municipality, entry(1, full("Byggesak")))
    path = foreign(tmp_path / "a.xlsx", [HEADER, ROW])
    (read,) = planned(path, record, existing).reads
    assert (read.fate, read.name) == (fate, name)
    if fate is Fate.UPDATE:  # what the sheet does not say stays
        assert read.content.security == full().security
        assert read.content.purposes[0].text.nn == "Å handsame søknader"


def test_merged_hidden_and_computed_cells(municipality, tmp_path):
    book = Workbook()
    sheet = book.active
    for row in (HEADER[:3], ("A", "Formål éin", "6.1 e"), (None, "Formål to", None), ("B", "C")):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[4].hidden = True
    sheet["C4"] = '="6.1"&" e"'  # never computed: no result was saved
    book.save(tmp_path / "a.xlsx")
    plan = planned(tmp_path / "a.xlsx", snapshot(municipality))
    first, second = plan.reads
    assert [one.text.nn for one in first.content.purposes] == ["Formål éin", "Formål to"]
    assert second.problems[0].cell == "C4"
    assert len(plan.remarks) == 2


def test_dates_and_numbers_are_read_as_people_see_them(municipality, tmp_path):
    rows = [
        ("Behandling", "Nr", "Neste gjennomgang", "Formål"),
        ("A", 7.0, date(2027, 2, 3), "#REF!"),
    ]
    (read,) = planned(foreign(tmp_path / "a.xlsx", rows), snapshot(municipality)).reads
    assert read.content.number == "7"
    assert read.content.review_on.isoformat() == "2027-02-03"
    assert [one.cell for one in read.problems] == ["D2"]


def add(vault, content) -> EntryId:
    return EntryId(entries.add_entry(vault, content).id)


def test_an_import_is_one_deed_and_is_taken_back_as_one(vault, activity, tmp_path):
    number = add(vault, activity)
    entries.ask_for_revision(vault, number, reason="Sjå på ho")
    rows = [HEADER[:2], ("Opptak i barnehage", "Nytt formål"), ("Byggesak", "Søknader")]
    path = foreign(tmp_path / "a.xlsx", [(*row, "") for row in rows])
    book = load_workbook(path)
    book.active["C1"] = "Mottakarar"
    book.save(path)
    plan = planned(path, service.gathered(vault), Existing.UPDATE)
    imported = service.import_plan(vault, plan)
    assert (imported.added, imported.updated) == (1, 1)
    assert store.entry(vault.db, number).content.systems == activity.systems
    imported.change.undo.verb(vault)
    assert store.entry(vault.db, number).content == activity
    assert store.named(vault.db, EntryKind.ACTIVITY, "Byggesak") is None


def test_nothing_is_half_imported(vault, activity, tmp_path):
    path = foreign(tmp_path / "a.xlsx", [HEADER, ("Ny",), ("Opptak i barnehage",)])
    plan = planned(path, service.gathered(vault))
    add(vault, activity)  # somebody was quicker
    with pytest.raises(RefusedError, match="Rad 3"):
        service.import_plan(vault, plan)
    assert store.named(vault.db, EntryKind.ACTIVITY, "Ny") is None


def test_what_was_gone_on_with_is_not_taken_back(vault, tmp_path):
    plan = planned(foreign(tmp_path / "a.xlsx", [HEADER, ROW]), service.gathered(vault))
    imported = service.import_plan(vault, plan)
    number = EntryId(imported.change.id)
    changed = replace(store.entry(vault.db, number).content, number="00012")
    entries.change_entry(vault, number, changed)
    with pytest.raises(RefusedError, match="Byggesak"):
        imported.change.undo.verb(vault)
    assert store.entry(vault.db, number).content.number == "00012"


def test_a_sheet_is_chosen_by_its_headings(tmp_path):
    book = Workbook()
    book.active.append(("Rettleiing", "for", "utfylling"))
    book.create_sheet("Liste").append(HEADER)
    book.save(tmp_path / "a.xlsx")
    plan = headers.propose(read_book(tmp_path / "a.xlsx"), None, NN)
    assert plan.sheet == 1
