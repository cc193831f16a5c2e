//! `opt_in(by provider)`: what a choice for each provider means for visitors.

use crate::policy_file::{Comparison, PolicyFile, Weight};

/// A module with a table whose category `Marketing` has this gate and these rows.
macro_rules! table {
    ($module:ident, $title:literal, $gate:ident($($option:tt)*), $($rows:tt)*) => {
        mod $module {
            cookie_decl::declare_cookies! {
                pub(super) policy;
                provider Google = "Google";
                provider Meta = "Meta";
                cookie | provider | duration;
                #[doc = $title]
                #[allow(no_consent_row, unused_allow)]
                category Marketing: $gate($($option)*) {
                    with set_by = script | purpose = "Counts";
                    $($rows)*
                }
            }
        }
    };
}
table!(whole, "Ads", opt_in(), "NID" | Google | 6 months; "_fbp" | Meta | 3 months;);
table!(split, "Ads", opt_in(by provider), "NID" | Google | 6 months; "_fbp" | Meta | 3 months;);
table!(renamed, "Adverts", opt_in(by provider), "NID" | Google | 6 months; "_fbp" | Meta | 3 months;);
table!(shorter, "Ads", opt_in(by provider), "NID" | Google | 5 months; "_fbp" | Meta | 3 months;);
table!(one, "Ads", opt_in(by provider), "NID" | Google | 6 months;);
table!(object, "Ads", opt_out(by provider), "NID" | Google | 6 months; "_fbp" | Meta | 3 months;);

fn files() -> [PolicyFile; 2] {
    [whole::POLICY.into(), split::POLICY.into()]
}

/// The differences by weight, subject and message.
fn differences(old: &PolicyFile, new: &PolicyFile) -> Vec<(Weight, String)> {
    let comparison = Comparison::of(old, new);
    let found = comparison.differences.into_iter();
    found
        .map(|it| (it.weight, format!("{}: {}", it.subject, it.message)))
        .collect()
}

#[track_caller]
fn only(old: &PolicyFile, new: &PolicyFile, weight: Weight, message: &str) {
    assert_eq!(differences(old, new), [(weight, message.to_owned())]);
}

#[test]
fn the_file_says_which_provider_a_category_is_about() {
    let [_, split] = files();
    let text = split.to_json();
    assert_eq!(PolicyFile::from_json(&text).unwrap(), split);
    let google = &split.categories["MarketingGoogle"];
    let part = google.of_provider.as_ref().unwrap();
    assert_eq!((&*part.category, &*part.provider), ("Marketing", "Google"));
    assert_eq!(
        (&*google.title, &*google.rows),
        ("Ads", &["NID".to_owned()][..])
    );
    assert!(text.contains("\"category\": \"MarketingMeta\""));
    assert!(text.contains("\"page\": [\n    {\n      \"category\": \"Marketing\""));
}

#[test]
fn a_choice_for_each_provider_is_the_tighter_one() {
    let [whole, split] = files();
    only(
        &whole,
        &split,
        Weight::Material,
        "Marketing: visitors now choose for each provider (`by provider`)",
    );
    only(
        &split,
        &whole,
        Weight::GateLoosened,
        "Marketing: visitors no longer choose for each provider (`by provider`)",
    );
    // Another gate is what it is for any category.
    let object = object::POLICY.into();
    let loosened = Weight::GateLoosened;
    assert!(
        differences(&split, &object)
            .iter()
            .all(|it| it.0 == loosened)
    );
}

#[test]
fn a_grant_of_the_whole_category_can_count_for_each_provider() {
    let [whole, mut split] = files();
    let fingerprint = whole.categories["Marketing"].fingerprint.clone();
    let comparison = Comparison::of(&whole, &split);
    let asked: Vec<_> = comparison.asked_again.iter().collect();
    assert_eq!(asked.len(), 2);
    assert!(
        asked
            .iter()
            .all(|it| it.also.as_ref() == Some(&fingerprint))
    );
    let line = format!("`opt_in(also \"{fingerprint}\")`");
    assert!(comparison.to_string().contains(&line), "{comparison}");
    for category in split.categories.values_mut() {
        category.also.push(fingerprint.clone());
    }
    assert!(Comparison::of(&whole, &split).asked_again.is_empty());
    let loosened = |it: &(Weight, String)| it.0 == Weight::GateLoosened;
    assert!(!differences(&whole, &split).iter().any(loosened));
}

#[test]
fn an_earlier_state_of_a_choice_names_the_provider() {
    let [_, split] = files();
    let comparison = Comparison::of(&split, &shorter::POLICY.into());
    let [asked] = &comparison.asked_again[..] else {
        panic!("{comparison}");
    };
    assert_eq!(asked.category, "MarketingGoogle");
    let fingerprint = &split.categories["MarketingGoogle"].fingerprint;
    let line = format!("`opt_in(also Google \"{fingerprint}\")`");
    assert!(comparison.to_string().contains(&line), "{comparison}");
}

#[test]
fn answers_about_one_provider_do_not_count_for_another() {
    let [whole, split] = files();
    let google = split.categories["MarketingGoogle"].fingerprint.clone();
    let mut wrong = split.clone();
    for category in wrong.categories.values_mut() {
        category.also.push(google.clone());
    }
    only(
        &split,
        &wrong,
        Weight::GateLoosened,
        "MarketingMeta: earlier answers about `MarketingGoogle` count for it (`also`), although they were \
         about one provider",
    );
    let mut back = whole;
    back.categories
        .get_mut("Marketing")
        .unwrap()
        .also
        .push(google);
    assert_eq!(differences(&split, &back).len(), 2);
}

#[test]
fn a_new_provider_asks_about_itself() {
    let [_, split] = files();
    let comparison = Comparison::of(&one::POLICY.into(), &split);
    let asked: Vec<_> = comparison
        .asked_again
        .iter()
        .map(|it| &*it.category)
        .collect();
    assert_eq!(asked, ["MarketingMeta"]);
}

#[test]
fn the_title_is_one_difference() {
    let [_, split] = files();
    only(
        &split,
        &renamed::POLICY.into(),
        Weight::Material,
        "Marketing: the title changed from \"Ads\" to \"Adverts\"; if it means something else, raise `revision`",
    );
}
