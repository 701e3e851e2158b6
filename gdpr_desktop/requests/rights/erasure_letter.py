"""What the letter about erasure says, from the assessment."""

from collections.abc import Mapping

from gdpr_desktop.casework.model import UNSTRUCTURED
from gdpr_desktop.law.articles import cited
from gdpr_desktop.law.complaints import governor_too
from gdpr_desktop.law.erasure import ErasureGround, KeepReason
from gdpr_desktop.requests.model import Request
from gdpr_desktop.requests.rights.erasure import (
    Backups,
    Copies,
    ErasureAssessment,
    ErasureItem,
    Fate,
)


def letter_facts(found: ErasureAssessment, request: Request) -> Mapping[str, object]:
    """The facts of ``erasure_answer`` and of its child's version."""
    reasons = {one.keep for one in found.kept}
    return {
        "outcome": found.outcome.value,
        "erased_items": tuple(_erased(one) for one in found.erased),
        "erasure_grounds": tuple(_ground(one) for one in found.grounds if found.erased),
        "copies": (found.copies or Copies.NONE).value,
        "backups": (found.backups or Backups.NONE).value,
        "published": found.published,
        "publication_steps": found.publication_steps if found.published else "",
        "kept_items": tuple(_kept(found, one) for one in found.kept),
        "archive_duty": KeepReason.ARCHIVE_DUTY in reasons,
        "accounting_duty": KeepReason.ACCOUNTING_DUTY in reasons,
        "view": found.view if found.kept else "",
        "county_governor": bool(found.kept) and governor_too(patient_record=found.patient_record),
        **_searched(request),
    }


def _erased(item: ErasureItem) -> Mapping[str, object]:
    anonymous = item.fate is Fate.ANONYMISE
    return {"what": item.what, "system": item.system, "anonymous": anonymous}


def _ground(ground: ErasureGround) -> Mapping[str, object]:
    return {"ground": ground.name.lower(), "article": cited(ground.article)}


def _kept(found: ErasureAssessment, item: ErasureItem) -> Mapping[str, object]:
    assert item.keep is not None, "checked when it was saved"
    return {
        "what": item.what,
        "system": item.system,
        "why": item.keep.value,
        "article": cited(item.keep.article),
        "provision": item.provision,
        "reason": _sentence(found.reason(item)),
        "until": item.until,
    }


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "!", "?", ":")) else f"{text}."


def _searched(request: Request) -> Mapping[str, object]:
    """Where it was looked; the unstructured data have a sentence of their own."""
    done = tuple(task for task in request.tasks if task.done)
    places = tuple(task for task in done if task.kind != UNSTRUCTURED) or done
    return {
        "places": tuple({"name": task.title} for task in places),
        "unstructured_searched": any(task.kind == UNSTRUCTURED for task in done),
    }
