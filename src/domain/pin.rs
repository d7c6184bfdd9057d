//! The leaders' PIN (mã trưởng nhóm): one for all who lead the team of a desk.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};

/// How many digits a PIN has at least, and at most.
pub const SHORTEST: usize = 4;
pub const LONGEST: usize = 12;

/// So many seconds somebody waits at most after a wrong PIN.
pub const LONGEST_WAIT: i64 = 60;

/// What is hashed beside a PIN, so that one PIN has another hash at each desk.
pub type Salt = [u8; 16];

/// By which a PIN is known again.
pub type Hash = [u8; 32];

/// Argon2id as OWASP's "Password Storage Cheat Sheet" asks for it: 19 MiB of memory, in KiB; two passes; one lane.
const MEMORY: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Some digits that somebody typed as a PIN. No log can say them.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

impl Pin {
    /// What was typed, if it can be a PIN: 4 to 12 digits.
    pub fn parse(typed: &str) -> Option<Self> {
        let is_pin =
            (SHORTEST..=LONGEST).contains(&typed.len()) && typed.bytes().all(|one| one.is_ascii_digit());
        is_pin.then(|| Self(typed.to_owned()))
    }

    /// Its hash, which takes some hundredths of a second.
    ///
    /// # Errors
    /// None for the lengths that are given here.
    pub fn hash(&self, salt: &Salt) -> Result<Hash, argon2::Error> {
        let params = Params::new(MEMORY, PASSES, LANES, None)?;
        let mut hash = Hash::default();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(
            self.0.as_bytes(),
            salt,
            &mut hash,
        )?;
        Ok(hash)
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Pin")
    }
}

/// How many seconds nobody may try again after so many wrong tries in a row: 1, 2, 4 … 60.
pub fn wait_after(tries: u32) -> i64 {
    let doublings = tries.saturating_sub(1).min(6);
    if tries == 0 { 0 } else { (1 << doublings).min(LONGEST_WAIT) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_has_four_to_twelve_digits_and_is_never_shown_to_a_log() {
        for (typed, is_pin) in [
            ("1234", true),
            ("123456789012", true),
            ("123", false),
            ("1234567890123", false),
            ("12a4", false),
            ("", false),
            ("१२३४", false),
        ] {
            assert_eq!(Pin::parse(typed).is_some(), is_pin, "{typed}");
        }
        assert_eq!(format!("{:?}", Pin::parse("4711").unwrap()), "Pin");
    }

    /// The first hash begins as the reference implementation's: `hash_secret_raw(b"4711", b"saltsaltsaltsalt", 2, 19456, 1, 32,
    /// Type.ID)` of argon2-cffi.
    #[test]
    fn a_hash_is_argon2s_and_another_one_with_another_salt() {
        let pin = Pin::parse("4711").unwrap();
        let salt = *b"saltsaltsaltsalt";
        let hash = u128::from_be_bytes(pin.hash(&salt).unwrap()[..16].try_into().unwrap());
        assert_eq!(hash, 0x921d_837a_f0a7_0a17_6976_7a40_c083_feca);
        assert_ne!(pin.hash(&salt).unwrap(), pin.hash(&[0; 16]).unwrap());
        assert_ne!(pin.hash(&salt).unwrap(), Pin::parse("4712").unwrap().hash(&salt).unwrap());
    }

    #[test]
    fn each_wrong_try_doubles_the_wait_up_to_a_minute() {
        let waits: Vec<i64> = (0..9).map(wait_after).collect();
        assert_eq!(waits, [0, 1, 2, 4, 8, 16, 32, 60, 60]);
        assert_eq!(wait_after(u32::MAX), 60);
    }
}
