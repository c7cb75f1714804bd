// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "datareading.h"

namespace services::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRowsRead = 100; // as many as somebody looks through

} // namespace

storage::Result<DataReading> readData(const model::packaging::Packaging &packaging,
                                      const model::system::UnitId &unit,
                                      const std::vector<model::system::CapabilityId> &capabilities,
                                      const QString &dataFolder)
{
    if (packaging.unit(unit) == nullptr)
        return storage::failure(storage::Kind::NotFound, u"No unit is called %1"_s.arg(unit.value),
                                unit.value);
    QStringList prefixes;
    for (const auto &capability : capabilities)
        prefixes << capability.value;
    DataReading reading{unit.value + u".db"_s, {}};
    auto tables = storage::readTables(u"%1/%2/%3"_s.arg(dataFolder, packaging.id.value, reading.file),
                                      prefixes, mostRowsRead);
    if (!tables)
        return storage::failure(tables.error());
    reading.tables = *std::move(tables);
    return reading;
}

} // namespace services::platform
