//! The server of the shop, and with the feature `web` its page.

fn main() {
    shop_dioxus::start();
}
