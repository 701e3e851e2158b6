"""The forms for citizens: the same in both languages, easy to fill in, read back exactly."""

import io
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.errors import AppError, InvalidInputError
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.correspondence.form_links import form_links, form_url, save_form_links
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.letters.fields.reading import read_fields
from gdpr_desktop.letters.fields.writing import LONGEST_TAG
from gdpr_desktop.requests.citizen_forms.content import FormOrder
from gdpr_desktop.requests.citizen_forms.exporting import (
    ExportOrder,
    FormFormat,
    export_forms,
    in_the_way,
)
from gdpr_desktop.requests.citizen_forms.html import write_page
from gdpr_desktop.requests.citizen_forms.model import FilledForm, FormKind
from gdpr_desktop.requests.citizen_forms.read import read_form
from gdpr_desktop.requests.citizen_forms.tags import made_fields
from gdpr_desktop.requests.citizen_forms.texts import citizen_form, form_words
from gdpr_desktop.requests.model import OnBehalfOf, Right
from gdpr_desktop.requests.service.letters import preview
from gdpr_desktop.vault import Vault
from requests import filling

TODAY = date(2026, 11, 22)
HOME = PostalAddress(street="Fjordvegen 4", postal_code="6999", city="Fjordvik")
KARI = {
    "name": "Kari Berg-Hansen",
    "birth_date": "3.2.1985",
    "street": "Fjordvegen 4",
    "postal_code": "6999",
    "city": "Fjordvik",
    "email": "kari@fjordvik.example",
    "phone": "900 00 000",
}
BOTH = pytest.mark.parametrize("language", Language)
EACH = pytest.mark.parametrize("kind", FormKind)


@pytest.fixture
def read(tmp_path: Path):
    def read_data(data: bytes) -> FilledForm:
        path = tmp_path / "skjema.docx"
        path.write_bytes(data)
        return read_form(path, TODAY)

    return read_data


@EACH
@BOTH
def test_every_field_has_words_and_every_word_a_field(kind: FormKind, language: Language) -> None:
    asked = {field.id: field.choices for field in citizen_form(kind).fields}
    words = form_words(kind, language)
    assert {key: tuple(one.choices) for key, one in words.fields.items()} == asked
    assert set(words.sections) == {section.id for section in citizen_form(kind).sections}


def test_there_is_a_form_for_each_right_of_a_citizen_and_no_two_files_share_a_name() -> None:
    assert {kind.value for kind in FormKind} - {right.value for right in Right} == {"general"}
    names = [file.name for file in ExportOrder().files()]
    assert len(set(names)) == len(names) == 9 * 2 * 2
    assert all(name.isascii() and " " not in name for name in names)


@EACH
@BOTH
def test_no_form_has_a_field_for_an_identity_number(kind: FormKind, language: Language) -> None:
    words = form_words(kind, language)
    labels = " ".join(one.label.casefold() for one in words.fields.values())
    assert "nummer" not in labels.replace("postnummer", "").replace("og nummer", "")
    assert "fødselsnummer" in words.texts["no_number"]


@EACH
@BOTH
def test_word_form_is_accessible_and_its_fields_are_named(
    kind: FormKind, language: Language, municipality: Municipality
) -> None:
    data = filling.made(kind, language, municipality)
    document = Document(io.BytesIO(data))
    levels = [
        int(paragraph.style.name[-1])
        for paragraph in document.paragraphs
        if paragraph.style is not None and paragraph.style.name.casefold().startswith("heading")
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert document.core_properties.title == form_words(kind, language).title
    assert f'w:val="{language}-NO"'.encode() in filling.parts(data)["word/styles.xml"]
    fields = read_fields(data)
    assert [(one.tag, one.name, one.shape) for one in fields] == [
        (one.tag, one.name, one.shape) for one in made_fields(kind, language)
    ]
    assert len({one.tag for one in fields}) == len(fields)
    assert max(len(one.tag) for one in fields) <= LONGEST_TAG
    assert all(one.name for one in fields)


class _Page(HTMLParser):
    """What a page has, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[str] = []
        self.in_fieldset: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag == "input" and "fieldset" in self.inside:
            self.in_fieldset.append(str(found["id"]))
        if tag not in ("meta", "input", "br"):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.inside.pop() == tag

    def all(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]


@EACH
@BOTH
def test_page_has_labels_and_legends_and_sends_nothing(
    kind: FormKind, language: Language, municipality: Municipality
) -> None:
    order = FormOrder(
        kind=kind,
        language=language,
        municipality=municipality,
        statement_url="https://www.fjordvik.example/personvern",
    )
    page = _Page(write_page(order))
    assert page.inside == []
    assert page.all("html") == [{"lang": language.value}]
    assert len(page.all("h1")) == len(page.all("title")) == len(page.all("main")) == 1
    assert page.all("script", "img", "link", "iframe", "button") == []
    assert [form for form in page.all("form") if "action" in form] == []
    assert "form-action 'none'" in str(page.all("meta")[1]["content"])
    links = [str(one["href"]) for one in page.all("a")]
    assert "https://www.fjordvik.example/personvern" in links
    assert [link for link in links if not link.startswith("https://")] == []
    fields = page.all("input", "textarea")
    ids = [str(one["id"]) for _tag, one in page.tags if "id" in one]
    assert Counter(ids).most_common(1)[0][1] == 1
    assert sorted(str(one["for"]) for one in page.all("label")) == sorted(
        str(one["id"]) for one in fields
    )
    described = {
        str(one["aria-describedby"]) for _tag, one in page.tags if "aria-describedby" in one
    }
    assert described <= set(ids)
    choices = [str(one["id"]) for one in fields if one.get("type") in ("radio", "checkbox")]
    assert page.in_fieldset == choices
    assert len(page.all("fieldset")) == len(page.all("legend"))
    assert {one.get("autocomplete") for one in fields} >= {"name", "bday", "email", "tel"}


def test_what_was_typed_in_the_settings_is_text_on_the_page(municipality: Municipality) -> None:
    from dataclasses import replace

    odd = replace(municipality, name="<b>Å & Ø</b>", dialogue_url="javascript:alert(1)")
    order = FormOrder(kind=FormKind.ACCESS, language=Language.NYNORSK, municipality=odd)
    text = write_page(order)
    assert "<b>Å" not in text
    assert "&lt;b&gt;Å &amp; Ø&lt;/b&gt;" in text
    assert 'href="javascript' not in text
    fields = read_fields(filling.made(FormKind.ACCESS, Language.NYNORSK, odd))
    assert fields


@pytest.mark.parametrize("way", [bytes, filling.resaved], ids=["word", "libreoffice 7.4"])
def test_filled_form_is_read_back_field_by_field(way, read, municipality) -> None:
    typed = {
        **KARI,
        "other_name": "Lise Berg",
        "other_birth_date": "1. mai 2015",
        "other_address": "Fjordvegen 4, 6999 Fjordvik",
        "what": "Alt om plassen.\nOgså & <e-post>.",
        "where": "Barnehagen",
        "more": "Eg treng tolk.",
    }
    ticks = ("on_behalf_of.parent", "rights.access", "rights.erasure", "answer_how.oral")
    data = filling.made(FormKind.GENERAL, Language.NYNORSK, municipality)
    found = read(way(filling.filled(data, typed, (*ticks, "answer_language.nb"))))
    assert found.kind is FormKind.GENERAL
    assert found.rights == ("access", "erasure")
    assert found.on_behalf_of is OnBehalfOf.PARENT
    assert found.subject == Person(name="Lise Berg", birth_date=date(2015, 5, 1), address=HOME)
    assert found.representative == Person(
        name="Kari Berg-Hansen",
        birth_date=date(1985, 2, 3),
        address=HOME,
        email="kari@fjordvik.example",
        phone="900 00 000",
    )
    assert found.wants_oral_answer
    assert (found.form_language, found.language) == (Language.NYNORSK, Language.BOKMAL)
    assert found.notes == ()
    assert found.wording.split("\n\n") == [
        "Kva vil du?\n– Sjå kva kommunen har om meg\n– Få sletta noko",
        "Kva gjeld det?\nAlt om plassen.\nOgså & <e-post>.",
        "Kvar er opplysningane?\nBarnehagen",
        "Korleis vil du ha svaret?\n– Munnleg",
        "Er det noko meir vi bør vite?\nEg treng tolk.",
    ]
    assert found.source.name == "skjema.docx"
    assert len(found.source.sha256) == 64


@pytest.mark.parametrize("kind", [kind for kind in FormKind if kind is not FormKind.GENERAL])
def test_form_of_a_right_claims_that_right_in_its_own_language(kind, read, municipality) -> None:
    data = filling.made(kind, Language.BOKMAL, municipality)
    found = read(filling.resaved(filling.filled(data, {"name": "Kari", "what": "Alt"})))
    assert found.rights == (kind.value,)
    assert found.language is Language.BOKMAL
    assert found.subject.name == "Kari"
    assert found.on_behalf_of is OnBehalfOf.SELF
    assert found.representative is None


def test_withdrawn_consent_that_wants_erasure_too_claims_both(read, municipality) -> None:
    data = filling.made(FormKind.WITHDRAWAL, Language.NYNORSK, municipality)
    assert read(filling.filled(data, KARI, ["erase.yes"])).rights == ("withdrawal", "erasure")


@pytest.mark.parametrize(
    ("typed", "ticks", "told"),
    [
        ({"birth_date": "ein gong på våren"}, ["rights.access"], ["Fødselsdatoen din"]),
        ({"birth_date": "1.1.2030"}, ["rights.access"], ["Fødselsdatoen din"]),
        ({"name": "Kari " * 100}, ["rights.access"], ["Namnet ditt"]),
        ({}, ["rights.access", "on_behalf_of.self", "on_behalf_of.parent"], [""]),
        ({"other_name": "Lise"}, ["rights.access"], [""]),
        ({}, [], [""]),
    ],
    ids=["no date", "day to come", "long name", "two ticked", "who for whom", "no right"],
)
def test_what_cannot_be_read_as_it_stands_is_told_and_not_lost(
    typed, ticks, told, read, municipality
) -> None:
    data = filling.made(FormKind.GENERAL, Language.NYNORSK, municipality)
    found = read(filling.filled(data, KARI | typed, ticks))
    assert len(found.notes) == len(told)
    assert all(word in note for word, note in zip(told, found.notes, strict=True))
    if told != [""]:
        lost = typed.get("birth_date") or typed["name"].strip()
        assert lost in found.wording


def test_fields_of_another_form_are_told_and_what_they_say_is_kept(read, municipality) -> None:
    data = filling.made(FormKind.ACCESS, Language.NYNORSK, municipality)
    data = filling.filled(data, KARI | {"what": "Alt", "where": "Skulen"})
    data = filling.retagged(data, ".nn.access.what", ".nn.erasure.what")
    data = filling.retagged(data, ".nn.access.where", ".nn.access.whither")
    data = filling.retagged(data, ".nn.access.phone", ".nb.access.phone")
    found = read(data)
    assert found.notes[0].startswith("3 ")
    assert all(text in found.wording for text in ("Alt", "Skulen", KARI["phone"]))
    assert found.subject.phone == ""


def test_form_where_nothing_is_written_is_refused(read, municipality) -> None:
    data = filling.made(FormKind.ACCESS, Language.NYNORSK, municipality)
    for empty in (data, filling.resaved(data)):
        with pytest.raises(AppError) as caught:
            read(empty)
        assert caught.value.hint


def test_identity_number_in_the_name_of_the_file_is_not_noted(tmp_path, municipality) -> None:
    path = tmp_path / "Innsyn 010180 12345 Kari.docx"
    data = filling.made(FormKind.ACCESS, Language.NYNORSK, municipality)
    path.write_bytes(filling.filled(data, KARI))
    assert read_form(path, TODAY).source.name == "Innsyn … Kari.docx"


def test_forms_are_files_that_a_web_site_can_use(tmp_path, municipality) -> None:
    order = ExportOrder(kinds=(FormKind.ACCESS, FormKind.GENERAL))
    links = {"statement": Bilingual(nn="https://www.fjordvik.example/personvern")}
    assert in_the_way(order, tmp_path) == ()
    assert export_forms(order, municipality, links, tmp_path) == 8
    assert set(in_the_way(order, tmp_path)) == {path.name for path in tmp_path.iterdir()}
    page = (tmp_path / "skjema-innsyn-nb.html").read_text("utf-8")
    assert "https://www.fjordvik.example/personvern" in page
    assert export_forms(order, municipality, {}, tmp_path, lambda: True) == 0
    one = ExportOrder(
        kinds=(FormKind.ERASURE,), languages=(Language.NYNORSK,), formats=(FormFormat.WORD,)
    )
    with pytest.raises(AppError, match="borte"):
        export_forms(one, municipality, {}, tmp_path / "borte")


def test_what_a_broken_export_left_is_taken_away_by_the_next(
    tmp_path, municipality, monkeypatch
) -> None:
    one = ExportOrder(kinds=(FormKind.ACCESS,), formats=(FormFormat.PAGE,))
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _killed)
        patch.setattr(Path, "unlink", lambda *_path, **_options: None)
        with pytest.raises(KeyboardInterrupt):
            export_forms(one, municipality, {}, tmp_path)
    assert [path.suffix for path in tmp_path.iterdir()] == [".tmp"]
    other = ExportOrder(kinds=(FormKind.ERASURE,), formats=(FormFormat.PAGE,))
    assert export_forms(other, municipality, {}, tmp_path) == 2
    assert {path.suffix for path in tmp_path.iterdir()} == {".html"}


def _killed(*_args: object, **_kwargs: object) -> None:
    raise KeyboardInterrupt


def test_letters_name_the_form_of_the_right_or_the_general_one(vault: Vault) -> None:
    assert form_url(vault, "erasure", Language.NYNORSK) == ""
    save_form_links(
        vault,
        {
            "general": Bilingual(nn="www.fjordvik.example/personvern"),
            "erasure": Bilingual(nb="https://www.fjordvik.example/sletting"),
        },
    )
    assert form_url(vault, "erasure", Language.NYNORSK) == "https://www.fjordvik.example/sletting"
    assert form_url(vault, "access", Language.BOKMAL) == "https://www.fjordvik.example/personvern"
    with pytest.raises(InvalidInputError) as caught:
        save_form_links(vault, {"access": Bilingual(nn="javascript:alert(1)", nb="to ord.no")})
    assert [one.field for one in caught.value.problems] == ["access_nn", "access_nb"]
    assert set(form_links(vault)) == {"general", "erasure"}


def test_letter_prints_the_form_only_where_there_is_one(desk) -> None:
    case_id = desk.identified()
    order = LetterOrder(template="access_specification", language=Language.NYNORSK)
    assert "skjema" not in preview(desk.vault, case_id, order).text()
    save_form_links(desk.vault, {"access": Bilingual(nn="www.fjordvik.example/innsyn")})
    assert "www.fjordvik.example/innsyn" in preview(desk.vault, case_id, order).text()
