//! The texts, in `locales/`: one catalogue a language, checked by the compiler: a text that a language
//! lacks is a build error.

#[path = "../../../locales/en.rs"]
pub(crate) mod en;
#[path = "../../../locales/es.rs"]
pub(crate) mod es;
#[path = "../../../locales/pt.rs"]
pub(crate) mod pt;

/// The texts of a section, in the order of the keys.
macro_rules! section {
    ($(#[$about:meta])* $name:ident { $($key:ident),+ $(,)? }) => {
        $(#[$about])*
        #[allow(missing_docs, reason = "the texts themselves say what they are")]
        pub struct $name { $(pub $key: &'static str),+ }

        #[cfg(test)]
        impl $name {
            /// Every text with its name.
            fn entries(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($key), self.$key)),+]
            }
        }
    };
}

macro_rules! catalogue {
    ($($(#[$about:meta])* $section:ident($name:ident) { $($key:ident),+ $(,)? })+) => {
        $(
            section! { $(#[$about])* $name { $($key),+ } }
        )+

        /// The texts of a language that the widget shows.
        #[allow(missing_docs, reason = "they are documented below, one by one")]
        pub struct Catalogue { $(pub $section: $name,)+ pub dates: Dates }

        #[cfg(test)]
        impl Catalogue {
            /// Every text with its name.
            fn entries(&self) -> Vec<(&'static str, &'static str)> {
                [$(self.$section.entries(),)+ self.dates.entries()].concat()
            }
        }
    };
}

catalogue! {
    /// What is wrong with an event file.
    diagnostics(Diagnostics) {
        wrong_encoding, broken_utf8, mangled, mangled_meant, file_gzip, file_zip, file_spreadsheet,
        file_document, file_old_office, file_pdf, file_image, file_markup, not_json, missing, wrong_kind, kind_null, kind_boolean, kind_number, kind_whole_number,
        kind_string, kind_text, kind_list, kind_object, unknown_key, unknown_key_meant, unknown_word,
        unknown_word_meant, newer_version, empty, unknown_zone, unknown_zone_meant, ambiguous_zone, bad_wall_time,
        no_such_time, bad_date, bad_duration, bad_offset, bad_rules, end_before_start, end_before_start_night, end_without_start,
        date_and_start, duration_disagrees, skipped, repeated, offset_not_in_force, duplicate_id,
        reserved_id, unknown_id, unknown_id_meant, unknown_id_empty, no_sessions, no_session_list, bad_link,
        bad_color, unknown_language, unknown_language_meant, no_options, limits_crossed,
        bad_limit, bad_pattern, file_needs_multipart, secret,
    }

    /// What is wrong with an answer.
    validation(Validation) {
        required, email, tel, url, number, date, too_short, too_long, too_small, too_large,
        too_few_choices, too_many_choices, pattern, not_an_option, wrong_kind, unseen, file_too_large, file_kind,
        consent_required, too_young, no_session, too_few_sessions, too_many_sessions, unknown_session,
        session_closed, session_full, session_not_yours, invitation,
    }

    /// The agenda.
    widget(Widget) {
        loading, retry, part_loading, part_not_loaded, load_no_source, load_unreachable, load_slow, load_not_found, load_status, load_unreadable,
        details, partial, empty, over, your_time, your_time_in, zone_change, zone_label, zone_none,
        zone_several, zone_found_one, zone_found_other, zone_found, zone_remember, zone_not_kept, zone_reset, other_rules, all_day, local_time, open_time,
        open_date, add,
        added, session_closed, cancelled, tentative, postponed, rescheduled, link_join, link_recording,
        link_slides, link_report, link_register, link_more, organized_by, chosen_one,
        chosen_other, go_to_form, calendar, calendar_file, whole_calendar, subscribe, copy_address, address_copied,
        address_not_copied, rules,
        more_about, for_all, activity, nothing_for, plan_add, plan_added,
        sheet, sheet_for, printed_on,
    }

    /// The agenda while it takes place, and while it changes.
    live(LiveTexts) {
        now, left_one, left_other, starts_in, ended, join_later, jump_now, jump_next, before, moved,
        moved_online, stale, changes_one, changes_other, seen, change_mark, change_added, change_removed,
        change_restored, change_time, change_venue, change_title, seats_one, seats_other, seats_few, seats_waitlist,
        seats_full, add_waitlist, waiting_one, waiting_other, full_waitlist,
    }

    /// Languages in which a session may be held, by their codes (ISO 639).
    languages(Languages) {
        ar, ay, de, en, es, fr, gn, it, ja, ko, nl, pt, qu, ru, zh,
    }

    /// What finds sessions in an agenda, and the ways to look at it.
    find(FindTexts) {
        views, view_list, view_grid, view_ruler, search, filter, close, filters_one, filters_other, day, track, venue,
        speaker, language, audience, pick, awake, awake_from, awake_until, awake_place, awake_hours, awake_chip,
        awake_hides_one, awake_hides_other, and_more, found_one, found_other, found_short, none_found, clear,
        clear_short, remove_filter, show_one, show_other, print, plan, plan_count,
        plan_back, plan_one, plan_other, plan_empty, plan_open_one, plan_open_other, plan_calendar, clash_title, clash_text, clash_remove, skip,
        skip_agenda, skip_form, copy_link, link_copied, link_not_copied,
    }

    /// The agenda as a grid and as a ruler.
    views(ViewTexts) {
        days, tracks, venues, yours, same_time, you, event_time, and_event, day, night, at_night, ruler, now_at, nothing_now,
        clocks_change, many_zones, no_room, to_list, in_list, hint_pointer, hint_keys, hint_tab, idle, untimed, activities,
    }

    /// The registration form.
    form(FormTexts) {
        title, loading, not_loaded, needs_script, opens, open_until, closed, no_endpoint, preview, choose, none_chosen, list_all, list_chosen, optional, pick, consents, privacy,
        minimum_age, controller, contact, purpose, retention, notice, read_more, submit, sending, faults_one,
        faults_other, failed_title, failed_network, failed_timeout, failed_server, failed_busy,
        failed_unavailable, failed_refused, refused_title, failed_closed, failed_unreadable, kept, kept_only, done_title, done,
        waitlisted_title, waitlisted, cancelled_title, cancelled, new_form, session_confirmed, session_waitlisted,
        session_cancelled, your_sessions, calendar, another, add_one, add_other, to_add, added, add_refused, add_unconfirmed,
        add_kept, add_kept_only, add_offline, registration_kept,
        draft_kept, draft_back, draft_sent, draft_doubt, clear, slow, uploading, retrying, offline, try_now, kept_twice,
        twice_title, twice, send_again, not_again,
        opaque_title, failed_opaque, received, choose_least, choose_most, choose_between, session_full,
        session_before, session_until, session_invitation, selection, clash, clash_allowed, leave_empty, address, rights,
        recipients, transfers, purposes, event_seats_one, event_seats_other, event_seats_few, event_waitlist,
        event_full,
    }
}

section! {
    /// Why the receiver did not store a registration.
    Problems {
        unreadable, wrong_envelope, not_open_yet, unknown_event, closed, too_large, wrong_encoding,
        file_not_taken, too_many, invalid, submission_reused, storage, registered_person, registered_email,
        organizer, automatic, unknown_registration, wrong_token, cancelled,
    }
}

section! {
    /// The receiver’s pages for browsers without JavaScript.
    Page {
        back, reload, only_if, only_if_ticked, no_file, more, basis_contract, basis_law, basis_public_task,
        basis_legitimate_interest,
    }
}

section! {
    /// What importers say of what they read.
    Findings {
        left_out, broken, unread, too_large, too_many, encoding, time, duration, contradiction, no_times,
        cut, zone_unknown, zone_taken, zone_rules, zone_candidates, date_needed, no_date, date_read,
        date_others, date_order, weekday, no_time, half_of_day, no_title, cell, cell_of_sheet, line,
        zone_said, zone_beside, ask_unsaid, ask_offsets, ask_instants, ask_several, ask_contradictory,
        ask_without_rules, time_in,
        question, zone_overruled, answer_date, no_sessions, written_date,
    }
}

section! {
    /// What could be better in an event file that has no errors.
    Advice {
        and_more, speaker_clash, venue_clash, at_night_one, at_night_other, title_lacks_one, title_lacks_other,
        summary_lacks_one, summary_lacks_other, form_lacks_one, form_lacks_other, text_lacks_one,
        text_lacks_other, empty_title_one, empty_title_other, no_end_one, no_end_other, no_capacity_one,
        no_capacity_other, limited_one, limited_other, no_consent, closes_late, insecure_endpoint, no_https,
        no_https_other, no_page, all_past, other_time, mend_starts, mend_ends, mend_spans, mend_lasts,
        mend_all_day, mend_first, mend_second, mend_closes, mend_https, mend_https_other, mend_written,
        mend_year, review, review_help, reviewing, all, errors, warnings, notes, filter, previous, next, nothing, more,
        of_event, of_registration, field_title, field_summary, field_start, field_end, field_date,
        field_timezone, field_track, field_venue, field_speakers, field_status, field_id, field_link,
        field_image, field_opens, field_closes, field_capacity, field_consents, field_name, field_text,
        field_role, ends_before, lasts_other, clocks_skip, clocks_repeat, date_and_start, end_without_start,
        missing, empty, ends_at_start, no_time, no_length, no_zone, several_zones, same_id,
    }
}

section! {
    /// The organizer’s page: what is around its steps.
    Frame {
        bring, review, edit, publish, checker, guide, for_organizers, steps, language, saved_here, not_saved, saved_elsewhere, error, warning, question, note, undo, redo, other_tab, other_tab_help, take_other, keep_this, compare, private, save_file,
    }
}

section! {
    /// The organizer’s page: bringing what there is.
    Bring {
        no_faults, faults, whole_file, in_line, title, subtitle, drop, paste_here, choose, paste, paste_anywhere, from_scratch, private, private_more,
        read_text, address, open, let_go, reading, progress, stop, stopped, stopped_help, see_read, another,
        nothing_found, pdf, image, document, old_office, compressed, unknown_file, empty_file, no_times, too_large, broken,
        paste_text, see_example, unreachable, unreadable, pasted_text, pasted_table,
        kinds, kinds_help, example, text, text_what, text_more, table, table_what, table_more, calendar, calendar_what,
        calendar_more, program, program_what, program_more, event, event_what, event_more, nothing_yet, template_xlsx,
        template_csv, line, seen_from, kept, sessions_one, sessions_other, edited, go_on, save_copy, forget, forgot,
        untitled, first_time, guide_steps, guide_data, guide_keys, check_announcement, found,
    }
}

section! {
    /// The organizer’s page: reviewing what was brought.
    Review {
        nothing, nothing_help, title, bring, your_text, correct, corrected, understood, not_understood,
        hover_help, folded_one, folded_other, see, session, value_title, value_summary, value_date,
        value_time, value_again, value_zone, value_duration, value_speaker, value_venue, value_link, value_doubt, arrived,
        arrived_help, arrived_event, arrived_nothing, arrived_done, arrived_later, file_left, next_file, open_answer,
        which_country, which_reading, says, says_beside, other_city, city, it_is, choose_one, in_place,
        example_on, as_moment, as_clock, zone_is, said_by_you, change, first_day, first_day_help,
        count_from, found_in, sessions_one, sessions_other, days_one, days_other, errors_one,
        errors_other, warnings_one, warnings_other, no_time, as_said, length_says, keep_end, end_at,
        announcement, agree, agree_in_part, disagree, no_countries, compared_times, lengths_one, lengths_other,
        as_above, left_over, left_over_help, sheet, sheet_is, table_is, header_row, no_header, column,
        all_rows, filled, underlined, unreadable, remembered, cell_says, read_so, field_ignored,
        field_key, field_date, field_start, field_end, field_duration, field_title, field_lane,
        field_summary, field_speakers, field_organization, field_role, field_venue, field_track,
        field_kind, field_status, field_language, field_link, field_capacity, add_one, add_other, agenda_is_empty, create,
        missing_zone, missing_day, compared, all, added, changed, moved, removed, kind_added,
        kind_changed, kind_moved, kind_removed, the_event, same, same_count, see_same, proposal, gap,
        gap_meal, break_title, meal_title, was_removed, not_there, not_there_by_hand, by_hand, new_taken,
        use_new, keep_mine, empty, will_add_one, will_add_other, will_change_one, will_change_other,
        will_move_one, will_move_other, will_remove_one, will_remove_other, will_break_one,
        will_break_other, will_nothing, nothing_removed, apply_one, apply_other, leave, apart,
        of_other_tab,
    }
}

section! {
    /// The organizer’s page: editing.
    Edit {
        tabs, tab_sessions, tab_speakers, tab_tracks, tab_event, tab_registration, panes, pane_list,
        pane_form, pane_preview, review, add_session, add_speaker, add_track, add_venue, search, one_error,
        errors, one_warning, warnings, one_note, notes, days, hour_of, no_date, untitled, unnamed, for_all,
        start_of, end_of, track_of, idle, pause, add_pause, no_sessions, no_sessions_help, write_first,
        no_result, did_you_mean, clear_search, session, duplicate, remove, removed, removed_from_one,
        removed_from, title, languages, written, lacks, when, with_clock, all_day, to_be_confirmed, date,
        start, end, track, capacity, capacity_help, speakers, speakers_help, take_out, join_link,
        join_link_help, venue, none, summary, summary_help, kind, kind_session, status, confirmed,
        tentative, cancelled, postponed, rescheduled, mode, mode_help, mode_open, mode_closed, mode_full,
        mode_waitlist, mode_invitation, mode_none, held_in, link, link_kind, link_label, link_label_help, session_zone, place_of_event, use_event_zone,
        session_zone_help, add_link, remove_link,
        recording, slides, report, register, more, move_day, move_title, move_to, shift, shift_minutes,
        shift_help, shift_later, shift_earlier, strip, strip_help, bar, event, name, role, role_help,
        organization, page, photo, not_shown_yet, speaker, no_speakers, tracks, no_tracks, venues,
        no_venues, online, onsite, address, address_help, color, color_help, unused, one_session, sessions,
        used_in_one, used_in, one_more, more_sessions, remove_help, event_summary_help, event_page_help,
        own_language, own_language_help, organizers, add_organizer, times, event_zone, event_zone_help,
        no_event_zone, other_zone, zone_placeholder, no_zone, zone_question, keep_clock, keep_moment,
        change_one, change_all, leave_it, shown_zones, shown_zones_help, default_zones, add_zone, move_up,
        move_down,
    }
}

section! {
    /// The organizer’s page: the preview.
    Preview {
        title, several, to_form, nothing, from, another_place, search_place, no_place, add, remove, remove_place,
        device, phone, desktop, theme, light, dark, language, moment, stops, now, as_now, as_on, time_in, assumed,
        before, opens, fills, live, closes, over, form, form_empty, form_filled, form_faults, example, form_alone, whole,
        no_consent, blank_consent,
    }
}

section! {
    /// The organizer’s page: the registration’s form and its endpoint.
    Builder {
        none, none_help, start_from_model, fields, fields_help, no_fields, order_help, add_field, field,
        question, unnamed, kind, when, required, required_short, required_help, required_of, of_options,
        only_if, duplicate, remove, removed, hint, hint_help, id, id_help, option, stored, add_option,
        remove_option, shown_when, always, is_one_of, unseen_help, unseen_consent_help, add_answer, ticked, not_ticked, type_text,
        type_textarea, type_email, type_tel, type_country, type_organization, type_select, type_radio,
        type_checkboxes, type_checkbox, type_number, type_date, type_url, type_file, type_hidden, type_heading,
        min_length, max_length, min, max, min_choices, max_choices, max_bytes, pattern, pattern_help,
        pattern_message, parameter, parameter_help, autocomplete, autocomplete_help, consents, consents_help,
        add_consent, no_text, needed, optional, edit, ready, lacks, is_draft, consent_text, consent_help,
        consent_url, consent_required, endpoint, endpoint_help, endpoint_url, endpoint_url_help, dialect,
        dialect_huso, dialect_json, dialect_form, dialect_webhook, mapping, mapping_help, period, hour_of,
        opens, closes, capacity, capacity_help, choose, choose_event, choose_sessions, min_sessions,
        max_sessions, duplicates, duplicates_help, by_person, by_email, allow, confirmation, confirmation_help,
        privacy, privacy_help, drafts, drafts_help, draft_taken, draft_help, controller, address, contact,
        rights, rights_help, purpose, retention, retention_days, retention_days_help, recipients, transfers,
        notice, version, version_help, minimum_age, minimum_age_help,
        test_title, test_before, test_send, test_again, test_sending, test_no_address, test_to_address, test_sent, test_one,
        test_nothing, test_answered, test_remedy, test_then, test_slow, test_take, test_copy, test_copied,
        test_status, test_insecure, test_unreachable, test_forbidden, test_timed_out, test_missing, test_closed,
        test_busy, test_broken, test_foreign, test_rejected, test_unknown, test_stored, remedy_insecure,
        remedy_unreachable, remedy_forbidden, remedy_timed_out, remedy_missing, remedy_closed, remedy_broken,
        remedy_foreign, remedy_rejected, remedy_unknown, remedy_stored, remedy_stored_elsewhere, test_connects,
        test_permits, test_exists, test_understands, test_accepts, test_passed, test_broke, test_unreached,
    }
}

section! {
    /// The organizer’s page: publishing, and what is published: announcements, sheets, tables.
    Publish {
        title, column_date, column_start, column_end, column_clocks, column_title, column_summary, column_kind, column_track, column_venue, column_speakers, column_languages, column_status, column_link, kind_session, kind_break, sheet_name, announcement_page, sheet_number, sheet_attend, readme_name, readme_intro, readme_event, readme_snippet, readme_page, readme_calendar, readme_schedule, readme_table, readme_sheet, readme_announcement, readme_code, readme_program, readme_no_program,
        summary_one, summary_other, days_one, days_other, steps_done, nothing, to_bring, stops_one, stops_other, stops_steps, go_to_error, announcement_in, state_ready, state_next, state_stopped, state_waits, state_address, state_saved, state_copied, state_opened, state_working, state_failed, copy, save, copy_failed, file_title, file_about, snippet_title, snippet_about, snippet_copy, snippet_code, with_integrity, with_integrity_about, without_integrity, without_integrity_about, with_agenda, with_agenda_about, with_page, with_page_about, wordpress_title, wordpress_about, wordpress_file, others_title, others_about, others_left_one, others_left_other, sheets_title, sheets_about, announcements_title, announcements_about, announcement_label, rewrite, announcement_outdated, code_title, code_about, code_address, code_help, code_wrong, code_too_long, code_alt, link_title, link_about, link_long, link_too_long, link_local, zip_title, zip_about, zip_save, snippet_name, state_optional, state_tested, test_title, test_about,
    }
}

section! {
    /// The organizer’s page: the checker of announcements.
    Checker {
        title, intro, text, placeholder, found, nothing, example, example_text, agree_one, agree_other, wrong_one, wrong_other, incomplete_one, incomplete_other, no_times, mend, in_line, is_right, is_wrong, is_open, no_date, date, date_help,
    }
}

section! {
    /// The organizer’s page: help for newcomers.
    Guide {
        title, steps, step_bring, step_zone, step_review, step_edit, step_look, step_publish, data,
        data_fields, data_fields_help, data_consent, data_consent_help, data_endpoint, data_endpoint_help,
        data_times, data_times_help, data_capacity, data_capacity_help, keys, key_paste, key_undo, key_redo,
        key_next, key_previous, key_tab, key_arrows, key_escape,
    }
}

section! {
    /// What is wrong with an announcement.
    Announcement {
        wrong_time, compared_with_first, compared_with_majority, unmarked_day, duration_disagrees,
        ambiguous_place, unknown_place, no_place, no_date, ambiguous_date, no_such_date, no_such_time,
        wrong_weekday, skipped, repeated, nothing_found, no_findings,
        alone, without_rules, local_time, unpaired, two_times, any_date, unclear_order, unclear_date,
        read_by_weekday, read_by_year, read_from, publication, today, date_before, same_on, right_on, wrong_on,
        correction, on_dates, on_all_dates, summary,
    }
}

/// Names of places (zone_names.rs). Those of every language are understood, whichever the reader's is.
pub struct Places {
    /// Places by the last part of their zone's name, where they are called otherwise.
    pub cities: &'static [(&'static str, &'static str)],
    /// Country and region of a zone, by the same. A region without a name is called by its place.
    pub regions: &'static [(&'static str, &'static str, &'static str)],
    /// Countries by their ISO 3166-1 codes.
    pub countries: &'static [(&'static str, &'static str)],
    /// Names of countries and places in short, for lines of a few centimetres.
    pub short: &'static [(&'static str, &'static str)],
}

section! {
    /// What organizers are told of a fault beside what is wrong: why a text is no JSON, what to write
    /// instead, where it is.
    Explanations {
        comment, trailing_comma, extra_comma, missing_comma, missing_colon, extra_colon, key_in_list, no_key, key_for_value, no_colon, no_comma,
        missing_value, curly_quotes, single_quotes, unquoted_key, unquoted_text, no_number, other_word,
        quotes_within, line_break, control, bad_escape, odd_blank, not_closed, unclosed, closed_by_another, unclosed_text,
        wrong_closing, extra_closing, second_value, no_object, too_deep, unexpected, write, write_like, day_first,
        spreadsheet, minutes, add_date, add_time, add_time_or_day, on_clocks, no_offset, next_day, zones, not_a_time,
        not_a_date, not_a_duration, not_an_offset, not_a_zone, first, item, item_named, item_id,
        item_number,
    }
}

/// Names of days and months, and the patterns they stand in.
#[allow(missing_docs, reason = "the texts themselves say what they are")]
pub struct Dates {
    pub weekdays: [&'static str; 7],
    pub weekdays_short: [&'static str; 7],
    pub months: [&'static str; 12],
    pub months_short: [&'static str; 12],
    pub patterns: DatePatterns,
}

section! {
    /// Patterns of dates and times. `{day_2}` is the day in two digits; `days` are several of one month, until
    /// `{last}`. `regions` says which
    /// patterns and words some regions write otherwise ([`crate::labels`]).
    DatePatterns { full, long, short, short_month, day_month, date, day_of_month, days, am, pm, regions }
}

#[cfg(test)]
impl Dates {
    fn entries(&self) -> Vec<(&'static str, &'static str)> {
        let days = self.weekdays.iter().chain(&self.weekdays_short).map(|day| ("weekday", *day));
        let months = self.months.iter().chain(&self.months_short).map(|month| ("month", *month));
        days.chain(months).chain(self.patterns.entries()).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::Texts as _;
    use huso_agenda::{Lang, Locale};
    use std::collections::BTreeSet;

    fn places(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
    }

    fn entries(lang: Lang) -> Vec<(&'static str, &'static str)> {
        let problems = [lang.problems().entries(), lang.page().entries()];
        let other = [
            problems.concat(),
            lang.findings().entries(),
            lang.advice().entries(),
            lang.frame().entries(),
            lang.bring().entries(),
            lang.review().entries(),
            lang.edit().entries(),
            lang.preview().entries(),
            lang.builder().entries(),
            lang.publish().entries(),
            lang.checker().entries(),
            lang.guide().entries(),
            lang.announcement().entries(),
            lang.explanations().entries(),
        ];
        [lang.catalogue().entries(), other.concat()].concat()
    }

    #[test]
    fn languages_have_the_same_places_in_every_text() {
        for lang in [Lang::En, Lang::Pt] {
            for ((name, theirs), (_, spanish)) in entries(lang).into_iter().zip(entries(Lang::Es)) {
                // Each language has regions of its own.
                if name != "regions" {
                    assert_eq!(places(theirs), places(spanish), "{name} in {}", lang.tag());
                }
                assert!(!theirs.trim().is_empty(), "{name} in {}", lang.tag());
            }
        }
    }

    /// Words that are none of the language's would never be looked up.
    #[test]
    fn regions_replace_what_the_language_has() {
        for lang in Lang::ALL {
            let dates = &lang.catalogue().dates;
            let words: Vec<_> = dates.entries().into_iter().map(|(_, text)| text).collect();
            for entry in dates.patterns.regions.split(';') {
                let (regions, pairs) = entry.split_once(':').unwrap();
                for one in regions.split(' ') {
                    assert!(
                        Locale::from_tag(&format!("es-{one}")).unwrap().region() == one,
                        "{one} in {entry}"
                    );
                }
                for pair in pairs.split('|') {
                    let (word, theirs) = pair.split_once('=').unwrap();
                    assert!(words.contains(&word) && word != theirs, "{pair}");
                    assert_eq!(places(word), places(&theirs.replace("day_2", "day")), "{pair}");
                }
            }
        }
    }
}
