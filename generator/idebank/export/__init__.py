"""What the site offers to machines."""

from idebank.export.sitemap import Listed, robots_txt, sitemap_xml

__all__ = ["Listed", "robots_txt", "sitemap_xml"]
