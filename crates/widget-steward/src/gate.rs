//! Waiting for something that is called back: an answer, a timer, a person.

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use yew::Callback;

/// What will come once.
struct Inner<T> {
    here: Option<T>,
    waits: Option<Waker>,
}

/// A place where one thing is handed over.
pub(crate) struct Gate<T>(Rc<RefCell<Inner<T>>>);

impl<T: 'static> Gate<T> {
    pub(crate) fn new() -> Self {
        Self(Rc::new(RefCell::new(Inner {
            here: None,
            waits: None,
        })))
    }

    /// The same place, for whoever hands over.
    pub(crate) fn same(&self) -> Self {
        Self(Rc::clone(&self.0))
    }

    /// Hands it over.
    pub(crate) fn give(&self, what: T) {
        let mut inner = self.0.borrow_mut();
        inner.here = Some(what);
        let waits = inner.waits.take();
        // Whoever is woken may look at once.
        drop(inner);
        if let Some(waker) = waits {
            waker.wake();
        }
    }

    /// The same as a callback.
    pub(crate) fn callback(&self) -> Callback<T> {
        let gate = self.same();
        Callback::from(move |what| gate.give(what))
    }

    /// Waits for it.
    pub(crate) async fn taken(&self) -> T {
        poll_fn(|context| {
            let mut inner = self.0.borrow_mut();
            match inner.here.take() {
                Some(what) => Poll::Ready(what),
                None => {
                    inner.waits = Some(context.waker().clone());
                    Poll::Pending
                }
            }
        })
        .await
    }
}
