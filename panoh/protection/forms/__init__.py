"""Forms of protection: the shelter's, and those of the support plan."""

from panoh.protection.forms.charges import ChargeAnswerForm, ChargeForm
from panoh.protection.forms.house import DoorForm, GivePlaceForm, OpenShelterForm, ServiceForm
from panoh.protection.forms.interests import InterestsForm
from panoh.protection.forms.plan import CloseGoalForm, EndPlanForm, GoalForm, PlanForm, ReviewForm
from panoh.protection.forms.safety import MeasureForm, RiskForm

__all__ = [
    "ChargeAnswerForm",
    "ChargeForm",
    "CloseGoalForm",
    "DoorForm",
    "EndPlanForm",
    "GivePlaceForm",
    "GoalForm",
    "InterestsForm",
    "MeasureForm",
    "OpenShelterForm",
    "PlanForm",
    "ReviewForm",
    "RiskForm",
    "ServiceForm",
]
