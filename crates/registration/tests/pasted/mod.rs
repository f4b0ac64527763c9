//! What people paste, and what becomes of it: the same on the server and in the browser, which composes
//! letters by tables of its own.

use huso_registration::format::FieldType;
use huso_registration::normalize::text;

/// Kind of fault: what nobody sees makes a right answer wrong, or one person two. From telephones that
/// messengers copy, e-mails that pages and word processors copy, and the keyboards of phones.
pub fn check() {
    let cases = [
        // Messengers put a telephone between isolates or marks; pages keep it together.
        (FieldType::Tel, "\u{2068}+57\u{a0}301 234\u{2011}5678\u{2069}", "+57 301 234-5678"),
        (FieldType::Tel, "\u{202a}+57 301 2345678\u{202c}\u{200e}", "+57 301 2345678"),
        (FieldType::Tel, "（０１）２３４\u{2212}５６７８", "(01)234-5678"),
        (FieldType::Tel, "＋۵۷\u{200c} ٣٠١ २३४५ 𝟔𝟕𝟖", "+57 301 2345 678"),
        (FieldType::Email, "\u{feff}ana\u{200b}@example.org\u{2060}", "ana@example.org"),
        (FieldType::Email, "ana＠ｅｘａｍｐｌｅ．ｏｒｇ", "ana@example.org"),
        (FieldType::Email, "ana@exam\u{ad}ple\u{2011}fair。org\u{200d}", "ana@example-fair.org"),
        // Capital letters stay as they were written.
        (FieldType::Email, " Ana.Nu\u{301}n\u{303}ez@Example.ORG\u{a0}", "Ana.Núñez@Example.ORG"),
        (FieldType::Url, "ｈｔｔｐｓ：／／Example．org\u{200b}／a", "https://Example.org/a"),
        // Behind the host a sign is a sign of its own.
        (FieldType::Url, "https://example.org/会合（二）?q=‐", "https://example.org/会合（二）?q=‐"),
        (FieldType::Number, "\u{2212}１２．５", "-12.5"),
        (FieldType::Number, "12²", "12²"),
        (FieldType::Date, "２０２７\u{2010}08‑11", "2027-08-11"),
        (FieldType::Text, "Ana\u{202f}\u{3000}\t\r\nRojas\u{2028}", "Ana Rojas"),
        (FieldType::Text, "\u{202e}sajoR\u{202c} \u{0}\u{1b}[31mAna\u{7f}\u{9b}", "sajoR [31mAna"),
        // Without their joiners these are misspelled: a Persian and a Hindi name.
        (FieldType::Text, "علی\u{200c}رضا क्\u{200d}ष", "علی\u{200c}رضا क्\u{200d}ष"),
        // A name with the one form of a Han letter that its bearer has.
        (FieldType::Text, "葛\u{e0100}城", "葛\u{e0100}城"),
        // What shows nothing is no answer.
        (FieldType::Text, "\u{200d}\u{3164}\u{200c} \u{115f}\u{e0100}", ""),
        (FieldType::Textarea, "\u{200d}\n\u{fe0f}", ""),
        (FieldType::Text, "Ana \u{2764}\u{fe0f}", "Ana \u{2764}"),
        (
            FieldType::Textarea,
            "a\r\nb\rc\u{2029}\td\u{0} \u{2764}\u{fe0f}\u{2067}e\n",
            "a\nb\nc\n\td \u{2764}\u{fe0f}e",
        ),
    ];
    for (kind, written, expected) in cases {
        assert_eq!(text(kind, written), expected, "{kind:?} {written:?}");
    }
}
