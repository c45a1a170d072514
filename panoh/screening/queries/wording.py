"""The words on the page for the codes of a talk: who interprets, who is there, who stands by a child."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

MODES = (("in_person", _("face to face")), ("telephone", _("by telephone")), ("video", _("by video")))
INTERPRETERS = (
    ("", _("choose")),
    ("professional", _("a trained interpreter, here or by telephone")),
    ("ngo", _("someone from an NGO")),
    ("colleague", _("a colleague who has nothing to do with the case")),
    ("family", _("a relative")),
    ("companion", _("someone who came with the person")),
    ("employer", _("an employer, recruiter or someone from work")),
    ("officer_of_case", _("an officer who works on this case")),
    ("fellow", _("another person of the same group")),
    ("child", _("a child")),
    ("not_known", _("not known who they are to the person")),
)
SEX_WISHED = (
    ("", _("not asked yet")),
    ("any", _("it does not matter to the person")),
    ("female", _("wants a woman, and a woman interprets")),
    ("male", _("wants a man, and a man interprets")),
    ("not_met", _("the wish cannot be met now; the person agreed to go on")),
)
PRESENT = (
    ("colleague", _("a colleague")),
    ("lawyer", _("a lawyer")),
    ("guardian", _("the child's guardian")),
    ("support", _("someone the person chose, whom they trust")),
    ("own_child", _("the person's own small child")),
    ("family", _("other family")),
    ("companion", _("someone who came with them")),
    ("employer", _("an employer or someone from work")),
    ("others", _("others who can hear")),
)
SUPPORT = (
    ("guardian_here", _("a guardian is here")),
    ("support_here", _("someone the child trusts is here, whom nobody suspects")),
    ("told", _("the guardianship authority is told and someone is coming")),
    ("nobody_yet", _("nobody yet")),
    ("suspected", _("only an adult who may be part of what happened")),
)
