//! Who is practised with: fictional people with official test numbers and reserved addresses, nothing of anybody real.

use crate::placeholders;

/// A fictional person with the values on the practice card.
#[derive(Debug, PartialEq, Eq)]
pub struct Persona {
    pub id: &'static str,
    values: &'static [(&'static str, &'static str)],
}

/// Noor Voorbeeld moves from Oefendorp to Voorbeeldstad.
///
/// The BSN is one of the official fictitious numbers (domain-facts.md, "Safe practice data"), example.org is reserved,
/// 1234 AB is DigiD's own example of a postcode, and the phone number is masked because no Dutch number is reserved.
static NOOR: Persona = Persona {
    id: "noor",
    values: &[
        ("firstName", "Noor"),
        ("name", "Noor Voorbeeld"),
        ("username", "noorvoorbeeld"),
        ("password", "Oefen-7dagen"),
        // Short, because it is typed three times; unlike the one above, so that the two are not mixed up.
        ("oldPassword", "Oefen-19"),
        // A password that breaks the rules, and one that keeps them.
        ("weakPassword", "oefenen1"),
        ("newPassword", "Leren-8weken"),
        ("pin", "13579"),
        ("weakPin", "12345"),
        ("oldPin", "24680"),
        // Codes that can never be real: those have no vowels after the first letter.
        ("activationCode", "AOEFEN123"),
        ("oldActivationCode", "AOEFEN789"),
        ("recoveryCode", "HOEFEN123"),
        ("oldRecoveryCode", "HOEFEN789"),
        ("mailCode", "EOEFEN123"),
        ("oldMailCode", "EOEFEN789"),
        ("pairingCode", "OEFE"),
        // On an old note; none of the codes that the exercise sends looks like it.
        ("oldSmsCode", "123 456"),
        ("authorisationCode", "MOEFEN123"),
        ("bsn", "999993653"),
        ("birthDate", "12-04-1958"),
        ("phone", "06 •• •• •• 12"),
        ("email", "noor@example.org"),
        ("street", "Oefenstraat 1"),
        ("houseNumber", "1"),
        ("postcode", "1234 AB"),
        ("town", "Oefendorp"),
        ("municipality", "Oefendorp"),
        ("newStreet", "Leerlaan 12"),
        ("newPostcode", "1234 AB"),
        ("newTown", "Voorbeeldstad"),
        ("newMunicipality", "Voorbeeldstad"),
        // Who helps, and is authorised: another fictional person.
        ("otherFirstName", "Sam"),
        ("otherName", "Sam Oefening"),
        ("otherUsername", "samoefening"),
        ("otherPassword", "Samen-3keer"),
    ],
};

impl Persona {
    /// Everybody there is.
    pub const ALL: [&'static Persona; 1] = [&NOOR];

    pub fn by_id(id: &str) -> Option<&'static Persona> {
        Persona::ALL.into_iter().find(|persona| persona.id == id)
    }

    /// The value that `{p.<key>}` stands for.
    pub fn get(&self, key: &str) -> Option<&'static str> {
        self.values.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
    }

    /// What the person has a value for.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.values.iter().map(|(key, _)| *key)
    }

    /// The text with the values of the person in the place of `{p.<key>}`. What nothing answers to stays as it is.
    pub fn fill(&self, text: &str) -> String {
        placeholders::fill(text, &|name| self.get(name.strip_prefix("p.")?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::input::elfproef::is_bsn;

    #[test]
    fn every_persona_has_every_key() {
        let keys = "firstName name username password oldPassword weakPassword newPassword pin weakPin oldPin \
                    activationCode oldActivationCode recoveryCode oldRecoveryCode mailCode oldMailCode pairingCode \
                    oldSmsCode authorisationCode bsn birthDate phone email street houseNumber postcode town newStreet newPostcode \
                    newTown newMunicipality municipality otherFirstName otherName otherUsername otherPassword";
        for persona in Persona::ALL {
            for key in keys.split_whitespace() {
                assert!(persona.get(key).is_some_and(|value| !value.is_empty()), "{} {key}", persona.id);
            }
            assert_eq!(persona.values.len(), keys.split_whitespace().count());
            assert_eq!(Persona::by_id(persona.id), Some(persona));
        }
        assert_eq!(Persona::by_id("iemand"), None);
        assert_eq!(NOOR.get("bsn2"), None);
    }

    #[test]
    fn all_data_is_reserved_or_official() {
        let official = ["999993653", "999993847", "999993483", "999995017", "999991905"];
        for persona in Persona::ALL {
            let value = |key| persona.get(key).unwrap();
            assert!(is_bsn(value("bsn")) && official.contains(&value("bsn")));
            assert!(value("email").ends_with("@example.org"));
            assert!(value("phone").contains('•'));
            assert!(value("postcode") == "1234 AB" && value("newPostcode") == "1234 AB");
            assert!(crate::date::Date::parse_dutch(value("birthDate")).is_some());
        }
    }

    #[test]
    fn passwords_and_user_names_keep_the_rules_of_digid() {
        for persona in Persona::ALL {
            let username = persona.get("username").unwrap();
            assert!((6..=32).contains(&username.len()) && username.chars().all(|c| c.is_ascii_graphic()));
            for password in ["password", "oldPassword"].map(|key| persona.get(key).unwrap()) {
                assert!((8..=32).contains(&password.len()) && password.chars().all(|c| c.is_ascii_graphic()));
                assert!(
                    password.chars().any(|c| c.is_ascii_lowercase())
                        && password.chars().any(|c| c.is_ascii_uppercase())
                );
                assert!(
                    password.chars().any(|c| c.is_ascii_digit()) && password.chars().any(|c| c.is_ascii_punctuation())
                );
                assert!(!password.contains(username));
            }
            assert_ne!(persona.get("password"), persona.get("oldPassword"));
        }
    }

    #[test]
    fn values_stand_in_texts() {
        #[track_caller]
        fn check(text: &str, expected: &str) {
            assert_eq!(NOOR.fill(text), expected);
        }
        check("", "");
        check("Dag", "Dag");
        check("{p.firstName}", "Noor");
        check("Dag {p.firstName}, {p.town}!", "Dag Noor, Oefendorp!");
        check("{p.nope} {p.town}", "{p.nope} Oefendorp");
        check("{p.", "{p.");
        check("{p.{p.town}}", "{p.Oefendorp}");
        check("{f.dagen} é", "{f.dagen} é");
    }
}
