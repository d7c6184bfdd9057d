//! Waiting for a file that another console has locked.

use std::cell::RefCell;
use std::marker::PhantomData;
use std::time::Duration;

/// Four consoles that write at once wait milliseconds; after so many tries, five seconds at the least, something is
/// wrong.
const TRIES: i32 = 2_500;

/// A twentieth of a second at the least.
const FEW_TRIES: i32 = 25;

/// Waits for the console that writes just now; says whether to try again.
///
/// The engine's own pauses grow to a tenth of a second, and whoever has waited long is passed by consoles that come
/// just then: on a busy machine one of four that work without a break could wait until it gave up. Short pauses give
/// all the same chance; their lengths differ so that two do not always wake together.
pub(super) fn wait(tries: i32) -> bool {
    WAITING.with(|waiting| {
        if let Ok(mut waiting) = waiting.try_borrow_mut()
            && let Some(tell) = waiting.as_mut()
        {
            tell(tries);
        }
    });
    pause(tries);
    tries < TRIES
}

/// Waits for as long as nobody notices.
pub(super) fn wait_briefly(tries: i32) -> bool {
    pause(tries);
    tries < FEW_TRIES
}

#[allow(clippy::disallowed_methods, reason = "another process has the file: there is no event to wait for")]
pub(super) fn pause(tries: i32) {
    let pause = 1 + tries.rem_euclid(7) / 2;
    std::thread::sleep(Duration::from_millis(u64::try_from(pause).unwrap_or(1)));
}

type Tell = Box<dyn FnMut(i32)>;

thread_local! {
    static WAITING: RefCell<Option<Tell>> = const { RefCell::new(None) };
}

/// Has `tell` called again and again while this thread waits for a file that somebody else has locked, with the count of
/// tries from 0 on; until the guard goes.
pub fn while_waiting(tell: impl FnMut(i32) + 'static) -> Telling {
    WAITING.set(Some(Box::new(tell)));
    Telling(PhantomData)
}

/// Ends what [`while_waiting`] began. It stays on its thread.
#[derive(Debug)]
pub struct Telling(PhantomData<*const ()>);

impl Drop for Telling {
    fn drop(&mut self) {
        WAITING.set(None);
    }
}
