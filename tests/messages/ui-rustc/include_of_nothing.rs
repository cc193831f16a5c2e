//! The path of an `include` leads to an exported table.

mod cookies {
    cookie_decl::declare_cookies! {
        pub policy in crate::cookies export own;
        include include_vendor::mesure in Necessary;
        /// Needed
        ///
        /// The shop does not work without these.
        category Necessary: exempt {
        }
    }
}

fn main() {}
