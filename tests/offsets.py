"""UTC offsets as Python's zoneinfo has them, from PyPI's tzdata, for xtask to compare with Huso's own.

Standard input: a line a zone, its name and instants (seconds since 1970) that are wanted.
Standard output: the release; then a line an instant: zone, instant, offset in seconds east of UTC.
Besides the wanted ones there are every change from 2000 to 2037 with the second before and after it, and
100,000 random instants.
"""
import random
import sys
import zoneinfo
from datetime import datetime, timezone

import tzdata

START, END = (int(datetime(year, 1, 1, tzinfo=timezone.utc).timestamp()) for year in (2000, 2038))
HALF_DAY = 43_200


def offset(zone, instant):
    return int(datetime.fromtimestamp(instant, zone).utcoffset().total_seconds())


def changes(zone):
    for before in range(START, END, HALF_DAY):
        low, high = before, before + HALF_DAY
        new = offset(zone, high)
        if offset(zone, low) != new:
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (low, middle) if offset(zone, middle) == new else (middle, high)
            yield high


# Not the system's database: only the package's.
zoneinfo.reset_tzpath(to=())
wanted = [line.split() for line in sys.stdin]
zones = {name: zoneinfo.ZoneInfo(name) for name, *_ in wanted}
print(tzdata.IANA_VERSION)
for name, *instants in wanted:
    points = set(map(int, instants)).union(changes(zones[name]))
    for instant in sorted(point + near for point in points for near in (-1, 0, 1)):
        print(name, instant, offset(zones[name], instant))
chance = random.Random(2000)
for _ in range(100_000):
    name, instant = chance.choice(wanted)[0], chance.randrange(START, END)
    print(name, instant, offset(zones[name], instant))
