"""The event types and their frames, as declared under `resources/events/`."""
