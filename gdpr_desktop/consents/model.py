"""Consents in one place: the values and the rules. Each has a module of its own."""

from gdpr_desktop.consents.checking.points import Finding as Finding
from gdpr_desktop.consents.checking.points import Outcome as Outcome
from gdpr_desktop.consents.checking.points import check_form as check_form
from gdpr_desktop.consents.codes import Giver as Giver
from gdpr_desktop.consents.codes import Matter as Matter
from gdpr_desktop.consents.codes import Reason as Reason
from gdpr_desktop.consents.codes import Relation as Relation
from gdpr_desktop.consents.codes import Verdict as Verdict
from gdpr_desktop.consents.content import FormContent as FormContent
from gdpr_desktop.consents.content import Purpose as Purpose
from gdpr_desktop.consents.forms.model import Form as Form
from gdpr_desktop.consents.forms.model import Version as Version
from gdpr_desktop.consents.given.model import Consent as Consent
from gdpr_desktop.consents.given.model import Statement as Statement
from gdpr_desktop.consents.given.model import Subject as Subject
from gdpr_desktop.consents.givers import required_givers as required_givers
from gdpr_desktop.consents.validity import Answer as Answer
from gdpr_desktop.consents.validity import Validity as Validity
from gdpr_desktop.consents.validity import allowed as allowed
from gdpr_desktop.consents.validity import validity as validity
