"""Facts into a letter: kinds of field, what is missing, attachments, the frame."""

from dataclasses import replace
from datetime import date

import pytest

from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.letters import (
    Frame,
    MissingFieldsError,
    Sender,
    Template,
    TemplateError,
    all_fields,
    load_template,
    render,
    render_many,
    templates,
)
from gdpr_desktop.letters.blocks import (
    Checkbox,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Role,
    SignatureLines,
    text_of,
)
from letters.samples import FIELDS, MakeTemplate

ATTACHED = 'attachments = { ids = ["inner"] }\n'


def _text(template: Template, language: str = "nn", **facts: object) -> str:
    return render(template, language, {"name": "Kari", **facts}).text()


def test_a_missing_required_field_is_named_by_its_label(make: MakeTemplate) -> None:
    for empty in ({}, {"name": ""}, {"name": "  \n"}, {"name": None}):
        with pytest.raises(MissingFieldsError, match="Namn") as caught:
            render(make("# Brev\n"), "nb", empty)
        assert caught.value.fields == ("name",)


def test_what_is_missing_of_the_municipality_is_filled_in_in_the_settings(
    make: MakeTemplate,
) -> None:
    line = '[fields.officer_line]\nkind = "text"\nrequired = true\nlabel = { nn = "A", nb = "A" }\n'
    made = make("# Brev\n", fields=line + FIELDS)
    hints = []
    for given in ({"officer_line": "Kari"}, {"name": "Kari"}, {}):
        with pytest.raises(MissingFieldsError) as caught:
            render(made, "nn", given)
        hints.append(caught.value.hint)
    assert len(set(hints)) == len(hints)


def test_everything_that_is_missing_is_named_at_once(make: MakeTemplate) -> None:
    inner = '[fields.more]\nkind = "date"\nrequired = true\nlabel = { nn = "Dag", nb = "Dag" }\n'
    make("# Vedlegget\n", name="inner", fields=inner)
    with pytest.raises(MissingFieldsError) as caught:
        render(make("# Brev\n", extra=ATTACHED), "nn", {})
    assert caught.value.fields == ("name", "more")


def test_a_missing_part_of_an_entry_is_named_too(make: MakeTemplate) -> None:
    with pytest.raises(MissingFieldsError, match="Namnet på staden"):
        _text(make("# Brev\n"), places=[{"found": "x"}])


def test_dates_are_written_out(make: MakeTemplate) -> None:
    body = "# Brev\n\n{{ day }}, {{ day|short_date }}, {{ day|weekday }}\n"
    for day in (date(2026, 2, 1), "2026-02-01"):
        assert _text(make(body), "nb", day=day) == "Brev\n1. februar 2026, 1.2.2026, søndag"
    assert _text(make(body), day=date(2026, 2, 1)).endswith("søndag")


def test_a_choice_is_compared_by_code_and_printed_in_words(make: MakeTemplate) -> None:
    template = make("# Brev\n\n{% if scope == 'part' %}Del: {% endif %}{{ scope }}\n")
    assert _text(template, "nb", scope="part") == "Brev\nDel: en del"
    assert _text(template, scope="all") == "Brev\nalt"
    with pytest.raises(AppError):
        _text(template, scope="none")


def test_lists_are_joined_and_counted(make: MakeTemplate) -> None:
    template = make("# Brev\n\n{{ words|join_list }}{% if words|length > 1 %}!{% endif %}\n")
    assert _text(template, words=["a", "b", "c"]) == "Brev\na, b og c!"
    assert _text(template, words=["a"]) == "Brev\na"
    with pytest.raises(AppError, match="1000"):
        _text(template, words=["a"] * 1001)


def test_an_entry_may_have_names_that_dicts_have_as_methods(make: MakeTemplate) -> None:
    fields = '[fields.rows]\nkind = "list"\n'
    template = make(
        "# Brev\n\n{% for row in rows %}{{ row.items }} {{ row.keys }}{% endfor %}\n", fields=fields
    )
    assert _text(template, rows=[{"items": "a", "keys": "b"}]) == "Brev\na b"
    with pytest.raises(TemplateError, match="keys"):
        _text(template, rows=[{"items": "a"}])


@pytest.mark.parametrize(
    "facts",
    [
        {"day": "i går"},
        {"day": 5},
        {"name": object()},
        {"name": {"a": 1}},
        {"places": "x"},
        {"places": [object()]},
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(make: MakeTemplate, facts: dict[str, object]) -> None:
    with pytest.raises(AppError):
        _text(make("# Brev\n\n{{ name }}\n"), **facts)


def test_tags_on_lines_of_their_own_leave_no_trace(make: MakeTemplate) -> None:
    body = (
        "# Brev\n\n{% if urgent %}\nHast.\n\n{% endif %}\nFørst{% if urgent %}, no{% endif %}\n\n"
        "Så.\n\n{% for place in places %}\n- {{ place.name }}\n{% endfor %}\n"
    )
    places = [{"name": "a"}, {"name": "b"}]
    assert _text(make(body), urgent=True, places=places) == "Brev\nHast.\nFørst, no\nSå.\na\nb"
    assert _text(make(body)) == "Brev\nFørst\nSå."


def test_markdown_becomes_blocks(make: MakeTemplate) -> None:
    body = (
        "# Brev\n\nEi linje  \nto\ni same\n\n- a\n  - b\n\n1. c\n\n- [ ] d\n- [x] e\n\n"
        "\\pagebreak\n\n\\signature Stad og dato | {{ name }}\n\n2\\. mai\n\n<b>&amp;</b> ---\n"
    )
    blocks = render(make(body), "nn", {"name": "Kari"}).blocks
    kinds = [type(block).__name__ for block in blocks]
    assert kinds == [
        *("Heading", "Paragraph", "List", "List", "Checkbox", "Checkbox"),
        *("PageBreak", "SignatureLines", "Paragraph", "Paragraph"),
    ]
    assert isinstance(blocks[1], Paragraph)
    assert text_of(blocks[1].runs) == "Ei linje\nto i same"
    assert isinstance(blocks[2], List)
    assert text_of(blocks[2].items[0].nested[0].items[0].runs) == "b"
    assert [b.checked for b in blocks if isinstance(b, Checkbox)] == [False, True]
    assert isinstance(blocks[7], SignatureLines)
    assert [text_of(label) for label in blocks[7].labels] == ["Stad og dato", "Kari"]
    assert isinstance(blocks[9], Paragraph)
    assert text_of(blocks[9].runs) == "<b>&amp;</b> ---"


def test_two_headings_of_level_one_are_refused(make: MakeTemplate) -> None:
    with pytest.raises(TemplateError):
        _text(make("# Brev\n\n# Eit til\n"))


def test_attachments_follow_numbered_on_new_pages_one_level_down(
    make: MakeTemplate, frame: Frame
) -> None:
    make("# Kopi til {{ name }}\n\n## Del\n", name="inner")
    template = make("# Brev\n", extra=ATTACHED)
    facts = {"name": "Kari", "frame": replace(frame, attachments=(" ", "Utskrift"))}
    blocks = render(template, "nn", facts).blocks
    headings = [(b.level, text_of(b.runs)) for b in blocks if isinstance(b, Heading)]
    assert headings == [(1, "Brev"), (2, "Vedlegg 1: Kopi til Kari"), (3, "Del")]
    assert isinstance(blocks[-3], PageBreak)
    small = [text_of(b.runs) for b in blocks if isinstance(b, Paragraph) and b.role is Role.SMALL]
    assert small[-1] == "Vedlegg 1: Kopi til Kari\nVedlegg 2: Utskrift"


def test_attachments_can_be_left_out(make: MakeTemplate) -> None:
    needed = '[fields.more]\nkind = "text"\nrequired = true\n'
    make("# Kopi\n", name="inner", fields=needed)
    template = make("# Brev\n", extra=ATTACHED)
    assert _text(template, attachments=[]) == "Brev"
    assert [field.name for field in all_fields(template)][-1] == "more"
    with pytest.raises(AppError):
        _text(template, attachments=["other"])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nn", ("Dykkar ref.: 9", "Saksbehandlar: Per", "Med helsing", "inga underskrift")),
        ("nb", ("Deres ref.: 9", "Saksbehandler: Per", "Med vennlig hilsen", "ingen underskrift")),
    ],
)
def test_the_frame_stands_around_the_text(
    make: MakeTemplate, frame: Frame, language: str, words: tuple[str, ...]
) -> None:
    frame = replace(frame, your_reference="9")
    text = render(make("# Brev\n\nTekst.\n"), language, {"name": "x", "frame": frame}).text()
    lines = text.split("\n")
    assert lines[:4] == ["Kari Berg-Hansen", "Strandgata 1", "6100 Fjellvik", "Vår ref.: 26/123-4"]
    assert lines.index("Dato: 22. november 2026") < lines.index("Brev") < lines.index("Tekst.")
    assert lines.index("Unnateke offentlegheit, offl. § 13, jf. fvl. § 13") < lines.index("Brev")
    assert lines.index("Tekst.") < lines.index("Anne Ombod") < lines.index("Personvernombod")
    for word in words:
        assert word in text


@pytest.mark.parametrize(
    "line", ["Født 13097248022", "13097248022 Kari", "130972 48022", "Konto 1234.56.78903"]
)
def test_an_identity_or_account_number_never_shows_in_the_window(
    make: MakeTemplate, frame: Frame, line: str
) -> None:
    for wrong in (replace(frame, recipient=line), replace(frame, recipient_address=(line,))):
        with pytest.raises(AppError):
            render(make("# Brev\n"), "nn", {"name": "x", "frame": wrong})


def test_an_address_too_long_for_the_window_is_refused(make: MakeTemplate, frame: Frame) -> None:
    with pytest.raises(AppError, match="7"):
        long = replace(frame, recipient_address=tuple("abcdefg"))
        render(make("# Brev\n"), "nn", {"name": "x", "frame": long})
    with pytest.raises(AppError):
        nobody = replace(frame, recipient=" ")
        render(make("# Brev\n"), "nn", {"name": "x", "frame": nobody})


def test_a_postal_address_and_a_municipality_are_taken_as_they_are(frame: Frame) -> None:
    address = PostalAddress(street="c/o Ola\nStrandgata 1", postal_code="6100", city="Fjellvik")
    lines = replace(frame, recipient_address=address).recipient_lines()
    assert lines == ("Kari Berg-Hansen", "c/o Ola", "Strandgata 1", "6100 Fjellvik")
    sender = Sender.of(Municipality(name="Fjellvik kommune", address=address, phone="70"))
    assert (sender.name, sender.address, sender.phone) == ("Fjellvik kommune", lines[1:], "70")


def test_a_batch_gives_the_same_letters_as_one_by_one(make: MakeTemplate, frame: Frame) -> None:
    template = make("# Til {{ name }}\n\n{% if urgent %}\nHast {{ note }}\n{% endif %}\n")
    many = [
        {"name": f"Nr. {n}", "urgent": n % 2 == 0, "note": "a\nb" * (n % 3), "frame": frame}
        for n in range(12)
    ]
    batch = [letter.docx() for letter in render_many(template, Language.NYNORSK, many)]
    assert batch == [render(template, "nn", facts).docx() for facts in many]
    assert len(set(batch)) == len(many)


def test_a_template_that_does_not_exist_is_named() -> None:
    for name in ("no_such", "../access_copy", ""):
        with pytest.raises(TemplateError):
            load_template(name)


def test_a_wrong_declaration_is_an_error_that_names_the_file(make: MakeTemplate) -> None:
    for fields in (
        '[fields.x]\nkind = "number"\n',
        '[fields.frame]\nkind = "text"\n',
        '[fields.x]\nkind = "choice"\n',
        "not toml",
    ):
        with pytest.raises(TemplateError, match=r"small\.toml"):
            make("# Brev\n", fields=fields)


def test_all_templates_are_listed_with_titles_in_both_languages(make: MakeTemplate) -> None:
    folder = make("# Brev\n").folder
    (listed,) = templates(folder)
    assert [listed.title(language) for language in Language] == [
        "Liten mal",
        "Liten mal på bokmål",
    ]
