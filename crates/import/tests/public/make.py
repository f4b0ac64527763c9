"""Makes the small files beside it of public ones, and states what is in them by parsers that are not ours.

    python3 make.py FOLDER    FOLDER has the public files, under the names in SOURCES

Each file keeps the structure of its source: what it says of times and zones, its columns, elements and keys. Its words are
replaced, and it is cut after a few entries. expected.tsv has, of each file, its kind, the number of its sessions, the
starts of those that have one, and what has to be asked; made with icalendar 7.3, recurring-ical-events 3.8, lxml 6, pandas 3
with openpyxl 3.1 and odfpy 1.4. Files of running text and HTML were written and counted by hand: by-hand.tsv.
"""

import csv, datetime, hashlib, io, json, re, sys, zipfile
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar, openpyxl, pandas, recurring_ical_events
from lxml import etree

HERE = Path(__file__).parent
KEEP = set("""january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
diciembre lunes martes miércoles jueves viernes sábado domingo date time start starttime end endtime day title name talk
session sessionid topic speaker author venue room track type info duration operators fecha hora actividad publish lecture week
slides reading notes break lunch coffee almuerzo pausa café keynote opening datum uhrzeit titel untertitel ort
beschreibung theme company special abstract registration dinner due prepare project lecture
video assignment presenter position conference https example""".split())
SYLLABLES = "ba co de fi lu ma no pe ri so ta vi ga le mi ro sa tu ne do".split()


def word(match):
    text = match[0]
    if text.lower() in KEEP or len(text) < 4:
        return text
    digest = hashlib.sha1(text.lower().encode()).digest()
    new = "".join(SYLLABLES[byte % len(SYLLABLES)] for byte in digest)[: min(len(text), 8)]
    return new.upper() if text.isupper() else new.title() if text[0].isupper() else new


def replaced(text, longest=60):
    """Other words; addresses and long texts become short."""
    text = re.sub(r"https?://[^\s<>\"\\]+", "https://example.org/a", text)
    text = re.sub(r"[\w.+-]+@[\w.-]+", "a@example.org", text)
    return re.sub(r"[^\W\d_]{4,}", word, text[:longest])


# --- iCalendar


PEOPLE = ("SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "COMMENT", "CONTACT", "X-WR-CALNAME", "X-WR-CALDESC",
          "URL", "ORGANIZER", "ATTENDEE", "ATTACH", "X-ALT-DESC", "PRODID", "NAME", "X-GOOGLE-CONFERENCE", "GEO")


def calendar(text, events):
    lines, seen, inside, skip = [], 0, 0, False
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():
        if line.strip() == "BEGIN:VEVENT":
            seen += 1
            skip = seen > events
        if not skip:
            name = re.split("[;:]", line)[0].upper()
            if name == "UID":
                # Of one series all have the same.
                line = f"UID:{hashlib.sha1(line.encode()).hexdigest()[:8]}@example.org"
            elif name in PEOPLE and ":" in line:
                head, value = line.split(":", 1)
                head = head.split(";")[0] if name in ("ORGANIZER", "ATTENDEE") else head
                line = f"{head}:{replaced(value)}"
            if not name.startswith(("X-APPLE", "X-MOZ", "X-LIC", "X-MICROSOFT-DISALLOW")):
                lines.append(line)
        if line.strip() == "END:VEVENT":
            skip = False
    return "\r\n".join(lines) + "\r\n"


def of_calendar(text):
    # A time in UTC is that, whatever stands beside it (RFC 5545, 3.2.19), and not as icalendar reads it.
    text = re.sub(r";TZID=[^:;]+:(\d{8}T\d{6}Z)", r":\1", text)
    parsed = icalendar.Calendar.from_ical(text, multiple=True)
    starts = []
    if "RRULE" not in text and "RDATE" not in text.split("END:VTIMEZONE")[-1]:
        # Some programs give all events one UID.
        starts = [start(event["DTSTART"].dt) for one in parsed for event in one.walk("VEVENT")]
        return len(starts), starts
    for one in parsed:
        found = recurring_ical_events.of(one, keep_recurrence_attributes=True).between((1990,), (2035,))
        starts += [start(event["DTSTART"].dt) for event in found]
    return len(starts), starts


def start(value):
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    if value.tzinfo is None:
        return value.strftime("%Y-%m-%dT%H:%M")
    return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ")


# --- schedules


def schedule_xml(data, events):
    tree = etree.fromstring(data, etree.XMLParser(remove_comments=True))
    seen = 0
    for event in list(tree.iter("event")):
        seen += 1
        if seen > events:
            event.getparent().remove(event)
    for room in list(tree.iter("room")):
        if room.getparent().tag == "day" and not len(room):
            room.getparent().remove(room)
    for day in list(tree.iter("day")):
        if not len(day) and day.getparent().tag == "schedule":
            day.getparent().remove(day)
    kept = ("date", "start", "end", "duration", "time_zone_name", "timeslot_duration", "language", "day_change", "days")
    for node in tree.iter():
        if node.tag in ("links", "attachments", "logo", "style", "generator", "feedback_url", "colors", "tracks"):
            node.clear()
        if node.text and node.text.strip() and node.tag not in kept:
            node.text = replaced(node.text)
        for key in ("name", "href", "slug"):
            if key in node.attrib and node.tag != "day":
                node.set(key, replaced(node.get(key)))
        for key in [key for key in node.attrib if key.startswith("{")]:
            del node.attrib[key]
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True)


def of_schedule_xml(data):
    starts = []
    for day in etree.fromstring(data).iter("day"):
        for event in day.iter("event"):
            date = (event.findtext("date") or "").strip()
            clock = (event.findtext("start") or "").strip()
            if "T" in date:
                starts.append(start(datetime.datetime.fromisoformat(date)))
            elif clock and day.get("date"):
                starts.append(start(datetime.datetime.fromisoformat(f"{day.get('date')}T{clock}")))
            else:
                starts.append("")
    return len(starts), [one for one in starts if one]


TEXTS = ("title", "subtitle", "abstract", "description", "public_name", "name", "full_public_name", "acronym", "slug", "url",
         "bio", "biography", "tagLine", "firstName", "lastName", "fullName", "profilePicture", "base_url", "avatar", "logo",
         "feedback_url", "origin_url", "room", "track", "code", "do_not_record_reason", "version")


def shorter(value, key=""):
    if isinstance(value, dict):
        return {replaced(name) if key == "rooms" else name: shorter(one, name) for name, one in value.items()
                if name not in ("links", "attachments", "answers", "questionAnswers", "generator", "colors")}
    if isinstance(value, list):
        return [shorter(one, key) for one in value]
    return replaced(value) if isinstance(value, str) and key in TEXTS else value


def schedule_json(data, events):
    value = shorter(json.loads(data))
    seen = 0
    days = value["schedule"]["conference"]["days"]
    for day in days:
        for room in list(day["rooms"]):
            room_events = day["rooms"][room]
            day["rooms"][room] = room_events[: max(0, events - seen)]
            seen += len(room_events)
            if not day["rooms"][room]:
                del day["rooms"][room]
    value["schedule"]["conference"]["days"] = [day for day in days if day["rooms"]]
    return json.dumps(value, ensure_ascii=False, indent=0).encode()


def of_schedule_json(data):
    days = json.loads(data)["schedule"]["conference"]["days"]
    events = [event for day in days for room in day["rooms"].values() for event in room]
    return len(events), [start(datetime.datetime.fromisoformat(event["date"])) for event in events]


def sessionize(data, events):
    value = shorter(json.loads(data))
    value["sessions"] = value["sessions"][:events]
    wanted = {str(speaker) for session in value["sessions"] for speaker in session["speakers"]}
    value["speakers"] = [speaker for speaker in value["speakers"] if str(speaker["id"]) in wanted]
    return json.dumps(value, ensure_ascii=False, indent=0).encode()


def of_sessionize(data):
    sessions = json.loads(data)["sessions"]
    times = [session["startsAt"] for session in sessions if session.get("startsAt")]
    return len(sessions), [start(datetime.datetime.fromisoformat(one.replace("Z", "+00:00"))) for one in times]


# --- tables


def table(data, rows, encoding="utf-8"):
    text = data.decode(encoding)
    delimiter = csv.Sniffer().sniff(text[:2000], ",;\t").delimiter
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    for row in list(csv.reader(io.StringIO(text), delimiter=delimiter))[:rows]:
        writer.writerow([replaced(cell) for cell in row])
    return out.getvalue().encode(encoding)


def excel(data, rows):
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    book.properties = openpyxl.packaging.core.DocumentProperties(creator="")
    for sheet in book.worksheets[1:]:
        book.remove(sheet)
    sheet = book.worksheets[0]
    sheet.delete_rows(rows + 1, sheet.max_row)
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell, openpyxl.cell.cell.Cell):
                cell.hyperlink = cell.comment = None
                if isinstance(cell.value, str) and not cell.value.startswith("="):
                    cell.value = replaced(cell.value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


MANIFEST = """<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def open_document(data, rows):
    source = zipfile.ZipFile(io.BytesIO(data))
    tree = etree.fromstring(source.read("content.xml"))
    name = lambda node: etree.QName(node).localname
    tables = [node for node in tree.iter() if isinstance(node.tag, str) and name(node) == "table"]
    for sheet in tables:
        for row in [node for node in sheet if name(node) == "table-row"][rows:]:
            sheet.remove(row)
    for node in tree.iter():
        if isinstance(node.tag, str) and name(node) in ("p", "span", "a", "s") and node.text:
            cell = node.getparent()
            while cell is not None and name(cell) != "table-cell":
                cell = cell.getparent()
            kind = "" if cell is None else cell.get("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value-type")
            if kind == "string":
                node.text = replaced(node.text)
    for style in [node for node in tree if name(node) in ("automatic-styles", "font-face-decls", "scripts")]:
        tree.remove(style)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        new.writestr("content.xml", etree.tostring(tree))
        new.writestr("META-INF/manifest.xml", MANIFEST)
    return out.getvalue()


def cells(name, data):
    if name.endswith(".csv"):
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
        delimiter = csv.Sniffer().sniff(text[:2000], ",;\t").delimiter
        return pandas.read_csv(io.StringIO(text), sep=delimiter, header=None, dtype=str, skip_blank_lines=False)
    return pandas.read_excel(io.BytesIO(data), header=None, engine="odf" if name.endswith("ods") else "openpyxl")


FIRST = datetime.date(2027, 8, 9)


def of_table(name, data, header, title, date, clock):
    """By the columns that a person says: of the title, the date and the time, from 0. Days are counted from FIRST."""
    frame = cells(name, data)
    starts, count, day = [], 0, None
    for _, row in frame.iloc[header + 1 :].iterrows():
        value = lambda column: None if column is None or pandas.isna(row[column]) else row[column]
        if value(title) is None:
            continue
        count += 1
        said = value(date)
        if said is not None:
            numbered = isinstance(said, (int, float)) or str(said).isdigit()
            base = 0 if numbered and any(str(one) in ("0", "0.0") for one in frame[date]) else 1
            day = FIRST + datetime.timedelta(days=int(float(said)) - base) if numbered else day_of(said)
        elif date is None:
            day = FIRST
        time = clock_of(value(clock))
        if time is None and day is not None and clock is None:
            starts.append(day.isoformat())
        elif time is not None and day is not None:
            starts.append(start(datetime.datetime.combine(day, time)))
        elif day is not None:
            starts.append(day.isoformat())
    return count, starts


def day_of(said):
    if isinstance(said, datetime.datetime):
        return said.date()
    months = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
    written = re.match(r"(\d+) de (\w+)", str(said))
    if written:
        return datetime.date(FIRST.year, months.index(written[2].lower()) + 1, int(written[1]))
    return pandas.to_datetime(said).date()


def clock_of(said):
    if said is None or isinstance(said, datetime.time):
        return said
    found = re.match(r"(\d{1,2}):(\d{2})", str(said))
    return datetime.time(int(found[1]), int(found[2])) if found else None


# Public file, ours, kind, entries or rows that are kept, what has to be asked (hand-stated), columns of tables.
CALENDAR = [
    ("0lumide+bayfc-iCal-2026/schedule.ics", "season.ics", 6, ""),
    ("JGIBristol+data-week/schedule.ics", "week.ics", 6, "instants"),
    ("LEAP-digital-health-hub+festival/schedule.ics", "in-a-comment.ics", 5, "instants"),
    ("Metro-Olografix+moca24-ics/schedule.ics", "camp.ics", 6, "instants"),
    ("Wilm0r+giggity/kielux_2020.ics", "rooms.ics", 6, "instants"),
    ("Wilm0r+giggity/jres_2022.ics", "indico.ics", 5, "without rules"),
    ("Wilm0r+giggity/linux_conf_au_2020.ics", "brisbane.ics", 5, "without rules"),
    ("coding-club-linz+global-azure-bootcamp-2021/iot-powerbi.ics", "one.ics", 5, "unsaid"),
    ("nfflch+2024/games.ics", "games.ics", 5, "instants"),
    ("ricky-zhf+notion_2_apple_calendar/calendar.ics", "from-notion.ics", 6, "instants"),
    ("niccokunzmann+python-recurring-ical-events/each_week_but_one_deleted.ics", "weekly.ics", 5, "offsets"),
    ("kewisch+ical.js/recur_instances_finite.ics", "exceptions.ics", 5, ""),
]
XML = [
    ("FelixU+31C3-Fahrplan/schedule.xml", "2014.xml", 3, "offsets"),
    ("EventFahrplan+EventFahrplan/schedule-38c3.xml", "2024.xml", 3, "without rules"),
    ("Wilm0r+giggity/debconf23.xml", "kochi.xml", 3, "without rules"),
    ("Wilm0r+giggity/fosdem_2021.xml", "brussels.xml", 3, "unsaid"),
    ("Wilm0r+giggity/36c3_merged.xml", "merged.xml", 3, "offsets"),
]
JSON = [
    ("voc+schedule/frab-camp2019.json", "camp.json", 3, "without rules"),
    ("voc+schedule/pretalx-democon.json", "democon.json", 3, "contradictory"),
    ("voc+schedule/pretalx-rc3.json", "rc3.json", 3, "offsets"),
]
SESSIONIZE = [
    ("coding-club-linz+global-azure-bootcamp-2021/sessionize.json", "2021.json", 4, "unsaid"),
    ("coding-club-linz+global-azure-bootcamp-2022/Y2024-sessionize.json", "2024.json", 4, "unsaid"),
    ("coding-club-linz+global-azure-bootcamp-2022/Y2025-sessionize.json", "2025.json", 4, "unsaid"),
]
# … header row, columns of title, date, start
TABLE = [
    ("EEKE2020+EEKE2020.github.io/program.csv", "workshop.csv", 24, -1, 1, None, 0),
    ("Bioconductor+EuroBioC2025/schedule.csv", "days.csv", 16, 0, 2, 0, 1),
    ("nico93f+arqconfdata/program.csv", "utf-16.csv", 5, -1, 1, 0, None),
]
WORKBOOK = [
    ("EEKE2020+EEKE2020.github.io/program.xlsx", "workshop.xlsx", 20, -1, 1, None, 0),
    ("FireflyLogic+couchbase-connect-14/agenda.xlsx", "agenda.xlsx", 12, 0, 4, 1, 2),
    ("aimarcofh-code+encuentro/agenda.xlsx", "encuentro.xlsx", 14, 0, 2, 0, 1),
    ("negamax+ethccschedulesite/schedule.xlsx", "numbered.xlsx", 16, 0, 0, 5, 3),
    ("vguillemot+sensometrics2024_SFA/schedule.xlsx", "tutorial.xlsx", 8, 0, 3, None, 0),
    ("voc+schedule/schedule-example.xlsx", "german.xlsx", 12, 1, 4, 1, 3),
    ("voc+schedule/schedule-example.ods", "german.ods", 12, 1, 4, 1, 3),
    ("EricFriedlander+math4025sp26/schedule.ods", "lectures.ods", 14, 0, 5, 3, None),
]


def main(folder):
    rows = []

    def put(kind, name, data, counted, asks):
        # What nobody sees has addresses, too.
        file = HERE / kind / name
        file.parent.mkdir(exist_ok=True)
        if kind not in ("workbook", "table"):
            data = re.sub(rb"https?://(?!www\.w3\.org)[^\s<>\"'\\\\]+", b"https://example.org/a", data)
            data = re.sub(rb"[\w.+-]+@(?!example\.org)[\w.-]+", b"a@example.org", data)
        file.write_bytes(data)
        count, starts = counted
        rows.append([f"{kind}/{name}", count, asks, " ".join(sorted(starts))])

    for source, name, events, asks in CALENDAR:
        text = calendar((folder / source).read_text("utf-8-sig", errors="replace"), events)
        put("calendar", name, text.encode(), of_calendar(text[text.index("BEGIN:VCALENDAR") : text.rindex("END:VCALENDAR") + 13]), asks)
    for kind, all_of, shorten, read in [
        ("schedule-xml", XML, schedule_xml, of_schedule_xml),
        ("schedule-json", JSON, schedule_json, of_schedule_json),
        ("sessionize", SESSIONIZE, sessionize, of_sessionize),
    ]:
        for source, name, events, asks in all_of:
            data = shorten((folder / source).read_bytes(), events)
            put(kind, name, data, read(data), asks)
    for kind, all_of in [("table", TABLE), ("workbook", WORKBOOK)]:
        for source, name, kept, *columns in all_of:
            data = (folder / source).read_bytes()
            encoding = "utf-16" if data[:2] == b"\xff\xfe" else "utf-8"
            ending = name.rsplit(".")[-1]
            data = {"csv": lambda: table(data, kept, encoding), "xlsx": lambda: excel(data, kept),
                    "ods": lambda: open_document(data, kept)}[ending]()
            put(kind, name, data, of_table(name, data, *columns), "unsaid")
    with open(HERE / "expected.tsv", "w", newline="") as out:
        csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)


main(Path(sys.argv[1]))
