//! What came with the first program (0.1), known by its marks: of a file that people edited, only what they changed is
//! their own.

/// Whether a text is the whole catalogue as it came, also when an editor of Windows has saved it.
pub(super) fn is_as_it_came(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    mark(text.bytes().filter(|byte| *byte != b'\r')) == WHOLE
}

/// Whether a series, a field or an entry, written by itself, is one that came so.
pub(super) fn knows(piece: &str) -> bool {
    PIECES.contains(&mark(piece.bytes()))
}

/// FNV-1a: nobody gains by a forged entry, it would only be left out.
fn mark(text: impl Iterator<Item = u8>) -> u64 {
    text.fold(0xcbf2_9ce4_8422_2325, |mark, byte| (mark ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

const WHOLE: u64 = 0x1bd0_5be4_00c9_f96d;

#[rustfmt::skip]
const PIECES: [u64; 160] = [
    0x4b37_70ed_6d4e_ff47, 0xca60_5536_59e9_cceb, 0x0c0a_5ee3_df5c_8d0c, 0x03cb_168a_d59a_11d1, 0x6e28_ee0f_5327_587b,
    0xdaf7_3b64_49d8_eb79, 0x0822_8ab2_bf5b_3083, 0x91fb_6b24_0963_8080, 0xc029_3a59_3bc9_6ff4, 0xc8d7_ccf5_7263_ae6e,
    0x8312_156b_69db_8138, 0x2ce6_6395_1be5_388e, 0x1d8f_a3bc_4551_abe6, 0xcb18_8c43_836b_8fd3, 0xbfbb_8d3c_c48f_dbac,
    0x8e35_2948_4db9_b114, 0x556a_5367_4f3a_731e, 0xb11d_5483_ab66_d605, 0x668a_768d_e429_ed1e, 0xeda9_512e_ee94_a5f1,
    0x9ca4_8cb7_a407_a62c, 0xf508_2e90_9a66_fdb4, 0x8eb9_3e6a_4f13_e13d, 0x6dbb_6129_cd1f_d9d1, 0x6caa_1fc1_0fc0_b22e,
    0x4fb7_0dde_23f5_955c, 0x7296_7365_4e36_4b7c, 0x80f4_b83e_8123_83e8, 0x5be2_7fe4_8bc0_38b2, 0x002c_8bd7_6af9_3199,
    0x110a_51f0_0fff_69f4, 0xcaa3_0608_923e_f1a9, 0x6d31_ca2a_685c_66a4, 0x01d4_258f_4bdc_aa15, 0xa26c_eefc_d633_1f9e,
    0x7306_4404_5e8b_d8ba, 0x2fa1_ddee_c6ef_d125, 0x6679_77fa_5444_4f76, 0xe8c2_79ba_0b53_26c2, 0x33ad_89aa_c262_314d,
    0x2aaf_88ce_7d02_6eab, 0x8cf5_d26d_ef91_0351, 0x7c20_b343_35da_1213, 0x7814_758c_c181_dfe3, 0x3e47_6373_ce4c_89d8,
    0x23d2_75a3_9a2d_0795, 0x0e39_ad5b_747d_0ba1, 0x4ae4_ec40_dff3_9626, 0xd6ce_a0dc_8cf3_607c, 0x382a_3e4d_ef92_439b,
    0x864d_ab82_051f_5cdd, 0xb75d_1f8b_82e1_0dcc, 0x8a11_bee4_f260_91ba, 0x0c01_2786_f572_2ca5, 0x7cad_4f9b_aa2d_81fa,
    0x888f_c179_ef9b_57bf, 0x1a56_190b_5399_111a, 0xc86d_8127_9b19_616a, 0xba63_bba2_77a6_7250, 0x59f5_d48f_77bb_5a07,
    0x2939_d2ee_50a1_f150, 0x9c79_fccb_03e1_ca08, 0x95e9_7128_0fed_818b, 0x148f_b221_d0ba_2a9f, 0x5ecd_27f9_6f25_d7a5,
    0x532a_16fe_22f6_d361, 0x3938_a42d_2d71_fd31, 0xa78f_b87f_e337_4c2f, 0x5342_0ab0_1549_fda7, 0x7bf5_7986_57d3_ecc3,
    0x69b8_0930_c06c_5cec, 0x1411_29be_4a53_ef73, 0xe3b3_6c84_2e46_8d72, 0xfa70_cf92_426f_8b1e, 0x724d_a6e5_3aa8_f6c7,
    0x814c_3533_9d67_0ce3, 0xfe19_880f_7d5f_0566, 0xb19b_471c_232d_386d, 0x567f_4247_cc4f_7df5, 0x0610_d968_bac3_1aad,
    0x50ec_902c_7737_4909, 0x19fe_d78d_f866_6b57, 0xacb5_51c3_e520_146f, 0x8d4a_69b2_89d8_24de, 0xdfef_32dd_ad3b_ab6c,
    0x35c5_c0e3_9729_2892, 0x9c5c_25ae_2385_8ca9, 0xdace_3f0a_e9a7_dd66, 0x3de2_7e67_18ba_8a21, 0x46a5_4ced_74d7_79cf,
    0x709b_7d4a_fa9c_c3d5, 0xd9da_90af_f7e1_4577, 0xece3_53bb_99e2_f73e, 0xba5e_7e51_5e62_cfe7, 0x92f5_7270_69c4_8d45,
    0xf382_ef4d_8807_9c29, 0xd758_2e79_e687_5e13, 0xd907_6bda_4fd7_2084, 0x8434_6f30_54e7_f6e5, 0x2a63_ae28_83cf_6a9d,
    0xcc82_378c_2868_d1b6, 0x161b_626e_37ec_295e, 0xd07f_a127_14eb_d37c, 0x6799_c6c2_494e_1a6e, 0x18ec_1e4d_b964_971d,
    0x33e6_2eb2_3566_6617, 0xb94d_6acf_170e_99e6, 0x69db_123d_fea8_f10b, 0x3710_0ccf_ac58_ed8b, 0xd6d9_0b98_82ed_d73d,
    0xe306_303f_6051_5db0, 0xc64d_0996_2f4f_119e, 0xbef2_11ae_4c37_19e7, 0x6a2f_abaa_841b_4fe8, 0x178b_499e_ba19_6bdb,
    0xf346_6797_f3a9_54ff, 0xa862_dbe2_28df_03f6, 0x24ad_2abe_8a88_1aed, 0x94ec_96ce_772c_b46b, 0x553e_f592_fa49_b70a,
    0x5212_778d_7f4b_eab8, 0x6b6a_b774_65c6_1edf, 0xe7b0_9853_d395_aaa8, 0x03b7_7e74_f82f_7ad3, 0xa148_0aec_1ff4_7e71,
    0x943e_2fce_ec0b_97f7, 0x11e7_6937_6382_0a1e, 0xdea0_1cf4_897f_8698, 0x2b5c_6261_4d68_f23c, 0xe096_682b_037e_30e2,
    0xfdb1_57bf_581f_759d, 0xea40_746a_c79c_ae58, 0x5a09_41b8_9982_0e72, 0x866c_db12_7f3a_be2a, 0x5ebb_16e5_4525_eda1,
    0xd328_dad4_1307_ed05, 0x0037_b80c_ee5a_81ac, 0x5395_8586_7503_b00d, 0x3dd8_f087_c2e8_0c48, 0xc808_ea5a_5375_8515,
    0xe483_2823_44b7_c15f, 0xb07e_c5d2_e2b4_5850, 0xd691_4a64_6fb0_1702, 0x1ddf_f304_5418_d0ab, 0x6eb7_e009_d8e4_4716,
    0x6fd0_bf57_0ac1_3ffd, 0xa35d_1733_1ef1_bb55, 0xeaab_b7ef_06af_d1d1, 0xdd8b_167d_e5d5_8fd8, 0x29aa_e90e_23db_d669,
    0xf040_2591_7345_1deb, 0xd388_8470_2eeb_5109, 0x5925_06f1_6242_5960, 0x0ba2_f94a_e933_e49f, 0xb34a_32f8_e4cc_f1dc,
    0x08e5_1270_9429_f701, 0x5b6f_66fa_d53d_9121, 0xb8ee_17f1_b99e_ba58, 0x62b5_cf8c_dd05_6030, 0x4117_9745_81e6_1bb9,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Catalogue;
    use crate::domain::catalogue::to_toml;

    const FIRST: &str = include_str!("../../../tests/it/files/procedures-0.1.toml");

    #[test]
    fn every_piece_of_the_first_catalogue_is_known() {
        let old = Catalogue::parse(FIRST).unwrap();
        let series = old.series().iter().map(|one| to_toml(std::slice::from_ref(one), &[], []));
        let fields = old.fields().iter().map(|one| to_toml(&[], std::slice::from_ref(one), []));
        let entries = old.all().iter().map(|one| to_toml(&[], &[], [one]));
        let pieces: Vec<String> = series.chain(fields).chain(entries).collect();
        assert!(pieces.iter().all(|piece| knows(piece)));
        assert_eq!(pieces.len(), PIECES.len());
        assert!(!knows(&pieces[20].replacen('a', "b", 1)));
        assert!(is_as_it_came(FIRST));
        assert!(is_as_it_came(&format!("\u{feff}{}", FIRST.replace('\n', "\r\n"))));
        assert!(!is_as_it_came(&FIRST.replacen('a', "b", 1)));
    }
}
