//! A signature as a browser sends it: sealed, with what the hub must know beside it.

use super::values::{Bytes, Natural, Private, Text};
use crate::read::wire;

wire! {
    /// A signature. Exactly one of `email` and `code` is given.
    pub struct Signing {
        /// The sealed record for the organisers.
        pub record: Bytes,
        /// A sealed copy for each partner whose box was ticked.
        pub copies: Vec<Copied>,
        /// Where the link to confirm goes. Kept in memory until the mail is sent, never written.
        pub email: Option<Private>,
        /// A one-time code from an organiser.
        pub code: Option<Private>,
        /// Twelve bits of a hash of the name, beside an email address.
        pub name_tag: Option<Natural>,
        /// Where the signer lives, roughly.
        pub areas: Placed,
        /// The id of the category.
        pub category: Text,
        /// The ids of up to three demands that matter most.
        pub priorities: Vec<Text>,
        /// The hash of the demands as they were shown, in hexadecimal.
        pub demands: Text,
        /// The version of the consent wording as it was shown.
        pub consent: Natural,
        /// The key epoch that the record is sealed in.
        pub epoch: Natural,
        /// The partner on whose page it was signed.
        pub partner: Option<Text>,
        /// The language in which it was signed.
        pub language: Text,
        /// How long filling in took.
        pub seconds: Natural,
        /// The solved puzzle, where the hub has asked for one.
        pub proof: Option<Solution>,
    }

    /// A sealed copy for one partner.
    pub struct Copied {
        /// The partner's id.
        pub partner: Text,
        /// The copy, sealed to the partner's key.
        pub record: Bytes,
    }

    /// Where a signer lives, as roughly as it leaves the device.
    pub struct Placed {
        /// The letters of the postcode.
        pub area: Text,
        /// The nation's id.
        pub nation: Option<Text>,
        /// The region's id.
        pub region: Option<Text>,
        /// The council's code.
        pub council: Option<Text>,
        /// The constituency's code.
        pub constituency: Option<Text>,
    }

    /// A solved puzzle in ALTCHA's form: SHA-256(salt + number) = challenge.
    pub struct Solution {
        /// The challenge, as it was given.
        pub challenge: Text,
        /// The salt, as it was given.
        pub salt: Text,
        /// The number that was found.
        pub number: Natural,
        /// The signature, as it was given.
        pub signature: Text,
    }
}
