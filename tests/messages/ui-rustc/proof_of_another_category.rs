#[path = "shared/cookies.rs"]
mod cookies;

fn main() {
    let consent = cookies::Consent::accept_all(0);
    let Some(ok) = consent.granted::<cookies::category::Appearance>() else { return };
    let _ = cookies::RECENT.set(ok, "42");
}
