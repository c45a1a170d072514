"""Table of contents of all records, stage by stage, in the order a case meets them."""

from panoh.assessment.models import *  # noqa: F403
from panoh.identification.models import *  # noqa: F403
from panoh.justice.models import *  # noqa: F403
from panoh.prevention.models import *  # noqa: F403
from panoh.protection.models import *  # noqa: F403
from panoh.referral.models import *  # noqa: F403
from panoh.registry.models import *  # noqa: F403
from panoh.screening.models import *  # noqa: F403
from panoh.statistics.models import *  # noqa: F403
