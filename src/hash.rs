//! FNV-1a: a small hash that is the same on every machine and in every release, for tables and for draws. Not for secrets.

/// The 32-bit FNV-1a hash of some bytes.
pub fn fnv1a(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test vectors of the authors (Fowler, Noll, Vo).
    #[test]
    fn it_is_fnv1a() {
        for (text, hash) in [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)] {
            assert_eq!(fnv1a(text.bytes()), hash, "{text}");
        }
    }
}
