//! Uses another crate's table. Neither `cookie_decl` nor `biscuits` is a name here.

/// The name, found by the exported macro.
pub fn session() -> &'static str {
    renamed::cookies::cookie!("sessionid").name()
}

/// The name, passed through a macro of this crate.
pub fn forwarded() -> &'static str {
    macro_rules! name_of {
        ($name:literal) => {
            renamed::cookies::cookie!($name).name()
        };
    }
    name_of!(r"language")
}

/// Uses a row with an expression under a configuration.
pub fn is_secure(tls: bool) -> bool {
    use renamed::cookies::cookie as declared;
    declared!("language")
        .at(&renamed::Config { tls })
        .attributes()
        .is_some_and(|attributes| attributes.secure())
}
