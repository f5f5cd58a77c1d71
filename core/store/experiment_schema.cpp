// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/experiment_schema.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "core/data/display_text.h"
#include "core/store/experiment_schema_sql.h"
#include "core/store/sqlite/failures.h"

namespace roundoff::store {
namespace {

/// A table, index, view or trigger.
struct Item {
    std::string type;
    std::string name;
    std::string table;
    std::string sql; ///< Empty for what SQLite makes itself: the index of a PRIMARY KEY or UNIQUE.

    bool operator==(const Item&) const = default;
};

/// In an order of their own; only one more than `most`.
std::vector<Item> readItems(sqlite::Database& database, std::size_t most) {
    sqlite::Statement rows = database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT ?");
    rows.bind(most + 1);
    std::vector<Item> items;
    while (rows.step()) {
        items.push_back({rows.text(0), rows.text(1), rows.text(2), rows.isNull(3) ? std::string() : rows.text(3)});
    }
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.name < b.name; });
    return items;
}

/// Made once for each schema: it takes as long as all else that a small file is looked at for.
const std::vector<Item>& itemsOf(const std::string& sql) {
    static std::mutex mutex;
    static std::map<std::string, std::vector<Item>> known;
    const std::lock_guard lock(mutex);
    auto found = known.find(sql);
    if (found == known.end()) {
        sqlite::Database empty = sqlite::Database::inMemory();
        empty.execute(sql.c_str());
        found = known.emplace(sql, readItems(empty, 1000)).first;
    }
    return found->second;
}

const Item* withName(const std::vector<Item>& items, const std::string& name) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.name == name; });
    return found == items.end() ? nullptr : &*found;
}

void writeVersion(sqlite::Database& database, const Schema& schema) {
    database.execute(("PRAGMA application_id=" + std::to_string(kApplicationId)).c_str());
    database.execute(("PRAGMA user_version=" + std::to_string(schema.version())).c_str());
}

} // namespace

const Schema& experimentSchema() {
    static const Schema schema{kExperimentSchemaSql, {}};
    return schema;
}

void createSchema(sqlite::Database& database, const Schema& schema) {
    database.execute(schema.sql);
    writeVersion(database, schema);
}

void requireKnownVersion(const std::filesystem::path& file, std::int64_t version, const Schema& schema) {
    if (version > schema.version()) {
        throw InputError(data::displayPath(file) + ": is of version " + std::to_string(version) +
                         " of the experiment file, and this Roundoff knows versions up to " +
                         std::to_string(schema.version()) + "; open it with a newer Roundoff");
    }
    if (version < 1) {
        throw sqlite::damaged(file, "it has no version");
    }
}

int readVersion(sqlite::Database& database, const Schema& schema) {
    const std::int64_t version = database.integer("PRAGMA user_version");
    requireKnownVersion(database.file(), version, schema);
    return static_cast<int>(version);
}

void requireSchema(sqlite::Database& database, const char* sql) {
    const std::vector<Item>& expected = itemsOf(sql);
    const std::vector<Item> found = readItems(database, expected.size());
    for (const Item& item : found) {
        const Item* const own = withName(expected, item.name);
        if (own == nullptr || *own != item) {
            throw sqlite::damaged(database.file(), "it holds what is not Roundoff's: the " + item.type.substr(0, 20) +
                                                       " " + item.name.substr(0, 40));
        }
    }
    for (const Item& item : expected) {
        if (withName(found, item.name) == nullptr) {
            throw sqlite::damaged(database.file(), "it lacks the " + item.type + " " + item.name);
        }
    }
}

void migrate(sqlite::Database& database, const Schema& schema) {
    sqlite::Transaction transaction(database, sqlite::Transaction::Durability::Now);
    const int version = readVersion(database, schema);
    for (std::size_t step = static_cast<std::size_t>(version) - 1; step < schema.older.size(); ++step) {
        schema.older[step].migrate(database);
    }
    requireSchema(database, schema.sql);
    writeVersion(database, schema);
    transaction.commit();
}

} // namespace roundoff::store
