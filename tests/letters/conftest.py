"""Small templates of our own, a frame, and a letterhead made on the spot."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gdpr_desktop.letters import Frame, Sender, Signer, Template, forget, load_template
from letters.samples import FIELDS, HEAD, MakeTemplate, simple_letterhead


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    forget()
    yield
    forget()


@pytest.fixture
def make(tmp_path: Path) -> MakeTemplate:
    """Writes a template with the given body, the same in both languages."""
    folder = tmp_path / "templates"
    folder.mkdir()

    def write(body: str, *, name: str = "small", extra: str = "", fields: str = FIELDS) -> Template:
        head = HEAD.replace('"small"', f'"{name}"')
        (folder / f"{name}.toml").write_text(head + extra + fields, encoding="utf-8")
        for language in ("nn", "nb"):
            (folder / f"{name}.{language}.md").write_text(body, encoding="utf-8")
        return load_template(name, folder)

    return write


@pytest.fixture
def frame() -> Frame:
    return Frame(
        sender=Sender(
            name="Fjellvik & Vågen kommune",
            address=("Postboks 14", "6100 Fjellvik"),
            phone="70 00 00 00",
            email="post@fjellvik.example",
            organisation_number="987654321",
        ),
        recipient="Kari Berg-Hansen",
        recipient_address=("Strandgata 1", "6100 Fjellvik"),
        day=date(2026, 11, 22),
        our_reference="26/123-4",
        caseworker="Per Sakshaug",
        caseworker_phone="70 00 00 01",
        caseworker_email="per@fjellvik.example",
        signers=(Signer(name="Anne Ombod", title="Personvernombod"),),
        screening="Unnateke offentlegheit, offl. § 13, jf. fvl. § 13",
    )


@pytest.fixture
def letterhead() -> bytes:
    return simple_letterhead()
