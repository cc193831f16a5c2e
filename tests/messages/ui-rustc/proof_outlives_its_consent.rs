#[path = "shared/cookies.rs"]
mod cookies;

fn main() {
    let ok = {
        let consent = cookies::Consent::accept_all(0);
        consent.granted().unwrap()
    };
    let _ = cookies::RECENT.set(ok, "42");
}
