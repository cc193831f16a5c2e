#[path = "shared/cookies.rs"]
mod cookies;

fn main() {
    let consent = cookies::Consent::accept_all(0);
    let Some(ok) = consent.granted() else { return };
    let _ = cookies::VISIT.set(ok, "42");
}
