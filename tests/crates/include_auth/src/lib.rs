//! A library that sets cookies. Neither its users' tables nor `cookie_decl` are known here.
#![no_std]

extern crate alloc;

use alloc::borrow::Cow;

use biscuits::error::{SetError, ValueError};
use biscuits::value::CookieValue;
use biscuits::{Granted, SetCookie};

/// The table.
pub mod cookies {
    biscuits::declare_cookies! {
        language fr;
        last_updated "2026-11-24";
        /// Cookies
        pub policy in crate::cookies export auth_cookies;

        provider Auth = "Auth" { domain: "auth.example", country: "Irlande" }

        /// Nécessaires
        ///
        /// Sans eux, pas de session.
        category Session: exempt {
            with provider = Auth;
            cookie | duration;
            /// Garde la session
            SESSION = "__Host-session" | 2 weeks;
            /// Garde le choix
            PREFERENCES: Consent = "__Host-auth-choice" | 6 months;
            include include_vendor::captcha;
        }

        /// Confort
        category Devices: opt_in {
            cookie | duration | "Où";
            /// Reconnaît cet appareil
            DEVICE: crate::Device = "device" | 30 days | "Partout";
        }

        translation en {
            "Cookies" => "Cookies";
            "Nécessaires" => "Needed";
            "Sans eux, pas de session." => "There is no session without them.";
            "Garde la session" => "Keeps you signed in";
            "Garde le choix" => "Remembers your choice";
            "Confort" => "Comfort";
            "Où" => "Where";
            "Reconnaît cet appareil" => "Remembers this device";
            "Partout" => "Everywhere";
            "Irlande" => "Ireland";
        }
    }
}

pub use cookies::auth_cookies;

/// The number of a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Device(pub u32);

impl CookieValue for Device {
    fn decode(text: &str) -> Result<Self, ValueError> {
        u32::decode(text).map(Self)
    }

    fn encode(&self) -> Result<Cow<'_, str>, ValueError> {
        Ok(self.0.encode()?.into_owned().into())
    }
}

/// Signs a visitor in.
///
/// # Errors
/// Fails if the token cannot be the value of a cookie.
pub fn sign_in(token: &str) -> Result<SetCookie, SetError> {
    cookies::SESSION.set(token)
}

/// Remembers a device, with the consent.
///
/// # Errors
/// None: a number is a value of a cookie.
pub fn remember(
    proof: Granted<'_, cookies::category::Devices>,
    device: Device,
) -> Result<SetCookie, SetError> {
    cookies::DEVICE.set(proof, device)
}
