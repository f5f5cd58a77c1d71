// SPDX-License-Identifier: GPL-3.0-or-later
// The fast quantiser against rational arithmetic (tests/support/small_formats.h), without a detour over the reference:
// every format of at most 8 bits, every place where rounding turns, all modes and policies, both containers, every
// target.
#include "targets_under_test.h"

#include "core/format/names.h"
#include "core/kernels/quantise_span.h"
#include "tests/support/small_formats.h"

using namespace roundoff;
using format::Overflow;
using format::Rounding;
using format::Subnormals;
using tests::SmallFormat;

namespace {

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

template <typename T>
struct Points {
    std::vector<T> values;
    std::vector<tests::Place> places;
};

template <typename T>
Points<T> pointsOf(const SmallFormat& f) {
    Points<T> points{tests::pointsAround<T>(f), {}};
    for (const T value : points.values) {
        points.places.push_back(std::isfinite(value) ? tests::placeOf(f, double{value}) : tests::Place{});
    }
    return points;
}

// What a span becomes that it should not, as a text; empty if all is right.
template <typename T>
QString firstMistake(const SmallFormat& f, const Points<T>& points, const format::Quantisation& q) {
    const format::RandomStream stream{2026, format::Purpose::StochasticRounding, 4, 5, 6};
    std::vector<T> got = points.values;
    kernels::SpanQuantiser<T> quantise(q);
    quantise(got, stream);
    for (std::size_t i = 0; i < got.size(); ++i) {
        const double want = tests::rounded(f, double{points.values[i]}, points.places[i], q.rounding, q.overflow,
                                           q.subnormals, stream.at(i));
        if (!tests::sameNumber(double{got[i]}, want)) {
            return QStringLiteral("%1 became %2 and not %3: %4, %5, %6")
                .arg(double{points.values[i]}, 0, 'g', 17)
                .arg(double{got[i]}, 0, 'g', 17)
                .arg(want, 0, 'g', 17)
                .arg(text(format::name(q.rounding)), text(format::name(q.overflow)), text(format::name(q.subnormals)));
        }
    }
    return {};
}

template <typename T>
QString firstMistakeInAnyMode(const SmallFormat& f) {
    const Points<T> points = pointsOf<T>(f);
    for (const std::string& target : kernels::availableTargets()) {
        const tests::TargetScope scope(QString::fromStdString(target));
        for (const Rounding rounding : tests::kRoundings) {
            for (const Overflow overflow : tests::kOverflows) {
                for (const Subnormals subnormals : tests::kSubnormals) {
                    const QString mistake = firstMistake(f, points,
                                                         {format::parseFormat(f.name), rounding, overflow, subnormals});
                    if (!mistake.isEmpty()) {
                        return QString::fromStdString(target) + ": " + mistake;
                    }
                }
            }
        }
    }
    return {};
}

} // namespace

class TestSmallFormatsSpan : public QObject {
    Q_OBJECT

private:
    const std::vector<SmallFormat> formats_ = tests::smallFormats();

private slots:
    void roundingIsExact_data() {
        QTest::addColumn<int>("number");
        QTest::addColumn<bool>("wide");
        for (std::size_t i = 0; i < formats_.size(); ++i) {
            QTest::addRow("%s in float", formats_[i].name.c_str()) << static_cast<int>(i) << false;
            QTest::addRow("%s in double", formats_[i].name.c_str()) << static_cast<int>(i) << true;
        }
    }
    void roundingIsExact() {
        QFETCH(int, number);
        QFETCH(bool, wide);
        const SmallFormat& f = formats_.at(static_cast<std::size_t>(number));
        QCOMPARE(wide ? firstMistakeInAnyMode<double>(f) : firstMistakeInAnyMode<float>(f), QString());
    }
};

QTEST_APPLESS_MAIN(TestSmallFormatsSpan)
#include "tst_small_formats_span.moc"
