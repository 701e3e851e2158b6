"""Where a refusal is complained about: it follows the act that was used, not the archive."""

from enum import StrEnum

from gdpr_desktop.law.regimes import Regime


class ComplaintBody(StrEnum):
    """Who looks at a refusal. The courts are open in every case (art. 79)."""

    DATA_PROTECTION_AUTHORITY = "data_protection_authority"  # Datatilsynet, art. 77
    COUNTY_GOVERNOR = "county_governor"  # Statsforvaltaren


def complaint_body(regime: Regime) -> ComplaintBody:
    """The body for a refusal by ``regime``.

    Art. 15–22 are Datatilsynet's also where the documents are archived (PVN-2022-21). Party
    access (forvaltningsloven § 21), public access (offentleglova § 32), patient records
    (pasient- og brukerrettighetsloven § 7-2) and a parent's information (barnelova § 47) are
    the county governor's, for a municipality.
    """
    if regime is Regime.DATA_PROTECTION:
        return ComplaintBody.DATA_PROTECTION_AUTHORITY
    return ComplaintBody.COUNTY_GOVERNOR


def record_bodies(*, patient_record: bool) -> tuple[ComplaintBody, ...]:
    """The bodies for a refusal to rectify or erase (art. 16 and 17).

    Of a patient record the county governor looks at it too (pasient- og brukerrettighetsloven
    § 5-2, helsepersonelloven §§ 42 and 43), beside Datatilsynet and not in its place.
    """
    own = complaint_body(Regime.DATA_PROTECTION)
    return (own, complaint_body(Regime.PATIENT_RECORDS)) if patient_record else (own,)


def governor_too(*, patient_record: bool) -> bool:
    """Does a letter that refuses art. 16 or 17 name the county governor beside Datatilsynet?"""
    return ComplaintBody.COUNTY_GOVERNOR in record_bodies(patient_record=patient_record)
