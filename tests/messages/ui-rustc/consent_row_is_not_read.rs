#[path = "shared/cookies.rs"]
mod cookies;

fn main() {
    let request = cookie_decl::RequestCookies::from_header("preferences=x");
    let _ = cookies::PREFERENCES.get(request);
}
