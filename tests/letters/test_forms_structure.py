"""The shipped letters and step texts: one structure, two languages, nothing missing."""

import re
import tomllib

import pytest

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.letters.template import Field, FieldKind, Template, TemplateKind, templates
from gdpr_desktop.letters.template_check import check_template

IDS = (
    "access_answer",
    "access_answer_child",
    "access_copy",
    "access_extension",
    "access_identity",
    "access_identity_unknown",
    "access_information",
    "access_nothing_held",
    "access_receipt",
    "access_specification",
    "automated_answer",
    "automated_answer_child",
    "breach_affected",
    "breach_affected_child",
    "breach_controller_notice",
    "breach_processor_ask",
    "breach_processor_form",
    "breach_public_notice",
    "complaint_answer",
    "complaint_answer_child",
    "consent_class_list",
    "consent_form",
    "consent_form_child",
    "consent_form_young",
    "consent_photographed",
    "consent_photographed_child",
    "consent_release",
    "consent_renewal",
    "consent_renewal_child",
    "consent_return_list",
    "consent_withdrawal_slip",
    "consent_withdrawal_slip_child",
    "consent_withdrawn",
    "consent_withdrawn_child",
    "copies_answer",
    "copies_answer_child",
    "correction_notice",
    "correction_notice_child",
    "disclosure_answer",
    "erasure_answer",
    "erasure_answer_child",
    "information_13",
    "information_13_annex",
    "information_14",
    "information_14_annex",
    "information_child",
    "information_form",
    "information_popup",
    "information_sign",
    "notice_reply",
    "objection_answer",
    "objection_answer_child",
    "portability_answer",
    "portability_answer_child",
    "prior_consultation",
    "processor_gaps",
    "question_answer",
    "recipients_notice",
    "rectification_answer",
    "rectification_answer_child",
    "request_fee",
    "request_fee_child",
    "request_refusal",
    "request_refusal_child",
    "restriction_answer",
    "restriction_answer_child",
    "restriction_lift",
    "restriction_lift_child",
    "withdrawal_answer",
    "withdrawal_answer_child",
)
STEPS = {
    "officer_told",
    "confirm_receipt",
    "identity",
    "specification",
    "collect",
    "extension",
    "review",
    "assess",
    "advice",
    "decision",
    "pack",
    "carry_out",
    "answer",
    "send",
    "tell",
    "archive",
    "close",
}
PERSONAL = ("on_behalf_of", "officer_name", "requested", "explanation", "details")
TEMPLATES = {template.id: template for template in templates()}
every_template = pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
every_language = pytest.mark.parametrize("language", Language)


def _tags(body: str) -> list[str]:
    return re.findall(r"\{[%{].*?[%}]\}", body)


def _marks(body: str) -> list[str]:
    """What each line is: heading, bullet, number, table row or text."""
    return [
        (re.match(r"(#+|-|\d+\.|\|)\s", line) or re.match(r"()", line))[1]  # type: ignore[index]
        for line in body.split("\n")
    ]


def _articles(text: str) -> list[str]:
    return re.findall(r"(?:artikkel|§) \d+(?: nr\. \d+)?(?: bokstav \w)?", text)


def _names(body: str) -> set[str]:
    inside = " ".join(_tags(body))
    loops = dict(re.findall(r"for (\w+) in (\w+)", inside))
    words = re.sub(r'"[^"]*"|\|\s*\w+|\.\w+|[{}%]', " ", inside)
    keywords = {"if", "elif", "else", "endif", "for", "endfor", "in", "not", "and", "or"}
    return set(re.findall(r"[a-z_]+", words)) - keywords - set(loops)


def _all(fields: tuple[Field, ...]) -> list[Field]:
    return [inner for field in fields for inner in (field, *_all(field.items))]


def test_the_shipped_letters_are_all_there() -> None:
    assert tuple(TEMPLATES) == IDS


@every_template
@every_language
def test_the_engine_accepts_every_shipped_template(template: Template, language: Language) -> None:
    assert check_template(template.body(language), template.fields) == ()


@every_template
def test_both_languages_have_the_same_tags_in_the_same_order(template: Template) -> None:
    nynorsk, bokmal = (template.body(language) for language in Language)
    assert _tags(nynorsk) == _tags(bokmal)


@every_template
def test_both_languages_have_the_same_headings_lists_and_tables(template: Template) -> None:
    nynorsk, bokmal = (template.body(language) for language in Language)
    assert _marks(nynorsk) == _marks(bokmal)


@every_template
def test_both_languages_refer_to_the_same_articles(template: Template) -> None:
    nynorsk, bokmal = (template.body(language) for language in Language)
    assert _articles(nynorsk) == _articles(bokmal)


@every_template
@every_language
def test_every_declared_field_is_used_and_no_other(template: Template, language: Language) -> None:
    assert _names(template.body(language)) == {field.name for field in template.fields}


@every_template
@every_language
def test_every_declared_item_of_a_list_is_used(template: Template, language: Language) -> None:
    tags = " ".join(_tags(template.body(language)))
    for field in template.fields:
        if field.kind is FieldKind.LIST:
            loop = re.search(rf"for (\w+) in {field.name}\b", tags)
            assert loop is not None
            used = set(re.findall(rf"\b{loop[1]}\.(\w+)", tags))
            assert used == {item.name for item in field.items}


@every_template
def test_every_field_has_a_label_in_both_languages_and_help_in_both_or_none(
    template: Template,
) -> None:
    for field in _all(template.fields):
        assert all(field.label(language) != field.name for language in Language), field.name
        assert bool(field.help(Language.NYNORSK)) == bool(field.help(Language.BOKMAL)), field.name


@every_template
@every_language
def test_the_body_opens_with_its_heading_and_headings_end_without_a_full_stop(
    template: Template, language: Language
) -> None:
    lines = template.body(language).split("\n")
    assert lines[0].startswith("# ")
    assert not [line for line in lines if line.startswith("#") and line.rstrip().endswith(".")]


@every_template
@every_language
def test_headings_and_titles_hold_no_personal_data(template: Template, language: Language) -> None:
    headings = re.findall(r"^#.*$", template.body(language), re.MULTILINE)
    assert not [line for line in headings for name in PERSONAL if name in line]
    assert "{" not in template.title(language)


@every_template
@every_language
def test_the_frame_is_left_to_the_program(template: Template, language: Language) -> None:
    body = template.body(language).lower()
    for words in ("med venleg helsing", "med vennlig hilsen", "vår referanse", "deres ref"):
        assert words not in body


def test_attachments_are_shipped_and_only_those_letters_have_them() -> None:
    having = {one.id: one.attachments for one in TEMPLATES.values() if one.attachments}
    pair = ("access_information", "access_copy")
    assert having == {
        "access_answer": pair,
        "access_answer_child": pair,
        "information_13": ("information_13_annex",),
        "information_14": ("information_14_annex",),
        "breach_processor_ask": ("breach_processor_form",),
        "consent_form": ("consent_withdrawal_slip",),
        "consent_form_child": ("consent_withdrawal_slip_child",),
        "consent_form_young": ("consent_withdrawal_slip",),
        "consent_release": ("consent_withdrawal_slip",),
    }
    for name in {one for ids in having.values() for one in ids}:
        assert TEMPLATES[name].kind is TemplateKind.ATTACHMENT


def test_a_field_means_the_same_in_every_letter() -> None:
    seen: dict[str, FieldKind] = {}
    for template in TEMPLATES.values():
        for field in template.fields:
            assert seen.setdefault(field.name, field.kind) is field.kind, field.name


def _guidance(name: str) -> dict[str, dict[str, dict[str, object]]]:
    return tomllib.loads((form("guidance") / name).read_text(encoding="utf-8"))


def test_step_texts_have_the_same_ids_as_their_structure() -> None:
    structure = _guidance("requests.toml")
    assert set(structure["steps"]) == STEPS
    for language in Language:
        words = _guidance(f"requests.{language}.toml")
        assert {kind: list(words[kind]) for kind in words} == {
            kind: list(structure[kind]) for kind in structure
        }


@every_language
def test_every_step_has_a_title_a_short_button_and_two_to_five_sentences_of_why(
    language: Language,
) -> None:
    for name, words in _guidance(f"requests.{language}.toml")["steps"].items():
        assert set(words) == {"title", "action", "why"}, name
        assert len(str(words["action"])) <= 32, name
        why = re.sub(r"nr\.", "nr", str(words["why"]))
        assert 2 <= len(re.findall(r"[.!?](?:\s|$)", why)) <= 6, name


@every_language
def test_every_step_text_names_the_handbook_chapters_of_the_structure(language: Language) -> None:
    structure = _guidance("requests.toml")["steps"]
    for name, words in _guidance(f"requests.{language}.toml")["steps"].items():
        named = set(re.findall(r"\d+(?:\.\d+)*", str(words["why"])))
        chapters = set(map(str, structure[name]["handbook"]))  # type: ignore[call-overload]
        assert not named.isdisjoint(chapters), name


@every_language
def test_step_texts_cite_only_articles_of_the_structure(language: Language) -> None:
    structure = _guidance("requests.toml")
    words = _guidance(f"requests.{language}.toml")
    for kind, key in (("steps", "why"), ("notes", "text")):
        for name, texts in words[kind].items():
            cited = re.findall(r"artikkel (\d+)", str(texts[key]))
            known = {
                re.match(r"\d+", article)[0]  # type: ignore[index]
                for article in structure[kind][name]["articles"]  # type: ignore[attr-defined]
            }
            assert set(cited) <= known, name


@every_language
def test_the_collection_mail_has_its_three_blanks_and_no_place_for_a_name(
    language: Language,
) -> None:
    text = (form("guidance") / f"collection_mail.{language}.txt").read_text(encoding="utf-8")
    assert set(re.findall(r"\{(\w+)\}", text)) == {"case_number", "due", "officer"}
    assert text.format(case_number="26/17", due="1. mai 2026", officer="Kari").count("26/17") == 2
