//! Enumerations that are stored and exported by a short code.

/// Declares an enumeration whose values have a stable code in the database, in CSV and in JSON.
///
/// A code, once released, never changes its meaning: files at desks hold it.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$value_doc])* #[serde(rename = $code)] $value,)+
        }

        impl $name {
            /// Every value, in the order in which a person is offered them.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The code that files hold.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$value => $code),+ }
            }

            /// The value of a code, or `None` for one that this program does not know.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$value),)+ _ => None }
            }

            /// The value after this one, round and round.
            #[must_use]
            pub fn next(self) -> Self {
                let at = Self::ALL.iter().position(|one| *one == self).unwrap_or(0);
                Self::ALL[(at + 1) % Self::ALL.len()]
            }

            /// The value before this one, round and round.
            #[must_use]
            pub fn previous(self) -> Self {
                let at = Self::ALL.iter().position(|one| *one == self).unwrap_or(0);
                Self::ALL[(at + Self::ALL.len() - 1) % Self::ALL.len()]
            }
        }
    };
}

pub(crate) use coded;
