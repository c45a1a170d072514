"""Pages of this stage."""

from django.http import HttpResponse
from django.shortcuts import render

from panoh.registry.pages import OfficerRequest, signed_in


@signed_in
def home(request: OfficerRequest) -> HttpResponse:
    return render(request, "screening/home.html")
