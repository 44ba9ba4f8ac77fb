//! Names that change with the content, so that a browser may keep a file for ever.

/// FNV-1a, 64 bits, in 12 hexadecimal digits. It tells versions of our own files apart; it guards against nobody.
pub fn short(parts: &[&[u8]]) -> String {
    // The length keeps ("ab", "c") and ("a", "bc") apart.
    let bytes = parts.iter().flat_map(|part| (part.len() as u64).to_le_bytes().into_iter().chain(part.iter().copied()));
    format!("{:016x}", fnv1a(bytes))[4..].to_owned()
}

/// FNV-1a, 64 bits.
pub fn fnv1a(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let mix = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, mix)
}

#[cfg(test)]
mod tests {
    use super::{fnv1a, short};

    #[test]
    fn the_same_content_has_the_same_name_everywhere() {
        assert_eq!(short(&[b"stapwijzer"]), "b7cc4726b3e2");
        assert_eq!(short(&[]), "9ce484222325");
    }

    #[test]
    fn the_sums_are_those_of_the_published_examples() {
        assert_eq!(fnv1a(*b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(*b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn other_content_has_another_name() {
        assert_ne!(short(&[b"a"]), short(&[b"b"]));
        assert_ne!(short(&[b"ab", b"c"]), short(&[b"a", b"bc"]));
        assert_ne!(short(&[b"a"]), short(&[b"a", b""]));
    }
}
