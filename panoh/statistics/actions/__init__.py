"""Acts of this stage: freezing figures, opening one to the cases behind it, the data sheet on paper."""

from panoh.statistics.actions.editions import correct_edition, prepare_edition, sign_edition
from panoh.statistics.actions.opening import open_figure
from panoh.statistics.actions.printing import print_sheet

__all__ = ["correct_edition", "open_figure", "prepare_edition", "print_sheet", "sign_edition"]
