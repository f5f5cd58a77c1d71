// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/weight_rows.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

#include "core/base/error.h"
#include "core/experiment/strict_json.h"
#include "core/store/row_names.h"
#include "core/store/sqlite/blob_reader.h"
#include "core/store/sqlite/failures.h"

namespace roundoff::store {
namespace {

using Shape = nn::KeptWeights::Shape;

static_assert(std::endian::native == std::endian::little, "values are copied as they lie in memory");

constexpr std::size_t kMostWidth = 10'000'000; // Of a layer; more than any image has pixels.

template <typename T>
std::vector<std::byte> bytesOf(const std::vector<double>& values) {
    std::vector<std::byte> bytes(values.size() * sizeof(T));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto value = static_cast<T>(values[i]);
        std::memcpy(bytes.data() + i * sizeof(T), &value, sizeof(T));
    }
    return bytes;
}

template <typename T>
std::vector<double> valuesOf(sqlite::BlobReader& bytes) {
    constexpr std::size_t kPiece = 8192;
    std::vector<double> values;
    values.reserve(bytes.size() / sizeof(T));
    std::vector<T> piece;
    while (values.size() < bytes.size() / sizeof(T)) {
        piece.resize(std::min(kPiece, bytes.size() / sizeof(T) - values.size()));
        bytes.read(std::as_writable_bytes(std::span(piece)));
        values.insert(values.end(), piece.begin(), piece.end());
    }
    return values;
}

std::string shapeText(const Shape& shape) {
    return experiment::Json(shape).dump();
}

// Reads the tensors of one network: their names and shapes follow from its layers, but for the number of inputs and of
// classes, which the data decide.
class TensorReader {
public:
    TensorReader(const sqlite::Database& database, const std::string& run, const experiment::RunSpec& spec)
        : database_(database), run_(run), hidden_(spec.network.hidden), doubleContainer_(spec.precision.needsDouble()) {
    }

    /// @param row  columns position, tensor, shape, type, number of bytes
    nn::WeightTensor head(const sqlite::Statement& row) {
        nn::WeightTensor tensor{row.text(1), shapeOf(row.text(2)), {}};
        if (row.integer(0) != static_cast<std::int64_t>(read_)) {
            fail("some of its weights are missing");
        }
        if (isDoubleContainer(database_, row.text(3)) != doubleContainer_) {
            fail("its weights are of another type than its precision");
        }
        check(tensor);
        const std::size_t size = doubleContainer_ ? sizeof(double) : sizeof(float);
        const std::size_t count = tensor.shape[0] * (tensor.isBias() ? 1 : tensor.shape[1]);
        if (row.integer(4) != static_cast<std::int64_t>(count * size)) {
            fail(tensor.name + " has not as many values as its shape says");
        }
        if (count > sqlite::Database::kMostTensorValues) {
            fail(tensor.name + " has more values than are kept of any");
        }
        bytes_ = count * size;
        return tensor;
    }

    // Whether a tensor is the next one of the network.
    void check(const nn::WeightTensor& tensor) {
        const std::size_t layer = read_ / 2; // From 0.
        const bool bias = read_ % 2 == 1;
        if (layer > hidden_.size() ||
            tensor.name != layerText(static_cast<int>(layer) + 1) + (bias ? ".bias" : ".weight") ||
            tensor.shape.size() != (bias ? 1U : 2U)) {
            fail("its weights are not those of its layers");
        }
        const bool fits = tensor.shape[0] == outputs(layer, tensor) &&
                          (bias || layer == 0 || tensor.shape[1] == width(layer - 1));
        if (!fits) {
            fail("the shape of " + tensor.name + " is not that of its network");
        }
        last_ = tensor.shape;
        ++read_;
    }

    /// Of the tensor whose head was read last.
    std::vector<double> values(sqlite::BlobReader bytes) const {
        if (bytes.size() != bytes_) {
            fail("a tensor has not as many values as its shape says");
        }
        return doubleContainer_ ? valuesOf<double>(bytes) : valuesOf<float>(bytes);
    }

    void requireAll() const {
        if (read_ != 0 && read_ != 2 * (hidden_.size() + 1)) {
            fail("some of its weights are missing");
        }
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw sqlite::damaged(database_.file(), "run " + run_ + ": " + what);
    }

    std::size_t width(std::size_t layer) const { return static_cast<std::size_t>(hidden_[layer]); }

    // Of a bias of the last layer, as many as its weights have.
    std::size_t outputs(std::size_t layer, const nn::WeightTensor& tensor) const {
        if (layer < hidden_.size()) {
            return width(layer);
        }
        return tensor.shape.size() == 2 ? tensor.shape[0] : last_[0];
    }

    Shape shapeOf(const std::string& text) const {
        Shape shape;
        try {
            for (const auto& extent : experiment::parseStrictJson(text, {.depth = 2, .members = 4, .textBytes = 64})) {
                if (!extent.is_number_unsigned() || extent.get<std::uint64_t>() < 1 ||
                    extent.get<std::uint64_t>() > kMostWidth) {
                    fail("a shape of its weights is none");
                }
                shape.push_back(extent.get<std::size_t>());
            }
        } catch (const experiment::Json::exception&) { // What it says of bytes helps nobody here.
            fail("a shape of its weights is none");
        }
        if (shape.empty()) {
            fail("a shape of its weights is none");
        }
        return shape;
    }

    const sqlite::Database& database_;
    const std::string& run_;
    const std::vector<int>& hidden_;
    const bool doubleContainer_;
    std::size_t read_ = 0;
    std::size_t bytes_ = 0;
    Shape last_;
};

} // namespace

void requireNetwork(const sqlite::Database& database, const std::string& run, const nn::WeightSnapshot& weights,
                    const experiment::RunSpec& spec) {
    TensorReader reader(database, run, spec);
    for (const nn::WeightTensor& tensor : weights.tensors) {
        reader.check(tensor);
    }
    reader.requireAll();
}

void writeWeights(sqlite::Database& database, const std::string& run, int epoch, const nn::WeightSnapshot& weights) {
    database.prepare("DELETE FROM weights WHERE run=? AND epoch=?").bind(run, epoch).run();
    const sqlite::WritingTensors large(database);
    auto insert = database.prepare("INSERT INTO weights VALUES(?,?,?,?,?,?,?)");
    for (std::size_t i = 0; i < weights.tensors.size(); ++i) {
        const nn::WeightTensor& tensor = weights.tensors[i];
        large.requireReadable(tensor.values.size());
        const std::string shape = shapeText(tensor.shape);
        const auto bytes = weights.doubleContainer ? bytesOf<double>(tensor.values) : bytesOf<float>(tensor.values);
        insert.bind(run, epoch, i, tensor.name, shape, containerText(weights.doubleContainer), bytes).run();
    }
}

void removeWeights(sqlite::Database& database, const std::string& run, int fromEpoch) {
    database.prepare("DELETE FROM weights WHERE run=? AND epoch>=?").bind(run, fromEpoch).run();
}

std::vector<int> readWeightEpochs(sqlite::Database& database, const std::string& run) {
    std::vector<int> epochs;
    auto rows = database.prepare("SELECT DISTINCT epoch FROM weights WHERE run=? ORDER BY epoch");
    rows.bind(run);
    while (rows.step()) {
        epochs.push_back(static_cast<int>(rows.integer(0, 0, std::numeric_limits<int>::max())));
    }
    return epochs;
}

std::vector<Shape> readWeightShapes(sqlite::Database& database, const std::string& run, int epoch,
                                    const experiment::RunSpec& spec) {
    std::vector<Shape> shapes;
    TensorReader reader(database, run, spec);
    auto rows = database.prepare("SELECT position, tensor, shape, type, length(data) FROM weights "
                                 "WHERE run=? AND epoch=? ORDER BY position");
    rows.bind(run, epoch);
    while (rows.step()) {
        shapes.push_back(reader.head(rows).shape);
    }
    reader.requireAll();
    return shapes;
}

nn::WeightSnapshot readWeights(sqlite::Database& database, const std::string& run, int epoch,
                               const experiment::RunSpec& spec) {
    nn::WeightSnapshot weights;
    weights.doubleContainer = spec.precision.needsDouble();
    TensorReader reader(database, run, spec);
    auto rows = database.prepare("SELECT position, tensor, shape, type, length(data), rowid FROM weights "
                                 "WHERE run=? AND epoch=? ORDER BY position");
    rows.bind(run, epoch);
    while (rows.step()) {
        nn::WeightTensor tensor = reader.head(rows);
        tensor.values = reader.values({database, "weights", "data", rows.integer(5)});
        weights.tensors.push_back(std::move(tensor));
    }
    reader.requireAll();
    return weights;
}

} // namespace roundoff::store
