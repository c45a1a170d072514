"""Forms of protection: the shelter's, and those of the support plan."""

from panoh.protection.forms.advocates import AdvocateAnswerForm, AdvocateForm
from panoh.protection.forms.beds import AddPlacesForm, ClosePlaceForm, PlaceForm, RoomForm
from panoh.protection.forms.charges import ChargeAnswerForm, ChargeForm
from panoh.protection.forms.house import DoorForm, GivePlaceForm, OpenShelterForm, ServiceForm
from panoh.protection.forms.interests import InterestsForm
from panoh.protection.forms.plan import CloseGoalForm, EndPlanForm, GoalForm, PlanForm, ReviewForm
from panoh.protection.forms.safety import MeasureForm, RiskForm
from panoh.protection.forms.stays import AskAgainForm, EndStayForm, FollowUpForm, IntakeForm, MoveWishForm, TellMoreForm
from panoh.protection.forms.upkeep import BudgetForm, StaffForm

__all__ = [
    "AddPlacesForm",
    "AdvocateAnswerForm",
    "AdvocateForm",
    "AskAgainForm",
    "BudgetForm",
    "ChargeAnswerForm",
    "ChargeForm",
    "CloseGoalForm",
    "ClosePlaceForm",
    "DoorForm",
    "EndPlanForm",
    "EndStayForm",
    "FollowUpForm",
    "GivePlaceForm",
    "GoalForm",
    "IntakeForm",
    "InterestsForm",
    "MeasureForm",
    "MoveWishForm",
    "OpenShelterForm",
    "PlaceForm",
    "PlanForm",
    "ReviewForm",
    "RiskForm",
    "RoomForm",
    "ServiceForm",
    "StaffForm",
    "TellMoreForm",
]
