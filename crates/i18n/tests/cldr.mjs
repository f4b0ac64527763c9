// Prints cldr.csv: what CLDR makes of the dates that are shown, in every region that it has for our
// languages. Regions of which it says the same share a row. `node cldr.mjs > cldr.csv`, with full ICU.
const { icu, cldr } = process.versions;
const languages = ["es", "en", "pt"];
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const codes = ["001", "150", "419", ...letters.flatMap((one) => letters.map((other) => one + other))];

const at = (date, time = "12:00") => new Date(`${date}T${time}Z`);
const format = (tag, options) => new Intl.DateTimeFormat(tag, { timeZone: "UTC", calendar: "gregory", numberingSystem: "latn", ...options });

const days = ["2027-01-11", "2027-02-09", "2027-03-10", "2027-04-15", "2027-05-14", "2027-06-12", "2027-07-11", "2027-08-11", "2027-09-14", "2027-10-01", "2027-11-30", "2027-12-31"];
const week = ["2027-08-09", "2027-08-10", "2027-08-11", "2027-08-12", "2027-08-13", "2027-08-14", "2027-08-15"];
const spans = ["2027-08-09 2027-08-17", "2027-08-30 2027-09-02", "2027-12-30 2028-01-02", "2027-08-09 2028-08-17"];

const shown = {
  full: [days, (tag, day) => format(tag, { dateStyle: "full" }).format(at(day))],
  long: [days, (tag, day) => format(tag, { weekday: "long", day: "numeric", month: "long" }).format(at(day))],
  short: [week, (tag, day) => format(tag, { weekday: "short", day: "numeric" }).format(at(day))],
  day_month: [days, (tag, day) => format(tag, { day: "numeric", month: "short" }).format(at(day))],
  days: [spans, (tag, span) => format(tag, { dateStyle: "long" }).formatRange(...span.split(" ").map((day) => at(day)))],
  h12: [["09:30", "21:05"], (tag, time) => format(tag, { hour: "numeric", minute: "2-digit", hour12: true }).format(at("2027-08-11", time))],
};

console.log(`# CLDR ${cldr} (ICU ${icu}); what;input;expected;tags`);
for (const language of languages) {
  const regions = codes.filter((code) => {
    const tag = `${language}-${code}`;
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0 && new Intl.DateTimeFormat(tag).resolvedOptions().locale === tag;
  });
  for (const [what, [inputs, write]] of Object.entries(shown)) {
    for (const input of inputs) {
      const rows = new Map();
      for (const tag of [language, ...regions.map((code) => `${language}-${code}`)]) {
        const expected = write(tag, input);
        rows.set(expected, [...(rows.get(expected) ?? []), tag]);
      }
      for (const [expected, tags] of rows) console.log([what, input, expected, tags.join(" ")].join(";"));
    }
  }
}
