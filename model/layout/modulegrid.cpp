// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modulegrid.h"

#include <algorithm>
#include <cmath>

namespace model::layout {

namespace {

constexpr std::size_t modulesOfOneColumn = 3;
constexpr std::size_t modulesOfTwoColumns = 16;

// Many modules make a box about as wide as it is tall.
std::size_t columnsFor(const Sizes &sizes, std::size_t modules)
{
    if (modules <= modulesOfOneColumn)
        return 1;
    if (modules <= modulesOfTwoColumns)
        return 2;
    const double cellAspect = (sizes.module.width() + sizes.gap) / (sizes.module.height() + sizes.gap);
    return static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(modules) / cellAspect))) + 1;
}

qreal span(std::size_t cells, qreal cell, qreal gap)
{
    return static_cast<qreal>(cells) * (cell + gap) - gap;
}

} // namespace

ModuleGrid::ModuleGrid(const Sizes &sizes, std::size_t modules)
    : m_sizes(sizes)
    , m_columns(columnsFor(sizes, modules))
    , m_rows((modules + m_columns - 1) / m_columns)
{
}

QSizeF ModuleGrid::size() const
{
    const qreal width = span(m_columns, m_sizes.module.width(), m_sizes.gap) + 2 * m_sizes.padding;
    const qreal height
        = m_sizes.unitHeader + span(m_rows, m_sizes.module.height(), m_sizes.gap) + m_sizes.padding;
    return {std::max(width, m_sizes.unit.width()), height};
}

QRectF ModuleGrid::cell(std::size_t module, QPointF corner) const
{
    const auto column = static_cast<qreal>(module % m_columns);
    const auto row = static_cast<qreal>(module / m_columns);
    const qreal grid = span(m_columns, m_sizes.module.width(), m_sizes.gap);
    const qreal left = (size().width() - grid) / 2;
    return {corner
                + QPointF(left + column * (m_sizes.module.width() + m_sizes.gap),
                          m_sizes.unitHeader + row * (m_sizes.module.height() + m_sizes.gap)),
            m_sizes.module};
}

} // namespace model::layout
