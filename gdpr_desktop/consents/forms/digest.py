"""A short sign of what a draft says, to tell whether advice was given on this very draft."""

from hashlib import sha256

import msgspec

from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms.model import Advice


def digest(content: FormContent) -> str:
    """Sixteen signs; equal contents have equal ones."""
    return sha256(msgspec.json.encode(content)).hexdigest()[:16]


def is_older(advice: Advice, content: FormContent) -> bool:
    """Was the draft changed after the advice was given?"""
    return bool(advice.draft) and advice.draft != digest(content)
