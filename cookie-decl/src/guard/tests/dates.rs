//! `Expires`, as RFC 6265bis section 5.1.1 reads it.

use crate::guard::date::seconds_of;
use alloc::format;

#[test]
fn the_forms_of_http_old_and_new() {
    for text in [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "Sun, 06-Nov-1994 08:49:37 GMT",
        "6 november 1994 8:49:37",
        "1994 Nov 06 08:49:37 PST", // a zone does not count
    ] {
        assert_eq!(seconds_of(text), Some(784_111_777), "{text}");
    }
}

#[test]
fn two_digits_of_a_year_are_of_this_century_up_to_69() {
    assert_eq!(seconds_of("01 Jan 70 00:00:01"), Some(1));
    assert_eq!(seconds_of("01 Jan 69 00:00:00"), Some(3_124_224_000));
}

#[test]
fn what_was_before_1970_is_long_ago() {
    assert_eq!(seconds_of("Mon, 01 Jan 1601 00:00:00 GMT"), Some(0));
    assert_eq!(seconds_of("Thu, 01 Jan 1970 00:00:00 GMT"), Some(0));
}

#[test]
fn leap_days_are_where_they_are() {
    assert_eq!(seconds_of("29 Feb 2000 00:00:00"), Some(951_782_400));
    assert_eq!(seconds_of("01 Mar 2100 00:00:00"), Some(4_107_542_400));
    assert_eq!(seconds_of("29 Feb 2100 00:00:00"), None);
    assert_eq!(seconds_of("31 Dec 9999 23:59:59"), Some(253_402_300_799));
}

#[test]
fn what_is_no_date() {
    for text in [
        "",
        "tomorrow",
        "0",
        "-1",
        "06 Nov 1994",
        "Nov 1994 08:49:37",
        "06 1994 08:49:37",
        "06 Nov 08:49:37",
        "32 Jan 2000 00:00:00",
        "00 Jan 2000 00:00:00",
        "31 Apr 2000 00:00:00",
        "01 Jan 1600 00:00:00",
        "01 Jan 2000 24:00:00",
        "01 Jan 2000 00:60:00",
        "01 Jan 2000 00:00:60",
        "01 Jan 99999 00:00:00",
        "01 Jan 2000 000:00:00",
        "01 Jän 2000 00:00:00",
        "01 Jan 2000 0x:00:00",
    ] {
        assert_eq!(seconds_of(text), None, "{text}");
    }
}

#[test]
fn every_day_of_eight_centuries_follows_the_one_before() {
    let mut expected = 0;
    for year in 1970..2770 {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        for month in months {
            for day in 1..=31 {
                if let Some(seconds) = seconds_of(&format!("{day} {month} {year} 00:00:00")) {
                    assert_eq!(seconds, expected, "{day} {month} {year}");
                    expected += 86_400;
                }
            }
        }
    }
}
