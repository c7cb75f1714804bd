// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layoutrequest.h"

namespace model::layout {

// The places of the modules in the box of a unit that holds several capabilities: rows of equal cells below
// the unit's header, two columns wide as long as that is not too tall.
class ModuleGrid
{
public:
    ModuleGrid(const Sizes &sizes, std::size_t modules);

    // The box which the unit needs.
    QSizeF size() const;
    // The cell of one module, in a box whose top left corner is `corner`.
    QRectF cell(std::size_t module, QPointF corner) const;

private:
    const Sizes &m_sizes;
    std::size_t m_columns;
    std::size_t m_rows;
};

} // namespace model::layout
