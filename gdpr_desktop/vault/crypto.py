"""What is done with keys: derive a subkey, authenticate, wrap under a key, seal to a person.

X25519 (RFC 7748), HKDF-SHA-256 (RFC 5869), ChaCha20-Poly1305 (RFC 8439), all from `cryptography`.
"""

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gdpr_desktop.vault.secret import Secret

_NONCE = 12
_PUBLIC = 32
_PREFIX = b"personvernpulten 1 "


class NotOpenedError(Exception):
    """A wrapped or sealed secret did not open: another key, another owner, or altered."""


def subkey(key: Secret, purpose: str, *, length: int = 32) -> Secret:
    """A key of ``length`` bytes for one ``purpose``, from which ``key`` cannot be found."""
    return _expand(key, _PREFIX + purpose.encode(), length)


def _expand(key: Secret, info: bytes, length: int = 32) -> Secret:
    return Secret(HKDF(SHA256(), length, salt=None, info=info).derive(key.reveal()))


def mac(key: Secret, data: bytes) -> bytes:
    """HMAC-SHA-256 of ``data``, 32 bytes."""
    return hmac.digest(key.reveal(), data, hashlib.sha256)


def new_key_pair() -> tuple[bytes, Secret]:
    """An X25519 key pair: public 32 bytes, private 32 bytes."""
    private = X25519PrivateKey.generate()
    return private.public_key().public_bytes_raw(), Secret(private.private_bytes_raw())


def wrap(key: Secret, content: Secret, context: bytes) -> bytes:
    """``content`` under ``key``, bound to ``context``: nonce, ciphertext, tag."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + ChaCha20Poly1305(key.reveal()).encrypt(nonce, content.reveal(), context)


def unwrap(key: Secret, box: bytes, context: bytes) -> Secret:
    """What ``wrap`` hid. Raises ``NotOpenedError``."""
    try:
        cipher = ChaCha20Poly1305(key.reveal())
        return Secret(cipher.decrypt(box[:_NONCE], box[_NONCE:], context))
    except (InvalidTag, ValueError):
        raise NotOpenedError from None


def seal(public: bytes, content: Secret, context: bytes) -> bytes:
    """``content`` for the holder of ``public`` only: a fresh public key, ciphertext, tag."""
    once = X25519PrivateKey.generate()
    fresh = once.public_key().public_bytes_raw()
    shared = Secret(once.exchange(X25519PublicKey.from_public_bytes(public)))
    key = _expand(shared, _PREFIX + b"seal" + fresh + public)
    return fresh + wrap(key, content, context)


def unseal(private: Secret, box: bytes, context: bytes) -> Secret:
    """What ``seal`` hid. Raises ``NotOpenedError``."""
    fresh = box[:_PUBLIC]
    try:
        own = X25519PrivateKey.from_private_bytes(private.reveal())
        shared = Secret(own.exchange(X25519PublicKey.from_public_bytes(fresh)))
    except ValueError:
        raise NotOpenedError from None
    public = own.public_key().public_bytes_raw()
    return unwrap(_expand(shared, _PREFIX + b"seal" + fresh + public), box[_PUBLIC:], context)
