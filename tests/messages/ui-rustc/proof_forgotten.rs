#[path = "shared/cookies.rs"]
mod cookies;

fn main() {
    let _ = cookies::RECENT.set("42");
}
