"""What is typed is what is printed, whatever it looks like."""

import html
import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.letters import Letter, Template, render
from gdpr_desktop.letters.values import ValueKind, Values, clean
from letters.samples import MakeTemplate, opened

NASTY = (
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{{ cycler.__init__.__globals__ }}",
    "**feit** og _skrå_",
    "1. mai",
    "# overskrift",
    "- punkt",
    "> sitat",
    "| a | b |",
    "[lenkje](https://example.no)",
    "`kode` ![bilete](x.png)",
    "<b>feit</b> &amp; &lt; ]]> \"hermeteikn\" 'apostrof'",
    "A & B < C > D",
    "\\pagebreak",
    "\\signature Namn",
    "æøå ÆØÅ – Sámi: áčđŋšŧž ÁČĐŊŠŦŽ",
    "👩‍👧 🏳️‍🌈 𝔘",
    "O'Neill Berg-Hansen *",
    "http://ikkje.ei.lenkje www.x.no",
    "a  b   c",
    "----",
    "{#kommentar#}",
    "$1 \\1 \\g<0> %s {0}",
    "مرحبا 你好",
)
BODY = (
    "# Brev til {{ name }}\n\n**{{ name }}** bur her, _{{ name }}_.\n\n{{ note }}\n\n"
    "{{ story }}\n\n{% for place in places %}\n- {{ place.name }}: {{ place.found }}\n"
    "{% endfor %}\n\n| Namn | Funn |\n| --- | --- |\n{% for place in places %}\n"
    "| {{ place.name }} | {{ place.found }} |\n{% endfor %}\n"
)


def _letter(template: Template, value: str) -> Letter:
    return render(
        template,
        "nn",
        {
            "name": value,
            "note": f"{value}\n{value}",
            "story": f"{value}\n\n{value}\n{value}",
            "places": [{"name": value, "found": value}],
        },
    )


def _preview_text(letter: Letter) -> str:
    page = re.sub(r"<head>.*?</head>", "", letter.html(), flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "", page.replace("<br>", "\n")))


@pytest.mark.parametrize("value", NASTY)
def test_every_value_is_printed_as_typed_in_word_and_preview(
    make: MakeTemplate, value: str
) -> None:
    letter = _letter(make(BODY), value)
    paragraphs = [p.text for p in opened(letter).paragraphs]
    cells = [[cell.text for cell in row.cells] for row in opened(letter).tables[0].rows]
    assert paragraphs[:6] == [
        f"Brev til {value}",
        f"{value} bur her, {value}.",
        f"{value}\n{value}",
        value,
        f"{value}\n{value}",
        f"{value}: {value}",
    ]
    assert cells[1] == [value, value]
    preview = _preview_text(letter)
    assert preview.count(value) == len(re.findall(re.escape(value), letter.text()))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(value=st.text(min_size=1, max_size=80))
def test_any_text_comes_back_equal_after_cleaning(make: MakeTemplate, value: str) -> None:
    template = make("# Til {{ name }}\n\nSjå {{ note }}.\n")
    name = clean(value, ValueKind.INLINE)
    note = clean(value, ValueKind.LINES)
    if not name:
        return
    letter = render(template, "nb", {"name": value, "note": value})
    texts = [paragraph.text for paragraph in opened(letter).paragraphs]
    assert texts == [f"Til {name}", *([f"Sjå {note}."] if note else ["Sjå ."])]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\x0bb\x00c", "abc"),
        ("venstre\u202ehøgre", "venstrehøgre"),
        ("\U000f0001\ue000x", "x"),
        ("a\tb", "a b"),
        ("  a\r\nb  ", "a b"),
        ("\ud800x", "x"),
        ("\ufeffx\uffff", "x"),
        ("👩\u200d👧", "👩\u200d👧"),
    ],
)
def test_control_bidi_and_private_characters_are_removed(typed: str, printed: str) -> None:
    assert clean(typed, ValueKind.INLINE) == printed


def test_a_forged_placeholder_does_not_show_another_value(make: MakeTemplate) -> None:
    letter = render(
        make("# Til {{ name }}\n\n{{ note }}\n"), "nn", {"name": "Løynd", "note": "x\U000f0000"}
    )
    assert letter.text() == "Til Løynd\nx"


def test_an_empty_value_leaves_no_stars_and_no_empty_paragraph(make: MakeTemplate) -> None:
    letter = render(make("# Brev\n\n**{{ note }}**\n\nSlutt.\n"), "nn", {"name": "x"})
    assert [paragraph.text for paragraph in opened(letter).paragraphs] == ["Brev", "Slutt."]


def test_fifty_pages_come_back_whole_and_quickly(make: MakeTemplate) -> None:
    story = "\n\n".join(f"Avsnitt {n}: " + "ord & <ord> " * 60 for n in range(260)).strip()
    letter = render(make("# Lang\n\n{{ story }}\n"), "nn", {"name": "x", "story": story})
    begun = time.perf_counter()
    texts = [paragraph.text for paragraph in opened(letter).paragraphs]
    assert "\n\n".join(texts[1:]) == story.replace(" \n", "\n")
    assert time.perf_counter() - begun < 5


def test_a_web_address_becomes_a_link_and_mail_too(make: MakeTemplate) -> None:
    template = make("# Lenkjer\n\n{{ web }}\n\nSjå [nettsida]({{ web }}).\n")
    for typed, target in (
        ("www.fjellvik.no/a?b=1&c=2", "https://www.fjellvik.no/a?b=1&c=2"),
        ("https://fjellvik.no", "https://fjellvik.no"),
        ("post@fjellvik.no", "mailto:post@fjellvik.no"),
    ):
        document = opened(render(template, "nn", {"name": "x", "web": typed}))
        links = [link for paragraph in document.paragraphs for link in paragraph.hyperlinks]
        assert [(link.text, link.url) for link in links] == [(typed, target), ("nettsida", target)]


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "file:///etc/passwd", "a b", 'x"y'])
def test_an_address_that_is_no_web_or_mail_address_is_refused(
    make: MakeTemplate, typed: str
) -> None:
    with pytest.raises(AppError):
        render(make("# Lenkje\n\n{{ web }}\n"), "nn", {"name": "x", "web": typed})


def test_more_values_than_there_are_placeholders_are_refused() -> None:
    values = Values()
    with pytest.raises(AppError):
        for number in range(20_000):
            values.put(str(number))


def test_a_text_of_ten_megabytes_is_refused_with_a_sentence(make: MakeTemplate) -> None:
    with pytest.raises(AppError):
        render(make("# X\n\n{{ story }}\n"), "nn", {"name": "x", "story": "a" * 10_000_000})
