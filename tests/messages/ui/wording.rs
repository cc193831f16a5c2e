mod cookies {
    cookie_decl::declare_cookies! {
        policy;

        wording {
            acept = "Yes to everything";
            question = "May we?";
            reject = "No to {categories}";
            save: "Keep it";
            back = "";
            saved = "Kept";
            saved = "Your choice is kept";
        }
    }
}

fn main() {}
