//! The `Cookie` fields of a request.

use std::str;

use bolero::check;
use cookie_decl::RequestCookies;

use crate::SHORT;

/// Does the same with functions of the standard library.
fn plain<'h>(fields: &[&'h [u8]]) -> Vec<(&'h str, &'h str)> {
    let pairs = fields
        .iter()
        .flat_map(|field| field.split(|byte| *byte == b';'));
    let read = |pair: &'h [u8]| {
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let mut half = || {
            Some(
                str::from_utf8(halves.next()?)
                    .ok()?
                    .trim_matches([' ', '\t']),
            )
        };
        Some((half()?, half()?))
    };
    pairs
        .filter_map(read)
        .filter(|(name, _)| !name.is_empty())
        .collect()
}

#[test]
fn any_header() {
    check!()
        .with_type()
        .with_test_time(SHORT)
        .for_each(|fields: &Vec<Vec<(bool, u8)>>| {
            // Characters with a meaning are as likely as all others together.
            let octet = |(any, byte): &(bool, u8)| {
                if *any {
                    *byte
                } else {
                    b"=;; \ta\"\xc3\xa9"[usize::from(*byte) % 9]
                }
            };
            let fields: Vec<Vec<u8>> = fields
                .iter()
                .map(|field| field.iter().map(octet).collect())
                .collect();
            let fields: Vec<&[u8]> = fields.iter().map(Vec::as_slice).collect();
            let pairs = plain(&fields);
            let cookies = RequestCookies::from_headers(&fields);
            assert_eq!(cookies.iter().collect::<Vec<_>>(), pairs);
            let joined = fields.join(&b"; "[..]);
            assert_eq!(
                RequestCookies::from_header(&joined)
                    .iter()
                    .collect::<Vec<_>>(),
                pairs
            );
            if let Ok(texts) = fields
                .iter()
                .map(|field| str::from_utf8(field))
                .collect::<Result<Vec<_>, _>>()
            {
                let joined = texts.join(";");
                assert_eq!(
                    RequestCookies::from_header(&joined)
                        .iter()
                        .collect::<Vec<_>>(),
                    pairs
                );
            }
            for (name, _) in &pairs {
                let values: Vec<_> = pairs
                    .iter()
                    .filter(|(other, _)| other == name)
                    .map(|(_, value)| *value)
                    .collect();
                assert_eq!(cookies.first(name), Some(values[0]));
                assert_eq!(cookies.all(name).collect::<Vec<_>>(), values);
            }
        });
}
