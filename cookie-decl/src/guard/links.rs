//! The links for the `head` of a page, and the files that they link to.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use std::sync::LazyLock;

use crate::consent::any::AnyConsent;
use crate::guard::asset::Asset;
use crate::guard::mark::mark;
use crate::guard::security_header;
use crate::guard::settings::Settings;
use crate::html::Html;
use crate::table::category::CategoryInfo;

/// The minified stylesheets of the policy page and of everything else, which a browser test writes.
pub(super) static STYLE: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "text/css; charset=utf-8",
        concat!(
            include_str!("../page/policy.min.css"),
            include_str!("style.min.css"),
        ),
    )
});
/// The minified `script.js`, which a browser test writes.
pub(super) static SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "text/javascript; charset=utf-8",
        include_str!("script.min.js").trim_end(),
    )
});

pub(super) fn links(settings: &Settings, consent: Option<&AnyConsent>, nonce: &str) -> String {
    let address = &*settings.address;
    let mut html = Html::new(1);
    // First, and not deferred: tags read their queues as soon as they run.
    if let Some(signals) = &settings.signals {
        let signals = format!("{address}/signals.js?{}", signals.script.hash());
        html.element("script", &[("src", &*signals), ("nonce", nonce)], |_| {});
    }
    let style = format!("{address}/style.css?{}", STYLE.hash());
    html.void(
        "link",
        &[("rel", "stylesheet"), ("href", &style), ("nonce", nonce)],
    );
    let script = format!("{address}/script.js?{}", SCRIPT.hash());
    let categories: Vec<_> = settings
        .table
        .categories()
        .iter()
        .map(CategoryInfo::name)
        .collect();
    let granted = consent
        .map(|consent| granted(settings, consent).join(" "))
        .map(|names| {
            // If nothing is granted, it is a space, because an empty attribute is left out.
            if names.is_empty() {
                String::from(" ")
            } else {
                names
            }
        });
    let (told, advanced) = match &settings.signals {
        Some(signals) => (&*signals.told, &*signals.advanced),
        None => ("", ""),
    };
    let attributes = [
        ("src", &*script),
        ("defer", "defer"),
        ("nonce", nonce),
        ("data-categories", &categories.join(" ")),
        (
            "data-policy",
            &security_header::categories(settings).join(" "),
        ),
        ("data-signals", told),
        ("data-advanced", advanced),
        ("data-granted", &granted.unwrap_or_default()),
        (
            "data-mark",
            &consent
                .map(|consent| mark(settings.config(), consent))
                .unwrap_or_default(),
        ),
    ];
    html.element("script", &attributes, |_| {});
    html.finish()
}

/// Returns the identifiers of the categories that are allowed now.
pub(super) fn granted(settings: &Settings, consent: &AnyConsent) -> Vec<&'static str> {
    let config = settings.config();
    let question = settings.question;
    let shown = question.categories().iter();
    let shown = shown.filter(|category| question.is_shown(config, category));
    let allowed = shown.filter(|category| consent.allows(category));
    allowed.map(CategoryInfo::name).collect()
}
