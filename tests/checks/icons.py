"""The program's icon for each system, made from ``resources/icons/program/program.svg``.

Run it after the drawing has changed, and look at the pictures: ``python tests/checks/icons.py``.
Windows reads the .ico, macOS the .icns, Linux and the window the .png. Both containers hold plain
PNG pictures, so no tool but Qt is needed.
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QImageReader

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons" / "program"
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS_TYPES = (  # Apple's name for each size in pixels
    ("icp4", 16),
    ("icp5", 32),
    ("icp6", 64),
    ("ic07", 128),
    ("ic08", 256),
    ("ic09", 512),
    ("ic11", 32),
    ("ic12", 64),
    ("ic13", 256),
)
PNG_SIZE = 256


def png(size: int) -> bytes:
    """The drawing as a PNG of ``size`` × ``size`` pixels."""
    drawing = QByteArray((FOLDER / "program.svg").read_bytes())
    source = QBuffer(drawing)  # which does not keep it alive
    reader = QImageReader(source, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size, size))
    image = reader.read()
    if image.isNull():
        raise SystemExit(f"Qt cannot draw program.svg: {reader.errorString()}")
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(target, "PNG")  # type: ignore[call-overload]
    return bytes(target.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon: a header, a line of 16 bytes for each picture, the pictures."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    lines = b""
    for size, picture in pictures.items():
        side = size % 256  # 256 is written as 0
        lines += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + lines + b"".join(pictures.values())


def icns(pictures: dict[int, bytes]) -> bytes:
    """An Apple icon: a length, then each picture with its type and its length."""
    parts = [
        kind.encode() + struct.pack(">I", len(pictures[size]) + 8) + pictures[size]
        for kind, size in ICNS_TYPES
    ]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main() -> int:
    """Write all three."""
    app = QGuiApplication.instance() or QGuiApplication(["icons", "-platform", "offscreen"])
    sizes = sorted({*ICO_SIZES, PNG_SIZE, *(size for _kind, size in ICNS_TYPES)})
    pictures = {size: png(size) for size in sizes}
    (FOLDER / "program.ico").write_bytes(ico({size: pictures[size] for size in ICO_SIZES}))
    (FOLDER / "program.icns").write_bytes(icns(pictures))
    (FOLDER / "program.png").write_bytes(pictures[PNG_SIZE])
    del app
    for path in sorted(FOLDER.iterdir()):
        print(f"{path.name:<14}{path.stat().st_size:8} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
