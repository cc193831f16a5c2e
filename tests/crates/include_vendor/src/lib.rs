//! Rows about somebody else's cookies. Nobody's code uses them here.
#![no_std]

mod captcha;
mod measure;

pub use captcha::captcha;
pub use measure::measure;
