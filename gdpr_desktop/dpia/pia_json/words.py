"""What is told of an exchange with that program."""

from collections.abc import Iterable

from gdpr_desktop.core.text import N_, _, current_language, ngettext
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.pia_json.headings import heading_of
from gdpr_desktop.dpia.pia_json.listed import risk_title
from gdpr_desktop.dpia.pia_json.model import Finding, FindingCode
from gdpr_desktop.dpia.pia_json.places import TEXTS, risk_of

_PARTS = {  # of the file, by their keys there
    "answers": N_("the answers"),
    "measures": N_("the measures"),
    "evaluations": N_("the evaluations"),
    "comments": N_("the comments"),
    "gauges": N_("the levels after the measures"),
    "dpo_opinion": N_("the opinion of the officer"),
    "concerned_people_opinion": N_("what those concerned say"),
    "concerned_people_searched_content": N_("why those concerned were not asked"),
    "rejection_reason": N_("why it was refused"),
    "applied_adjustments": N_("what was changed afterwards"),
}

_STATUS = {
    "1": N_("refused"),
    "2": N_("validated"),
    "3": N_("validated and signed"),
    "4": N_("put away"),
}
_TEXTS = {
    FindingCode.NULL_LIST: N_("The part «{what}» was missing, and is taken for empty."),
    FindingCode.BAD_ROW: N_("Something in «{what}» could not be understood, and was left out."),
    FindingCode.JUNK_REFERENCE: N_(
        "Something in «{what}» is about a part that is not in the file. Remarks were kept for the"
        " whole assessment, the rest was left out."
    ),
    FindingCode.UNKNOWN_QUESTION: N_(
        "The answer to question {what}, which we do not know, stands among those from an earlier"
        " version."
    ),
    FindingCode.OWN_QUESTION: N_(
        "«{what}» is a question of a template in PIA. The answer stands among those from an earlier"
        " version."
    ),
    FindingCode.TWICE: N_("«{what}» was answered twice. Both answers were kept."),
    FindingCode.SAME_TITLE: N_("Several measures are called «{what}». They got a number."),
    FindingCode.MEASURE_MADE: N_(
        "The measure «{what}» was named at a risk, but not described. It was made."
    ),
    FindingCode.FORMATTING: N_("Formatting or pictures were left out in «{what}»."),
    FindingCode.CUT: N_("The text in «{what}» was too long. The end was left out."),
    FindingCode.TOO_MANY: N_("There were too many rows in «{what}». The last were left out."),
    FindingCode.BAD_LEVEL: N_("A level in «{what}» was outside the scale, and counts as not set."),
    FindingCode.BAD_DATE: N_("The date «{what}» could not be read."),
    FindingCode.ATTACHMENT_TOO_LARGE: N_("The attachment «{what}» is too large, and was left out."),
    FindingCode.FOLDED: N_(
        "«{what}» is answered, but folded away until the question it hangs on is answered."
    ),
    FindingCode.ATTACHMENTS_NOT_IN_FILE: N_(
        "No attachments came along: PIA does not put them in this file. Add them by hand."
    ),
    FindingCode.RISKS_JOINED: N_(
        "PIA has one risk of the kind «{what}». Yours were put together, with the gravest levels."
    ),
    FindingCode.RISKS_AS_TEXT: N_(
        "Risks that are about rights and freedoms alone have no place in PIA. They stand as text."
    ),
    FindingCode.LEVELS_FITTED: N_(
        "PIA has four steps. Yours on five became: 1 to 1, 2 to 2, 3 and 4 to 3, 5 to 4."
    ),
    FindingCode.SCREENING_LEFT: N_(
        "Whether it was needed, earlier versions and decisions have no place in PIA."
    ),
    FindingCode.ATTACHMENTS_LEFT: N_(
        "Attachments are not in a .json file. Choose .zip if they are to come along."
    ),
    FindingCode.TABLES_AS_TEXT: N_(
        "Choices, ticks and tables became text. They come back as text if the file is taken in."
    ),
    FindingCode.MEASURE_FIELDS: N_("The day a measure was done has no place in PIA."),
}


def finding_words(found: Finding) -> str:
    """What happened, in a sentence or two."""
    if found.code is FindingCode.WAS_VALIDATED:
        text = _(
            "It was {status} in PIA. Here it must be sent to the officer and approved as any other."
        )
        return text.format(status=_(_STATUS[found.detail]))
    told = _(_TEXTS[found.code]).format(what=_what(found.detail))
    if found.count > 1:
        count = ngettext("({count} time)", "({count} times)", found.count)
        told = f"{told} {count.format(count=found.count)}"
    return told


def findings_words(found: Iterable[Finding]) -> list[str]:
    """What happened, one text for each kind of thing; questions that are folded away in a list."""
    told, folded = [], []
    for one in found:
        if one.code is FindingCode.FOLDED:
            folded.append(one)
        else:
            told.append(finding_words(one))
    if len(folded) > 1:
        text = _(
            "{count} answers are folded away until the questions they hang on are answered:"
        ).format(count=len(folded))
        told.append("\n".join((text, *(f"  – {_what(one.detail)}" for one in folded))))
    return told + [finding_words(one) for one in folded if len(folded) == 1]


def _what(detail: str) -> str:
    """The part of the file in words: its name there says nothing to the person."""
    if detail in _PARTS:
        return _(_PARTS[detail])
    question = builtin().question(detail)
    if question is not None:
        return question.text.in_(current_language())
    number = int(detail) if detail.isascii() and detail.isdigit() else 0
    if number in TEXTS:
        return heading_of(TEXTS[number][0], current_language())
    kind = risk_of(number)
    return risk_title(kind) if kind is not None else detail
