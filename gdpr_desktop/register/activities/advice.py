"""What to do about each finding: one sentence to a code."""

from gdpr_desktop.core.text import N_, _
from gdpr_desktop.register.entries.model import Finding

_LAWFULNESS = {
    "no_purpose": N_("Write what the data are used for."),
    "purpose_without_basis": N_("Choose what makes «{about}» lawful."),
    "law_missing": N_("Name the act and section that «{about}» rests on."),
    "interests_for_public_task": N_(
        "«{about}» is a task of the municipality: legitimate interests cannot be its basis."
        " Find the law that gives the task."
    ),
    "interest_missing": N_("Describe the interest behind «{about}»."),
    "interests_not_weighed": N_("Weigh the interests against each other, and write a conclusion."),
    "consent_beside_law": N_(
        "«{about}» rests on a law, so consent cannot be its basis too. Take consent away, or make"
        " a purpose of its own of what is voluntary."
    ),
    "contract_beside_law": N_(
        "«{about}» rests on a law, so a contract cannot be its basis too. Take the contract away,"
        " or make a purpose of its own of what it covers."
    ),
    "several_bases": N_("Write why «{about}» needs more than one basis."),
    "contract_undocumented": N_(
        "Write the form of the contract behind «{about}», when it is made and what it is about."
    ),
    "special_without_condition": N_(
        "There are special categories of data: say which condition allows it."
    ),
    "special_on_contract": N_(
        "A contract alone never carries special categories of data. Find another basis, or leave"
        " the data out."
    ),
    "condition_unused": N_(
        "A condition for special categories is named, but no data are marked as such."
    ),
    "condition_without_law": N_("Name the law that the condition asks for."),
    "condition_without_section": N_("Name the section of «{about}» that the condition asks for."),
    "explicit_consent_alone": N_(
        "Explicit consent is named for special categories, but no purpose rests on consent. Check"
        " that it is meant so."
    ),
    "criminal_without_section": N_(
        "Name the section of «{about}» that allows data about convictions and offences to be used."
    ),
    "criminal_without_law": N_(
        "Name the law that allows data about convictions and offences to be used."
    ),
    "national_id_without_need": N_(
        "Write why an identity number is needed to know people apart (personopplysningslova § 12)."
    ),
}
_CONTENTS = {
    "no_subjects": N_("Say whom the data are about."),
    "no_data": N_("Say which data are used."),
    "subject_unknown": N_(
        "«{about}» is said to be about people who are not in the list. Choose again."
    ),
    "health_words": N_(
        "«{about}» tells about health, which is a special category. Mark it as that."
    ),
    "crime_words": N_(
        "«{about}» may tell about crime. If so, mark it as data about convictions and offences."
    ),
    "number_words": N_("«{about}» is an identity number. Mark it as that."),
    "retention_missing": N_("Say how long «{about}» is kept, or why no time can be given."),
    "permanent_without_law": N_("Name the law that says «{about}» shall be kept for good."),
    "retention_proposed": N_(
        "Decide how long «{about}» is kept. What stands there is only proposed, and goes into"
        " letters as it is."
    ),
    "archive_without_law": N_("Name the law that says «{about}» shall go to the archive."),
    "retention_start_missing": N_("Say from when the time for «{about}» is counted."),
}
_SHARING = {
    "no_sources": N_("Say where the data come from."),
    "no_recipients": N_("Say who is given the data, or write that nobody is."),
    "source_not_lifted": N_(
        "What «{about}» gives is confidential. Name the section that lifts the confidentiality, or"
        " say that the person has released it."
    ),
    "recipient_not_lifted": N_(
        "What «{about}» is given is confidential. Name the section that lifts the confidentiality,"
        " or say that the person has released it."
    ),
    "outside_eea_unknown": N_(
        "Find out whether anyone outside the EEA can see the data, for instance in support."
    ),
    "transfer_unsaid": N_(
        "Data can be seen from outside the EEA: say from which country, by whom."
    ),
    "transfer_against_answer": N_(
        "A transfer is described, but the answer says that nobody outside the EEA can see the data."
    ),
    "transfer_without_country": N_("Say which country the data go to («{about}»)."),
    "eea_is_no_transfer": N_(
        "The country of «{about}» is in the EEA, so this is no transfer. It can be taken away."
    ),
    "transfer_without_ground": N_("Say what allows the transfer to «{about}»."),
    "adequacy_unlisted": N_(
        "The country of «{about}» is not among those we know as found adequate. Check the"
        " Commission's page, or choose another ground."
    ),
    "adequacy_partly": N_(
        "In the country of «{about}» only some recipients are covered. Check the Commission's page"
        " to see whether this one is."
    ),
    "safeguards_undocumented": N_(
        "Write down the assessment and the safeguards for the transfer to «{about}»."
    ),
    "safeguards_unsaid": N_(
        "Write which safeguards hold for the transfer to «{about}», and how to get a copy."
    ),
}
_DUTIES = {
    "no_responsible": N_("Say which unit or role answers for this."),
    "no_unit": N_("Choose the unit that it belongs to."),
    "no_security": N_("Describe in broad terms how the data are secured."),
    "no_system": N_("Choose the systems where the data lie."),
    "risk_not_assessed": N_("Assess the risk, and write the date."),
    "profiling_unknown": N_("Answer whether people are profiled."),
    "automatic_unknown": N_("Answer whether decisions are made by machine alone."),
    "automated_not_permitted": N_(
        "Say which exception allows decisions by machine alone: contract, law or explicit consent."
    ),
    "automated_logic_missing": N_("Describe the logic behind the decisions."),
    "automated_consequences_missing": N_("Describe what the decisions mean for people."),
    "automated_special": N_(
        "Decisions by machine from special categories of data need explicit consent or a law of"
        " substantial public interest."
    ),
    "dpia_unknown": N_("Answer whether a DPIA is needed."),
    "dpia_not_done": N_("A DPIA is needed: carry it out, and write the date."),
    "dpia_without_reason": N_("Write why no DPIA is needed."),
    "dpia_law_missing": N_("Name the provision that was assessed when the law was made."),
    "excuse_special": N_(
        "«No special categories» is given as the reason for no DPIA, but there are such data."
    ),
    "excuse_profiling": N_(
        "«No profiling» is given as the reason for no DPIA, but people are profiled."
    ),
    "not_informed": N_("Say how people are told."),
    "exempt_without_note": N_("Write which exception from the duty to inform holds, and why."),
    "provision_unknown": N_("Say whether people must give the data."),
    "provision_unexplained": N_(
        "Write by which law or contract the data must be given, and what follows if they are not."
    ),
    "inform_anew": N_("The basis is changed: people must be told anew. Do it, and mark the step."),
    "unstructured_unknown": N_("Answer whether data may lie outside the system."),
    "unstructured_unexplained": N_("Write why data must lie outside the system, and where."),
    "unstructured_special": N_(
        "Special categories of data must never lie outside a system with strict access."
    ),
    "ends_before_start": N_("It ends before it begins. Put the dates right."),
    "library_unchecked": N_(
        "This was made from a starting point. Go through it all, and mark that you have."
    ),
    "one_language": N_("{about} has words in one written form only. Write the other too."),
}
_RECORD = {
    "no_officer": N_("Name the data protection officer in the settings."),
    "no_officer_contact": N_(
        "Write how the data protection officer can be reached, in the settings."
    ),
    "no_controller_contact": N_("Write how the municipality can be reached, in the settings."),
}
_ALL = {**_LAWFULNESS, **_CONTENTS, **_SHARING, **_DUTIES, **_RECORD}
_FIELDS = {
    "name": N_("The name"),
    "description": N_("The description"),
    "purposes": N_("The list of purposes"),
    "subjects": N_("The list of people"),
    "data": N_("The list of data"),
    "sources": N_("The list of sources"),
    "recipients": N_("The list of recipients"),
    "transfers": N_("The list of transfers"),
    "security": N_("The description of security"),
    "automated": N_("The description of automated decisions"),
    "information_note": N_("The note on information"),
    "provision_note": N_("The note on the duty to give data"),
}


def finding_words(finding: Finding) -> str:
    """What to do about it."""
    about = finding.about
    if finding.code == "one_language":
        about = _(_FIELDS[about])
    return _(_ALL[finding.code]).format(about=about)
