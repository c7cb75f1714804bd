// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <services/storage/tablereading.h>

namespace services::platform {

using services::storage::TableReading;

// What some capabilities of one unit keep, as it lies in the unit's database now.
struct DataReading
{
    QString file; // its name, without the folder
    std::vector<TableReading> tables;
};

// Errors: NotFound when no unit is called so, and those of readTables().
storage::Result<DataReading> readData(const model::packaging::Packaging &packaging,
                                      const model::system::UnitId &unit,
                                      const std::vector<model::system::CapabilityId> &capabilities,
                                      const QString &dataFolder);

} // namespace services::platform
