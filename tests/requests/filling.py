"""Fills in a Word form as Word does, and saves it as LibreOffice 7.4 does."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as Tree

from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.requests.citizen_forms.content import FormOrder
from gdpr_desktop.requests.citizen_forms.model import FormKind
from gdpr_desktop.requests.citizen_forms.word import write_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DOCUMENT = "word/document.xml"


def made(kind: FormKind, language: Language, municipality: Municipality) -> bytes:
    """An empty form."""
    return write_word(FormOrder(kind=kind, language=language, municipality=municipality))


def parts(data: bytes) -> dict[str, bytes]:
    """Every part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: Mapping[str, bytes]) -> bytes:
    """A zip of the parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def filled(data: bytes, texts: Mapping[str, str], ticks: Iterable[str] = ()) -> bytes:
    """The form with ``texts`` by field, and the boxes ``field.choice`` ticked."""
    wanted = set(ticks)
    root = Tree.fromstring(parts(data)[DOCUMENT])
    for control in root.iter(f"{W}sdt"):
        properties, content = control[0], control[1]
        _prefix, _version, _language, _kind, *name = _tag(properties).split(".")
        if ".".join(name) in wanted:
            properties.find(f"{W14}checkbox")[0].set(f"{W14}val", "1")  # type: ignore[index]
            content[0].find(f"{W}t").text = "☒"  # type: ignore[union-attr]
        elif name[0] in texts and len(name) == 1:
            properties.remove(properties.find(f"{W}showingPlcHdr"))  # type: ignore[arg-type]
            content[:] = [_run(texts[name[0]])]
    return packed({**parts(data), DOCUMENT: Tree.tostring(root)})


def retagged(data: bytes, before: str, after: str) -> bytes:
    """With the end of one tag written in another way."""
    content = parts(data)
    old, new = f'{before}"'.encode(), f'{after}"'.encode()
    assert content[DOCUMENT].count(old) == 1
    return packed({**content, DOCUMENT: content[DOCUMENT].replace(old, new)})


def resaved(data: bytes) -> bytes:
    """Without tags; dates and boxes without names; placeholders as text; a field around some."""
    root = Tree.fromstring(parts(data)[DOCUMENT])
    for control in root.iter(f"{W}sdt"):
        properties = control[0]
        lost = ["tag", "showingPlcHdr", "lock"]
        if properties.find(f"{W}text") is None:
            lost += ["alias", "id"]
        for name in lost:
            for one in properties.findall(f"{W}{name}"):
                properties.remove(one)
    body = root[0]
    around = Tree.Element(f"{W}sdt")
    Tree.SubElement(around, f"{W}sdtPr")
    Tree.SubElement(around, f"{W}sdtContent").append(body[20])
    body[20] = around
    return packed({**parts(data), DOCUMENT: Tree.tostring(root)})


def _tag(properties: Tree.Element) -> str:
    return properties.find(f"{W}tag").get(f"{W}val")  # type: ignore[union-attr, return-value]


def _run(text: str) -> Tree.Element:
    run = Tree.Element(f"{W}r")
    for number, line in enumerate(text.split("\n")):
        if number:
            Tree.SubElement(run, f"{W}br")
        Tree.SubElement(run, f"{W}t").text = line
    return run
