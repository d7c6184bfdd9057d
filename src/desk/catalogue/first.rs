//! What came with the first program (0.1), known by its marks: of a file that people edited, only what they changed is
//! their own.

use std::borrow::Cow;

/// Whether a text is the whole catalogue as it came, also when an editor of Windows has saved it.
pub(super) fn is_as_it_came(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let plain = if text.contains('\r') { Cow::Owned(text.replace('\r', "")) } else { Cow::Borrowed(text) };
    plain.len() == LENGTH && mark_of_words(plain.as_bytes()) == WHOLE
}

/// Whether a series, a field or an entry, written by itself, is one that came so.
pub(super) fn knows(piece: &str) -> bool {
    PIECES.contains(&mark(piece.bytes()))
}

/// FNV-1a: nobody gains by a forged entry, it would only be left out.
fn mark(text: impl Iterator<Item = u8>) -> u64 {
    text.fold(0xcbf2_9ce4_8422_2325, |mark, byte| (mark ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// The same over eight bytes at once: where the file still lies in the folder it is looked at with every start, and it is
/// long.
fn mark_of_words(text: &[u8]) -> u64 {
    text.chunks(8).fold(0xcbf2_9ce4_8422_2325, |mark, bytes| {
        let mut word = [0; 8];
        word[..bytes.len()].copy_from_slice(bytes);
        let mark = (mark ^ u64::from_le_bytes(word)).wrapping_mul(0x100_0000_01b3);
        // The upper half comes into the lower one, where the next word meets it.
        mark ^ (mark >> 32)
    })
}

/// How many bytes the whole catalogue had.
const LENGTH: usize = 278_239;

const WHOLE: u64 = 0x70d2_02d1_3268_c533;

#[rustfmt::skip]
const PIECES: [u64; 160] = [
    0x4b37_70ed_6d4e_ff47, 0xca60_5536_59e9_cceb, 0x0c0a_5ee3_df5c_8d0c, 0x03cb_168a_d59a_11d1, 0x6e28_ee0f_5327_587b,
    0xdaf7_3b64_49d8_eb79, 0x0822_8ab2_bf5b_3083, 0x91fb_6b24_0963_8080, 0xc029_3a59_3bc9_6ff4, 0xc8d7_ccf5_7263_ae6e,
    0x8312_156b_69db_8138, 0x2ce6_6395_1be5_388e, 0x1d8f_a3bc_4551_abe6, 0xcb18_8c43_836b_8fd3, 0xbfbb_8d3c_c48f_dbac,
    0x8e35_2948_4db9_b114, 0x556a_5367_4f3a_731e, 0xb11d_5483_ab66_d605, 0x668a_768d_e429_ed1e, 0xeda9_512e_ee94_a5f1,
    0x9ca4_8cb7_a407_a62c, 0xf508_2e90_9a66_fdb4, 0x8eb9_3e6a_4f13_e13d, 0x6dbb_6129_cd1f_d9d1, 0x6caa_1fc1_0fc0_b22e,
    0x4fb7_0dde_23f5_955c, 0x7296_7365_4e36_4b7c, 0x80f4_b83e_8123_83e8, 0x5be2_7fe4_8bc0_38b2, 0x002c_8bd7_6af9_3199,
    0xa9e4_8066_3fb7_26aa, 0x1841_122b_89f1_189d, 0x1769_8839_715d_2a5a, 0x90c5_6e63_52fb_b9e9, 0xc329_abdc_5418_0c68,
    0x2534_2f76_346c_0da4, 0x3c35_865b_16d9_1db9, 0x324b_3432_f4d2_9100, 0x644d_3290_f4f2_5bec, 0x0d9a_b8b7_1984_5b41,
    0xde5e_05b9_0e28_ce7b, 0x7b9a_eef5_0bc5_6585, 0xc1f8_03d0_27d1_1583, 0x4fc3_76dc_53ff_b293, 0x0d1d_6399_eb37_f8fe,
    0xb50d_2158_3cb2_a269, 0x5cfd_6ac3_cb05_4415, 0x6249_b305_c0c3_5a70, 0x3903_51da_cee1_d252, 0x2752_4922_0eee_562b,
    0x58c4_be40_8e7e_ee91, 0x7351_0d1d_2d45_e262, 0x88c1_80eb_1296_ff54, 0xa226_0c0d_e2c7_cab1, 0x52e4_2ca1_dccd_c0e4,
    0x8eab_a260_6a88_564f, 0xfe14_a731_0f49_1c04, 0x9aec_41d3_5872_5254, 0x57ec_6c03_7aa8_c5b6, 0x00a6_df62_f878_b937,
    0x659d_3c3d_0d72_62b6, 0xa1b6_54bb_eec6_e02e, 0xd93c_b257_0da5_a1db, 0xb88b_f35c_b065_a4af, 0x9d2f_fdb4_8c2c_e139,
    0x27c5_4201_ba52_19d5, 0xa056_cdf5_d4f5_5c65, 0xb8c6_584b_8229_9f7f, 0x4f33_42d2_bf6f_08d7, 0xfc2b_ee7b_a4ca_00f3,
    0x6443_5d93_fe01_3202, 0x29a2_5d95_a032_ca63, 0x7f15_1f00_2e4c_3f5c, 0xd283_7cc2_392f_5ee8, 0x1938_df08_ea13_2af7,
    0x5a70_0493_6a0e_9993, 0xeb20_939f_4df4_feb0, 0xaf3d_56c3_52cb_cf61, 0xfba8_b5a0_e322_7f49, 0xd6e2_764d_fe9d_2aa1,
    0x85e3_f0c7_87a0_117d, 0xb94b_045d_5c93_3f47, 0xe2e5_d2d2_0d92_7cbf, 0xe435_aa09_d9a1_a3a8, 0xbfd2_a636_8eff_cd82,
    0xf3c4_e82c_cff9_d87c, 0xbb82_5b1b_9574_899d, 0x783e_87e6_81cc_86b0, 0x2524_96db_9d38_6f95, 0x4a3e_cb3f_69d7_559f,
    0xc53d_3e62_58ed_d9a9, 0x78bf_f08b_c97a_4b67, 0xa793_319b_8702_7008, 0x47ef_935a_1188_3517, 0x4bd6_d4c4_a472_f8d9,
    0xdbe9_acf2_3c2c_481d, 0xd8d6_e504_da1b_7983, 0x8ee2_edb7_2bfb_5fba, 0x0b82_81f8_eb79_f179, 0xa991_272b_4324_a451,
    0x5566_748d_a31a_be40, 0x87f7_4b8e_625d_a128, 0xf789_6146_c157_cb52, 0xcd00_9978_31b3_dd78, 0x184c_33b0_f427_19d1,
    0x9d99_6200_4f4b_2a07, 0x8f26_a789_4921_ac30, 0x42da_45af_d23d_805b, 0xba97_65e9_6086_65db, 0xa699_1d9a_48c5_1371,
    0x06da_7362_7ea1_fb96, 0x3a54_0f2c_a4cf_a268, 0x97b0_2d59_d4f5_d317, 0x11b4_a2d6_4060_560e, 0x388b_38f3_43f0_f76b,
    0x97f7_a186_9233_918f, 0xbbcf_0e4f_9d7c_9e80, 0xd56c_518c_f5ee_a6e1, 0x8ced_021f_d5c2_ef3b, 0xda8c_31fe_1356_5a74,
    0xf80d_4349_838e_9ede, 0x1212_a14c_ce03_6bef, 0xa17e_2209_0bf1_d4ce, 0x37b8_c973_2ff1_9b43, 0x16df_5649_361c_4ea5,
    0x0023_547a_290d_72e7, 0x904e_3b53_c05d_fbe8, 0xea32_acfc_5016_10be, 0xf09b_a5ac_6835_4212, 0xb270_9522_cbd8_cd8c,
    0xfdcf_878a_5086_6551, 0x2c75_0322_5144_567e, 0xe0c8_dfd7_2047_a25c, 0xb440_6bc3_604e_8814, 0xdb3e_253f_7235_aa15,
    0x8350_4c0f_ab65_de99, 0xc890_61dd_9bf4_52c2, 0x4a6c_49f5_59f2_cb01, 0x0b81_8897_9368_276e, 0xe1b9_dd54_a2f1_d081,
    0xa08c_a0ff_75d2_836f, 0x71af_1603_824b_b7b6, 0x2014_cc39_7a67_a72c, 0xa1fa_898a_5c71_b47b, 0x205d_8ec7_13fb_2aa0,
    0x28e6_7b95_6426_8831, 0xb2b2_79f4_fa69_5029, 0x86ff_280e_8542_8105, 0xd0f6_c87b_d308_4afe, 0x88db_6648_56b7_c75d,
    0xb6f1_d11e_ba7c_7bbb, 0xc87d_9679_8e03_297d, 0x7a7b_a69f_f5b9_d6c6, 0x4e6d_8830_f505_92af, 0x18b2_cebf_1d93_0e32,
    0x264c_015d_d3e2_8cf5, 0x250e_fa84_56ef_a495, 0xf7c0_becd_7bb4_fa7e, 0x1ea4_7efe_8ecc_3316, 0x8cc1_f807_5329_08ed,
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
