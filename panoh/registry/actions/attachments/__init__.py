"""Acts on attachments: adding one or a better copy, setting aside, putting back, removing by two, showing to a desk."""

from panoh.registry.actions.attachments.adding import add_attachment, replace_attachment
from panoh.registry.actions.attachments.removing import put_back_attachment, remove_attachment, set_aside_attachment
from panoh.registry.actions.attachments.showing import show_attachments

__all__ = [
    "add_attachment",
    "put_back_attachment",
    "remove_attachment",
    "replace_attachment",
    "set_aside_attachment",
    "show_attachments",
]
