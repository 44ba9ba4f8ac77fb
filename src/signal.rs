//! Signal that views follow.
//!
//! Leptos compiles its signals anew for every type they hold: with a dozen types that was 70 kB of wasm. Here there is one
//! kind of signal, a counter, and the values stand beside it.

use leptos::prelude::*;
use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

/// A value whose changes are noticed. Cheap to copy; it lives as long as the part of the page that made it.
pub struct Signal<T> {
    changes: RwSignal<u32>,
    value: StoredValue<Rc<dyn Any>, LocalStorage>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

#[inline(never)]
fn keep(value: Rc<dyn Any>) -> (RwSignal<u32>, StoredValue<Rc<dyn Any>, LocalStorage>) {
    (RwSignal::new(0), StoredValue::new_local(value))
}

#[inline(never)]
fn find(value: StoredValue<Rc<dyn Any>, LocalStorage>) -> Option<Rc<dyn Any>> {
    value.try_get_value()
}

#[inline(never)]
fn changed(changes: RwSignal<u32>) {
    changes.try_update(|changes| *changes = changes.wrapping_add(1));
}

#[inline(never)]
fn follow(changes: RwSignal<u32>) {
    changes.track();
}

impl<T: 'static> Signal<T> {
    pub fn new(value: T) -> Signal<T> {
        Signal::of(Rc::new(RefCell::new(value)))
    }

    /// A handle on a value that may outlive this part of the page.
    pub fn of(value: Rc<RefCell<T>>) -> Signal<T> {
        let (changes, value) = keep(value);
        Signal { changes, value, kind: PhantomData }
    }

    /// Reads the value, and follows it.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        follow(self.changes);
        self.with_untracked(read)
    }

    /// Reads the value.
    ///
    /// # Panics
    /// After the part of the page that made it is gone; views are gone with it.
    #[expect(clippy::expect_used, reason = "a program that reads what is gone had better start afresh")]
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        let value = find(self.value).expect("a view reads while it is there");
        let value = value.downcast_ref::<RefCell<T>>().expect("the type it was made with");
        read(&value.borrow())
    }

    /// Whether the part of the page that made it is still there.
    pub fn alive(self) -> bool {
        find(self.value).is_some()
    }

    /// Changes the value; `None` when it is gone (a late timer, an answer to somebody who left).
    pub fn update<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let value = find(self.value)?;
        let result = change(&mut value.downcast_ref::<RefCell<T>>()?.borrow_mut());
        changed(self.changes);
        Some(result)
    }

    pub fn set(self, new: T) {
        self.update(|value| *value = new);
    }
}

impl<T: Clone + 'static> Signal<T> {
    /// A copy of the value, and follows it.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// A number that is worked out anew when what it follows changes, and only then tells others. Read it with `get`: a memo
/// that is only tracked is never worked out, and tells nobody.
pub fn memo(work: impl Fn() -> u32 + Send + Sync + 'static) -> Memo<u32> {
    fn boxed(work: Box<dyn Fn() -> u32 + Send + Sync>) -> Memo<u32> {
        Memo::new(move |_| work())
    }
    boxed(Box::new(work))
}

/// A yes or no that is worked out anew when what it follows changes.
pub fn memo_bool(work: impl Fn() -> bool + Send + Sync + 'static) -> Memo<u32> {
    memo(move || u32::from(work()))
}

/// Does something now, and anew when what it read has changed; it ends with the part of the page that made it. Of one kind too: what is
/// kept from one time to the next, the closure keeps.
pub fn effect(act: impl FnMut() + 'static) {
    fn boxed(mut act: Box<dyn FnMut()>) {
        Effect::new(move |_: Option<()>| act());
    }
    boxed(Box::new(act));
}

/// Whether a memo made by [`memo_bool`] says yes.
#[inline(never)]
pub fn get_bool(memo: Memo<u32>) -> bool {
    memo.get() == 1
}
