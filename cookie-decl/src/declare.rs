//! The macro, and the reference of its grammar.

/// Declares the cookies of a site: one table, from which come typed constants, the checks, and the policy page.
///
/// ```
/// mod cookies {
///     cookie_decl::declare_cookies! {
///         language en;
///
///         /// Cookies policy
///         ///
///         /// What we store on your device, and why.
///         pub policy for "https://shop.example" in crate::cookies;
///
///         provider Shop = "Example Shop";
///         provider Matomo = "Matomo (self-hosted)" { privacy: "https://matomo.org/privacy-policy/" }
///
///         /// Needed for the shop to work
///         ///
///         /// Without these we could not keep your basket.
///         category Necessary: exempt {
///             with provider = Shop;
///             cookie | duration;
///
///             /// Keeps you signed in
///             SESSION = "__Host-session" | 2 weeks;
///             /// Remembers your choice on the page "Cookies policy"
///             PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months | attributes = .. !HttpOnly;
///         }
///
///         /// Audience measurement
///         category Statistics: opt_in {
///             with provider = Matomo | set_by = script;
///             cookie | duration;
///
///             /// Recognises a returning visitor
///             "_pk_id.{site}.{hash}" | 13 months;
///         }
///     }
/// }
///
/// # fn main() {
/// use cookies::{Category, POLICY, cookie};
///
/// // By constant or by name: `cookie!` of a name that is not in the table does not compile.
/// assert_eq!(cookies::SESSION.name(), cookie!("__Host-session").name());
/// assert!(cookies::SESSION.attributes().unwrap().secure());
///
/// // A cookie for the response, with all that its row says.
/// assert!(cookies::SESSION.set("abc").unwrap().to_header_value().starts_with("__Host-session=abc; "));
///
/// // What a request brings, against the table.
/// let found = POLICY.find("_pk_id.1.1fff").unwrap();
/// assert_eq!(found.category().title(), Category::Statistics.title());
/// assert!(POLICY.find("tracker").is_none());
///
/// // The page, for visitors.
/// assert!(POLICY.page().html().contains("Keeps you signed in"));
/// # }
/// ```
///
/// # The table
///
/// Rust tokens: identifiers, strings, numbers, `|` between the cells of a row and `;` at its end. `///` is what
/// visitors read, `//` is for colleagues. Items stand in any order, but a header above its rows.
///
/// | item | says |
/// |---|---|
/// | `pub policy;` | that the table exists, and who may see what it generates. `///`: title, blank line, introduction |
/// | `pub policy for "https://.." with config: Config in crate::cookies;` | the site, the [configuration](#values-known-at-run-time) and the module, each of them optional. A site is an origin: scheme, host, and the port if it is not the scheme's own |
/// | `language pt-BR;` | the language of the texts in the table; `en` if absent |
/// | `print provider "By" \| cookie \| purpose;` | the columns of the page, their order, and titles of your own |
/// | `provider Matomo = "Matomo";` | somebody that rows refer to. In braces, instead of the `;`: `privacy: ".."` (the address of the privacy policy), `domain: ".."`, `country: ".."`, `third_party` (somebody else than the site reads what is stored) |
/// | `section;` | with `///` above: prose of your own, printed where it stands. A first paragraph with others behind it is the heading |
/// | `cookie \| duration;` | the header: the columns of the rows below. Above the categories for all, in a category for that one |
/// | `category Necessary: exempt { .. }` | rows with one [gate](#gates). `///`: title, blank line, description |
/// | `retired { "old" Path="/"; }` | cookies that the site no longer sets, with the scope that they were set with; the name may live on with another `Path`, `Domain` or `Partitioned` |
/// | `translation fr { "text" => "texte"; }` | the texts in another language, a paragraph each, by the text in the table. All but the names of providers |
/// | `translation fr from "locales/cookies.fr.ftl";` | the same from a file, its path from the folder of `Cargo.toml` (feature `fluent`): the comment above a message is the text of the table, the message its translation |
///
/// Texts are kept as they are typed, in all scripts. Control characters and what changes the order of letters (U+202E)
/// do not compile, in files neither; the marks that right-to-left texts, joined letters and emoji need do.
///
/// `in crate::cookies` names the module that the table stands in. With it, `cookie!` works everywhere, and in other
/// crates if the policy is `pub`; without it, where the constants are in scope.
///
/// # Rows
///
/// ```text
/// /// The purpose, for visitors
/// NAME: Type = "wire name", OTHER = "other name" | cell | cell | column = cell;
/// ```
///
/// - `NAME` is the Rust constant, `Type` the type of the value, `String` if absent. A row that the code never touches
///   needs neither: `"_ga" | 2 weeks;`. Several names share a row, each a cookie of its own.
/// - A part of a name that varies is a named hole, `"_ga_{container}"`, which stands for one character or more.
/// - A row is a name in one scope: the same name with another `Path`, `Domain` or `storage` is another row, and so is one
///   that is `Partitioned` beside one that is not.
/// - `any` instead of a name: all cookies of a third party's domain, `any | _ | set_by = "ads.example";`.
/// - One cell for each column of the header, then cells of other columns by name. `_` or nothing: as in `with`, else
///   the default. `none`: explicitly nothing.
/// - The row of type `Consent` keeps the visitor's answer.
///
/// `with provider = Shop | set_by = script;` in a category holds cells that all its rows share, and with rows in braces
/// instead of the `;` those of a group.
///
/// | column | cell |
/// |---|---|
/// | `provider` | the identifier of a provider |
/// | `function` | text: what part of the site uses it |
/// | `purpose` | text: why, instead of the `///` |
/// | `duration` | `2 weeks`, `session`, `rolling 30 minutes` (starts again with every visit), alternatives `session or 2 weeks`, `persistent` (not for cookies); behind it a text to print instead |
/// | `attributes` | `Secure HttpOnly Partitioned SameSite=Lax Path="/" Domain="shop.example"` |
/// | `set_by` | `server` (the default for cookies), `script` (the default for the page's own storage), `other` (a proxy, the framework), `third_party` (from the domain of the provider), or a third party's domain `"ads.example"` |
/// | `storage` | `cookie` (the default), `local_storage`, `session_storage`, `indexed_db`, `pixel`, `other("Cache storage")` |
/// | `note` | text: a remark for visitors |
/// | `when` | `{ condition }`: whether this deployment has the row; a condition of its `with` has to hold as well |
/// | `"Sites concerned"` | text: a column of your own |
///
/// Units are `seconds`, `minutes`, `hours`, `days`, `weeks` (7 days), `months` (30 days) and `years` (365 days), or
/// their singular. The page prints the unit that you wrote.
///
/// A text behind a duration says the same in other words: `400 days "13 months"`. On rows that the server sets, a text that
/// names another time ("5 years", "unlimited", a date) is an error, in translations as well.
///
/// The attributes of a row are the whole list, unless it starts with `..`: then those of `with`, or the default, go
/// first, and `!HttpOnly` takes one away. A cookie that the server sets has `Secure; HttpOnly; SameSite=Lax` otherwise.
/// `SameSite` and `Path` are always sent, as `Lax` and `/` where nothing else is said.
///
/// # Gates
///
/// | gate | the visitor |
/// |---|---|
/// | `exempt` | is not asked: it is strictly necessary for what they asked for |
/// | `opt_in` | has to agree first |
/// | `opt_out` | can object |
///
/// With options: `opt_in(revision 2, gpc, consent_mode(analytics_storage), tcf(1, 8))`. A higher `revision` asks
/// everybody again, `gpc` takes `Sec-GPC: 1` for a refusal, `consent_mode` names the signals of Google's consent mode
/// v2, and `tcf` purposes of the IAB's framework.
///
/// # Values known at run time
///
/// `{ expr }` stands for an attribute's value, a duration with its bound, or a condition. It is evaluated whenever the
/// value is needed, on setting and on removing; what browsers would refuse is then an error, and a duration over its
/// bound is cut to it. With `with config: crate::Config` it sees the configuration by that name, and what depends on it is
/// reached through [`at`](crate::Configured::at).
///
/// ```
/// pub struct Config {
///     tls: bool,
///     path: String,
///     session: std::time::Duration,
/// }
///
/// mod cookies {
///     cookie_decl::declare_cookies! {
///         pub policy with config: crate::Config in crate::cookies;
///         /// Needed
///         ///
///         /// Nothing works without it.
///         category Necessary: exempt {
///             cookie | duration | attributes;
///             /// Keeps you signed in
///             SESSION = "session" | { config.session } max 4 weeks | .. Secure={ config.tls } Path={ &config.path };
///         }
///     }
/// }
///
/// # fn main() {
/// let config = Config { tls: true, path: "/app".into(), session: std::time::Duration::from_secs(86_400) };
/// let attributes = cookies::SESSION.at(&config).attributes().unwrap();
/// assert!(attributes.secure() && attributes.path() == "/app");
/// assert!(cookies::POLICY.page().at(&config).html().contains("1 day"));
/// # }
/// ```
///
/// | value | type |
/// |---|---|
/// | `Secure`, `HttpOnly`, `Partitioned`, `when` | `bool` |
/// | `SameSite` | [`SameSite`](crate::table::SameSite) |
/// | `duration = { .. } max 4 weeks` | [`core::time::Duration`] |
/// | `Path` | `&str`, `&String`, `String` or `Cow<'static, str>` |
/// | `Domain` | the same, or an `Option` of them |
///
/// # Errors and warnings
///
/// All mistakes of a table are reported at once, each at its cell, and the rows that were understood keep their
/// constants. An error or a warning of a rule ends with a link to it in [`rules`](crate::rules).
///
/// What is allowed but rarely intended causes a warning, at the row. `#[allow(case_twins, reason = "..")]` above a row, a
/// group, a category or the policy silences it:
///
/// | name | warns of |
/// |---|---|
/// | `not_a_token` | a name set by others that is no RFC 9110 token, as `AMCV_{id}@AdobeOrg` is, which scripts may encode |
/// | `prefix_case` | `__HOST-x`: browsers see the prefix, servers do not |
/// | `dead_prefix` | `__HttpOnly-` and others that never became prefixes |
/// | `case_twins` | two names that differ in case only |
/// | `pattern_overlap` | a pattern that stands for names of another category |
/// | `looks_like_pattern` | `_ga_*`, `_ga_<id>`, `_ga_xxx`, which are exact names, in the storage of the page as well |
/// | `too_long` | a cookie of others kept over 400 days, which browsers cut |
/// | `unstated_duration` | `_` where no `with` says how long |
/// | `other_quantity` | "1 year", "unlimited" or "until 10 Nov 2030" beside `6 months`, on rows that others set; on those of the server it is an error |
/// | `partitioned_same_site` | `Partitioned` without `SameSite=None` |
/// | `foreign_domain` | a `Domain` that the site of the policy is not in, on rows of the site itself: browsers refuse the cookie |
/// | `no_description` | an exempt category that does not say why |
/// | `empty_category` | a category that visitors are asked about, and no row in it |
/// | `exempt_third_party` | a third party's cookie that nobody is asked about |
/// | `exempt_too_long` | over 13 months that nobody is asked about |
/// | `no_consent_row` | opt-in categories, and no row of type `Consent` |
/// | `long_consent` | an answer kept over 6 months |
/// | `no_purpose` | a row that does not say what it is for |
/// | `unprinted_note` | a `print` without the column `note`, and rows that have notes |
/// | `unused_translation` | a translation of a text that the table does not have |
///
/// # What is generated
///
/// | name | what |
/// |---|---|
/// | `POLICY` | the table: look-up, iteration, the page. A [`Policy`](crate::Policy) over `Category`, or with a configuration a [`Configured`](crate::Configured) one |
/// | the constants | [`Cookie`](crate::Cookie), [`CookieFamily`](crate::CookieFamily) (the name has holes) or [`Declared`](crate::Declared) (somebody else sets it, or it is no cookie), documented with their row |
/// | `Category`, `Provider` | enums with `ALL`, `name()`, `title()`, `info()`, `Display`, `FromStr`, `TryFrom<&str>`, and serde by feature |
/// | `mod category` | the categories as types |
/// | `Consent` | the type of the row that keeps the visitor's answer |
/// | `cookie!("name")` | the constant of a declared name |
#[macro_export]
macro_rules! declare_cookies {
    ($($table:tt)*) => {
        $crate::__private::declare_cookies! { [$crate] { $($table)* } }
    };
}
