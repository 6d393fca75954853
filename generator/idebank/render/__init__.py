"""Rendering: views in, HTML out. The only package that knows templates and Markdown."""

from idebank.render.frame import Frame, Slots, slots_of, way_up
from idebank.render.markdown import render_markdown
from idebank.render.templates import ROOT, Templates, resolve_root

__all__ = ["ROOT", "Frame", "Slots", "Templates", "render_markdown", "resolve_root", "slots_of", "way_up"]
