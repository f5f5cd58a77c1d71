// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/policy_model.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/experiment/validation.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/table_text.h"

namespace roundoff::ui {
namespace {

QString formatOf(const QString& cell) {
    return cell.section(QLatin1Char(' '), 0, 0);
}

} // namespace

PolicyModel::PolicyModel(QObject* parent) : QAbstractTableModel(parent) {
    listRows();
}

void PolicyModel::setPolicy(const nn::PrecisionPolicy& policy, const QList<LayerPlace>& layers) {
    beginResetModel();
    policy_ = policy;
    layers_ = layers;
    rejected_.clear();
    listRows();
    problem_ = findProblem();
    endResetModel();
    emit policyChanged();
}

void PolicyModel::setPolicy(const nn::PrecisionPolicy& policy) {
    setPolicy(policy, layers_);
}

void PolicyModel::setSettings(const nn::PrecisionPolicy& policy) {
    policy_.rounding = policy.rounding;
    policy_.overflow = policy.overflow;
    policy_.subnormals = policy.subnormals;
    policy_.arithmetic = policy.arithmetic;
    announce();
}

std::vector<std::string> PolicyModel::missing() const {
    return experiment::missingLayers(policy_, static_cast<std::size_t>(layers_.size()));
}

int PolicyModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int PolicyModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kPolicyColumns;
}

QVariant PolicyModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Rejected* rejected = rejectedAt(index);
    const bool own = cellText(policy_, layerAt(index.row()), index.column()).has_value();
    switch (role) {
    case Qt::DisplayRole: {
        const QString text = effectiveText(index);
        if (rejected != nullptr || !text.isEmpty()) {
            return rejected != nullptr ? rejected->text : formatOf(text);
        }
        return index.column() == kAccumulatorColumn ? containerName(policy_) : tr("none");
    }
    case Qt::EditRole: return rejected != nullptr ? rejected->text : effectiveText(index);
    case kInheritedRole: return rejected == nullptr && !own;
    case kDetailRole: return rejected != nullptr ? QString() : effectiveText(index).section(QLatin1Char(' '), 1);
    case kProblemRole:
        if (rejected != nullptr) {
            return rejected->why;
        }
        return problem_.row == index.row() && problem_.column == index.column() ? problem_.text : QString();
    case kMissingRole: return isMissing(index.row());
    case Qt::ToolTipRole: return plainToolTip(toolTip(index));
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3")
            .arg(headerData(index.row(), Qt::Vertical, Qt::DisplayRole).toString().simplified(),
                 columnLabel(index.column()), index.data(Qt::EditRole).toString());
    default: return {};
    }
}

QVariant PolicyModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal) {
        if (section < 0 || section >= kPolicyColumns) {
            return {};
        }
        return role == Qt::DisplayRole   ? QVariant(columnLabel(section))
               : role == Qt::ToolTipRole ? QVariant(columnHelp(section))
                                         : QVariant();
    }
    if (section < 0 || section >= rowCount()) {
        return {};
    }
    const LayerPlace& place = rows_[static_cast<std::size_t>(section)];
    if (role == Qt::ToolTipRole && isMissing(section)) {
        return tr("This network has no such layer");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (place.name.empty()) {
        return tr("All layers");
    }
    return QString::fromStdString(place.name) + QLatin1Char('\n') +
           (isMissing(section) ? tr("not there") : place.widths);
}

Qt::ItemFlags PolicyModel::flags(const QModelIndex& index) const {
    return index.isValid() ? QAbstractTableModel::flags(index) | Qt::ItemIsEditable : Qt::NoItemFlags;
}

bool PolicyModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    put(index, value.toString());
    announce();
    return true;
}

void PolicyModel::setCells(const QModelIndexList& cells, const QString& text) {
    for (const QModelIndex& cell : cells) {
        put(cell, text);
    }
    announce();
}

void PolicyModel::changeCells(const QModelIndexList& cells, const std::function<void(CellProperties&)>& change) {
    for (const QModelIndex& cell : cells) {
        QString text = effectiveText(cell);
        if (text.isEmpty() && cell.column() == kAccumulatorColumn) {
            text = containerName(policy_);
        }
        if (text.isEmpty() || rejectedAt(cell) != nullptr) {
            continue;
        }
        CellProperties properties = cellProperties(cell.column(), text);
        change(properties);
        put(cell, withProperties(cell.column(), text, properties));
    }
    announce();
}

void PolicyModel::clearCells(const QModelIndexList& cells) {
    setCells(cells, QString());
}

void PolicyModel::fillDown(const QModelIndexList& cells) {
    std::map<int, std::pair<int, int>> rowsOf; // By column: first and last.
    for (const QModelIndex& cell : cells) {
        const auto [place, isNew] = rowsOf.try_emplace(cell.column(), cell.row(), cell.row());
        if (!isNew) {
            place->second.first = std::min(place->second.first, cell.row());
            place->second.second = std::max(place->second.second, cell.row());
        }
    }
    for (const auto& [column, span] : rowsOf) {
        const auto [first, last] = span;
        const QModelIndex source = index(first, column);
        const bool inherits = first != kAllLayersRow && source.data(kInheritedRole).toBool();
        const QString text = inherits ? QString() : source.data(Qt::EditRole).toString();
        const int end = first == last ? static_cast<int>(layers_.size()) : last;
        for (int row = first + 1; row <= end; ++row) {
            put(index(row, column), text);
        }
    }
    announce();
}

QString PolicyModel::copied(const QModelIndexList& cells) const {
    if (cells.isEmpty()) {
        return {};
    }
    const auto [top, bottom] = std::ranges::minmax(cells, {}, &QModelIndex::row);
    const auto [left, right] = std::ranges::minmax(cells, {}, &QModelIndex::column);
    QStringList lines;
    for (int row = top.row(); row <= bottom.row(); ++row) {
        QStringList texts;
        for (int column = left.column(); column <= right.column(); ++column) {
            const QModelIndex cell = index(row, column);
            const bool told = cells.contains(cell) && !cell.data(kInheritedRole).toBool();
            texts << (told ? cell.data(Qt::EditRole).toString() : QString());
        }
        lines << tableLine(texts);
    }
    return lines.join(QLatin1Char('\n'));
}

void PolicyModel::paste(const QModelIndexList& cells, const QString& text) {
    QStringList lines = QString(text).remove(QLatin1Char('\r')).split(QLatin1Char('\n'));
    if (lines.size() > 1 && lines.back().isEmpty()) {
        lines.removeLast();
    }
    if (cells.isEmpty()) {
        return;
    }
    if (lines.size() == 1 && !lines.front().contains(QLatin1Char('\t'))) {
        setCells(cells, cellOfTable(lines.front()));
        return;
    }
    const int top = std::ranges::min(cells, {}, &QModelIndex::row).row();
    const int left = std::ranges::min(cells, {}, &QModelIndex::column).column();
    for (int row = 0; row < lines.size() && top + row < rowCount(); ++row) {
        const QStringList texts = lines[row].split(QLatin1Char('\t'));
        for (int column = 0; column < texts.size() && left + column < columnCount(); ++column) {
            put(index(top + row, left + column), cellOfTable(texts[column]));
        }
    }
    announce();
}

void PolicyModel::removeMissingLayers() {
    setPolicy(withoutMissingLayers(policy_, static_cast<std::size_t>(layers_.size())));
}

bool PolicyModel::isMissing(int row) const {
    return row > layers_.size();
}

const PolicyModel::Rejected* PolicyModel::rejectedAt(const QModelIndex& index) const {
    const auto found = rejected_.find({layerAt(index.row()), index.column()});
    return found == rejected_.end() ? nullptr : &found->second;
}

QString PolicyModel::effectiveText(const QModelIndex& index) const {
    const auto own = cellText(policy_, layerAt(index.row()), index.column());
    return own ? *own : cellText(policy_, {}, index.column()).value_or(QString());
}

QString PolicyModel::toolTip(const QModelIndex& index) const {
    if (const QString problem = index.data(kProblemRole).toString(); !problem.isEmpty()) {
        return problem;
    }
    if (isMissing(index.row())) {
        return tr("This network has no such layer");
    }
    if (index.row() != kAllLayersRow && index.data(kInheritedRole).toBool()) {
        return tr("As all layers have it. Type a format to give this layer one of its own.");
    }
    return columnHelp(index.column());
}

void PolicyModel::refuseNone(int column) const {
    if (column == static_cast<int>(nn::Role::MasterWeights) && policy_[nn::Role::MasterWeights]) {
        throw InputError(
            tr("a layer cannot do without the master weights that all layers have: leave it empty").toStdString());
    }
    if (column == kAccumulatorColumn && policy_.accumulator) {
        throw InputError(tr("a layer cannot do without the accumulator that all layers have: leave it empty, or "
                            "choose FP32")
                             .toStdString());
    }
}

void PolicyModel::put(const QModelIndex& index, const QString& text) {
    const std::string layer = layerAt(index.row());
    const QString cell = text.simplified();
    const bool none = cell.compare(tr("none"), Qt::CaseInsensitive) == 0;
    rejected_.erase({layer, index.column()});
    try {
        if (none && !layer.empty()) {
            refuseNone(index.column());
        }
        if (none || cell.isEmpty()) {
            clearCell(policy_, layer, index.column());
        } else {
            setCell(policy_, layer, index.column(), cell);
        }
    } catch (const InputError& error) {
        rejected_[{layer, index.column()}] = {cell, QString::fromUtf8(error.what())};
    }
}

void PolicyModel::listRows() {
    rows_.assign(1, LayerPlace{});
    rows_.insert(rows_.end(), layers_.begin(), layers_.end());
    for (const std::string& name : missing()) {
        rows_.push_back({name, QString()});
    }
}

void PolicyModel::announce() {
    if (rows_.size() != 1 + static_cast<std::size_t>(layers_.size()) + missing().size() && rejected_.empty()) {
        setPolicy(policy_); // A layer that only the policy had is gone.
        return;
    }
    problem_ = findProblem();
    emit dataChanged(index(0, 0), index(rowCount() - 1, kPolicyColumns - 1));
    emit policyChanged();
}

PolicyProblem PolicyModel::findProblem() const {
    if (!rejected_.empty()) {
        const auto& [place, rejected] = *rejected_.begin();
        return {rejected.why, rowOf(place.first), place.second, QString()};
    }
    std::vector<std::string> names;
    for (const LayerPlace& row : rows_) {
        names.push_back(row.name);
    }
    return policyProblem(policy_, names);
}

int PolicyModel::rowOf(const std::string& layer) const {
    const auto found = std::ranges::find(rows_, layer, &LayerPlace::name);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

} // namespace roundoff::ui
