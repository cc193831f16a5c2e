// Written by `BLESS=1 cargo test -p cookie-decl-macros golden`.
const _: fn() = {
    #[deprecated(
        note = "this matches this exact name only; write a part that varies as a named hole: `_ga{id}`; `#[allow(looks_like_pattern)]` above the row or its category silences this\nrule N10: https://docs.rs/cookie-decl/latest/cookie_decl/rules/#n10"
    )]
    fn looks_like_pattern() {}
    looks_like_pattern
};
const _: fn(crate::cookies::Category) -> Category = |same_table| same_table;
const _ONE_TABLE_PER_MODULE: () = ();
impl cookie_decl::__private::Uses<Category> for () {
    fn table() {
        let _: fn() = || cookie_decl::__private::has_a_value(LANGUAGE);
        let _: fn() = || cookie_decl::__private::has_a_value(VISIT);
        let _ = (
            &POLICY,
            Category::ALL,
            Category::name,
            Category::title,
            Category::info,
            Provider::ALL,
            Provider::name,
            Provider::title,
            Provider::info,
        );
        cookie!(@ used);
        let _: cookie_decl::__private::Option<
            (
                Consent,
                category::Necessary,
                category::Statistics,
                category::MediaUs,
                category::MediaMatomo,
            ),
        > = cookie_decl::__private::None;
    }
    fn constants() {
        let _ = (SESSION, LANGUAGE, PREFERENCES, BASKET, MAP, VISIT, VIDEO);
    }
}
/**Cookies

What we store.*/
pub(crate) static POLICY: cookie_decl::Configured<
    crate::Config,
    cookie_decl::Policy<Category>,
> = {
    use cookie_decl::__private as __c;
    static __CATEGORIES: [__c::CategoryInfo; 4usize] = [
        __c::CategoryInfo {
            number: 0u16,
            name: "Necessary",
            title: "Needed",
            of_provider: __c::None,
            description: &["The site does not work without these."],
            gate: __c::Gate::Exempt,
            revision: 0u32,
            gpc: false,
            fingerprint: 2763246231706097416u64,
            also: &[],
            consent_mode: &[],
            signals: &[],
            advanced: false,
            tcf: &[],
            varies: true,
            breaks: &[],
            first: 0u16,
            end: 5u16,
        },
        __c::CategoryInfo {
            number: 1u16,
            name: "Statistics",
            title: "Audience",
            of_provider: __c::None,
            description: &[],
            gate: __c::Gate::OptIn,
            revision: 2u32,
            gpc: true,
            fingerprint: 12956894021701558510u64,
            also: &[],
            consent_mode: &["analytics_storage"],
            signals: &[__c::Signal::ClarityAnalytics, __c::Signal::TikTok],
            advanced: true,
            tcf: &[1u8, 8u8],
            varies: true,
            breaks: &[],
            first: 5u16,
            end: 11u16,
        },
        __c::CategoryInfo {
            number: 2u16,
            name: "MediaUs",
            title: "Embedded media – Us",
            of_provider: __c::Some(__c::OfProvider {
                category: "Media",
                title: "Embedded media",
                provider: "Us",
                provider_title: "Us",
            }),
            description: &[],
            gate: __c::Gate::OptOut,
            revision: 0u32,
            gpc: false,
            fingerprint: 14809018856226955716u64,
            also: &[],
            consent_mode: &[],
            signals: &[],
            advanced: false,
            tcf: &[],
            varies: false,
            breaks: &[],
            first: 11u16,
            end: 14u16,
        },
        __c::CategoryInfo {
            number: 3u16,
            name: "MediaMatomo",
            title: "Embedded media – Matomo",
            of_provider: __c::Some(__c::OfProvider {
                category: "Media",
                title: "Embedded media",
                provider: "Matomo",
                provider_title: "Matomo",
            }),
            description: &[],
            gate: __c::Gate::OptOut,
            revision: 0u32,
            gpc: false,
            fingerprint: 13580080266339965359u64,
            also: &[10340752220709902505u64],
            consent_mode: &[],
            signals: &[],
            advanced: false,
            tcf: &[],
            varies: true,
            breaks: &[],
            first: 11u16,
            end: 14u16,
        },
    ];
    static __PROVIDERS: [__c::ProviderInfo; 2usize] = __c::providers(
        b"\0A",
        b"\0\x01",
        &[
            "Us",
            "Us",
            "Matomo",
            "Matomo",
            "https://matomo.org/privacy-policy/",
            "matomo.example",
        ],
    );
    static __DATA: __c::TableData = __c::TableData {
        categories: &__CATEGORIES,
        providers: &__PROVIDERS,
        attributes: &[
            __c::DeclaredAttributes {
                secure: __c::Setting::Fixed(true),
                http_only: __c::Setting::Fixed(true),
                partitioned: __c::Setting::Fixed(false),
                same_site: __c::Setting::Fixed(__c::SameSite::Lax),
                path: __c::Setting::Fixed(__c::Cow::Borrowed("/")),
                domain: __c::Setting::Fixed(__c::None),
            },
            __c::DeclaredAttributes {
                secure: __c::Setting::RunTime(|__config: __c::Config<'_>| {
                    let config: &crate::Config = __config.get();
                    let _ = config;
                    { config.tls }
                }),
                http_only: __c::Setting::Fixed(true),
                partitioned: __c::Setting::Fixed(false),
                same_site: __c::Setting::Fixed(__c::SameSite::Lax),
                path: __c::Setting::RunTime(|__config: __c::Config<'_>| {
                    let config: &crate::Config = __config.get();
                    let _ = config;
                    __c::IntoPath::into_path({ config.path() })
                }),
                domain: __c::Setting::Fixed(__c::None),
            },
            __c::DeclaredAttributes {
                secure: __c::Setting::Fixed(false),
                http_only: __c::Setting::Fixed(false),
                partitioned: __c::Setting::Fixed(false),
                same_site: __c::Setting::Fixed(__c::SameSite::Lax),
                path: __c::Setting::Fixed(__c::Cow::Borrowed("/")),
                domain: __c::Setting::Fixed(__c::Some(__c::Cow::Borrowed("example.org"))),
            },
            __c::DeclaredAttributes {
                secure: __c::Setting::Fixed(false),
                http_only: __c::Setting::Fixed(false),
                partitioned: __c::Setting::Fixed(false),
                same_site: __c::Setting::Fixed(__c::SameSite::Lax),
                path: __c::Setting::Fixed(__c::Cow::Borrowed("/old")),
                domain: __c::Setting::Fixed(__c::None),
            },
            __c::DeclaredAttributes {
                secure: __c::Setting::Fixed(true),
                http_only: __c::Setting::Fixed(false),
                partitioned: __c::Setting::Fixed(false),
                same_site: __c::Setting::Fixed(__c::SameSite::Lax),
                path: __c::Setting::Fixed(__c::Cow::Borrowed("/")),
                domain: __c::Setting::Fixed(__c::None),
            },
        ],
        rare_fields: &[
            __c::RareFields {
                duration_text: "as you choose",
                ..__c::RareFields::NONE
            },
            __c::RareFields {
                continues: true,
                duration_text: "as you choose",
                ..__c::RareFields::NONE
            },
            __c::RareFields {
                own: &[("Sites concerned", "All")],
                ..__c::RareFields::NONE
            },
            __c::RareFields {
                pattern: __c::Some(
                    &__c::Pattern {
                        head: "_pk_id.",
                        holes: &[("site", "."), ("hash", "")],
                        token: true,
                    },
                ),
                set_by: __c::SetBy::Script,
                ..__c::RareFields::NONE
            },
            __c::RareFields {
                set_by: __c::SetBy::Script,
                storage: __c::Storage::LocalStorage,
                when: __c::Setting::RunTime(|__config: __c::Config<'_>| {
                    let config: &crate::Config = __config.get();
                    let _ = config;
                    { config.maps }
                }),
                ..__c::RareFields::NONE
            },
            __c::RareFields {
                pattern: __c::Some(
                    &__c::Pattern {
                        head: "visit.",
                        holes: &[("id", "")],
                        token: true,
                    },
                ),
                ..__c::RareFields::NONE
            },
            __c::RareFields {
                any: true,
                set_by: __c::SetBy::ThirdParty(__c::Some("ads.example")),
                ..__c::RareFields::NONE
            },
            __c::RareFields {
                set_by: __c::SetBy::Script,
                ..__c::RareFields::NONE
            },
        ],
        durations: &__c::durations(
            [0u32, 12u32, 6u32, 0u32, 13u32, 0u32, 0u32, 1u32, 0u32],
            b" MM M  d ",
            &[
                __c::Duration::Terms(
                    &[__c::Term::SESSION, __c::Term::new(2u32, __c::Unit::Week)],
                ),
                __c::Duration::RunTime {
                    max: __c::Term::new(4u32, __c::Unit::Week),
                    value: |__config: __c::Config<'_>| {
                        let config: &crate::Config = __config.get();
                        let _ = config;
                        { config.lifetime }
                    },
                },
                __c::Duration::Persistent,
                __c::Duration::Term(__c::Term::rolling(30u32, __c::Unit::Minute)),
                __c::Duration::RunTime {
                    max: __c::Term::new(4u32, __c::Unit::Week),
                    value: |__config: __c::Config<'_>| {
                        let config: &crate::Config = __config.get();
                        let _ = config;
                        { config.lifetime }
                    },
                },
            ],
        ),
        texts: "sessionidSign-inKeeps the visitor signed insessionid_oldSign-inKeeps the visitor signed inlanguageKeeps the visitor's **language**preferencesRemembers the answerbasketHolds the basket_pk_id.{site}.{hash}Tells visitors apartmapDraws a mapOnly with mapsvisit.{id}Tells visits apartanyWhatever they setSessionIdA name in other letters_ga*Warned ofvideoPlays a videoplaysCounts playsvolumeRemembers the volume",
        numbers: b"\0\0\0\0\t\0\0\0\x10\0\0\0+\0\0\0+\0\0\0\0\0\0\0\0\0\0\0\0\0\x1A\0\0\0+\0\0\08\0\0\0?\0\0\0Z\0\0\0Z\0\0\0\0\0\0\0\0\0\x01\0\0\0\x1A\0\0\0Z\0\0\0b\0\0\0b\0\0\0\x82\0\0\0\x82\0\0\0\0\0\0\0\x01\0\xFF\xFF\x01\0\x1C\0\0\0\x82\0\0\0\x8D\0\0\0\x8D\0\0\0\xA1\0\0\0\xA1\0\0\0\0\0\0\0\0\0\x02\0\x02\0\x1E\0\0\0\xA1\0\0\0\xA7\0\0\0\xA7\0\0\0\xB7\0\0\0\xB7\0\0\0\0\0\0\0\x02\0\xFF\xFF\x03\0 \0\0\0\xB7\0\0\0\xCB\0\0\0\xCB\0\0\0\xDF\0\0\0\xDF\0\0\0\x01\0\x01\0\xFF\xFF\x03\0\x04\0)\0\0\0\xDF\0\0\0\xE2\0\0\0\xE2\0\0\0\xED\0\0\0\xFB\0\0\0\x01\0\x01\0\xFF\xFF\x04\0\x05\0+\0\0\0\xFB\0\0\0\x05\x01\0\0\x05\x01\0\0\x17\x01\0\0\x17\x01\0\0\x01\0\x01\0\0\0\x05\0\x06\0-\0\0\0\x17\x01\0\0\x1A\x01\0\0\x1A\x01\0\0+\x01\0\0+\x01\0\0\x01\0\x01\0\xFF\xFF\x06\0\x07\0/\0\0\0+\x01\0\x004\x01\0\x004\x01\0\0K\x01\0\0K\x01\0\0\x01\0\x01\0\xFF\xFF\x07\0\x07\x002\0\0\0K\x01\0\0O\x01\0\0O\x01\0\0X\x01\0\0X\x01\0\0\x01\0\x01\0\xFF\xFF\x07\0\x07\x004\0\0\0X\x01\0\0]\x01\0\0]\x01\0\0j\x01\0\0j\x01\0\0\x02\0\0\0\0\0\xFF\xFF\x07\0;\0\0\0j\x01\0\0o\x01\0\0o\x01\0\0{\x01\0\0{\x01\0\0\x03\0\x01\0\0\0\xFF\xFF\x08\0=\0\0\0{\x01\0\0\x81\x01\0\0\x81\x01\0\0\x95\x01\0\0\x95\x01\0\0\x02\0\0\0\0\0\xFF\xFF\x07\0?\0\0\0"
            .as_chunks()
            .0,
        file: __c::file!(),
    };
    static __ROWS: [__c::Declaration; 14usize] = __c::rows(
        0,
        [const { __c::Declaration::new(&__DATA, 0) }; 14usize],
    );
    static __TABLE: __c::Table = __c::Table {
        language: "en",
        built_in: {
            static __TEXTS: __c::Texts = __c::reworded(
                &__c::texts::en::TEXTS,
                &[(__c::Key::Question, &["May we use ", "?"])],
            );
            &__TEXTS
        },
        title: __c::Some("Cookies"),
        introduction: &["What we store."],
        last_updated: __c::None,
        version: __c::None,
        controller: __c::None,
        elsewhere: __c::None,
        is_tied: false,
        site: __c::Some("https://example.org"),
        has_markup: true,
        print: &[
            (__c::Column::Cookie, __c::Some("Name")),
            (__c::Column::Purpose, __c::None),
            (__c::Column::Own("Sites concerned"), __c::None),
            (__c::Column::Duration, __c::Some("Kept for")),
            (__c::Column::Note, __c::None),
        ],
        parts: &[
            __c::Part::Section(__c::Some("About us"), &["A public body."]),
            __c::Part::Category(0u16),
            __c::Part::Category(1u16),
            __c::Part::Category(2u16),
        ],
        data: &__DATA,
        rows: &__ROWS,
        listed: &[],
        consent: __c::Some(3u16),
        fingerprint: 7238706763487833966u64,
        index: __c::Index {
            names: __c::Names {
                seed: 0u64,
                longest: 13u16,
                pilots: b"\0\0\x03\x08",
                slots: &__c::Slots(
                    *b"map\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x06\0\x03\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\0\0\0SessionIessionIdessionId\t\0\t\0\0\0\0\0_ga*\0\0\0\0_ga*\0\0\0\0\0\0\0\0\0\0\0\0\n\0\x04\0\0\0\0\0bask\0\0\0\0sket\0\0\0\0\0\0\0\0\0\0\0\0\x04\0\x06\0\0\0\0\0sessionionid_oldonid_old\x01\0\r\0\0\0\0\0play\0\0\0\0lays\0\0\0\0\0\0\0\0\0\0\0\0\x0C\0\x05\0\0\0\0\0languagelanguagelanguage\x02\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\0\0\0sessioniessionidessionid\0\0\t\0\0\0\0\0volu\0\0\0\0lume\0\0\0\0\0\0\0\0\0\0\0\0\r\0\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\0\0\0vide\0\0\0\0ideo\0\0\0\0\0\0\0\0\0\0\0\0\x0B\0\x05\0\0\0\0\0preferenferencesferences\x03\0\x0B\0\0\0\0\0",
                ),
            },
            twins: &[],
            heads: __c::Tree {
                nodes: &__c::Slots(
                    *b"\x01\0\0\0\xB5y7\x9B\xFF\xFF\xFF\xFF\xFF\xFF\0\x1B\x01\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x02\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x03\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x04\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x05\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x06\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x07\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\x1F\x08\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\t\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\n\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x0B\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x0C\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\r\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x0E\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x0F\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x10\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x11\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x12\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x13\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x14\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x15\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x16\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x17\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x18\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x19\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x1A\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x1B\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x1C\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x1D\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F\x1E\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x1F\x1F\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F \0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\x1F",
                ),
            },
            tails: __c::Tree {
                nodes: &__c::Slots(*b""),
            },
            patterns: &__c::Slots(
                *b"_pk_\0\0\0\0_id.\0\0\0\0\0\0\0\0\0\0\0\0\x05\0\xFF\xFF\0.\x07\x0Cvisi\0\0\0\0sit.\0\0\0\0\0\0\0\0\0\0\0\0\x07\0\xFF\xFF\0\0\x06\x06",
            ),
        },
        retired: &[
            __c::Retired {
                name: "old",
                pattern: __c::None,
                attributes: &__DATA.attributes[3usize],
            },
            __c::Retired {
                name: "old_{id}",
                pattern: __c::Some(
                    &__c::Pattern {
                        head: "old_",
                        holes: &[("id", "")],
                        token: true,
                    },
                ),
                attributes: &__DATA.attributes[4usize],
            },
        ],
        translations: &[
            __c::Translation {
                language: "fr",
                built_in: {
                    static __TEXTS: __c::Texts = __c::reworded(
                        &__c::texts::fr::TEXTS,
                        &[(__c::Key::Accept, &["Oui"]), (__c::Key::Reject, &["Non"])],
                    );
                    &__TEXTS
                },
                texts: &[
                    ("A name in other letters", "Un nom en d'autres lettres"),
                    ("A public body.", "Un organisme public."),
                    ("About us", "À propos"),
                    ("All", "Tous"),
                    ("Audience", "Audience"),
                    ("Cookies", "Cookies"),
                    ("Counts plays", "Compte les lectures"),
                    ("Draws a map", "Dessine une carte"),
                    ("Embedded media", "Médias intégrés"),
                    ("Holds the basket", "Garde le panier"),
                    ("Keeps the visitor signed in", "Garde la session"),
                    ("Keeps the visitor's **language**", "Garde la **langue**"),
                    ("Kept for", "Conservé"),
                    ("Name", "Nom"),
                    ("Needed", "Nécessaires"),
                    ("Only with maps", "Avec les cartes seulement"),
                    ("Plays a video", "Lit une vidéo"),
                    ("Remembers the answer", "Garde la réponse"),
                    ("Remembers the volume", "Garde le volume"),
                    ("Sign-in", "Connexion"),
                    ("Sites concerned", "Sites concernés"),
                    ("Tells visitors apart", "Distingue les visiteurs"),
                    ("Tells visits apart", "Distingue les visites"),
                    (
                        "The site does not work without these.",
                        "Le site ne fonctionne pas sans eux.",
                    ),
                    ("Warned of", "Avertissement"),
                    ("What we store.", "Ce que nous conservons."),
                    ("Whatever they set", "Ce qu'ils posent"),
                    ("as you choose", "à votre choix"),
                ],
            },
        ],
    };
    cookie_decl::Configured::new(__c::Policy::new(&__TABLE))
};
///A category of this table.
#[derive(cookie_decl::__private::PartialEq, cookie_decl::__private::Hash)]
pub(crate) enum Category {
    /**Needed (exempt from consent)

The site does not work without these.*/
    Necessary,
    ///Audience (stored with consent only)
    Statistics,
    ///Embedded media – Us (stored until the visitor objects)
    MediaUs,
    ///Embedded media – Matomo (stored until the visitor objects)
    MediaMatomo,
}
#[automatically_derived]
impl cookie_decl::__private::Clone for Category {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}
#[automatically_derived]
impl cookie_decl::__private::Copy for Category {}
#[automatically_derived]
impl cookie_decl::__private::Eq for Category {}
impl Category {
    ///Every category of this table, in the order of the table.
    pub(crate) const ALL: &'static [Self] = &[
        Self::Necessary,
        Self::Statistics,
        Self::MediaUs,
        Self::MediaMatomo,
    ];
    /// The identifier in the table.
    #[inline]
    pub(crate) const fn name(self) -> &'static str {
        self.info().name
    }
    ///The category's name as visitors read it, in the language of the table.
    #[inline]
    pub(crate) const fn title(self) -> &'static str {
        self.info().title
    }
    /// Everything that the table says of it.
    #[inline]
    pub(crate) const fn info(self) -> &'static cookie_decl::__private::CategoryInfo {
        &POLICY.table().categories()[self as usize]
    }
}
impl cookie_decl::__private::fmt::Debug for Category {
    #[inline]
    fn fmt(
        &self,
        f: &mut cookie_decl::__private::fmt::Formatter<'_>,
    ) -> cookie_decl::__private::fmt::Result {
        f.write_str(self.name())
    }
}
impl cookie_decl::__private::fmt::Display for Category {
    #[inline]
    fn fmt(
        &self,
        f: &mut cookie_decl::__private::fmt::Formatter<'_>,
    ) -> cookie_decl::__private::fmt::Result {
        f.write_str(self.name())
    }
}
impl cookie_decl::__private::FromStr for Category {
    type Err = cookie_decl::__private::UnknownName;
    #[inline]
    fn from_str(name: &str) -> cookie_decl::__private::Result<Self, Self::Err> {
        cookie_decl::__private::nth(Self::ALL, POLICY.table().number_of_category(name))
    }
}
impl<'n> cookie_decl::__private::TryFrom<&'n str> for Category {
    type Error = cookie_decl::__private::UnknownName;
    #[inline]
    fn try_from(name: &'n str) -> cookie_decl::__private::Result<Self, Self::Error> {
        cookie_decl::__private::FromStr::from_str(name)
    }
}
cookie_decl::__private::impl_serde!(Category);
impl cookie_decl::__private::Categories for Category {
    const TABLE: &'static cookie_decl::__private::Table = POLICY.table();
    const ALL: &'static [Self] = Self::ALL;
    #[inline]
    fn index(self) -> usize {
        self as usize
    }
}
/// The categories of this table as types, for the gates of its cookies.
pub(crate) mod category {
    /**Needed (exempt from consent)

The site does not work without these.*/
    pub(crate) enum Necessary {}
    ///Audience (stored with consent only)
    pub(crate) enum Statistics {}
    ///Embedded media – Us (stored until the visitor objects)
    pub(crate) enum MediaUs {}
    ///Embedded media – Matomo (stored until the visitor objects)
    pub(crate) enum MediaMatomo {}
}
impl cookie_decl::__private::CategoryType for category::Necessary {
    type Set = Category;
    const CATEGORY: Category = Category::Necessary;
}
impl cookie_decl::__private::CategoryType for category::Statistics {
    type Set = Category;
    const CATEGORY: Category = Category::Statistics;
}
impl cookie_decl::__private::Gated for category::Statistics {}
impl cookie_decl::__private::CategoryType for category::MediaUs {
    type Set = Category;
    const CATEGORY: Category = Category::MediaUs;
}
impl cookie_decl::__private::Gated for category::MediaUs {}
impl cookie_decl::__private::CategoryType for category::MediaMatomo {
    type Set = Category;
    const CATEGORY: Category = Category::MediaMatomo;
}
impl cookie_decl::__private::Gated for category::MediaMatomo {}
///A provider of this table.
#[derive(cookie_decl::__private::PartialEq, cookie_decl::__private::Hash)]
pub(crate) enum Provider {
    ///Us
    Us,
    ///Matomo
    Matomo,
}
#[automatically_derived]
impl cookie_decl::__private::Clone for Provider {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}
#[automatically_derived]
impl cookie_decl::__private::Copy for Provider {}
#[automatically_derived]
impl cookie_decl::__private::Eq for Provider {}
impl Provider {
    ///Every provider of this table, in the order of the table.
    pub(crate) const ALL: &'static [Self] = &[Self::Us, Self::Matomo];
    /// The identifier in the table.
    #[inline]
    pub(crate) const fn name(self) -> &'static str {
        self.info().name
    }
    ///The provider's name as visitors read it, in the language of the table.
    #[inline]
    pub(crate) const fn title(self) -> &'static str {
        self.info().title
    }
    /// Everything that the table says of it.
    #[inline]
    pub(crate) const fn info(self) -> &'static cookie_decl::__private::ProviderInfo {
        &POLICY.table().providers()[self as usize]
    }
}
impl cookie_decl::__private::fmt::Debug for Provider {
    #[inline]
    fn fmt(
        &self,
        f: &mut cookie_decl::__private::fmt::Formatter<'_>,
    ) -> cookie_decl::__private::fmt::Result {
        f.write_str(self.name())
    }
}
impl cookie_decl::__private::fmt::Display for Provider {
    #[inline]
    fn fmt(
        &self,
        f: &mut cookie_decl::__private::fmt::Formatter<'_>,
    ) -> cookie_decl::__private::fmt::Result {
        f.write_str(self.name())
    }
}
impl cookie_decl::__private::FromStr for Provider {
    type Err = cookie_decl::__private::UnknownName;
    #[inline]
    fn from_str(name: &str) -> cookie_decl::__private::Result<Self, Self::Err> {
        cookie_decl::__private::nth(Self::ALL, POLICY.table().number_of_provider(name))
    }
}
impl<'n> cookie_decl::__private::TryFrom<&'n str> for Provider {
    type Error = cookie_decl::__private::UnknownName;
    #[inline]
    fn try_from(name: &'n str) -> cookie_decl::__private::Result<Self, Self::Error> {
        cookie_decl::__private::FromStr::from_str(name)
    }
}
cookie_decl::__private::impl_serde!(Provider);
impl cookie_decl::__private::Providers for Provider {
    #[inline]
    fn info(self) -> &'static cookie_decl::__private::ProviderInfo {
        Self::info(self)
    }
}
/// What a visitor agreed to, over the categories of this table.
pub(crate) type Consent = cookie_decl::Consent<Category>;
#[doc(hidden)]
type __Cookie0 = cookie_decl::Cookie<
    cookie_decl::Exempt<category::Necessary>,
    cookie_decl::__private::String,
>;
#[doc(hidden)]
type __Cookie2 = cookie_decl::Cookie<
    cookie_decl::OptOut<category::MediaUs>,
    cookie_decl::__private::String,
>;
/**`sessionid`: Keeps the visitor signed in

Category Needed, provider Us, duration as you choose, Sign-in.*/
pub(crate) const SESSION: __Cookie0 = __Cookie0::new(0u16);
/**`language`: Keeps the visitor's **language**

Category Needed, provider Us, duration 12 months.*/
pub(crate) const LANGUAGE: cookie_decl::Configured<
    crate::Config,
    cookie_decl::Cookie<cookie_decl::Exempt<category::Necessary>, crate::Locale>,
> = cookie_decl::Configured::new(cookie_decl::Cookie::new(2u16));
/**`preferences`: Remembers the answer

Category Needed, provider Us, duration 6 months.*/
pub(crate) const PREFERENCES: cookie_decl::Cookie<
    cookie_decl::Exempt<category::Necessary>,
    Consent,
> = cookie_decl::Cookie::new(3u16);
/**`basket`: Holds the basket

Category Needed, provider Us, duration at most 4 weeks.*/
pub(crate) const BASKET: cookie_decl::Configured<
    crate::Config,
    cookie_decl::Cookie<
        cookie_decl::Exempt<category::Necessary>,
        cookie_decl::__private::String,
    >,
> = cookie_decl::Configured::new(cookie_decl::Cookie::new(4u16));
/**`map`: Draws a map

Category Audience, provider Matomo, duration until it is deleted.*/
pub(crate) const MAP: cookie_decl::Configured<
    crate::Config,
    cookie_decl::Declared<cookie_decl::OptIn<category::Statistics>>,
> = cookie_decl::Configured::new(cookie_decl::Declared::new(6u16));
/**`visit.{id}`: Tells visits apart

Category Audience, provider Matomo, duration 30 minutes after the last use.*/
pub(crate) const VISIT: cookie_decl::CookieFamily<
    cookie_decl::OptIn<category::Statistics>,
    u64,
> = cookie_decl::CookieFamily::new(7u16);
/**`video`: Plays a video

Category Embedded media, provider Us, duration 1 day.*/
pub(crate) const VIDEO: __Cookie2 = __Cookie2::new(11u16);
macro_rules! __cookie_of_crate_cookies {
    ("sessionid") => {
        $crate::cookies::SESSION
    };
    ("language") => {
        $crate::cookies::LANGUAGE
    };
    ("preferences") => {
        $crate::cookies::PREFERENCES
    };
    ("basket") => {
        $crate::cookies::BASKET
    };
    ("map") => {
        $crate::cookies::MAP
    };
    ("visit.{id}") => {
        $crate::cookies::VISIT
    };
    ("video") => {
        $crate::cookies::VIDEO
    };
    (@ used) => {};
    ($($typed:tt)+) => {
        cookie_decl::__private::undeclared! { [cookie_decl] [$crate::cookies::]
        ["sessionid" SESSION, "sessionid_old", "language" LANGUAGE, "preferences"
        PREFERENCES, "basket" BASKET, "_pk_id.{site}.{hash}", "map" MAP, "visit.{id}"
        VISIT, "SessionId", "_ga*", "video" VIDEO, "plays", "volume",] $($typed)+ }
    };
}
pub(crate) use __cookie_of_crate_cookies as cookie;
