"""A form as a web page: to be published, filled in and printed. It sends and keeps nothing.

No script, nothing fetched; every field has its label, every group of choices its legend
(WCAG 1.3.1, 1.3.5, 2.4.6, 3.3.2), and it can be read at 320 pixels and on paper (1.4.10).
"""

from collections.abc import Iterator
from html import escape

from gdpr_desktop.letters.blocks import Blocks, Heading, List, Paragraph, Runs
from gdpr_desktop.requests.citizen_forms.content import FormOrder, closing, opening
from gdpr_desktop.requests.citizen_forms.model import FieldKind, FormField, FormSection
from gdpr_desktop.requests.citizen_forms.texts import citizen_form

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.0625rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 42rem; padding: 1rem; }
h1 { line-height: 1.2; }
h2 { margin-top: 2rem; }
fieldset { border: 0; margin: 1.25rem 0 0; min-width: 0; padding: 0; }
label, legend { font-weight: 600; padding: 0; }
.field { margin-top: 1.25rem; }
.help { margin: .125rem 0; }
.choice { display: flex; gap: .5rem; margin-top: .5rem; }
.choice label { font-weight: 400; }
.choice input { flex: none; height: 1.25rem; margin: .15rem 0 0; width: 1.25rem; }
input, textarea { font: inherit; }
.box { border: 1px solid #767676; border-radius: .25rem; box-sizing: border-box; display: block;
  margin-top: .25rem; min-height: 2.75rem; padding: .5rem; width: 100%; }
textarea.box { field-sizing: content; min-height: 7rem; resize: vertical; }
:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
a { overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { :focus-visible { outline-color: #a8c7fa; } }
@media print {
  :root { color-scheme: light; }
  body { font-size: 11pt; max-width: none; padding: 0; }
  .field, fieldset.choices { break-inside: avoid; }
  h2 { break-after: avoid; }
}
"""


def write_page(order: FormOrder) -> str:
    """A whole page, empty of answers."""
    texts = order.words.texts
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{order.language.value}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(f'{order.words.title} – {order.municipality.name}')}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        f"<header><p>{escape(order.municipality.name)}</p></header>",
        "<main>",
        *_blocks(opening(order, f"{texts['fill_in_page']} {texts['page_keeps_nothing']}")),
        '<form autocomplete="on">',
        *(
            line
            for section in citizen_form(order.kind).sections
            for line in _section(order, section)
        ),
        "</form>",
        *_blocks(closing(order)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _section(order: FormOrder, section: FormSection) -> Iterator[str]:
    title, intro = order.words.sections[section.id]
    yield f'<section aria-labelledby="{section.id}">'
    yield f'<h2 id="{section.id}">{escape(title)}</h2>'
    if intro:
        yield f"<p>{escape(intro)}</p>"
    for field in section.fields:
        yield from _choices(order, field) if field.choices else _box(order, field)
    yield "</section>"


def _box(order: FormOrder, field: FormField) -> Iterator[str]:
    words = order.words.fields[field.id]
    key = f"field-{field.id}"
    told = f' aria-describedby="{key}-help"' if words.help else ""
    fills_in = f' autocomplete="{field.fills_in}"' if field.fills_in else ' autocomplete="off"'
    common = f'class="box" id="{key}" name="{field.id}"{told}{fills_in}'
    yield '<div class="field">'
    yield f'<label for="{key}">{escape(words.label)}</label>'
    if words.help:
        yield f'<p class="help" id="{key}-help">{escape(words.help)}</p>'
    if field.kind is FieldKind.LINES:
        yield f'<textarea {common} rows="4"></textarea>'
    else:
        yield f'<input type="{_input_type(field)}" {common}>'
    yield "</div>"


def _input_type(field: FormField) -> str:
    """A date is typed: the calendars of browsers are long to leaf back in."""
    return field.fills_in if field.fills_in in ("email", "tel") else "text"


def _choices(order: FormOrder, field: FormField) -> Iterator[str]:
    words = order.words.fields[field.id]
    kind = "radio" if field.kind is FieldKind.ONE else "checkbox"
    told = f' aria-describedby="field-{field.id}-help"' if words.help else ""
    yield f'<fieldset class="choices"{told}>'
    yield f"<legend>{escape(words.label)}</legend>"
    if words.help:
        yield f'<p class="help" id="field-{field.id}-help">{escape(words.help)}</p>'
    for choice in field.choices:
        key = f"field-{field.id}-{choice}"
        yield (
            f'<div class="choice"><input type="{kind}" id="{key}" name="{field.id}" '
            f'value="{choice}"><label for="{key}">{escape(words.choices[choice])}</label></div>'
        )
    yield "</fieldset>"


def _blocks(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield f"<h{block.level}>{_runs(block.runs)}</h{block.level}>"
            case Paragraph():
                yield f"<p>{_runs(block.runs)}</p>"
            case List():
                items = "".join(f"<li>{_runs(item.runs)}</li>" for item in block.items)
                yield f"<ul>{items}</ul>"


def _runs(runs: Runs) -> str:
    pieces = []
    for run in runs:
        text = escape(run.text)
        if run.bold:
            text = f"<strong>{text}</strong>"
        if run.link.lower().startswith(("https://", "http://")):
            text = f'<a href="{escape(run.link)}">{text}</a>'
        pieces.append(text)
    return "".join(pieces)
