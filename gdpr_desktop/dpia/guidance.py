"""What the handbook wants at each step of an assessment, in the language of the screen."""

from gdpr_desktop.casework.guidance import Guidance

_guidance = Guidance("dpia")
step_texts = _guidance.step
note = _guidance.note
