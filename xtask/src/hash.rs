//! Names that change with the content, so that a browser may keep a file for ever.

/// FNV-1a, 64 bits, in 12 hexadecimal digits. It tells versions of our own files apart; it guards against nobody.
pub fn short(parts: &[&[u8]]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut take = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    for part in parts {
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        (part.len() as u64).to_le_bytes().into_iter().for_each(&mut take);
        part.iter().copied().for_each(&mut take);
    }
    format!("{hash:016x}")[4..].to_owned()
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn the_same_content_has_the_same_name_everywhere() {
        assert_eq!(short(&[b"stapwijzer"]), "b7cc4726b3e2");
        assert_eq!(short(&[]), "9ce484222325");
    }

    #[test]
    fn other_content_has_another_name() {
        assert_ne!(short(&[b"a"]), short(&[b"b"]));
        assert_ne!(short(&[b"ab", b"c"]), short(&[b"a", b"bc"]));
        assert_ne!(short(&[b"a"]), short(&[b"a", b""]));
    }
}
