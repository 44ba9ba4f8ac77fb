//! The Uniforme Productnamenlijst: the national names of what government offers, with their URIs (`data/upl.csv`).

/// Where the URIs of products begin.
pub const TERMS: &str = "http://standaarden.overheid.nl/owms/terms/";

const LIST: &str = include_str!("../../data/upl.csv");

/// All products: the name, and the URI without [`TERMS`].
pub fn products() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = LIST.lines().skip(1).filter_map(|row| row.rsplit_once(','));
    rows.filter_map(|(name, uri)| Some((name.trim_matches('"'), uri.strip_prefix(TERMS)?)))
}

/// The URI of a product, without [`TERMS`]; `None` when the list does not have the name.
pub fn uri(product: &str) -> Option<&'static str> {
    products().find(|(name, _)| *name == product).map(|(_, uri)| uri)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read() {
        assert_eq!(products().count(), LIST.lines().count() - 1);
        assert_eq!(uri("zorgtoeslag"), Some("zorgtoeslag"));
        assert_eq!(uri("ww-uitkering"), Some("wwUitkering"));
        assert_eq!(uri("gratis ijs"), None);
    }
}
