"""Those that take pictures of their own pages and dialogs, a line to each."""

import assessing
import breach_cases
import breach_clock
import breach_facts
import breach_following
import chosen
import consent_answers
import consent_checks
import consent_documents
import consent_forms
import consent_groups
import consent_permission
import consent_renewal
import dpia_advice
import dpia_exchange
import dpia_questions
import dpia_reports
import dpia_risks
import dpia_screening
import dpia_wizard
import notifying
import restricting
import rights
import telling
import withdrawing
import work_files

ROOMS = (
    assessing,
    breach_cases,
    breach_clock,
    breach_facts,
    breach_following,
    chosen,
    consent_answers,
    consent_checks,
    consent_documents,
    consent_forms,
    consent_groups,
    consent_permission,
    consent_renewal,
    dpia_advice,
    dpia_exchange,
    dpia_questions,
    dpia_risks,
    dpia_screening,
    dpia_reports,
    dpia_wizard,
    notifying,
    restricting,
    rights,
    telling,
    withdrawing,
    work_files,
)
