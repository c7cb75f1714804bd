// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shop.h"

#include <model/system/systemreader.h>

namespace tests::support {

namespace {

model::system::System read()
{
    auto system = model::system::SystemReader::readFile(
        QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"));
    if (!system)
        qFatal("The shop cannot be read: %s", qPrintable(system.error().front().message));
    return *std::move(system);
}

} // namespace

Shop::Shop()
    : system(read())
    , monolith(model::packaging::monolith(system))
    , microservices(model::packaging::microservices(system))
{
}

} // namespace tests::support
