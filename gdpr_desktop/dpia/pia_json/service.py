"""An assessment out of that program becomes a case; one of ours is saved for it."""

import hashlib
import mimetypes
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from gdpr_desktop.casework.attachments import store as attached
from gdpr_desktop.casework.attachments.model import Attachment
from gdpr_desktop.casework.attachments.service import require_room
from gdpr_desktop.casework.deed import begin_on, record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.correspondence.places import refuse_place
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.service import catalogue
from gdpr_desktop.dpia.content import About, Assessment, Opinions, new_key
from gdpr_desktop.dpia.pia_json.cleaning import clean_name
from gdpr_desktop.dpia.pia_json.model import Finding, FindingCode, Imported, PiaFile
from gdpr_desktop.dpia.pia_json.words import findings_words
from gdpr_desktop.dpia.pia_json.writing import Written, packed
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.dpia.service.contents import write_contents
from gdpr_desktop.dpia.service.intake import register_dpia
from gdpr_desktop.vault import Vault

IMPORTED, EXPORTED = "dpia_pia_imported", "dpia_pia_exported"
JSON, ZIP = ".json", ".zip"


def import_case(vault: Vault, found: Imported, about: About, name: str) -> Change:
    """Register a new assessment with what was read from the file ``name``. Raises ``AppError``.

    The file itself becomes an attachment, so that nothing of it is lost. Whether an assessment is
    needed is asked here as for any other: a decision made in that program is none in the register.
    """
    source = PiaFile(name=clean_name(f"{Path(name).stem}{JSON}"), content=found.source)
    files = (source, *found.files)
    with vault.begin(Deed.REGISTER_CASE) as work:
        require_room(work.db, None, (len(one.content) for one in files))
        case_id = CaseId(register_dpia(vault, about).id)
        write_contents(work, case_id, found.assessment)
        store.put_step(work.db, case_id, imported=found.assessment.opinions)
        _attach(work, case_id, files)
        record(work, case_id, IMPORTED, text=_report(found.findings))
    return work.change


def with_people(found: Dpia) -> Assessment:
    """What is written, with the people and the advice of the case where that program has a field.

    What came from there stays where the case has nothing newer.
    """
    said = found.content.opinions
    advice, approval = found.opinion, found.approval
    given = advice is not None and advice.given_on is not None
    opinions = Opinions(
        author=said.author or found.case.caseworker,
        evaluator=said.evaluator,
        validator=said.validator or found.about.responsible,
        officer=advice.name if advice and given else said.officer,
        officer_may_go_ahead=advice.go_ahead if advice and given else said.officer_may_go_ahead,
        officer_says=advice.text.plain if advice and given else said.officer_says,
        asked_people=said.asked_people,
        people=said.people,
        people_for=said.people_for,
        people_say=said.people_say,
        why_not_asked=said.why_not_asked,
        rejected_why=approval.why if approval and not approval.approved else said.rejected_why,
        changed_after=said.changed_after,
    )
    return replace(found.content, opinions=opinions)


def rehearse(vault: Vault, case_id: CaseId, suffix: str) -> tuple[Finding, ...]:
    """What will not be carried over as it stands."""
    found = read_dpia(vault, case_id)
    return _made(vault, found, suffix, ()).findings


def export(vault: Vault, case_id: CaseId, path: Path) -> Change:
    """Write ``path``, a ``.json`` or a ``.zip``; the caller has asked before one is replaced."""
    from gdpr_desktop.letters.saving import save_file

    suffix = ZIP if path.suffix.lower() == ZIP else JSON
    refuse_place(vault, path, suffix=suffix)
    with vault.begin(Deed.READ_CASE) as work:  # no file lies there unknown
        begin_on(work, Deed.READ_CASE, case_id)
        found = read_dpia(vault, case_id)
        made = _made(vault, found, suffix, _files(work.db, found) if suffix == ZIP else ())
        work.log(case_id, EXPORTED)
        save_file(made.data, path)
    return work.change


def suggested_name(found: Dpia, suffix: str) -> str:
    """A name as that program gives its files."""
    return f"pia-{clean_name(found.about.title)[:60].strip()}{suffix}"


def _made(vault: Vault, found: Dpia, suffix: str, files: Iterable[PiaFile]) -> Written:
    language = vault.municipality().language
    made = packed(
        with_people(found),
        suffix=suffix,
        files=files,
        language=language,
        known=catalogue(vault.db),
        clock=vault.clock,
    )
    left = found.need is not None or bool(found.submissions)
    more = (Finding(code=FindingCode.SCREENING_LEFT),) if left else ()
    return replace(made, findings=(*made.findings, *more))


def _files(db: Any, found: Dpia) -> Iterable[PiaFile]:
    for one in found.content.attachments:
        content = attached.content(db, found.case.id, one.key)
        if content is not None:
            yield PiaFile(name=one.name, content=content)


def _attach(work: Any, case_id: CaseId, files: Iterable[PiaFile]) -> None:
    for one in files:
        made = Attachment(
            key=new_key(),
            name=one.name,
            media_type=mimetypes.guess_type(one.name)[0] or "",
            size=len(one.content),
            sha256=hashlib.sha256(one.content).hexdigest(),
            added_at=work.clock.now(),
            added_by=work.actor.name,
        )
        attached.insert(work.db, case_id, made, one.content)


def _report(findings: Iterable[Finding]) -> str:
    return "\n".join(findings_words(findings))
