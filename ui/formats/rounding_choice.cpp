// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formats/rounding_choice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

#include "core/format/names.h"

namespace roundoff::ui {
namespace {

template <typename Mode>
void addModes(QComboBox& picker, std::initializer_list<Mode> modes) {
    for (const Mode mode : modes) {
        const std::string_view name = format::name(mode);
        picker.addItem(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), static_cast<int>(mode));
    }
}

} // namespace

RoundingChoice::RoundingChoice(QWidget* parent) : QWidget(parent) {
    using format::Overflow;
    using format::Rounding;
    using format::Subnormals;
    auto* pickers = new QHBoxLayout(this);
    pickers->setContentsMargins(0, 0, 0, 0);
    pickers->setSpacing(6);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    rounding_ = addPicker(QStringLiteral("formatRounding"), tr("&Rounding"),
                          tr("How a value between two neighbours of the format is brought to one of them"));
    addModes(*rounding_, {Rounding::NearestEven, Rounding::NearestAway, Rounding::TowardZero, Rounding::Up,
                          Rounding::Down, Rounding::Stochastic});
    overflow_ = addPicker(QStringLiteral("formatOverflow"), tr("O&verflow"),
                          tr("What becomes of values beyond the largest one. As a default, infinity if the format has "
                             "one, else NaN if it has one, else the largest value"));
    overflow_->addItem(tr("default"));
    addModes(*overflow_, {Overflow::ToInfinity, Overflow::Saturate, Overflow::ToNan});
    subnormals_ = addPicker(QStringLiteral("formatSubnormals"), tr("Sub&normals"),
                            tr("Whether values below the smallest normal one are kept or become zero. Blocks keep "
                               "them"));
    addModes(*subnormals_, {Subnormals::Keep, Subnormals::Flush});
    for (const QComboBox* picker : {rounding_, overflow_, subnormals_}) {
        connect(picker, &QComboBox::currentIndexChanged, this, &RoundingChoice::changed);
    }
}

QComboBox* RoundingChoice::addPicker(const QString& name, const QString& label, const QString& toolTip) {
    auto* group = new QWidget(this);
    auto* picker = new QComboBox(group);
    picker->setObjectName(name);
    picker->setToolTip(toolTip);
    picker->setAccessibleName(QString(label).remove(u'&'));
    auto* words = new QLabel(label, group);
    words->setBuddy(picker);
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(6);
    row->addWidget(words);
    row->addWidget(picker);
    group->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    layout()->addWidget(group);
    return picker;
}

format::Rounding RoundingChoice::rounding() const {
    return static_cast<format::Rounding>(rounding_->currentData().toInt());
}

std::optional<format::Overflow> RoundingChoice::overflow() const {
    const QVariant chosen = overflow_->currentData();
    return chosen.isValid() ? std::optional(static_cast<format::Overflow>(chosen.toInt())) : std::nullopt;
}

format::Subnormals RoundingChoice::subnormals() const {
    return static_cast<format::Subnormals>(subnormals_->currentData().toInt());
}

QString RoundingChoice::text() const {
    QStringList names{rounding_->currentText()};
    if (overflow()) {
        names << overflow_->currentText();
    }
    names << subnormals_->currentText();
    return names.join(u' ');
}

void RoundingChoice::setText(const QString& text) {
    for (const QString& name : text.split(u' ', Qt::SkipEmptyParts)) {
        for (QComboBox* picker : {rounding_, overflow_, subnormals_}) {
            if (const int index = picker->findText(name, Qt::MatchFixedString); index >= 0) {
                picker->setCurrentIndex(index);
            }
        }
    }
}

} // namespace roundoff::ui
