"""One verb for each deed on a request. Every verb returns the ``Change`` it committed."""

from gdpr_desktop.requests.service.answering import (
    give_oral_answer,
    prepare_answer,
    send_answer,
)
from gdpr_desktop.requests.service.assessing import assess, carry_out, review_material
from gdpr_desktop.requests.service.base import read_request
from gdpr_desktop.requests.service.closing import close_request, reopen_request
from gdpr_desktop.requests.service.deadlines import (
    answer_specification,
    ask_for_specification,
    confirm_receipt,
    extend_deadline,
)
from gdpr_desktop.requests.service.deciding import note_advice, note_decision
from gdpr_desktop.requests.service.identity import (
    ask_for_identity,
    confirm_identity,
    reject_identity,
    settle_authority,
)
from gdpr_desktop.requests.service.intake import change_intake, note_opened, register_request
from gdpr_desktop.requests.service.letters import export_letter
from gdpr_desktop.requests.service.parts import add_right
from gdpr_desktop.requests.service.refusing import (
    charge_fee,
    refuse_part,
    refuse_unpaid,
    tell_of_refusal,
    warn_of_fee,
    withdraw_refusal,
)
from gdpr_desktop.requests.service.targets import recompute_targets
from gdpr_desktop.requests.service.upkeep import mend_search, recompute_deadlines, subscribe

__all__ = [
    "charge_fee",
    "refuse_part",
    "refuse_unpaid",
    "tell_of_refusal",
    "warn_of_fee",
    "withdraw_refusal",
    "add_right",
    "assess",
    "carry_out",
    "answer_specification",
    "ask_for_identity",
    "ask_for_specification",
    "change_intake",
    "close_request",
    "confirm_identity",
    "confirm_receipt",
    "export_letter",
    "extend_deadline",
    "give_oral_answer",
    "mend_search",
    "note_advice",
    "note_decision",
    "note_opened",
    "prepare_answer",
    "read_request",
    "recompute_deadlines",
    "recompute_targets",
    "register_request",
    "reject_identity",
    "reopen_request",
    "review_material",
    "send_answer",
    "settle_authority",
    "subscribe",
]
