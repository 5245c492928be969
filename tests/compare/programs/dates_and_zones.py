"""Dates, times, differences, formats, calendars and zones."""

import calendar
import time
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

moment = datetime(2024, 2, 29, 23, 59, 58, 123456)
print(moment, repr(moment), moment.isoformat(timespec="milliseconds"), moment.date(), moment.time(), moment.weekday(), moment.isocalendar())
print(moment.strftime("%Y-%m-%d %H:%M:%S.%f %A %a %B %b %d %j %U %W %p %I %y %% %x %X %c %G-W%V-%u"))
for text, form in (("05/03/2024", "%d/%m/%Y"), ("Mar 5 2024 1:02PM", "%b %d %Y %I:%M%p"), ("2024-03-05T10:00:00+0200", "%Y-%m-%dT%H:%M:%S%z")):
    print(datetime.strptime(text, form))
for wrong in (lambda: datetime.strptime("x", "%Y"), lambda: datetime.strptime("2024 extra", "%Y"), lambda: moment - datetime.now(UTC), lambda: moment < date(2024, 1, 1)):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
delta = timedelta(days=1, hours=2, minutes=3, seconds=4.5)
print(delta, repr(delta), delta.total_seconds(), -delta, delta * 2, delta / timedelta(hours=1), delta // 2, abs(-delta), timedelta(weeks=1).days, timedelta(microseconds=-1))
print(moment + delta, date(2024, 3, 1) - date(2024, 2, 28), datetime.max, date.min, timedelta.resolution)
print(datetime.fromisoformat("2024-03-05T10:11:12.5+01:30"), date.fromisoformat("20240305"), datetime.fromisoformat("2024-W10-2"))
east = timezone(timedelta(hours=5, minutes=30), "IST")
aware = datetime(2024, 1, 1, 12, tzinfo=east)
print(aware, aware.astimezone(UTC), aware.tzname(), aware.utcoffset(), timezone.utc, repr(east), aware.timestamp())
for zone in ("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"):
    place = ZoneInfo(zone)
    summer, winter = datetime(2024, 7, 1, 12, tzinfo=place), datetime(2024, 1, 1, 12, tzinfo=place)
    print(zone, summer, summer.tzname(), summer.dst(), winter.isoformat(), winter.astimezone(UTC))
berlin = ZoneInfo("Europe/Berlin")
twice = datetime(2024, 10, 27, 2, 30, tzinfo=berlin)
print(twice, twice.replace(fold=1), repr(berlin), str(berlin), berlin is ZoneInfo("Europe/Berlin"), datetime(2060, 7, 1, tzinfo=berlin))
print(datetime(2024, 3, 31, 1, 59, tzinfo=berlin).astimezone(UTC) + timedelta(minutes=1), "Asia/Tokyo" in available_timezones())
try:
    ZoneInfo("Mars/Base")
except ZoneInfoNotFoundError as error:
    print(error)
print(calendar.month(2024, 2), calendar.isleap(2024), calendar.monthrange(2024, 2), calendar.day_name[0], calendar.leapdays(2000, 2024))
print(calendar.monthcalendar(2024, 9)[0], calendar.timegm((2024, 1, 1, 0, 0, 0)), list(calendar.Calendar(6).iterweekdays()))
print(time.strftime("%Y-%m-%d", time.gmtime(86400)), time.gmtime(0).tm_wday, time.strptime("2024", "%Y")[:3], time.mktime(time.gmtime(0)))
print(sorted([date(2024, 1, 2), date(2023, 1, 1)]), max(moment, datetime(2025, 1, 1)), moment.replace(year=2020), {date(2024, 1, 1): 1})
print(f"{moment:%d.%m.%y} {moment:%H:%M}", "{:%B}".format(moment), moment.ctime(), date(2024, 5, 6).timetuple().tm_yday)
