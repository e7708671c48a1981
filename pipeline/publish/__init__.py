"""From the stages' rows, in clean offsets, to the contract's rows, in the page's own characters."""

from pipeline.publish.entities import organizations, people, places
from pipeline.publish.items import publish_item, publish_page

__all__ = ["organizations", "people", "places", "publish_item", "publish_page"]
