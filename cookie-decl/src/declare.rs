//! The macro, and the reference of its grammar.

/// Declares the cookies of a site in one table.
///
/// Typed constants, compile-time checks and the policy page come from this table.
///
/// ```
/// mod cookies {
///     cookie_decl::declare_cookies! {
///         language en;
///
///         /// Cookie policy
///         ///
///         /// What we store on your device, and why.
///         pub policy for "https://shop.example" in crate::cookies;
///
///         provider Shop = "Example Shop";
///         provider Matomo = "Matomo" { privacy: "https://matomo.org/privacy-policy/" }
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
///             /// Remembers your choice on the page "Cookie policy"
///             PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
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
/// // A cookie by its constant or its name; `cookie!` with an undeclared name does not compile.
/// assert_eq!(cookies::SESSION.name(), cookie!("__Host-session").name());
/// assert!(cookies::SESSION.attributes().unwrap().secure());
///
/// // A cookie for the response, with the attributes and the duration of its row.
/// let header = cookies::SESSION.set("abc").unwrap().to_header_value();
/// assert!(header.starts_with("__Host-session=abc; "));
///
/// // The declaration for the name of a cookie in a request.
/// let found = POLICY.find("_pk_id.1.1fff").unwrap();
/// assert_eq!(found.category().title(), Category::Statistics.title());
/// assert!(POLICY.find("tracker").is_none());
///
/// // The page that visitors read.
/// assert!(POLICY.page().html().contains("Keeps you signed in"));
/// # }
/// ```
///
/// # The table
///
/// A table consists of Rust tokens: identifiers, strings, numbers, `|` between the cells of a row,
/// and `;` at its end. `///` comments are for visitors, `//` comments for colleagues. Items may
/// come in any order, except that a header must come before its rows.
///
/// | item | meaning |
/// |---|---|
/// | `pub policy;` | The visibility of everything that is generated. `///`: title, blank line, introduction. |
/// | `pub policy for "https://.." with config: Config in crate::cookies;` | The site, the [configuration](#values-known-at-run-time) and the module of the table; each is optional, and so is `export shop_cookies`, the name of the table for `include`. A site is an origin: scheme, host, and the port unless it is the scheme's default. |
/// | `language pt-BR;` | The language of the table's texts; by default `en`. |
/// | `last_updated "2026-11-26";` | The date of the last change, which pages print in words. |
/// | `print provider "By" \| cookie \| purpose;` | The columns of the page in their order, with titles of your own. Only here: `party`, "first party" or "third party", which [follows](crate::table::Party) from `set_by`. |
/// | `provider Matomo = "Matomo";` | A provider that rows refer to. Braces instead of the `;` add [facts about it](#providers-and-the-controller). |
/// | `controller "Example Ltd";` | Who decides what is stored and why (GDPR article 4(7)). Braces add facts, as for a provider. |
/// | `version "3";` | The version of the policy, which pages print. |
/// | `about;` | The explanation of cookies: at this place of the page instead of before the categories. A `///` above it replaces the built-in text, and `about none;` leaves it out. |
/// | `consent elsewhere "OneTrust";` | Another tool's banner asks visitors. The page names the tool, the table has no row of type `Consent`, and the guard [reads](crate::Guard::read_consent) the answer through a function of yours. |
/// | `consent tied;` | The visitor's answer contains a random identifier that connects their recorded decisions, and the page says so. See [`guide::consent_log`](crate::guide::consent_log). |
/// | `section;` | Your own text, from the `///` above, at this place of the page. If there is more than one paragraph, the first is the heading; so is one that starts with `# `. |
/// | `cookie \| duration;` | A header: the columns of the rows below it. Before the categories, it applies to all of them; in a category, to that one. |
/// | `category Necessary: exempt { .. }` | A category: rows with one [gate](#gates). `///`: title, blank line, description. |
/// | `include auth::auth_cookies in Necessary;` | The rows of a library's table. In a category, without `in`. See [`guide::include`](crate::guide::include). |
/// | `retired { "old" Path="/"; }` | Cookies that the site no longer sets, with the scope that they were set with. A row may have the same name with another `Path`, `Domain` or `Partitioned`. |
/// | `translation fr { "text" => "texte"; }` | The texts in another language: each paragraph of the table with its translation. The names of providers are not translated. |
/// | `translation fr from "locales/cookies.fr.ftl";` | The texts in another language, from a file (feature `fluent`). The path is relative to the folder of `Cargo.toml`. The comment above a message is the text of the table, the message its translation. |
/// | `wording { accept = "Accept everything"; }` | Built-in texts in your own words, by [their keys](crate::guide::wording). In braces after `translation fr`, and in a file as `wording-accept`, for that language. |
///
/// Texts may be in any script. In tables and files, control characters and characters that change
/// the order of letters (such as U+202E) are errors. The marks that right-to-left texts, joined
/// letters and emoji need are allowed.
///
/// # Markdown
///
/// Texts are Markdown, and every format of the page prints it: `**emphasis**`, `` `names` ``,
/// `[links](https://shop.example/terms)`, and bare `https:` and `mailto:` addresses. In the texts
/// of the policy, sections and categories, lines that start with `- ` are a list; in a section, one
/// that starts with `# ` is a heading. Titles are printed without marks. Of other Markdown, the
/// page prints only the words, and a warning says so. An underscore is never a mark: `_ga_` is a
/// name. The translation of a list item also starts with `- `.
///
/// ```
/// mod cookies {
///     cookie_decl::declare_cookies! {
///         pub policy;
///         /// Who we are
///         ///
///         /// Example Ltd decides what is stored here:
///         ///
///         /// - **address**: 1 Example Street
///         /// - questions to mailto:privacy@shop.example
///         section;
///     }
/// }
///
/// # fn main() {
/// let page = cookies::POLICY.page().html();
/// assert!(page.contains("<li><strong>address</strong>: 1 Example Street</li>"));
/// assert!(page.contains("<a href=\"mailto:privacy@shop.example\""));
/// # }
/// ```
///
/// `in crate::cookies` names the module that contains the table. With it, `cookie!` works anywhere
/// in the crate, and in other crates if the policy is `pub`. Without it, `cookie!` works only where
/// the constants are in scope.
///
/// # Providers and the controller
///
/// ```text
/// provider Ads = "Ads Inc." { privacy: "https://ads.example/privacy", domain: "ads.example", third_party }
/// controller "Example Ltd" { contact: "privacy@shop.example", authority: "[CNIL](https://www.cnil.fr)" }
/// ```
///
/// | fact | of | value |
/// |---|---|---|
/// | `privacy` | both | the address of the privacy policy |
/// | `contact` | both | an e-mail address, or the address of a page |
/// | `address` | both | the postal address |
/// | `opt_out` | provider | the address of the page where visitors object |
/// | `domain` | provider | a domain that it uses; repeat the fact for another one |
/// | `third_party` | provider | no value: somebody other than the site reads what is stored |
/// | `country` | provider | the country that it is in |
/// | `transfer` | provider | where it transfers data to, and the safeguard (GDPR article 13(1)(f)) |
/// | `officer` | controller | as `contact`: the data protection officer |
/// | `authority` | controller | the supervisory authority, which takes complaints |
///
/// `country` and `transfer` are translated; the others are not.
///
/// # Rows
///
/// ```text
/// /// The purpose, for visitors
/// NAME: Type = "wire name", OTHER = "other name" | cell | cell | column = cell;
/// ```
///
/// - `NAME` is the Rust constant and `Type` the type of the value, by default `String`. A row that
///   the code does not use needs neither: `"_ga" | 2 weeks;`. Several names may share a row; each
///   is a separate cookie.
/// - A part of a name that varies is a named hole, `"_ga_{container}"`, which matches one character
///   or more. A name with and without such a part is two names in one row: `"_gat", "_gat_{name}"`.
/// - A row declares a name in one scope. The same name with another `Path`, `Domain`, `storage` or
///   `Partitioned` needs another row. So a name in two storages has two rows.
/// - `any` instead of a name declares all cookies of a third party's domain:
///   `any | _ | set_by = "ads.example";`.
/// - A row has one cell for each column of the header, then cells of other columns by name. For
///   `_`, and for a cell that is left out, the row takes the value of `with`, or else the default.
///   `none` leaves the cell empty even if `with` has a value.
/// - The row of type `Consent` keeps the visitor's answer.
/// - `also "_pcid";` lists a row of another category in this one too, with the purpose in its own
///   `///`. Facts are declared once, in the category with the stricter gate. That gate decides
///   whether the cookie may be set. `function`, `note` and columns of your own may differ.
/// - `section;` between rows prints the `///` above it as a heading and text, and begins another
///   table. So a category can have several tables.
///
/// `with provider = Shop | set_by = script;` in a category gives cells to all its rows. With rows
/// in braces instead of the `;`, it gives them to these rows.
///
/// | column | cell |
/// |---|---|
/// | `provider` | the identifier of a provider |
/// | `function` | text: the part of the site that uses the cookie |
/// | `purpose` | text: why the cookie is stored, instead of the `///` |
/// | `duration` | `2 weeks`, `session`, `rolling 30 minutes` (starts again with every visit), alternatives `session or 2 weeks`, `persistent` (not for cookies), [`unknown`](#durations); after it a text to print instead |
/// | `attributes` | `Secure HttpOnly Partitioned SameSite=Lax Path="/" Domain="shop.example"` |
/// | `set_by` | `server` (the default for cookies), `script` (the default for storage of the page), `other` (a proxy, the framework), `third_party` (from the domain of the provider), or a third party's domain `"ads.example"`, in which a part that varies is a hole, `"{region}.ads.example"`; a leading dot is dropped |
/// | `party` | rows have no such cell: it follows from `set_by`, and only `print` names it |
/// | `storage` | `cookie` (the default), `local_storage`, `session_storage`, `indexed_db`, `pixel`, `other("Cache storage")` |
/// | `basis` | why the site may process the data, a point of article 6(1) of the GDPR: `consent`, `contract`, `legal_obligation`, `vital_interests`, `public_task` or `legitimate_interests` |
/// | `note` | text: a remark for visitors |
/// | `when` | `{ condition }`: whether this deployment has the row; a condition in `with` must be true as well |
/// | `"Sites concerned"` | text: your own column |
///
/// ## Durations
///
/// Units are `seconds`, `minutes`, `hours`, `days`, `weeks` (7 days), `months` (30 days) and
/// `years` (365 days), or their singular. The page prints the unit that you wrote.
///
/// A text after a duration must name the same time: `400 days "13 months"`. On rows that the server
/// sets, a text with another time ("5 years", "unlimited", a date) is an error, also in
/// translations. On other rows it is a warning, and the page prints both.
///
/// `unknown` is for what others store without saying for how long. The page prints the text after
/// it (`unknown "varies"`, `unknown "until you sign out"`), or else "not stated by the provider".
///
/// Browsers keep a cookie for at most 400 days, and the server cannot ask for more. For a cookie
/// that others set for longer, the page prints both: "2 years; browsers keep it for at most 400
/// days".
///
/// In session storage, `session` ends with the tab. A pixel keeps nothing on the device, and the
/// page says so: its duration is `none` or `session`, or is left out.
///
/// ## Attributes
///
/// A list of attributes replaces the default. If it starts with `..`, it is added to the attributes
/// of `with`, or else to the default; `!HttpOnly` then removes one. The default for a cookie that
/// the server sets is `Secure HttpOnly SameSite=Lax`. `SameSite` and `Path` are always sent;
/// without a value in the table they are `Lax` and `/`.
///
/// # Gates
///
/// | gate | the visitor |
/// |---|---|
/// | `exempt` | is not asked: the cookies are strictly necessary for the service that they requested |
/// | `opt_in` | must grant the category first |
/// | `opt_out` | can deny the category |
///
/// Options follow in parentheses:
/// `opt_in(by provider, revision 2, gpc, consent_mode(analytics_storage), signals(meta), advanced, tcf(1, 8))`. With
/// `by provider`, visitors choose [for each provider](#a-choice-for-each-provider). A higher
/// `revision` asks everybody again. `also "8f81bb5b69bed8a9"`
/// [keeps answers](crate::guide::edits#keep-answers) to an earlier state. With `gpc`, `Sec-GPC: 1`
/// denies the category. `tcf` names purposes of the IAB's framework.
///
/// ## Signals
///
/// `consent_mode` and `signals` say which scripts of others are told about the visitor's choice.
/// `consent_mode` names types of Google's consent mode v2: `ad_storage`, `ad_user_data`,
/// `ad_personalization`, `analytics_storage`, `functionality_storage`, `personalization_storage`
/// and `security_storage`. `signals` names the others:
///
/// | signal | who is told |
/// |---|---|
/// | `clarity_analytics`, `clarity_ads` | Microsoft Clarity |
/// | `uet` | Microsoft Advertising |
/// | `meta` | Meta's pixel |
/// | `matomo` | Matomo, which sends nothing before consent |
/// | `matomo_cookies` | Matomo, which counts without cookies before consent |
/// | `tiktok` | TikTok's pixel |
/// | `pinterest` | Pinterest's tag |
///
/// A signal in several categories is granted only if all of them are. The guard sends them:
/// [`guide::signals`](crate::guide::signals) says what and when.
///
/// `advanced` loads the tags of the category on every page, even before the visitor agrees, and
/// tells the tags what the visitor chose. Visitors read it on the page and in the form, and are
/// asked again when it is added. Without it, which Google calls basic, nothing is loaded before the
/// visitor agrees.
///
/// ## A choice for each provider
///
/// In a category with `opt_in(by provider)` or `opt_out(by provider)`, visitors choose for each
/// provider of the rows, so each row names one. The category becomes one for each provider, whose
/// identifier is that of the category and that of the provider. `Category`, the proofs and
/// `data-cookie-category` have these. The page and the banner show one category; the form has a box
/// for each provider. The other options count for each of them. Only `also Google ".."` names the
/// provider that the answers were about.
///
/// ```
/// mod cookies {
///     cookie_decl::declare_cookies! {
///         pub policy;
///         provider Google = "Google Inc.";
///         provider Meta = "Meta";
///         cookie | provider | duration;
///         /// Needed
///         ///
///         /// Without it we would ask you on every page.
///         category Necessary: exempt {
///             /// Remembers your choice about cookies
///             PREFERENCES: Consent = "__Host-cookie_preferences" | _ | 6 months;
///         }
///         /// Advertising
///         category Marketing: opt_in(by provider) {
///             /// Which advert you came from
///             CLICK = "click" | Google | 30 days;
///             /// Tells browsers apart
///             "_fbp" | Meta | 3 months | set_by = script;
///         }
///     }
/// }
///
/// # fn main() {
/// use cookies::{CLICK, Category, Consent, POLICY, category};
///
/// let consent = Consent::decide(1_795_305_600).grant(Category::MarketingGoogle); // seconds since 1970
/// let ok = consent.granted::<category::MarketingGoogle>().expect("the visitor granted it");
/// assert_eq!(CLICK.set(ok, "7").unwrap().name(), "click");
/// assert!(consent.granted::<category::MarketingMeta>().is_none());
///
/// assert_eq!(POLICY.page().html().matches("Advertising</h3>").count(), 1);
/// let form = POLICY.preferences(&consent).form();
/// assert!(form.contains("value=\"MarketingGoogle\"") && form.contains("value=\"MarketingMeta\""));
/// # }
/// ```
///
/// # Values known at run time
///
/// `{ expr }` may be the value of an attribute, a duration with its bound, or a condition. It is
/// evaluated each time that the value is needed, for example when the cookie is set or removed. A
/// value that browsers would refuse is an error then, and a duration over its bound is reduced to
/// the bound.
///
/// In a table `with config: crate::Config`, the expression can read `config`. Constants, look-ups
/// and pages that depend on it are reached through [`at`](crate::Configured::at).
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
///             SESSION = "session" | { config.session } max 4 weeks
///                 | .. Secure={ config.tls } Path={ &config.path };
///         }
///     }
/// }
///
/// # fn main() {
/// let session = std::time::Duration::from_secs(86_400);
/// let config = Config { tls: true, path: "/app".into(), session };
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
/// | `Domain` | one of the types of `Path`, or an `Option` of one |
///
/// # Errors and warnings
///
/// All mistakes of a table are reported at once, each at its cell. Correct rows keep their
/// constants. An error or a warning of a rule ends with a link to it in [`rules`](crate::rules).
///
/// Something that is allowed but rarely intended causes a warning at the row. An
/// `#[allow(case_twins, reason = "..")]` above a row, a group, a category or the policy silences
/// it:
///
/// | name | warns of |
/// |---|---|
/// | `not_a_token` | a name that others set, and that is not an RFC 9110 token, such as `AMCV_{id}@AdobeOrg`; most scripts encode it, so that its name is `AMCV_{id}%40AdobeOrg` |
/// | `prefix_case` | `__HOST-x`: browsers see the prefix, servers do not |
/// | `dead_prefix` | `__HttpOnly-` and other drafts that never became prefixes |
/// | `case_twins` | two names that differ only in case, one of them the site's own |
/// | `pattern_overlap` | a pattern that matches names of another category, except if one starts and the other ends with a hole, as `{a}_x` and `y_{b}` do |
/// | `looks_like_pattern` | `_ga_*`, `_ga_<id>` and `_ga_xxx`, which are exact names, in other storage too |
/// | `unstated_duration` | `_` without a duration in `with` |
/// | `other_quantity` | "1 year", "unlimited" or "until 10 Nov 2030" after `6 months`, or any time after `unknown`, on rows that others set; on rows of the server it is an error |
/// | `partitioned_same_site` | `Partitioned` without `SameSite=None` |
/// | `foreign_domain` | a `Domain` that does not include the site of the policy, on the site's own rows: browsers refuse the cookie |
/// | `no_description` | an exempt category without a description |
/// | `empty_category` | a category without rows that visitors are asked about |
/// | `exempt_third_party` | a third party's cookie in an `exempt` category |
/// | `exempt_too_long` | an `exempt` row kept for over 13 months, unless it is `persistent`, or for an `unknown` time |
/// | `no_consent_row` | `opt_in` categories without a row of type `Consent` |
/// | `long_consent` | an answer kept for over 6 months |
/// | `no_purpose` | a row without a purpose |
/// | `unprinted_note` | a note in a table whose `print` does not have the column `note` |
/// | `unused_allow` | a name in an `#[allow(..)]` that silences nothing |
/// | `unprinted_markup` | Markdown that the page does not print, such as an image |
/// | `unused_translation` | a translation of a text that the table does not have |
///
/// # What is generated
///
/// | name | meaning |
/// |---|---|
/// | `POLICY` | the table: look-up, iteration, the page. It is a [`Policy`](crate::Policy) over `Category`, in a table `with config` a [`Configured`](crate::Configured) one |
/// | the constants | [`Cookie`](crate::Cookie), [`CookieFamily`](crate::CookieFamily) (the name has holes) or [`Declared`](crate::Declared) (somebody else sets it, or it is not a cookie), with their row as documentation |
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

/// Exports rows for the tables of others, which [include](crate::guide::include) them.
///
/// It is for the facts about somebody else's cookies. It has no policy, no categories and no
/// constants, and generates one macro: the name after `export`.
///
/// ```
/// mod vendors {
///     cookie_decl::export_cookies! {
///         /// Example Analytics. `site` is the number of the site there.
///         export example_analytics;
///         last_updated "2026-11-26";
///
///         provider Example = "Example Analytics" {
///             privacy: "https://analytics.example/privacy", country: "Ireland",
///         }
///
///         with provider = Example | set_by = script;
///         cookie | duration;
///
///         /// Tells visitors apart
///         "_ex_id.{site}" | 13 months;
///
///         translation fr { "Tells visitors apart" => "Distingue les visiteurs"; "Ireland" => "Irlande"; }
///     }
/// }
///
/// mod cookies {
///     cookie_decl::declare_cookies! {
///         pub policy;
///         /// Needed
///         ///
///         /// Without it we would ask you on every page.
///         category Necessary: exempt {
///             cookie | duration;
///             /// Remembers your choice
///             PREFERENCES: Consent = "__Host-preferences" | 6 months;
///         }
///         /// Audience
///         category Statistics: opt_in {
///             include crate::vendors::example_analytics(site = "7");
///         }
///     }
/// }
///
/// # fn main() {
/// let found = cookies::POLICY.find("_ex_id.7").unwrap();
/// assert_eq!(found.provider().unwrap().title(), "Example Analytics");
/// assert_eq!(found.included(), Some(("example_analytics", Some("2026-11-26"))));
/// # }
/// ```
///
/// The items are `export`, `last_updated`, `language`, `provider`, `retired`, `translation`, the signals
/// `consent_mode(analytics_storage);` and `signals(meta);`, which become those of the category, and what a
/// category contains: `with`, one header, rows and groups. `translation from
/// "locales/{language}.ftl";` takes the texts of these rows from the files of all languages
/// (feature `fluent`); the path is relative to the folder of `Cargo.toml`.
///
/// `hole container: after "G-";` and `hole key: first 10;` say which part of an identifier the names contain.
/// `include` then takes the whole identifier or the part: `container = "G-ABC123"` or `container = "ABC123"`.
#[macro_export]
macro_rules! export_cookies {
    ($($table:tt)*) => {
        $crate::__private::export_cookies! { [$crate] { $($table)* } }
    };
}
