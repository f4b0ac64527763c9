//! schedule.xml

use super::talk::{Day, Talk, acronym, days, version};
use crate::address::web;
use huso_agenda::text::one_line;
use huso_agenda::{Agenda, Lang, Text};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// The agenda as schedule.xml, in texts for a reader of `lang`.
pub fn xml(agenda: &Agenda, lang: Lang) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Nothing fails that writes to memory.
    let _ = schedule(&mut writer, agenda, lang);
    let text = String::from_utf8(writer.into_inner()).unwrap_or_default();
    text + "\n"
}

type Xml = Writer<Vec<u8>>;

fn schedule(xml: &mut Xml, agenda: &Agenda, lang: Lang) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let days = days(agenda, lang);
    xml.create_element("schedule").write_inner_content(|xml| {
        xml.create_element("generator")
            .with_attribute(("name", "Huso"))
            .with_attribute(("version", env!("CARGO_PKG_VERSION")))
            .write_empty()?;
        text(xml, "version", &version(agenda))?;
        xml.create_element("conference").write_inner_content(|xml| conference(xml, agenda, &days, lang))?;
        days.iter().enumerate().try_for_each(|(index, one)| day(xml, one, index + 1))
    })?;
    Ok(())
}

fn conference(xml: &mut Xml, agenda: &Agenda, days: &[Day], lang: Lang) -> io::Result<()> {
    let line = |text: &Text| one_line(text.get(lang, agenda.language), " ");
    text(xml, "title", &line(&agenda.title))?;
    text(xml, "acronym", &acronym(agenda))?;
    for (name, day) in [("start", days.first()), ("end", days.last())] {
        if let Some(day) = day {
            text(xml, name, &day.date.to_string())?;
        }
    }
    text(xml, "days", &days.len().to_string())?;
    text(xml, "timeslot_duration", "00:05")?;
    if let Some(url) = agenda.url.as_deref().and_then(web) {
        text(xml, "url", url)?;
    }
    text(xml, "time_zone_name", agenda.zone.name())
}

fn day(xml: &mut Xml, day: &Day, index: usize) -> io::Result<()> {
    let [start, end] = &day.span;
    let date = day.date.to_string();
    let attributes =
        [("date", &*date), ("start", start.as_str()), ("end", end.as_str()), ("index", &index.to_string())];
    let element = xml.create_element("day").with_attributes(attributes);
    element.write_inner_content(|xml| {
        day.rooms.iter().try_for_each(|(name, talks)| {
            let room = xml.create_element("room").with_attribute(("name", name.as_str()));
            room.write_inner_content(|xml| talks.iter().try_for_each(|talk| event(xml, talk)))?;
            Ok(())
        })
    })?;
    Ok(())
}

fn event(xml: &mut Xml, talk: &Talk) -> io::Result<()> {
    let attributes =
        [("guid", talk.guid.as_str()), ("id", &talk.number.to_string()), ("code", talk.session.id.as_str())];
    let element = xml.create_element("event").with_attributes(attributes);
    element.write_inner_content(|xml| {
        let texts = [
            ("date", talk.date.as_str()),
            ("start", &talk.start),
            ("duration", &talk.duration),
            ("room", &talk.room),
            ("title", &talk.title),
            ("track", &talk.track),
            ("type", talk.kind),
            ("language", &talk.language),
            ("abstract", talk.summary),
        ];
        texts.iter().try_for_each(|(name, value)| text(xml, name, value))?;
        xml.create_element("persons").write_inner_content(|xml| {
            talk.persons.iter().try_for_each(|(number, speaker)| {
                let person = xml.create_element("person").with_attribute(("id", &*number.to_string()));
                person.write_text_content(BytesText::new(&speaker.name))?;
                Ok(())
            })
        })?;
        xml.create_element("links").write_inner_content(|xml| {
            talk.links.iter().try_for_each(|(url, title)| {
                let link = xml.create_element("link").with_attribute(("href", *url));
                link.write_text_content(BytesText::new(title))?;
                Ok(())
            })
        })?;
        Ok(())
    })?;
    Ok(())
}

/// An element with a text. Control characters, which XML 1.0 can't have in any form, are dropped.
fn text(xml: &mut Xml, name: &str, value: &str) -> io::Result<()> {
    let value = value.replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), "");
    xml.create_element(name).write_text_content(BytesText::new(&value))?;
    Ok(())
}
