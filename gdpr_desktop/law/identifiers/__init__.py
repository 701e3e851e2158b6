"""Numbers that tell who somebody is: checked one by one, or found in free text."""

from gdpr_desktop.law.identifiers.detection import Finding, Kind, find, find_secret
from gdpr_desktop.law.identifiers.numbers import (
    NumberKind,
    birth_date,
    identity_kind,
    is_account,
    is_national_id,
    is_organisation,
    mask,
    plain,
)

__all__ = [
    "Finding",
    "Kind",
    "NumberKind",
    "birth_date",
    "find",
    "find_secret",
    "identity_kind",
    "is_account",
    "is_national_id",
    "is_organisation",
    "mask",
    "plain",
]
