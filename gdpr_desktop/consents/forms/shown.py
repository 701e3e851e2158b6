"""Which fields a form has use for: those of its kind, and those that something is written in."""

from dataclasses import fields

from gdpr_desktop.consents.codes import Audience, FormKind, Lasting
from gdpr_desktop.consents.content import FormContent


def fields_shown(content: FormContent) -> frozenset[str]:
    """Names of the fields of ``content`` to be asked about; the rest would only stand empty."""
    return frozenset(
        one.name
        for one in fields(content)
        if _wanted(one.name, content) or _written(getattr(content, one.name))
    )


def _written(value: object) -> bool:
    """Is it a text or a tick that must not be hidden?"""
    return value is True or (bool(value) and not isinstance(value, tuple | int))


def _wanted(name: str, content: FormContent) -> bool:
    kind = content.kind
    conditions = {
        "sources": kind is not FormKind.PICTURE,
        "law": kind is FormKind.CONFIDENTIALITY,
        "until": content.lasting is Lasting.DATE,
        "renew_months": content.lasting is not Lasting.WITHDRAWN,
        "explicit": any(one.explicit for one in content.purposes),
        "risk": any(one.transfer for one in content.purposes),
        "automated": kind is FormKind.BASIS,
        "online": kind is FormKind.BASIS and content.audience is Audience.CHILDREN,
        "age_check": content.online,
    }
    return conditions.get(name, True)
