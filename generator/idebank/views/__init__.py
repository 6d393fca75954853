"""Views: what a template may see, made from the catalogue."""
