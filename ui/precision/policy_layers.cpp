// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/policy_layers.h"

#include <algorithm>

#include <QCoreApplication>
#include <QRegularExpression>

#include "core/base/error.h"
#include "core/experiment/fields.h"
#include "core/experiment/usual_sizes.h"
#include "core/experiment/validation.h"
#include "core/nn/layer_precision.h"
#include "core/nn/specs.h"

namespace roundoff::ui {
namespace {

struct PolicyLayersText {
    Q_DECLARE_TR_FUNCTIONS(PolicyLayers)
};

std::size_t layerCount(const nn::NetworkSpec& network) {
    return network.hidden.size() + 1;
}

/// The run with one value of an axis; as it is, if that is no value of the axis, which is told elsewhere.
experiment::RunSpec withValue(experiment::RunSpec run, const std::string& path, const experiment::Json& value) {
    try {
        if (experiment::isGroup(path) && value.is_object()) {
            for (const auto& [key, member] : value.items()) {
                experiment::setField(run, path + "." + key, member);
            }
        } else {
            experiment::setField(run, path, value);
        }
    } catch (const InputError&) {
        return run;
    }
    return run;
}

} // namespace

QList<LayerPlace> layersOf(const experiment::ExperimentSpec& specification) {
    const std::vector<std::size_t> widths = nn::layerWidths(specification.base.network, experiment::kUsualInputs,
                                                            experiment::kUsualClasses);
    QList<LayerPlace> layers;
    for (std::size_t number = 1; number < widths.size(); ++number) {
        layers.push_back(
            {nn::layerName(number), QStringLiteral("%1 \u00d7 %2").arg(widths[number - 1]).arg(widths[number])});
    }
    return layers;
}

std::size_t fewestLayers(const experiment::ExperimentSpec& specification) {
    std::size_t fewest = layerCount(specification.base.network);
    bool first = true;
    for (const experiment::Axis& axis : specification.vary) {
        if (!axis.path.starts_with("network")) {
            continue;
        }
        for (const experiment::Json& value : axis.values) {
            const std::size_t count = layerCount(withValue(specification.base, axis.path, value).network);
            fewest = first ? count : std::min(fewest, count);
            first = false;
        }
    }
    return fewest;
}

nn::PrecisionPolicy withoutMissingLayers(nn::PrecisionPolicy policy, std::size_t layers) {
    for (const std::string& name : experiment::missingLayers(policy, layers)) {
        policy.layers.erase(name);
    }
    return policy;
}

QString layerLabel(const std::string& name) {
    static const QRegularExpression numbered(QStringLiteral("^layer(\\d+)$"));
    const QString text = QString::fromStdString(name);
    const QRegularExpressionMatch match = numbered.match(text);
    return match.hasMatch() ? PolicyLayersText::tr("Layer %1").arg(match.captured(1)) : text;
}

} // namespace roundoff::ui
