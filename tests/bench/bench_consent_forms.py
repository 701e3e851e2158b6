"""Three hundred consent forms of seven purposes, against a loop over docxtpl with the same text.

Ratios within one run decide (exit code 1 when one is exceeded): the time of a form against
docxtpl's, both written to the disk. Run: ``python tests/bench/bench_consent_forms.py``.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from docx import Document
from docxtpl import DocxTemplate

from gdpr_desktop.consents.codes import FormKind, Lasting, Matter
from gdpr_desktop.consents.content import FormContent, Purpose
from gdpr_desktop.consents.forms.documents.handouts import Handout, handouts
from gdpr_desktop.consents.forms.documents.making import Sheet, forms
from gdpr_desktop.consents.groups.model import Guardian, Member
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.municipality import Language, Municipality, Officer
from gdpr_desktop.correspondence.many_files import Shape, Stack, Watch, write
from gdpr_desktop.letters.blocks import paragraph_texts

COUNT = 300
TIME_LIMIT = 1 / 3  # of docxtpl
DAY = date(2026, 11, 20)
SHEET = Sheet(
    content=FormContent(
        kind=FormKind.PICTURE,
        title=same("Bilete og film i barnehagen"),
        unit="Solbakken barnehage",
        purposes=tuple(
            Purpose(key=f"p{one}", text=same(f"Bruke bilete på måte {one}"), matter=Matter.PICTURE)
            for one in range(1, 8)
        ),
        data=same("Bilete\nNamn"),
        use=same("Vi viser kva barna gjer i barnehagen."),
        lasting=Lasting.SCHOOL_YEAR,
        withdraw_how=same("Send ein e-post, eller sei det til oss."),
        contact="70 00 00 02",
    ),
    number="2026-0014",
    version=1,
    municipality=Municipality(
        name="Fjellvik kommune", email="post@fjellvik.example", officer=Officer(name="Anne Ombod")
    ),
    language=Language.NYNORSK,
    day=DAY,
)


def people(count: int) -> Iterator[Handout]:
    """Forms for ``count`` children with two parents."""
    for number in range(count):
        parents = tuple(Guardian(name=f"{one} {number}") for one in ("Kari Berg", "Ola Berg"))
        born = date(2021, 1 + number % 12, 1 + number % 28)
        child = Member(name=f"Ada Berg {number}", birth_date=born, guardians=parents, parents=2)
        yield from handouts(SHEET.content, child, DAY)


def ours(folder: Path, shape: Shape, count: int) -> float:
    """Seconds for all of them, worked out, rendered, written, flushed and read back."""
    place = folder / f"{shape}-{count}"
    if shape is Shape.FOLDER:
        place.mkdir()
    start = time.perf_counter()
    stack = Stack(letters=forms(SHEET, people(count)), letterhead=None)
    written = write(stack, shape, place, Watch(), listed="list.sha256")
    assert written is not None
    assert written.count == count
    return time.perf_counter() - start


def theirs(folder: Path, count: int) -> float:
    """Seconds for a loop over docxtpl with the same paragraphs: one field in each."""
    texts = list(paragraph_texts(next(forms(SHEET, people(1))).blocks))
    document = Document()
    for number, text in enumerate(texts):
        document.add_paragraph(f"{text[:-12]} {{{{ v{number} }}}}" if len(text) > 12 else text)
    template = folder / "template.docx"
    document.save(str(template))
    values = {f"v{number}": text[-12:] for number, text in enumerate(texts)}
    start = time.perf_counter()
    for number in range(count):
        made = DocxTemplate(template)
        made.render(values | {"name": f"Ada {number}"}, autoescape=True)
        made.save(folder / f"theirs-{number}.docx")
    return time.perf_counter() - start


def main() -> int:
    """Prints the figures; 1 when a ratio is exceeded."""
    failed = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        loop = theirs(folder, COUNT)
        print(f"docxtpl, a loop over {COUNT}   {loop:7.2f} s")
        for shape in Shape:
            ours(folder, shape, 3)
            taken = ours(folder, shape, COUNT)
            failed |= taken > TIME_LIMIT * loop
            print(f"{shape}, {COUNT} forms          {taken:7.2f} s  {taken / loop:5.2f} ×")
    print("too slow" if failed else "fast enough")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
