"""Acts of this stage: freezing figures, and opening one to the cases behind it."""

from panoh.statistics.actions.editions import correct_edition, prepare_edition, sign_edition
from panoh.statistics.actions.opening import open_figure

__all__ = ["correct_edition", "open_figure", "prepare_edition", "sign_edition"]
