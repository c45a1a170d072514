"""Forms of protection: the shelter's, and those of the support plan."""

from panoh.protection.forms.house import DoorForm, GivePlaceForm, OpenShelterForm, ServiceForm
from panoh.protection.forms.plan import CloseGoalForm, EndPlanForm, GoalForm, PlanForm, ReviewForm
from panoh.protection.forms.stays import EndStayForm, FollowUpForm, IntakeForm, MoveWishForm, TellMoreForm

__all__ = [
    "CloseGoalForm",
    "DoorForm",
    "EndPlanForm",
    "EndStayForm",
    "FollowUpForm",
    "GivePlaceForm",
    "GoalForm",
    "IntakeForm",
    "MoveWishForm",
    "OpenShelterForm",
    "PlanForm",
    "ReviewForm",
    "ServiceForm",
    "TellMoreForm",
]
