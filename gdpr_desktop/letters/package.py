"""A Word file as parts in a zip, the same bytes for the same content."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_MOMENT = (1980, 1, 1, 0, 0, 0)  # a fixed time: the file's SHA-256 says only what is in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """An empty letter: every part but the text, and where the text goes.

    ``head`` and ``tail`` stand around the body in ``word/document.xml``; ``tail`` begins with the
    page setup. ``relations`` and ``numbering`` are open at the end. ``top`` is where the first
    page's text begins, in twentieths of a point from the paper's edge.
    """

    parts: Mapping[str, bytes]
    head: str
    tail: str
    relations: str
    numbering: str
    numbering_path: str
    bullets: int  # numId
    numbers: int  # abstractNumId
    next_number: int  # first free numId
    top: int
    styles: Mapping[str, str] = field(default_factory=dict)

    def style(self, style: str) -> str:
        """The id that our style has in this letterhead."""
        return self.styles.get(style, style)


def pack(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of the parts, in the given order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        write_parts(archive, parts)
    return buffer.getvalue()


def extend(packed: bytes, parts: Iterable[tuple[str, bytes]]) -> bytes:
    """``packed`` with more parts at the end; what is in it is not compressed again."""
    buffer = io.BytesIO(packed)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        write_parts(archive, parts)
    return buffer.getvalue()


def write_parts(archive: zipfile.ZipFile, parts: Iterable[tuple[str, bytes]]) -> None:
    """Adds the parts with the fixed time and the same attributes on every system."""
    for name, data in parts:
        archive.writestr(zip_entry(name), data)


def zip_entry(name: str) -> zipfile.ZipInfo:
    """A part with the fixed time and attributes."""
    info = zipfile.ZipInfo(name, _MOMENT)
    info.create_system = 0
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
