"""Forms and questions of the criteria, of recommendations and of the comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from panoh.assessment.models import EvidenceDocument, Judgement, Recommendation, RecommendationStep
from panoh.assessment.queries.recommendations import Kin
from panoh.instruments import countries
from panoh.instruments.assessment import tier_history
from panoh.registry.models import Post
from panoh.registry.refusals import Refused
from panoh.registry.rules.numbers_sent import whole_number

MOST_COUNTRIES = 6


class JudgementForm(forms.Form):
    judged = forms.ChoiceField(label=_("Your judgement"), choices=Judgement.Judged.choices, widget=forms.RadioSelect)
    reasons = forms.CharField(label=_("Your reasons"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class DocumentForm(forms.Form):
    evidence = forms.CharField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Title of the document"), max_length=300)
    on = forms.DateField(label=_("Its day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    issuer = forms.ChoiceField(
        label=_("Who issued it?"),
        help_text=_("Only what authorities issued shows what the government did; the rest stands beside it."),
        choices=EvidenceDocument.Issuer.choices,
        widget=forms.RadioSelect,
    )
    issued_by = forms.CharField(label=_("Its name"), max_length=200)
    found_at = forms.CharField(label=_("Where it can be found"), max_length=300)


class PostField(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django takes none when it runs
    """A post that sees figures, with the agency it belongs to: many have one name."""

    def __init__(self, **named: Any) -> None:
        posts = Post.objects.select_related("desk__agency").exclude(role="administrator")
        super().__init__(queryset=posts.order_by("desk__agency", "pk"), **named)

    def label_from_instance(self, post: Any) -> str:
        return f"{post}, {post.desk.agency}"


class GapForm(forms.Form):
    """Which gap stands hidden on the page; the list of posts is shared by all of them."""

    country = forms.CharField(widget=forms.HiddenInput, max_length=3)
    report = forms.IntegerField(widget=forms.HiddenInput)
    criterion = forms.CharField(widget=forms.HiddenInput, max_length=10)
    evidence = forms.CharField(widget=forms.HiddenInput, max_length=30)
    post = PostField(label=_("To which post?"))
    due_on = forms.DateField(
        label=_("By which day?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class StepForm(forms.Form):
    owner = PostField(label=_("Which post owns it?"))
    state = forms.ChoiceField(label=_("Where does it stand?"), choices=RecommendationStep.State.choices)
    words = forms.CharField(label=_("What was done?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    evidence = forms.CharField(
        label=_("What shows it?"), help_text=_("A document with its day and place."), required=False, max_length=300
    )


class SameForm(forms.Form):
    """Which of another year it is the same as, or is not; the likest first."""

    other = forms.TypedChoiceField(label=_("Which one of another year?"), coerce=int, widget=forms.RadioSelect)
    same = forms.ChoiceField(
        label=_("Your decision"),
        choices=[("yes", _("They are one")), ("no", _("They are two"))],
        widget=forms.RadioSelect,
    )
    because = forms.CharField(
        label=_("Why?"),
        help_text=_("Needed where they are one and share few words."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *given: Any, kin: Sequence[Kin], **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["other"].choices = [(each.row.pk, self.line(each)) for each in kin]  # type: ignore[attr-defined]  # of a choice field

    @staticmethod
    def line(each: Kin) -> str:
        said = (
            _("%(report)s (%(score)s of 100 alike, decided to be one): %(words)s")
            if each.same
            else _("%(report)s (%(score)s of 100 alike): %(words)s")
        )
        return said % {"report": each.row.narrative.report, "score": each.likeness.score, "words": each.row.words}


class EnterForm(forms.Form):
    kind = forms.ChoiceField(label=_("What is it?"), choices=Recommendation.Kind.choices)
    words = forms.CharField(
        label=_("The words that say it"),
        help_text=_("Marked in the text and copied without any change."),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 3, "data-quote": ""}),
    )


def asked_report(asked: Mapping[str, str]) -> tuple[str, int]:
    """Which country and report: the country of the installation and the last report known, where none is named."""
    history = tier_history()
    country = asked.get("country") or countries.country(settings.COUNTRY).alpha3
    report = asked.get("report") or str(history.last_report)
    if country not in {each.code for each in history.countries}:
        raise Refused(
            _("The reports write about no country with this code."),
            _("Open the page again and choose the country. The code has three letters, such as TJK."),
        )
    return country, _year(report, history.first_report, history.last_report + 2)


def asked_comparison(countries_asked: list[str], years_asked: list[str]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Countries and years to be set side by side; the country of the installation and five years where none is named."""
    history = tier_history()
    chosen = tuple(dict.fromkeys(filter(None, countries_asked))) or (countries.country(settings.COUNTRY).alpha3,)
    if not {*chosen} <= {each.code for each in history.countries} or len(chosen) > MOST_COUNTRIES:
        raise Refused(
            _("There is a country among them that the reports do not write about, or there are more than six."),
            _("Open the page again and choose up to six countries from the list."),
        )
    spans = (_year(each, 1990, history.last_report + 2) for each in years_asked if each)
    years = tuple(dict.fromkeys(spans)) or tuple(range(history.last_report - 5, history.last_report))
    return chosen, years


def asked_kind(asked: Mapping[str, str]) -> str:
    kind = asked.get("kind") or Recommendation.Kind.RECOMMENDATION.value
    if kind not in Recommendation.Kind.values:
        raise Refused(_("There is no such list."), _("Choose recommendations or shortcomings."))
    return str(kind)


def _year(text: str, first: int, last: int) -> int:
    year = whole_number(text, least=first, most=last)
    if year is None:
        raise Refused(
            _("“%(text)s” is no year here.") % {"text": text[:20]},
            _("Give a year from %(first)s to %(last)s.") % {"first": first, "last": last},
        )
    return year
