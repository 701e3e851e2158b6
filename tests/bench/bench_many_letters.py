"""A thousand letters about a breach, against a loop over docxtpl with the same text.

Ratios within one run decide (exit code 1 when one is exceeded): the time of a letter against
docxtpl's, both written to the disk, and the memory of a thousand letters against that of a hundred.
A list of 50 000 people is read besides. Run: ``python tests/bench/bench_many_letters.py``.
"""

import sys
import tempfile
import time
import tracemalloc
from datetime import date
from pathlib import Path

from docx import Document
from docxtpl import DocxTemplate

from gdpr_desktop.breaches.many import headings, lines, reading
from gdpr_desktop.breaches.many.letters import Batch, letters
from gdpr_desktop.breaches.many.model import Addressee
from gdpr_desktop.breaches.many.writing import Shape, Watch, write
from gdpr_desktop.breaches.telling.facts import AFFECTED
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.letters import Frame, Sender, Signer
from gdpr_desktop.letters.blocks import paragraph_texts
from gdpr_desktop.letters.copies import Wordings

COUNT, FEW = 1_000, 100
TIME_LIMIT = 1 / 3  # of docxtpl
MEMORY_LIMIT = 1.3  # of that for a hundred
ROWS = 50_000
DAY = date(2026, 11, 20)
FACTS: dict[str, object] = {
    "why_told": "must",
    "happened_what": "Eit brev med eit vedtak blei lagt i feil konvolutt. " * 4,
    "happened_when": "12. november 2026",
    "discovered": date(2026, 11, 13),
    "data_seen": True,
    "data_changed": False,
    "data_lost": False,
    "seen_by": "known",
    "breached_data": ({"name": "namn og adresse"}, {"name": "fødselsnummer"}),
    "likely_effects": ({"text": "Nokon kan utgi seg for å vere deg."},),
    "effects_text": "",
    "measures_done": "Vi har henta breva tilbake, og mottakaren har sletta kopien.",
    "measures_planned": "Vi går gjennom rutinane for pakking.",
    "authority_told": True,
    "protective_advice": (
        {"about": "Fødselsnummeret ditt", "points": ("Sperr for kredittvurdering.", "Følg med.")},
    ),
    "own_advice": "",
    "on_behalf_of": "",
    "officer_name": "Anne Ombod",
    "municipality": "Fjellvik kommune",
    "officer_contact": "ombod@fjellvik.example",
    "authority_name": "Datatilsynet",
    "authority_address": "Postboks 458 Sentrum\n0105 Oslo",
    "authority_web": "https://www.datatilsynet.no",
    "frame": Frame(
        sender=Sender(name="Fjellvik kommune", address=("Postboks 1", "6100 Fjellvik")),
        recipient="",
        day=DAY,
        our_reference="26/12",
        signers=(Signer(name="Anne Ombod", title="Personvernombod"),),
    ),
}


def batch(count: int) -> Batch:
    """Letters to ``count`` people."""
    people = tuple(
        Addressee(
            row=number,
            name=f"Kari Berg-Hansen {number}",
            address=PostalAddress(street=f"Vegen {number}", postal_code="6100", city="Fjellvik"),
        )
        for number in range(1, count + 1)
    )
    return Batch(
        people=people,
        language=Language.NYNORSK,
        day=DAY,
        facts={(Language.NYNORSK, AFFECTED): FACTS},
        wordings=Wordings({}),
        letterhead=None,
    )


def ours(folder: Path, shape: Shape, count: int) -> float:
    """Seconds for all of them, rendered, written, flushed and read back."""
    place = folder / f"{shape}-{count}"
    if shape is Shape.FOLDER:
        place.mkdir()
    start = time.perf_counter()
    written = write(batch(count), shape, place, Watch(), listed="list.sha256")
    assert written is not None
    assert written.count == count
    return time.perf_counter() - start


def theirs(folder: Path, count: int) -> float:
    """Seconds for a loop over docxtpl with the same paragraphs: one field in each."""
    texts = list(paragraph_texts(next(letters(batch(1))).blocks))
    document = Document()
    for number, text in enumerate(texts):
        document.add_paragraph(f"{text[:-12]} {{{{ v{number} }}}}" if len(text) > 12 else text)
    template = folder / "template.docx"
    document.save(str(template))
    values = {f"v{number}": text[-12:] for number, text in enumerate(texts)}
    start = time.perf_counter()
    for number in range(count):
        made = DocxTemplate(template)
        made.render(values | {"name": f"Kari {number}"}, autoescape=True)
        made.save(folder / f"theirs-{number}.docx")
    return time.perf_counter() - start


def peak(folder: Path, shape: Shape, count: int) -> float:
    """Megabytes that the letters take at most, besides the list of people."""
    place, made = folder / f"peak-{shape}-{count}", batch(count)
    if shape is Shape.FOLDER:
        place.mkdir()
    tracemalloc.start()
    write(made, shape, place, Watch(), listed="list.sha256")
    most = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return most


def read_list(folder: Path) -> float:
    """Seconds until 50 000 people of a workbook are read and checked."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Liste")
    sheet.append(["Fornamn", "Etternamn", "Adresse", "Postnummer", "Poststad"])
    for number in range(ROWS):
        sheet.append(["Kari", f"Berg {number}", f"Vegen {number}", "6100", "Fjellvik"])
    path = folder / "list.xlsx"
    book.save(path)
    start = time.perf_counter()
    file = reading.read_addresses(path)
    number, layout = headings.propose(file)
    found = lines.read_lines(file.sheets[number], layout, DAY)
    assert len(found.lines) == ROWS
    return time.perf_counter() - start


def main() -> int:
    """Prints the figures; 1 when a ratio is exceeded."""
    failed = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        loop = theirs(folder, COUNT)
        print(f"docxtpl, a loop over {COUNT}      {loop:7.1f} s")
        for shape in Shape:
            ours(folder, shape, 3)
            taken = ours(folder, shape, COUNT)
            few, many = peak(folder, shape, FEW), peak(folder, shape, COUNT)
            failed |= taken > TIME_LIMIT * loop or many > MEMORY_LIMIT * few
            print(f"{shape}, {COUNT} letters           {taken:7.1f} s  {taken / loop:5.2f} ×")
            print(f"{shape}, memory, as of {FEW}      {many:7.1f} MB {many / few:5.2f} ×")
        print(f"a list of {ROWS} is read      {read_list(folder):7.1f} s")
    print("too slow or too much" if failed else "fast enough")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
