// SPDX-License-Identifier: GPL-3.0-or-later
// All 2^32 FP32 patterns rounded to FP16 by the kernels: the SHA-512 of the codes, as the maintainers of
// github.com/x448/float16 published it.
#include <QCryptographicHash>
#include <QTest>

#include <bit>
#include <vector>

#include "core/format/binary_float.h"
#include "core/kernels/quantise_span.h"

using namespace roundoff;

namespace {

// The code of a float that is a value of FP16.
quint16 halfCode(float value) {
    const auto bits = std::bit_cast<quint32>(value);
    const auto sign = static_cast<quint16>((bits >> 16U) & 0x8000U);
    const quint32 magnitude = bits & 0x7FFFFFFFU;
    if (magnitude >= 0x7F800000U) { // Infinity, or a NaN with its payload.
        return static_cast<quint16>(sign | 0x7C00U | ((magnitude >> 13U) & 0x3FFU));
    }
    if (magnitude < 0x38800000U) { // Below 2^-14: a multiple of 2^-24.
        return static_cast<quint16>(sign | static_cast<quint32>(std::bit_cast<float>(magnitude) * 0x1p24F));
    }
    return static_cast<quint16>(sign | ((magnitude - 0x38000000U) >> 13U));
}

} // namespace

class TestHalfDigest : public QObject {
    Q_OBJECT

private slots:
    void allFloats() {
        constexpr std::size_t kPiece = 1U << 20U;
        const kernels::SpanQuantiser<float> round(
            {format::kFp16, format::Rounding::NearestEven, format::Overflow::ToInfinity, format::Subnormals::Keep});
        QCryptographicHash hash(QCryptographicHash::Sha512);
        std::vector<float> values(kPiece);
        std::vector<char> codes(2 * kPiece);
        for (quint64 first = 0; first < quint64{1} << 32U; first += kPiece) {
            for (std::size_t i = 0; i < kPiece; ++i) {
                values[i] = std::bit_cast<float>(static_cast<quint32>(first + i));
            }
            round(values, {});
            for (std::size_t i = 0; i < kPiece; ++i) {
                const quint16 code = halfCode(values[i]);
                codes[2 * i] = static_cast<char>(code & 0xFFU);
                codes[2 * i + 1] = static_cast<char>(code >> 8U);
            }
            hash.addData(QByteArrayView(codes.data(), static_cast<qsizetype>(codes.size())));
        }
        const QByteArray digest = hash.result().toHex();
        QVERIFY2(digest.startsWith("08670429a475164d") && digest.endsWith("48a5ca1f8"), digest.constData());
    }
};

QTEST_APPLESS_MAIN(TestHalfDigest)
#include "tst_half_digest.moc"
