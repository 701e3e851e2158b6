"""Do the ciphers give the answers that their standards print? A replaced or broken library is
found before it has touched a password. Each raises ``AssertionError``: this is no person's fault.
"""

import hashlib
import hmac
import platform
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.backends.openssl import backend
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gdpr_desktop.vault.database import create_database, driver_versions
from gdpr_desktop.vault.secret import Secret

_SUNSCREEN = (
    b"Ladies and Gentlemen of the class of '99: If I could offer you "
    b"only one tip for the future, sunscreen would be it."
)
_PAGE, _SALT, _IV, _MAC = 4096, 16, 16, 64  # bytes, of SQLCipher 4
_HEADER = bytes.fromhex("1000010150402020")  # of SQLite, from byte 16: page size, reserve 80


def check() -> None:
    """Each cipher once against its standard's own example; about a millisecond together."""
    for name, found, expected in (
        (
            "argon2id",
            _argon2id(),
            "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
        ),
        ("X25519", _x25519(), "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"),
        ("ChaCha20-Poly1305", _aead(), "1ae10b594f09e26a7e902ecbd0600691"),
        ("HKDF", _hkdf(), "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"),
    ):
        if found.hex() != expected:
            raise AssertionError(f"{name} does not give the answer of its standard")


def _argon2id() -> bytes:
    """The example of the reference code: version 19, two passes, 256 KiB."""
    return hash_secret_raw(
        b"password",
        b"somesalt",
        time_cost=2,
        memory_cost=256,
        parallelism=1,
        hash_len=32,
        type=Type.ID,
    )


def _x25519() -> bytes:
    """RFC 7748, 5.2, the first."""
    scalar = "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"
    point = "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c"
    private = X25519PrivateKey.from_private_bytes(bytes.fromhex(scalar))
    return private.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(point)))


def _aead() -> bytes:
    """RFC 8439, 2.8.2: the tag."""
    nonce = bytes.fromhex("070000004041424344454647")
    more = bytes.fromhex("50515253c0c1c2c3c4c5c6c7")
    return ChaCha20Poly1305(bytes(range(0x80, 0xA0))).encrypt(nonce, _SUNSCREEN, more)[-16:]


def _hkdf() -> bytes:
    """RFC 5869, A.3: no salt, as we use it; the first 32 bytes."""
    return HKDF(SHA256(), 42, salt=None, info=b"").derive(b"\x0b" * 22)[:32]


def check_database(folder: Path) -> None:
    """Make a database in ``folder`` and open its first page with another library's ciphers.

    So what lies on the disk is what SQLCipher 4 says it is: AES-256 in CBC mode, HMAC-SHA-512
    under a key of its own. The file is removed again.
    """
    key, salt = bytes(range(32)), bytes(range(100, 100 + _SALT))
    path = folder / "known-answer.tmp"
    path.unlink(missing_ok=True)
    try:
        db = create_database(path, Secret(key), salt)
        db.close()
        page = path.read_bytes()[:_PAGE]
    finally:
        path.unlink(missing_ok=True)
    body, mac = page[_SALT:-_MAC], page[-_MAC:]
    cipher = Cipher(AES256(key), CBC(body[-_IV:])).decryptor()
    plain = cipher.update(body[:-_IV])
    mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    expected = hmac.digest(mac_key, body + (1).to_bytes(4, "little"), hashlib.sha512)
    if page[:_SALT] != salt or not plain.startswith(_HEADER) or mac != expected:
        raise AssertionError("the database is not encrypted as it should be")


def versions() -> dict[str, str]:
    """What the protection rests on, by name: for the report of a self-test."""
    found = {**driver_versions(), "OpenSSL of cryptography": backend.openssl_version_text()}
    return {**found, "Python": platform.python_version()}
