// Prints what ICU writes. The digits are ours, and so is the order of an English date.
const { tags, units, counts, dates } = JSON.parse(process.argv[1]);
const answer = {};
for (const tag of tags) {
    const texts = (answer[tag] = {});
    const locale = { ar: "ar-u-nu-latn", en: "en-GB", pt: "pt-PT" }[tag] ?? tag;
    for (const unit of units) {
        const format = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long", useGrouping: false });
        for (const count of counts) texts[`${count} ${unit}`] = format.format(count);
    }
    const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", calendar: "gregory", timeZone: "UTC" });
    for (const date of dates) texts[date] = format.format(new Date(date));
}
console.log(JSON.stringify(answer));
