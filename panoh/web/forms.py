"""How every form looks: label, help, error and field in one group; a summary of errors on top."""

from django.forms.renderers import TemplatesSetting


class PanohRenderer(TemplatesSetting):
    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
