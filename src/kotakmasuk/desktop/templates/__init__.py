"""The templates page (Templat): the agency's own reply texts and their isian.

The one rule: a template is saved only whole; until then what was typed stays typed.
"""

from kotakmasuk.desktop.templates.view import TemplatesPage, build


__all__ = ["TemplatesPage", "build"]
