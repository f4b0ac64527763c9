"""What PyPI's icalendar reads in iCalendar files, as JSON: a list with one object a file.

It knows no time zones but those in the file, unless the first argument is --own-zones: then it takes its
own rules for the zones that it knows, as most calendar programs do.
"""

import json
import sys
from datetime import datetime

import icalendar
from icalendar.timezone import tzp
from icalendar.timezone.zoneinfo import ZONEINFO


class NoZones(ZONEINFO):
    def timezone(self, name):
        return None

    def knows_timezone_id(self, tzid):
        return False


def moment(event, name):
    if name not in event:
        return None
    value = event[name].dt
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.tzinfo is None:
        return value.isoformat(timespec="seconds")
    return int(value.timestamp())


def text(component, name):
    value = component.get(name)
    if value is None:
        return None
    if name in ["NAME", "X-WR-CALNAME"]:
        # icalendar leaves these as they stand; they are of type TEXT (RFC 7986, 5.1).
        return str(value).replace("\\;", ";").replace("\\,", ",")
    return ",".join(value.cats) if name == "CATEGORIES" else str(value)


def event(component):
    names = ["UID", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "SEQUENCE", "URL", "CATEGORIES", "CONFERENCE"]
    read = {name: text(component, name) for name in names}
    for name in ["DTSTART", "DTEND", "DTSTAMP", "LAST-MODIFIED"]:
        read[name] = moment(component, name)
    return read


def calendar(path, provider):
    tzp.use(provider)
    with open(path, "rb") as file:
        read = icalendar.Calendar.from_ical(file.read())
    errors = [str(error) for component in read.walk() for error in component.errors]
    names = ["NAME", "X-WR-CALNAME", "METHOD", "X-PUBLISHED-TTL"]
    return {name: text(read, name) for name in names} | {
        "errors": errors,
        "zones": [str(zone["TZID"]) for zone in read.walk("VTIMEZONE")],
        "events": [event(component) for component in read.walk("VEVENT")],
    }


arguments = sys.argv[1:]
own = "--own-zones" in arguments
files = [argument for argument in arguments if argument != "--own-zones"]
json.dump([calendar(path, ZONEINFO() if own else NoZones()) for path in files], sys.stdout)
