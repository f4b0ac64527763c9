//! Countries by their codes. Their names are the browser's (`Intl.DisplayNames`).

/// ISO 3166-1 alpha-2, the officially assigned codes, one after the other.
const CODES: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCL\
CMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIO\
IQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINL\
NONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTT\
TVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";

/// Every code, in the order of the alphabet.
pub fn codes() -> impl Iterator<Item = &'static str> {
    (0..CODES.len() / 2).filter_map(|index| CODES.get(index * 2..index * 2 + 2))
}

#[cfg(test)]
mod tests {
    use super::codes;

    #[test]
    fn there_are_249_codes_in_order() {
        let all: Vec<_> = codes().collect();
        assert_eq!(all.len(), 249);
        assert!(all.is_sorted_by(|one, other| one < other), "{all:?}");
        assert!(["CL", "CO", "PE", "MX", "BR"].iter().all(|code| all.contains(code)));
        assert!(!all.contains(&"UK") && !all.contains(&"EU"));
    }
}
