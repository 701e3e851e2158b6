"""What people are told: each point of art. 13 and 14 when, and only when, it applies."""

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from gdpr_desktop.casework import store as cases
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.information.collections.facts import Chosen, information_facts
from gdpr_desktop.information.collections.letter_facts import (
    collection_facts,
)
from gdpr_desktop.information.collections.model import ToldWay
from gdpr_desktop.information.collections.service.letters import (
    CollectionLetters,
    export_letter,
)
from gdpr_desktop.information.collections.texts import TextOrder, make_text
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.letters import MissingFieldsError, render
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Answer, Automated, Purpose
from gdpr_desktop.register.activities.words import retention_words
from gdpr_desktop.register.documents import documents_of, stale_documents
from gdpr_desktop.register.entries import service as entries
from gdpr_desktop.register.entries import store as record

from .conftest import make_activity, order_for

NN, NB = Language.NYNORSK, Language.BOKMAL
every_language = pytest.mark.parametrize("language", Language)
CASE = {"obtained": date(2026, 11, 18), "collector": "Per Prøve", "collector_unit": "Barnehagen"}

# A point of the letter: what shows it in nynorsk and in bokmål
TWELVE = {
    "controller": ("er behandlingsansvarleg", "er behandlingsansvarlig"),
    "officer": ("Solveig Testnes er personvernombod", "Solveig Testnes er personvernombud"),
    "purpose_and_basis": ("barnehagelova § 18", "barnehageloven § 18"),
    "categories": ("Namn og adresse", "Navn og adresse"),
    "recipients": ("Private barnehagar", "Private barnehager"),
    "transfers": ("Skyhjelp Inc.", "Skyhjelp Inc."),
    "source": ("Folkeregisteret", "Folkeregisteret"),
    "retention": ("barnet sluttar", "barnet slutter"),
    "automated": ("Systemet reknar ut poeng", "Systemet regner ut poeng"),
    "withdrawal": ("trekkje samtykket tilbake", "trekke samtykket tilbake"),
    "rights": ("artikkel 15", "artikkel 15"),
    "complaint": ("klage til Datatilsynet", "klage til Datatilsynet"),
}
THIRTEEN = {
    "controller": ("Postboks 1", "Postboks 1"),
    "purpose": ("Å gi barn plass", "Å gi barn plass"),
    "basis": ("barnehagelova § 18", "barnehageloven § 18"),
    "interest": ("å verne bygget", "å verne bygget"),
    "recipients": ("Private barnehagar", "Private barnehager"),
    "retention": ("barnet sluttar", "barnet slutter"),
    "transfers": ("Be om kopi av avtalen", "Be om kopi av avtalen"),
    "rights": ("artikkel 18", "artikkel 18"),
    "portability": ("artikkel 20", "artikkel 20"),
    "complaint": ("artikkel 77", "artikkel 77"),
    "withdrawal": ("artikkel 7 nr. 3", "artikkel 7 nr. 3"),
    "provision": ("Utan dei får barnet ikkje plass", "Uten dem får barnet ikke plass"),
    "automated": ("Poenga avgjer", "Poengene avgjør"),
}
BY_BASIS = {"interest", "portability", "withdrawal"}
ALL_BASES = (Basis.PUBLIC_TASK, Basis.CONSENT, Basis.LEGITIMATE_INTERESTS)


def read_back(template: str, activity: Activity, municipality, language: Language) -> str:
    """The letter's text as Word has it."""
    facts = {**information_facts((activity,), municipality, language), **CASE}
    document = Document(io.BytesIO(render(template, language, facts).docx()))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def shown(points: dict[str, tuple[str, str]], text: str, language: Language) -> set[str]:
    """The points that ``text`` has."""
    return {name for name, words in points.items() if words[language is NB] in text}


@every_language
def test_the_letter_of_article_14_has_all_twelve_points(municipality, language):
    text = read_back("information_14", make_activity(*ALL_BASES), municipality, language)
    assert shown(TWELVE, text, language) == set(TWELVE)


@every_language
def test_the_letter_of_article_13_has_all_thirteen_points(municipality, language):
    text = read_back("information_13", make_activity(*ALL_BASES), municipality, language)
    assert shown(THIRTEEN, text, language) == set(THIRTEEN)


def bare() -> Activity:
    """Only what every activity must have."""
    return replace(
        make_activity(),
        special=(),
        recipients=(),
        transfers=(),
        outside_eea=Answer.UNKNOWN,
        automated=None,
        sources=(),
    )


@every_language
def test_only_what_applies_is_printed(municipality, language):
    text = read_back("information_14", bare(), municipality, language)
    gone = {"recipients", "transfers", "source", "automated", "withdrawal"}
    assert shown(TWELVE, text, language) == set(TWELVE) - gone
    text = read_back("information_13", replace(bare(), provision=""), municipality, language)
    gone = {"recipients", "transfers", "automated", "provision"} | BY_BASIS
    assert shown(THIRTEEN, text, language) == set(THIRTEEN) - gone


RIGHTS = {  # by basis: protest, portability, withdrawal, a full right to erasure
    Basis.CONSENT: (False, True, True, "full"),
    Basis.CONTRACT: (False, True, False, "full"),
    Basis.LEGAL_OBLIGATION: (False, False, False, "limited"),
    Basis.VITAL_INTERESTS: (False, False, False, "full"),
    Basis.PUBLIC_TASK: (True, False, False, "partly"),
    Basis.LEGITIMATE_INTERESTS: (True, False, False, "full"),
}
ERASURE = {"full": "(artikkel 17). Det", "partly": "seie nei til", "limited": "ikkje få dei sletta"}


@pytest.mark.parametrize("template", ["information_13", "information_14"])
@pytest.mark.parametrize("basis", Basis)
def test_the_rights_fit_the_basis(municipality, basis, template):
    protest, move, withdraw, erasure = RIGHTS[basis]
    text = read_back(template, make_activity(basis), municipality, NN)
    assert ("artikkel 21" in text) is protest
    assert ("artikkel 20" in text) is move
    assert ("artikkel 7 nr. 3" in text) is withdraw
    assert [name for name, words in ERASURE.items() if words in text] == [erasure]
    assert "plikt til å ha arkiv" in text  # something of it goes to the archive


@every_language
def test_the_childs_letter_has_the_same_in_words_for_children(municipality, language):
    text = read_back("information_child", make_activity(*ALL_BASES), municipality, language)
    assert shown(TWELVE, text, language) >= {
        "purpose_and_basis",
        "categories",
        "recipients",
        "transfers",
        "source",
        "retention",
        "automated",
        "complaint",
    }
    assert "å verne bygget" in text
    assert "Ombestemme deg" in text
    assert "Ta med" in text


@pytest.mark.parametrize("template", ["information_13", "information_14", "information_child"])
def test_only_what_people_said_yes_to_is_said_to_rest_on_it(municipality, template):
    care, pictures = make_activity().purposes[0], make_activity(Basis.CONSENT).purposes[0]
    pictures = replace(pictures, text=Bilingual(nn="Å vise bilete på nettsida."))
    activity = replace(make_activity(), purposes=(care, pictures))
    text = read_back(template, activity, municipality, NN)
    assert "til dette: å vise bilete på nettsida. Du kan" in text


def test_that_nothing_leaves_the_eea_is_said_only_when_the_record_says_so(municipality):
    activity = replace(make_activity(), transfers=(), outside_eea=Answer.NO)
    assert "ikkje opplysningane ut av EØS" in read_back(
        "information_14", activity, municipality, NN
    )
    unknown = replace(activity, outside_eea=Answer.UNKNOWN)
    assert "ut av EØS" not in read_back("information_14", unknown, municipality, NN)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Kommunedirektør", "kommunedirektøren"),
        ("Rådmann i Fjordvik", "rådmannen i Fjordvik"),
        ("Kommunedirektøren", "kommunedirektøren"),
        ("Dagleg leiar", "dagleg leiar"),
    ],
)
def test_the_head_is_named_as_a_sentence_needs_it(municipality, title, said):
    ours = replace(municipality, controller_title=title)
    text = read_back("information_13", make_activity(), ours, NN)
    assert f" ved {said} er behandlingsansvarleg" in text


def test_a_public_source_is_said_to_be_public(municipality):
    text = read_back("information_14", make_activity(), municipality, NN)
    assert "Nettsida til skulen (kan lesast av alle)" in text
    assert "Dei føresette" not in text  # who gave their own data are no source to tell of


def test_only_what_was_collected_is_told_of(municipality):
    chosen = Chosen(categories=("Helse",), sources=("Folkeregisteret",))
    facts = information_facts((make_activity(),), municipality, NN, chosen)
    assert facts["data_categories"] == ({"name": "Helse", "delicate": True},)
    assert facts["data_sources"] == ({"name": "Folkeregisteret", "public": False},)
    assert facts["keeping"] == ()


def test_a_letter_without_purpose_or_basis_is_not_made(municipality):
    for purposes in ((), (Purpose(text=make_activity().name),)):
        with pytest.raises(MissingFieldsError):
            read_back(
                "information_14", replace(make_activity(), purposes=purposes), municipality, NN
            )


@every_language
def test_the_texts_for_form_box_and_sign_name_who_and_why(vault, language):
    activity = make_activity(Basis.CONSENT)
    order = TextOrder(template="information_form", link="www.fjordvik.example/personvern")
    form = make_text(vault, (activity,), order, language).text()
    assert "trekk" in form
    assert "www.fjordvik.example/personvern" in form
    contacts = form.split("Slik når du Fjordvik kommune:")[1]
    assert contacts.index("Du kan også") > 0  # each block of contacts after who it reaches
    popup = make_text(vault, (activity,), replace(order, template="information_popup"), language)
    assert len(popup.text().split("\n")) == 3  # the heading, two sentences, the link
    sign = replace(order, template="information_sign", camera=True)
    text = make_text(vault, (activity,), sign, language).text()
    assert ("ei veke" if language is NN else "en uke") in text
    assert ("ikkje lyd" if language is NN else "ikke lyd") in text
    loud = make_text(vault, (activity,), replace(sign, sound=True, kept_for="3 dagar"), language)
    assert "3 dagar" in loud.text()
    with pytest.raises(MissingFieldsError):
        make_text(vault, (activity,), TextOrder(template="information_popup"), language)


def test_a_letter_that_is_sent_is_the_telling_and_the_record_knows_it(vault, desk, tmp_path):
    case_id = desk.register()
    path = tmp_path / "brev.docx"
    export_letter(vault, case_id, order_for(desk, case_id), path)
    assert desk.read(case_id).told is None
    export_letter(vault, case_id, order_for(desk, case_id, sent_on=desk.today), path)
    told = desk.read(case_id).told
    assert (told.way, told.told_on) == (ToldWay.LETTER, desk.today)
    text = "\n".join(one.text for one in Document(str(path)).paragraphs)
    assert "Kari Berg-Hansen" in text
    assert "Barnehagekontoret" in text
    assert [one.kind for one in documents_of(vault.db, desk.activity_id)][:1] == [
        "information_letter"
    ]
    before = record.entry(vault.db, desk.activity_id).content
    entries.change_entry(vault, desk.activity_id, replace(before, provision_note=before.name))
    (stale,) = stale_documents(vault.db)
    assert stale.document.title.endswith(cases.case(vault.db, case_id).number)


def test_the_record_never_keeps_what_a_letter_to_a_person_was_called(vault, desk, tmp_path):
    case_id = desk.register()
    export_letter(vault, case_id, order_for(desk, case_id), tmp_path / "Kari Berg-Hansen.docx")
    assert cases.letters(vault.db, case_id)[0].file_name == "Kari Berg-Hansen.docx"
    assert "Kari" not in str(list(vault.db["document"].rows))


def test_the_wrong_letter_is_refused(vault, desk, tmp_path):
    case_id = desk.register(from_person=True)
    order = LetterOrder(template="information_14", language=NN)
    with pytest.raises(AppError):
        export_letter(vault, case_id, order, tmp_path / "brev.docx")
    assert not (tmp_path / "brev.docx").exists()


def test_what_is_typed_where_the_record_lacks_an_activity_cannot_stand_for_a_basis(vault, desk):
    case_id = desk.register(activity_id=None, purpose="Naboliste")
    letters = CollectionLetters(vault, case_id)
    with pytest.raises(MissingFieldsError):
        render("information_14", NN, letters.facts(order_for(desk, case_id)))


def test_a_letter_says_how_a_machine_decides_or_is_not_made(vault, desk, municipality):
    case_id = desk.register()
    for how in (None, Automated(logic=make_activity().name)):
        silent = replace(make_activity(), automated=how, automatic=Answer.YES)
        with pytest.raises(RefusedError):
            collection_facts(desk.read(case_id), silent, municipality, NN)
        with pytest.raises(RefusedError):
            make_text(vault, (silent,), TextOrder(template="information_form"), NN)
    said = replace(make_activity(), automatic=Answer.YES)
    assert collection_facts(desk.read(case_id), said, municipality, NN)["automated"]


def test_the_words_of_the_record_follow_the_language(desk):
    kept = make_activity().data[0].retention
    assert "barnet sluttar" in retention_words(kept, NN)
    assert "arkivloven § 7" in retention_words(kept, NB)
