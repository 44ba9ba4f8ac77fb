//! The only place where typed text lives: a buffer of fixed size that forgets.

use std::fmt;
use std::sync::atomic::{Ordering, compiler_fence};

/// Text that was typed. It never grows, so no copy stays behind in freed memory; it lies on the heap, so moving the
/// buffer copies nothing; what is taken out, cleared or dropped is overwritten with zeros.
///
/// There is no `Clone`, and `Debug` shows no content. Positions are bytes, except where a name says `utf16`: a browser
/// counts the characters of a field in UTF-16 units.
#[derive(Default)]
pub struct Buffer {
    bytes: Box<[u8]>,
    len: usize,
}

impl Buffer {
    pub fn with_capacity(bytes: usize) -> Buffer {
        Buffer { bytes: vec![0; bytes].into_boxed_slice(), len: 0 }
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Adds a character at the end; `false` when it has no room.
    pub fn push(&mut self, c: char) -> bool {
        let end = self.len + c.len_utf8();
        let Some(room) = self.bytes.get_mut(self.len..end) else { return false };
        c.encode_utf8(room);
        self.len = end;
        true
    }

    /// Adds all of the text at the end, or nothing when it has no room.
    pub fn push_str(&mut self, text: &str) -> bool {
        let end = self.len + text.len();
        let Some(room) = self.bytes.get_mut(self.len..end) else { return false };
        room.copy_from_slice(text.as_bytes());
        self.len = end;
        true
    }

    /// Keeps the first `len` bytes; a position within a character becomes the one before it.
    pub fn truncate(&mut self, len: usize) {
        let len = self.as_str().floor_char_boundary(len);
        zeroise(&mut self.bytes[len..]);
        self.len = len;
    }

    /// Takes out what stands after the first `len` bytes.
    pub fn split_off(&mut self, len: usize) -> Buffer {
        let at = self.as_str().floor_char_boundary(len);
        let mut tail = Buffer::with_capacity(self.len - at);
        tail.push_str(&self.as_str()[at..]);
        self.truncate(at);
        tail
    }

    /// Overwrites everything with zeros.
    pub fn clear(&mut self) {
        self.truncate(0);
    }

    /// How long a browser says the text is.
    pub fn utf16_len(&self) -> usize {
        self.as_str().chars().map(char::len_utf16).sum()
    }

    /// The byte range of a selection in UTF-16 units. Ends that are swapped or too far are mended; half a character
    /// becomes a whole one.
    pub fn utf16_range(&self, start: usize, end: usize) -> (usize, usize) {
        let (start, end) = (start.min(end), start.max(end));
        let (mut units, mut from, mut to) = (0, self.len, self.len);
        for (at, c) in self.as_str().char_indices() {
            let next = units + c.len_utf16();
            if start < next {
                from = from.min(at);
            }
            if end <= units {
                to = to.min(at);
            }
            units = next;
        }
        (from, to.max(from))
    }
}

/// Overwrites with zeros in a way that the compiler may not leave out.
#[expect(unsafe_code, reason = "a write that is not volatile may be left out")]
pub(in crate::practice) fn zeroise(bytes: &mut [u8]) {
    for byte in bytes {
        // SAFETY: `byte` is an exclusive reference, so it is valid and aligned for writing.
        unsafe { std::ptr::write_volatile(byte, 0) };
    }
    compiler_fence(Ordering::SeqCst);
}

impl Drop for Buffer {
    fn drop(&mut self) {
        zeroise(&mut self.bytes);
    }
}

impl fmt::Debug for Buffer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Buffer(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn buffer(text: &str) -> Buffer {
        let mut buffer = Buffer::with_capacity(32);
        assert!(buffer.push_str(text));
        buffer
    }

    #[test]
    fn what_leaves_the_buffer_is_overwritten() {
        let mut kanarie = buffer("kanarie");
        assert!(kanarie.bytes.starts_with(b"kanarie"), "the control: it is there while it is there");
        kanarie.truncate(3);
        assert!(kanarie.bytes.starts_with(b"kan\0\0\0\0\0"));
        let tail = kanarie.split_off(1);
        assert_eq!((kanarie.as_str(), tail.as_str()), ("k", "an"));
        assert!(kanarie.bytes.starts_with(b"k\0\0"));
        kanarie.clear();
        assert!(kanarie.bytes.iter().all(|byte| *byte == 0) && kanarie.is_empty());
    }

    #[test]
    fn it_never_grows_and_never_moves() {
        let mut small = Buffer::with_capacity(4);
        let place = small.bytes.as_ptr();
        assert!(small.push('a') && small.push('é') && !small.push('é') && small.push('b') && !small.push('c'));
        assert!(!small.push_str("x") && small.push_str(""));
        assert_eq!((small.as_str(), small.len(), small.bytes.as_ptr()), ("aéb", 4, place));
    }

    #[test]
    fn debug_tells_nothing() {
        assert_eq!(format!("{:?}", buffer("geheim")), "Buffer(…)");
    }

    #[track_caller]
    fn check(text: &str, start: usize, end: usize, expected: &str) {
        let buffer = buffer(text);
        let (from, to) = buffer.utf16_range(start, end);
        assert_eq!(&buffer.as_str()[from..to], expected, "{text} {start}..{end}");
    }

    #[test]
    fn selections_are_counted_as_a_browser_counts() {
        check("abc", 0, 0, "");
        check("abc", 1, 2, "b");
        check("abc", 2, 1, "b");
        check("abc", 0, 99, "abc");
        check("abc", 7, 99, "");
        check("aéb", 1, 2, "é");
        check("a😀b", 1, 3, "😀");
        check("a😀b", 2, 3, "😀");
        check("a😀b", 1, 2, "😀");
        check("a😀b", 3, 4, "b");
        check("😀😀", 2, 4, "😀");
        check("", 3, 4, "");
        assert_eq!(buffer("a😀é").utf16_len(), 4);
    }

    #[test]
    fn half_a_character_is_cut_before_it() {
        let mut text = buffer("aé");
        text.truncate(2);
        assert_eq!(text.as_str(), "a");
        assert_eq!(buffer("aé").split_off(2).as_str(), "é");
        text.truncate(99);
        assert_eq!(text.as_str(), "a");
    }
}
