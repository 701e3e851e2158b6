"""What goes into the built program, and what stays out."""

import struct
from pathlib import Path

import pytest

from build import bundle
from gdpr_desktop.core.paths import resource

ICONS = resource("icons/program")
PLUGINS = "PySide6/Qt/plugins"


@pytest.mark.parametrize(
    "name",
    [
        f"{PLUGINS}/platforms/libqxcb.so",
        f"{PLUGINS}/platforms/qwindows.dll",
        f"{PLUGINS}/platforms/libqcocoa.dylib",
        f"{PLUGINS}/imageformats/libqsvg.so",
        f"{PLUGINS}/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/translations/qtbase_nn.qm",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "holidays/locale/no/LC_MESSAGES/NO.mo",
        "docx/templates/default.docx",
        "resources/languages/nn/LC_MESSAGES/personvernpulten.mo",
    ],
)
def test_what_the_program_needs_is_kept(name: str) -> None:
    assert bundle.wanted((name, "", "DATA"))


@pytest.mark.parametrize(
    "name",
    [
        f"{PLUGINS}/platforms/libqvnc.so",
        f"{PLUGINS}/platformthemes/libqgtk3.so",
        f"{PLUGINS}/tls/qschannelbackend.dll",
        f"{PLUGINS}/networkinformation/libqglib.so",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt6Network.dll",
        "PySide6/QtNetwork.abi3.so",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/translations/qtbase_tr.qm",
        "holidays/locale/th/LC_MESSAGES/NO.mo",
    ],
)
def test_what_the_program_has_no_use_for_is_left_out(name: str) -> None:
    assert not bundle.wanted((name, "", "BINARY"))


def test_licences_of_the_parts_are_listed_with_their_texts(tmp_path: Path) -> None:
    text = bundle.write_third_party(
        tmp_path, ["jinja2.runtime", "sqlcipher3", "PySide6"]
    ).read_text(encoding="utf-8")
    listed = text.partition("====")[0]
    for words in ("Jinja2", "3.1.6", "PySide6_Essentials", "SQLCipher", "LGPL-3.0"):
        assert words in listed
    assert "lxml  " not in listed
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "Copyright 2007 Pallets" in text


def test_the_icon_of_windows_has_a_picture_for_every_size_it_shows() -> None:
    content = (ICONS / "program.ico").read_bytes()
    zero, kind, count = struct.unpack_from("<HHH", content)
    sizes = set()
    for number in range(count):
        side, _high, *_rest, length, offset = struct.unpack_from(
            "<BBBBHHII", content, 6 + 16 * number
        )
        assert content[offset : offset + 8] == b"\x89PNG\r\n\x1a\n"
        assert offset + length <= len(content)
        sizes.add(side or 256)
    assert (zero, kind) == (0, 1)
    assert sizes >= {16, 24, 32, 48, 256}


def test_the_icon_of_macos_holds_the_lengths_it_says() -> None:
    content = (ICONS / "program.icns").read_bytes()
    magic, length = struct.unpack_from(">4sI", content)
    assert (magic, length) == (b"icns", len(content))
    place, kinds = 8, []
    while place < length:
        kind, size = struct.unpack_from(">4sI", content, place)
        assert content[place + 8 : place + 12] == b"\x89PNG"
        kinds.append(kind)
        place += size
    assert place == length
    assert b"ic09" in kinds
