//! Files that are not what they should be: the right reason, a sentence that names the path, and nothing touched.

mod bad;
mod faults;
mod flipped;
mod full;
mod kept;
mod logs;
mod mounted;
mod rescued;
mod swapped;
