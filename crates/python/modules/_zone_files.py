"""The data of a time zone, as `zoneinfo` reads it."""

import io

import _zones


def open_zone(key):
    data = _zones.data(key)
    if data is None:
        from zoneinfo import ZoneInfoNotFoundError

        raise ZoneInfoNotFoundError(f"No time zone found with key {key}")
    return io.BytesIO(data)
