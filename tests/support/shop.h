// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/presets.h>
#include <model/system/system.h>

#include <vector>

namespace tests::support {

// The shop on which the program opens, read from its file, in the two shapes that the desktop shows. Ends the
// test program when there is no such file.
struct Shop
{
    Shop();

    model::system::System system;
    model::packaging::Packaging monolith;
    model::packaging::Packaging microservices;

    std::vector<model::packaging::Packaging> shapes() const { return {monolith, microservices}; }
};

} // namespace tests::support
