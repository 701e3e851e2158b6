"""How long a letter takes, against python-docx and docxtpl with the same text.

Ratios within one run decide (exit code 1 when one is exceeded); milliseconds are printed for
interest. Run: ``python tests/bench/bench_letters.py``.
"""

import io
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from docx import Document
from docxtpl import DocxTemplate

from gdpr_desktop.letters import (
    Frame,
    Letter,
    Sender,
    Signer,
    forget,
    load_template,
    render,
    render_many,
)
from gdpr_desktop.letters.blocks import (
    Heading,
    List,
    Paragraph,
    Role,
    Table,
    paragraph_texts,
    text_of,
)

SINGLE_LIMIT = 1.2  # of python-docx
BATCH_LIMIT = 1 / 3  # of docxtpl
BATCH = 100
ROUNDS = 15

_TOML = """
id = "bench"
kind = "letter"
title = { nn = "Svar på krav om innsyn", nb = "Svar på krav om innsyn" }
[fields.received]
kind = "date"
required = true
[fields.name]
kind = "text"
[fields.note]
kind = "lines"
[fields.places]
kind = "list"
"""
_PARAGRAPH = (
    "Vi fekk kravet ditt {{ received }}. Du får no alt vi har funne om deg, {{ name }}. Retten "
    "til å få dette står i personvernforordninga artikkel 15, og innsynet er gratis."
)


def _body() -> str:
    sections = "\n\n".join(
        f"## Del {number}\n\n" + "\n\n".join([_PARAGRAPH] * 4) for number in range(8)
    )
    return (
        f"# Du får innsyn\n\n{sections}\n\n"
        "{% for place in places %}\n- {{ place.name }}\n{% endfor %}\n\n"
        "| System | Funn |\n| --- | --- |\n"
        "{% for place in places %}\n| {{ place.name }} | {{ place.found }} |\n{% endfor %}\n\n"
        "{{ note }}\n"
    )


def _facts(number: int) -> dict[str, object]:
    return {
        "received": date(2026, 2, 3),
        "name": f"Kari Berg-Hansen {number} & son",
        "note": "éi linje\n1. mai\n**x**",
        "places": [{"name": f"System {i}", "found": f"Funn {number}"} for i in range(8)],
        "frame": Frame(
            sender=Sender(name="Fjellvik kommune", address=("Postboks 1", "6100 Fjellvik")),
            recipient=f"Kari {number}",
            recipient_address=("Strandgata 1", "6100 Fjellvik"),
            day=date(2026, 3, 1),
            our_reference=f"26/{number}",
            signers=(Signer(name="Anne Ombod", title="Personvernombod"),),
        ),
    }


def _straight(letter: Letter) -> bytes:
    """The same paragraphs as anyone would write them with python-docx."""
    document = Document()
    for block in letter.blocks:
        match block:
            case Heading():
                document.add_heading(text_of(block.runs), block.level)
            case List():
                for text in paragraph_texts((block,)):
                    document.add_paragraph(text, style="List Bullet")
            case Table():
                table = document.add_table(len(block.rows) + 1, len(block.header), "Table Grid")
                for row, cells in zip(table.rows, (block.header, *block.rows), strict=True):
                    for cell, runs in zip(row.cells, cells, strict=True):
                        cell.text = text_of(runs)
            case Paragraph():
                document.add_paragraph(text_of(block.runs))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _docxtpl_template(letter: Letter, path: Path) -> None:
    """The letter with docxtpl's tags: one field a paragraph, the same amount of text."""
    document = Document()
    for number, text in enumerate(paragraph_texts(letter.blocks)):
        document.add_paragraph(f"{text[:-12]} {{{{ v{number} }}}}" if len(text) > 12 else text)
    document.save(str(path))


def _docxtpl(path: Path, letter: Letter) -> bytes:
    document = DocxTemplate(path)
    values = {f"v{n}": text[-12:] for n, text in enumerate(paragraph_texts(letter.blocks))}
    document.render(values, autoescape=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _time(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median milliseconds."""
    work()
    times = []
    for _round in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def _first_letter(folder: Path) -> None:
    """Nothing kept from letters before: template parsed, skeleton built."""
    forget()
    render(load_template("bench", folder), "nn", _facts(1)).docx()


def main() -> int:
    """Prints the figures; 1 when a ratio is exceeded."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bench.toml").write_text(_TOML, encoding="utf-8")
        for language in ("nn", "nb"):
            (folder / f"bench.{language}.md").write_text(_body(), encoding="utf-8")
        bench = load_template("bench", folder)
        letter = render(bench, "nn", _facts(1))
        roles = {block.role for block in letter.blocks if isinstance(block, Paragraph)}
        assert Role.RECIPIENT in roles

        straight = _time(lambda: _straight(letter))
        first = _time(lambda: _first_letter(folder))
        saved = _time(lambda: render(bench, "nn", _facts(1)).save(folder / "one.docx"))
        many = [_facts(number) for number in range(BATCH)]
        batch = _time(lambda: [each.docx() for each in render_many(bench, "nn", many)], 5) / BATCH
        _docxtpl_template(letter, folder / "tpl.docx")
        loop = _time(lambda: _docxtpl(folder / "tpl.docx", letter))

    print(f"python-docx, same paragraphs   {straight:7.2f} ms")
    print(f"first letter of its kind       {first:7.2f} ms  {first / straight:5.2f} ×")
    print(f"rendered, saved and read back  {saved:7.2f} ms  {saved / straight:5.2f} ×")
    print(f"docxtpl, a letter              {loop:7.2f} ms")
    print(f"batch of {BATCH}, a letter         {batch:7.2f} ms  {batch / loop:5.2f} ×")
    failed = max(first, saved) > SINGLE_LIMIT * straight or batch > BATCH_LIMIT * loop
    print("too slow" if failed else "fast enough")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
