"""What the law wants in each letter stands in it, in both languages (art. 12, 15, 77, 79)."""

import re
import tomllib

import pytest

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.letters.template import FieldKind, template

NN, NB = Language.NYNORSK, Language.BOKMAL
COMPLAINT = ("{{ authority_name }}", "{{ authority_web }}", "artikkel 77", "artikkel 79")
RIGHTS = ("artikkel 16", "artikkel 17", "artikkel 18", "artikkel 21")
CONTACT = ("{{ officer_name }}", "{{ officer_contact }}")

SAME = {  # what must stand in both languages, in the same letters
    "access_receipt": (
        "{{ received }}",
        "{{ due }}",
        "fra {{ received }} til {{ due }}",
        "artikkel 12 nr. 3",
        "artikkel 12 nr. 5",
        "{{ about }}",
        "arkivlova",
        *CONTACT,
    ),
    "access_identity": ("artikkel 12 nr. 6", "{{ answer_by }}", "eDialog", *CONTACT),
    "access_identity_unknown": (
        "artikkel 12 nr. 2",
        "artikkel 11 nr. 2",
        "artikkel 12 nr. 4",
        "artikkel 12 nr. 6",
        *COMPLAINT,
        *CONTACT,
    ),
    "access_specification": ("punkt 63", "{{ due }}", "{{ answer_by }}", *CONTACT),
    "access_extension": (
        "artikkel 12 nr. 3",
        "{{ received }}",
        "{{ first_due }}",
        "{{ due }}",
        "{{ explanation }}",
        *COMPLAINT,
        *CONTACT,
    ),
    "access_answer": (
        "artikkel 15",
        "artikkel 15 nr. 3",
        "artikkel 15 nr. 4",
        "artikkel 12 nr. 4",
        "§ 16",
        "{{ exception.reference }}",
        "{{ exception.explanation }}",
        "artikkel 7 nr. 3",
        "artikkel 17 nr. 3 bokstav b og d",
        "Arkivlova",
        "{{ place.name }}",
        "{{ controller_contact }}",
        *RIGHTS,
        *COMPLAINT,
        *CONTACT,
    ),
    "access_information": ("artikkel 15 nr. 1 og 2", *RIGHTS, "artikkel 77", "{{ authority_web }}"),
    "access_copy": ("{{ item.form }}", "{{ item.details }}", "artikkel 15 nr. 4"),
    "access_nothing_held": (
        "{{ place.name }}",
        "artikkel 6 nr. 1 bokstav c",
        "{{ recipients }}",
        "{{ third_countries }}",
        "arkivlova",
        "artikkel 16 og 17",
        "artikkel 18",
        "artikkel 21",
        *COMPLAINT,
        *CONTACT,
    ),
    "access_answer_child": (
        "{{ exception.reference }}",
        "{{ authority_name }}",
        "{{ authority_web }}",
        "artikkel 15",
        "16 om å",
        "17 om å",
        "18 om",
        "21 om å",
        "77 og 79 om å klage",
        *CONTACT,
    ),
    "restriction_answer": (
        "{{ received }}",
        "artikkel 18 nr. 1 bokstav a",
        "artikkel 18 nr. 1 bokstav b",
        "artikkel 18 nr. 1 bokstav c",
        "artikkel 18 nr. 1 bokstav d",
        "artikkel 18 nr. 2",
        "artikkel 18 nr. 3",
        "artikkel 19",
        "{{ use.ground }}",
        "Arkivlova",
        "bokføringslov",
        *COMPLAINT,
        *CONTACT,
    ),
    "restriction_answer_child": (
        "artikkel 18 om",
        "77 og 79 om å klage",
        "{{ use.ground }}",
        "{{ controller_contact }}",
        *CONTACT,
    ),
    "restriction_lift": (
        "artikkel 18 nr. 3",
        "{{ lift_on }}",
        "{{ lift_explanation }}",
        "Arkivlova",
        *COMPLAINT,
        *CONTACT,
    ),
    "restriction_lift_child": ("{{ lift_on }}", "artikkel 18 om", "77 og 79 om å klage", *CONTACT),
}
SAME |= {
    "request_refusal": (
        "{{ reason.reference }}",
        "{{ reason.rule }}",
        "{{ reason.explanation }}",
        "artikkel 12 nr. 4",
        *COMPLAINT,
        *CONTACT,
    ),
    "request_refusal_child": (
        "{{ reason.reference }}",
        "{{ reason.explanation }}",
        "artikkel 12 nr. 4",
        *COMPLAINT[:2],
        "artikkel 77 og 79",
        *CONTACT,
    ),
    "request_fee": (
        "{{ amount }}",
        "{{ calculation }}",
        "{{ answer_by }}",
        "artikkel 12 nr. 5",
        *COMPLAINT,
        *CONTACT,
    ),
    "request_fee_child": (
        "{{ amount }}",
        "{{ calculation }}",
        "{{ answer_by }}",
        "artikkel 12 nr. 5",
        *COMPLAINT[:2],
        "artikkel 77 og 79",
        *CONTACT,
    ),
}
OTHER_ACTS = ("request_refusal", "request_refusal_child")  # say where another act's answer goes

WORDS = {  # the same thing said in nynorsk and in bokmål
    "access_receipt": [
        ("Fristen er éin månad", "Fristen er én måned"),
        ("inntil to månader", "inntil to måneder"),
        ("kven du er", "hvem du er"),
        ("vil du ha alt, får du alt", "vil du ha alt, får du alt"),
    ],
    "access_identity": [
        ("rimeleg tvil", "rimelig tvil"),
        ("Vi tek ikkje kopi", "Vi tar ikke kopi"),
        ("ikkje fylle ut noko skjema", "ikke fylle ut noe skjema"),
        ("Fristen vår er vanlegvis éin månad", "Fristen vår er vanligvis én måned"),
        ("kan stå stille", "kan stå stille"),
        ("kva opplysningar vi har eller ikkje har", "hvilke opplysninger vi har eller ikke har"),
    ],
    "access_identity_unknown": [
        ("kommunen har eller ikkje har", "kommunen har eller ikke har"),
        ("eit nytt krav", "et nytt krav"),
    ],
    "access_specification": [
        ("Du kan seie nei", "Du kan si nei"),
        ("får du alt", "får du alt"),
        ("mange opplysningar", "mange opplysninger"),
        ("kan stå stille", "kan stå stille"),
        ("Type dokument", "Type dokument"),
    ],
    "access_extension": [
        ("inntil to månader", "inntil to måneder"),
        ("berre éin gong", "bare én gang"),
    ],
    "access_answer": [
        ("Slik les du vedlegga", "Slik leser du vedleggene"),
        ("sladda", "sladdet"),
        ("Innsynet er gratis", "Innsynet er gratis"),
        ("trekkje samtykket tilbake", "trekke samtykket tilbake"),
        ("behandlingsansvarleg", "behandlingsansvarlig"),
        ("e-post, filer, papir, bilete", "e-post, filer, papir, bilder"),
    ],
    "access_information": [
        ("formål", "formål"),
        ("behandlingsgrunnlag", "behandlingsgrunnlag"),
        ("kategoriar", "kategorier"),
        ("mottakarar", "mottakere"),
        ("tredjeland og garantiar", "tredjeland og garantier"),
        ("lagringstid", "lagringstid"),
        ("kjelde", "kilde"),
        ("automatiserte avgjerder", "automatiserte avgjørelser"),
    ],
    "access_nothing_held": [
        ("saka om kravet ditt", "saken om kravet ditt"),
        ("e-post, filer, papir, bilete", "e-post, filer, papir, bilder"),
    ],
    "access_answer_child": [
        ("ein vaksen du stoler på", "en voksen du stoler på"),
        ("Slette", "Slette"),
        ("avgrensa behandling", "begrenset behandling"),
        ("protestere", "protestere"),
        ("samtykke", "samtykke"),
    ],
    "restriction_answer": [
        ("avgrensa behandling", "begrenset behandling"),
        ("før vi opphevar", "før vi opphever"),
        ("Ingen av dei passar", "Ingen av dem passer"),
    ],
    "restriction_lift": [("på førehand", "på forhånd")],
}
WORDS |= {
    "request_refusal": [
        ("Vi seier nei til ein del", "Vi sier nei til en del"),
        ("grunngi svaret", "begrunne svaret"),
        ("ein annan får vite det", "en annen får vite det"),
        ("barnelova § 47", "barnelova § 47"),
        ("offentleglova § 3", "offentleglova § 3"),
        ("forvaltningslova § 18", "forvaltningsloven § 18"),
        ("pasient- og brukarrettslova § 5-1", "pasient- og brukerrettighetsloven § 5-1"),
    ],
    "request_fee": [
        ("rimeleg gebyr", "rimelig gebyr"),
        ("Gjere kravet smalare", "Gjøre kravet smalere"),
        ("ingen rekning før du har svart", "ingen regning før du har svart"),
    ],
    "request_refusal_child": [("ein vaksen du stoler på", "en voksen du stoler på")],
    "request_fee_child": [("før du har sagt ja", "før du har sagt ja")],
}
CASES = [(name, language) for name in SAME for language in Language]


def _body(name: str, language: Language) -> str:
    return template(name).body(language)


def _folded(text: str) -> str:
    """Nynorsk «frå» and bokmål «fra» count as one, for what must stand in both."""
    return text.replace("frå {{", "fra {{")


@pytest.mark.parametrize(("name", "language"), CASES)
def test_each_letter_says_what_the_law_wants(name: str, language: Language) -> None:
    body = _folded(_body(name, language))
    assert [words for words in SAME[name] if words not in body] == []


@pytest.mark.parametrize("name", WORDS)
def test_each_letter_says_it_in_both_languages(name: str) -> None:
    nynorsk, bokmal = _body(name, NN), _body(name, NB)
    assert [words for words, _ in WORDS[name] if words not in nynorsk] == []
    assert [words for _, words in WORDS[name] if words not in bokmal] == []


def test_the_nine_points_are_asked_for_every_system() -> None:
    systems = template("access_information").field("systems")
    points = {item.name for item in systems.items if item.required}
    assert points == {
        "name",
        "purpose",
        "basis",
        "categories",
        "recipients",
        "third_countries",
        "storage",
        "source",
        "automated",
    }


def test_an_unknown_sender_is_told_nothing_about_anybody() -> None:
    fields = {field.name for field in template("access_identity_unknown").fields}
    assert fields.isdisjoint({"requested", "on_behalf_of", "reason", "places", "explanation"})


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["access_identity", "access_identity_unknown"])
def test_letters_that_may_reach_a_stranger_name_nobody_and_no_data(
    name: str, language: Language
) -> None:
    body = _body(name, language)
    assert not re.search(r"opplysning\w+ om deg|opplysning\w+ dine|kravet ditt", body)
    assert "{{ on_behalf_of }}" not in body


@pytest.mark.parametrize("language", Language)
def test_an_identity_is_never_shown_by_a_certified_copy_or_a_signed_form(
    language: Language,
) -> None:
    codes = [choice.code for choice in template("access_identity").field("ways").items[0].choices]
    assert codes == ["counter", "dialogue", "questions", "other"]
    assert not re.search(r"rett kopi|signer|underskriv", _body("access_identity", language))


def test_an_extension_needs_one_of_two_grounds_and_a_reason_in_words() -> None:
    ground = template("access_extension").field("ground")
    assert [choice.code for choice in ground.choices] == ["complexity", "number_of_requests"]
    assert ground.required
    assert template("access_extension").field("explanation").required


def test_every_exception_needs_its_exact_reference_and_an_explanation() -> None:
    for name in ("access_answer", "access_answer_child"):
        exceptions = template(name).field("exceptions")
        assert {item.name for item in exceptions.items if item.required} == {
            "reference",
            "explanation",
        }


@pytest.mark.parametrize("language", Language)
def test_the_answer_to_a_complaint_is_never_the_county_governor(language: Language) -> None:
    for name in SAME.keys() - set(OTHER_ACTS):
        assert "Statsforvalt" not in _body(name, language)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", OTHER_ACTS)
def test_the_county_governor_is_named_only_for_the_answer_by_another_act(
    name: str, language: Language
) -> None:
    before, inside = _body(name, language).split('{% if regime != "data_protection" %}')
    act, after = inside.split("\n## ", 2)[1:]
    assert "Statsforvalt" in act
    assert "Statsforvalt" not in before + after


@pytest.mark.parametrize("language", Language)
def test_nothing_held_still_tells_of_the_case_itself(language: Language) -> None:
    body = _body("access_nothing_held", language)
    first = body.split("\n\n")[1]
    assert re.search(r"saka om kravet|saken om kravet", first)
    assert not re.search(r"(?:ikkje|ikke) (?:arkiv|lagr)", body)


@pytest.mark.parametrize("name", SAME)
def test_dates_are_dates_and_addresses_are_links(name: str) -> None:
    kinds = {field.name: field.kind for field in template(name).fields}
    for field, kind in kinds.items():
        if field in ("received", "due", "first_due", "answer_by", "asked"):
            assert kind is FieldKind.DATE
        if field in ("authority_web", "dialogue_url"):
            assert kind is FieldKind.LINK


@pytest.mark.parametrize("language", Language)
def test_a_number_said_on_the_telephone_is_called_no_identification(language: Language) -> None:
    path = form("guidance") / f"requests.{language}.toml"
    note = tomllib.loads(path.read_text(encoding="utf-8"))["notes"]["phone_number"]
    assert re.search(r"ikk?j?e legitimasjon", note["title"])
    assert "kontrollspørsmål" in note["text"]


@pytest.mark.parametrize("language", Language)
def test_nothing_is_to_be_erased_while_data_are_collected(language: Language) -> None:
    mail = (form("guidance") / f"collection_mail.{language}.txt").read_text(encoding="utf-8")
    assert re.search(r"Ikk?j?e slett eller endre", mail)
