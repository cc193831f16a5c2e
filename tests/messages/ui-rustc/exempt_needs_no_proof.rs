#[path = "shared/cookies.rs"]
mod cookies;

fn main() {
    let consent = cookies::Consent::accept_all(0);
    let _ = consent.granted::<cookies::category::Necessary>();
}
