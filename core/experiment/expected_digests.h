// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace roundoff::experiment {

/// What a measurement of this name finds on every machine.
struct ExpectedDigest {
    std::string_view name;
    std::string_view digest; ///< SHA-256
};

/// The record. Digests of rounding and of random numbers are those of the slow reference, which tst_self_check
/// computes anew; those of products, functions and training are what the kernels give with fused multiply-add.
inline constexpr auto kExpectedDigests = std::to_array<ExpectedDigest>({
    {"all FP16 codes as FP32", "b636c5716ff84d972782faf02d0194cb8951526bea4cc487082feb47b1860ddf"},
    {"rounding to FP16, six modes", "17e76bbefff208151aba84cdc9c0f9457ededa31d1e35c8ed8cffcf105620871"},
    {"rounding to BF16, six modes", "1d34ef3702ad6b04decb013c290b8817ce21044f2b9ed12866c5ea73096df9c9"},
    {"rounding to DEC3, six modes", "ed02e7c3132ca3ecca0e28e7abe92caaad5da6f53a8e851bff6e401dcfae0378"},
    {"random numbers", "4318b19a027e7d38955030f88f34fcd9050e8d1a654dd0194baa5afaf935e4cb"},
    {"FP64, every mode", "e3433ac23655a16bd40d38e76a2fbd8188d973a90834fc95f237ef14963caed1"},
    {"FP32, every mode", "5889d088b1c14a42010ccacde24556032624e1a5ce294ff660f57220d89c2355"},
    {"TF32, every mode", "4c6a5fe2dacf64fce9e49f4be50b4bcd48348b7239d3df0c4b3a594b6d08877d"},
    {"BF16, every mode", "4ccd3254f52182d1ee55b595e68f8c6f381b7f09c9becb9017a56b573b90ac85"},
    {"FP16, every mode", "b7c870b7f46b69af1ad260defd20d952b4684544300d0a66436c27187001c07a"},
    {"FP8-E5M2, every mode", "7321b1823dc25df4c2abbe64fe93527c7f1cb554149cc4b597177cdbac18752d"},
    {"FP8-E4M3, every mode", "da98235c2341999d8fd22929a6a88e4ac597251d00ea53ba9fc278ad2860a5ad"},
    {"FP6-E3M2, every mode", "fe18a60ee98a5d8ffee77d59a8994331c6394f3300f7f0852cdbb84a14cce3a4"},
    {"FP6-E2M3, every mode", "93ccc3be183cc293643c5f7a82db461feac883343c6921a04a09a648e2697dfc"},
    {"FP4-E2M1, every mode", "9980d28a4c1c17570e110cf161094702b6bfa119b2767ea435780e09f23c03bb"},
    {"E4M3, every mode", "0c5d3bf4f1fdc6edbf30d36daaed5a3b907fbfffaed5904d19a7f042efef0a39"},
    {"E3M2, every mode", "70356fe3c618e6c4ae6d32c3a9f7ba25f729e792b5e861f35b1bf492afdb2efa"},
    {"E2M3, every mode", "3b1e24ee75bf5e229e0839568a9c17999003d1d10c8d90a7ecd83666c1b36fc2"},
    {"E2M1, every mode", "35e0ec3dd7ee4e8f43bc81a4869a47dcd34d68564e456029c306dfa5d9452588"},
    {"INT16, every mode", "c8020a7cdd1834fbe1167c005df1c1c049d5396193f9386dbe84d49beb8471f0"},
    {"INT8, every mode", "774851b800ad4d01824d3d42a460f87096f0218f3a60e532a83f8d17a22b1784"},
    {"INT4, every mode", "8b430f4a5dcdd065282465a7e50d79e7846422b5c7c445f9b5385d65b8fa9ed4"},
    {"FIXED8.4, every mode", "6de1313b1caf8297389c0d87e69a8dd877f8898da1c6eeffe545d3934e8e7c57"},
    {"DEC3, every mode", "bc11b4464918f8de2e1c2d020f899d43bdf4648fbe45269bc9ec3e5f9d89fc17"},
    {"INT8-SYM, every mode", "3c18534906c9a35c708fbe9dcd17ca91291e06d21a0e915e11a49d1ee6478c3f"},
    {"INT8-SYM-CHANNEL, every mode", "3b3e48c8625d1eba8df48c91b456a6bb21c60a42e09d6fbc02097bac02878219"},
    {"INT8-AFFINE, every mode", "1b4faf95e619e2911ebba996bea10cbe2df95d95998d6fb8ab8922a0ea575661"},
    {"INT8-AFFINE-CHANNEL, every mode", "51b9a35a6feafc5d610e1831c72579ad55abb13107c53bf132f2db5ef8621ec5"},
    {"INT4-SYM-CHANNEL, every mode", "729658632f2dece5d14e59f3ae55096d74344e2d49615c604bdb9d1a1ef657ad"},
    {"INT4-SYM-G64, every mode", "3e4c73c1185dee54821280393686a57f69d14b367d4a0120bbb7e7072d28db43"},
    {"INT4-AFFINE-G64, every mode", "3b5a5b9f1fee345e1c79e51547fed2b97d9b6608f099729f8e345da7c9f36cd1"},
    {"MXFP8-E5M2, every mode", "3112c6235aa0d1016a0de0e4f1ad30e89f698bc09202668064e1a9b4663621b6"},
    {"MXFP8-E4M3, every mode", "f3d6513c6df6c75208b8ceed2451f360d7935d17a4a2849c84c8b2b84a7bf1f1"},
    {"MXFP6-E3M2, every mode", "5f1be57b26b68719e025f9593d4245edcfb00754963f34886f86249f46668787"},
    {"MXFP6-E2M3, every mode", "2ca860971962b217276d019536294b6d287d68eacdd9d9077e80d4719e9cc222"},
    {"MXFP4, every mode", "389bd45a6ce475a80749dbcc6280c35f7838900a5f3feec1d748be40cef28412"},
    {"MXINT8, every mode", "365e8345132d605df5a216dd6613dc99ebafad35c18dcc1ea0ce62cddd72df45"},
    {"matrix product, FP32", "e8604c823dfc0ac4797de703690431a3e36752fe78bc59ad467852648e625aaa"},
    {"matrix product, FP64", "2c9a3821be28fc80c6f5b490e19d5d47d7cd84f20caa8880c8e1fd3071085b79"},
    {"matrix product accumulated in FP16, every mode",
     "fed12f83b075c292d6f2c154cdaf9d79c557d1727b634c4e0c1631ee7ede7d11"},
    {"matrix product accumulated in BF16, every mode",
     "e8b86b123eb516bd4d5de0fba2cdb98ce9e3404dd1b48c24c577a124c4a71cf8"},
    {"matrix product accumulated in FP8-E4M3, every mode",
     "38ede695a3eee4bc87c88ad1b401104eacd8a381fcc51495e62469ea288506d4"},
    {"exp and log, FP32", "4800a8686cd40cdccfba667a7c327f772bac17ea71ce706f398eabbf0b808672"},
    {"exp and log, FP64", "8e1342c6425d7613708e4e50d19d1825704aefedcd6e6e5a5bf7ac61b5cd83e6"},
    {"weights trained in FP64 with Adam", "dda31f1e2da61561e007ddbbb3583da8ff35fd83602a3bcb1f201a4f242a4092"},
    {"weights trained in FP32 with SGD", "4d5579e10dde683b21c9c054291b96b87f0a641ab117ecbff15fb5e8acf86b77"},
    {"weights trained in FP16 with SGD", "225702aa07a15ce2b12fbf2f173f54bd5226c7997e745086b7506437ff853a35"},
    {"weights trained in AMP-BF16 with AdamW", "f4a1ae1630576f129db194fe33a4d69b37fd1b32c8df8917c752759f12730d47"},
    {"weights trained in AMP-FP8 with SGD", "e694654b048c04af28e726d13abaa8abd84c2e353876db31e7b9ff6c6a278b42"},
    {"weights trained in BF16-SR with Adam", "6ff8a7ab93004afc7a3e3d8b73cf771b74429654426bfbe8b8ee4eefa3720571"},
    {"weights trained in INT8-AFFINE-CHANNEL with SGD",
     "4021602becf1cc160484662a55d68b6f83acc869b735abe2c8f3a8f9903fb79a"},
    {"weights trained in INT4-SYM-G64 with Adam", "0af68a6ad992d23d22d536a2e12636a3673c0f9a35845581b52b2da6bb3761e5"},
    {"weights trained in MXFP8-E4M3 with SGD", "20973db584e4c1ced1ac97b21cd6b201c34a21d112b67f7fec14e498043a281a"},
    {"weights trained in MXFP4 with Adam", "9c477c19773f4f9b640f1d493c588f6cd7f6f1f85cc6ec63dd496a3711b219e2"},
    {"weights trained in DEC3 with SGD", "221cc693c8174859cf1bf7ba74a991c7f07f7d9688c1f5b40f3161bc431b4b07"},
    {"weights trained in FIXED16.10 with SGD", "a8e7e87c620a25ed293854ad15f02347ed7b5d8d9cdd5233e32f82481462cdb4"},
    {"weights trained with FP16 accumulators, all rounded stochastically",
     "969297f9e32de41d0de8dcc1215aa23456453225739663d36202ba14e10432b3"},
    {"weights trained in BF16, stepwise, with Adam",
     "901961190315e1604325022c98e8c05a323190bf2034b073595b9ff10378ec9e"},
});

} // namespace roundoff::experiment
